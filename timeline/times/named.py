"""Times that the calendar names (dates, weekdays, decades, seasons, holidays) → days, filled in from the text and its tense."""

from __future__ import annotations

from datetime import date

from dateutil.easter import easter

from timeline.model import Unresolved
from timeline.times.expression import Calendar, Era, Holiday, Slashed, Weekday, Which
from timeline.times.feasts import feast
from timeline.times.interval import Grain, Interval, day, month, shift, year
from timeline.times.reference import OUT_OF_YEARS, Reference, Resolved
from timeline.times.tense import AHEAD, Direction
from timeline.times.words import EASTER_HOLIDAYS, FIXED_HOLIDAYS

# A narrative goes on from what it told last: rather so many months ahead in its year than so many back.
MONTHS_BACK, MONTHS_AHEAD = 6, 8
# 29 February comes back within so many years, but for those around a century.
LEAP = 8
# Days: whoever means a day or a quarter so far ahead says its year; one so near behind is what he means, whatever the tense.
FAR, NEAR = 200, 60


def on_calendar(calendar: Calendar, reference: Reference) -> Resolved:
    if calendar.year is not None and not 1 <= calendar.year <= 9999:
        return OUT_OF_YEARS
    if calendar.month is None:
        return year(calendar.year) if calendar.year is not None else _day_of_month(calendar.day or 1, reference)
    if calendar.year is not None:
        return _written(calendar.year, calendar.month, calendar.day)
    near = _near_year(reference)
    around = LEAP if (calendar.month, calendar.day) == (2, 29) else 1
    years = range(max(near - around, 1), min(near + around, 9999) + 1)
    found = [w for y in years if isinstance(w := _written(y, calendar.month, calendar.day), Interval)]
    if not found:
        return Unresolved(f"no such day as {calendar.day} in month {calendar.month}")
    return _chosen(found, calendar.which, reference)


def _written(year_: int, month_: int, day_: int | None) -> Resolved:
    whole = month(year_, month_)
    if day_ is None:
        return whole
    assert whole.last is not None
    return day(date(year_, month_, day_)) if day_ <= whole.last.day else Unresolved(f"there is no {day_} in month {month_} of {year_}")


def on_slashed(numbers: Slashed, reference: Reference) -> Resolved:
    """Of the two ways to read "4/2/2026" the one that the tense allows: what happened was not after publication."""
    ways = [_written(numbers.year, month_, day_) for month_, day_ in ((numbers.second, numbers.first), (numbers.first, numbers.second))]
    days = [way for way in ways if isinstance(way, Interval) and way.first]
    behind = [way for way in days if way.first and way.first <= reference.published]
    allowed = (
        behind if reference.direction is Direction.PAST else [w for w in days if w not in behind] if reference.direction in AHEAD else days
    )
    return allowed[0] if len(allowed) == 1 else Unresolved("the day or the month may stand first; --date-order says which")


def _day_of_month(number: int, reference: Reference) -> Resolved:
    """ "The 4th": of the month last spoken of, or the nearest one that the tense allows."""
    spoken = reference.spoken
    if spoken is not None and spoken.first is not None and (reference.narrative or spoken.grain is Grain.MONTH):
        return _written(spoken.first.year, spoken.first.month, number)
    starts = [shift(reference.published.replace(day=1), n, Grain.MONTH) for n in (-2, -1, 0, 1, 2)]
    found = [w for s in starts if s and isinstance(w := _written(s.year, s.month, number), Interval)]
    return _nearest(found, Which.NEAREST, reference) if found else Unresolved(f"no month near has a day {number}")


def _told(reference: Reference) -> Interval | None:
    """The time a history goes on from; None in news."""
    return reference.spoken if reference.narrative else None


def _near_year(reference: Reference) -> int:
    told = _told(reference)
    return told.first.year if told and told.first else reference.published.year


def _chosen(found: list[Interval], which: Which, reference: Reference) -> Interval:
    """The one of a repeating time that is meant: by the story in a history, by publication and tense in news."""
    told = _told(reference) if which is Which.NEAREST else None
    return _going_on(found, told) if told else _nearest(found, which, reference)


def _nearest(found: list[Interval], which: Which, reference: Reference) -> Interval:
    """The one of a repeating time that "last", "next" or the tense asks for; without any of these the nearest."""
    published = reference.published
    behind = [i for i in found if i.first and i.first <= published and not (which is Which.LAST and i.last and i.last >= published)]
    ahead = [i for i in found if i.last and i.last >= published and not (which is Which.NEXT and i.first and i.first <= published)]
    wants_past = which is Which.LAST or (which in {Which.NEAREST, Which.THIS} and reference.direction is Direction.PAST)
    wants_future = which is Which.NEXT or (which in {Which.NEAREST, Which.THIS} and reference.direction in AHEAD)
    nearest = min(found, key=lambda i: (_distance(i, published), i.first or date.min))
    wanted = behind[-1] if wants_past and behind else ahead[0] if wants_future and ahead else nearest
    far_ahead = which is Which.NEAREST and wants_future and (wanted.days == 1 or wanted.grain is Grain.QUARTER)
    return nearest if far_ahead and _distance(wanted, published) > FAR and _distance(nearest, published) < NEAR else wanted


def _distance(days: Interval, published: date) -> int:
    """How many days away, none for a time that holds the day; what lies ahead counts a little more."""
    assert days.first is not None and days.last is not None
    if days.first <= published <= days.last:
        return 0
    return (published - days.last).days if days.last < published else (days.first - published).days + 1


def _going_on(found: list[Interval], spoken: Interval) -> Interval:
    """In a narrative: within the time last spoken of, else later in its year, else the first that is at most some months before it."""
    assert spoken.first is not None
    within = [i for i in found if i.first and i.last and spoken.last and spoken.first <= i.first and i.last <= spoken.last]
    year_, month_ = spoken.first.year, spoken.first.month
    same_year = [i for i in found if i.first and i.first.year == year_ and 0 <= i.first.month - month_ <= MONTHS_AHEAD]
    earliest = shift(spoken.first, -MONTHS_BACK, Grain.MONTH) or date.min
    after = [i for i in found if i.first and i.first >= earliest]
    return (within or same_year or after or found)[0]


def on_weekday(weekday: Weekday, reference: Reference) -> Resolved:
    """The last such day up to and including publication, or the next one after it, as the tense says; of what was due the nearer."""
    published = reference.published
    if reference.narrative and reference.spoken and reference.spoken.days == 1 and weekday.which is Which.NEAREST:
        published = reference.spoken.first or published
        return _day_of(published, (weekday.weekday - published.weekday()) % 7)
    back = (published.weekday() - weekday.weekday) % 7
    ahead = (weekday.weekday - published.weekday()) % 7 or 7
    match weekday.which:
        case Which.LAST:
            return _day_of(published, -(back or 7))
        case Which.NEXT:
            return _day_of(published, ahead)
        case Which.THIS if reference.direction is None:
            return _day_of(published, weekday.weekday - published.weekday())
    if reference.direction is Direction.WAS_DUE and back <= ahead:
        return _day_of(published, -back)
    if reference.direction is Direction.DUE and not back:
        ahead = 0
    return _day_of(published, ahead if reference.direction in AHEAD else -back)


def _day_of(when: date, days: int) -> Resolved:
    moved = shift(when, days, Grain.DAY)
    return day(moved) if moved else OUT_OF_YEARS


def in_era(era: Era, reference: Reference) -> Resolved:
    if era.number < 0 or (era.year is not None and era.year < 1):
        return OUT_OF_YEARS
    if era.grain is Grain.DECADE:
        return Interval(date(era.number, 1, 1), date(era.number + 9, 12, 31), Grain.DECADE)
    if era.grain is Grain.CENTURY:
        first = (era.number - 1) * 100
        return Interval(date(max(first, 1), 1, 1), date(min(first + 99, 9999), 12, 31), Grain.CENTURY)
    if era.year is not None:
        return part_of_year(era.number, era.grain, era.year) or OUT_OF_YEARS
    near = _near_year(reference) if era.which is Which.NEAREST else reference.published.year
    found = [p for y in (near - 1, near, near + 1) if 1 <= y <= 9999 and (p := part_of_year(era.number, era.grain, y))]
    return _chosen(found, era.which, reference) if found else OUT_OF_YEARS


def part_of_year(number: int, grain: Grain, year_: int) -> Interval | None:
    """A quarter, or a season: winter (1) from December of this year, spring from March, as meteorologists count."""
    first = shift(date(year_, 1, 1), (number - 1) * 3 if grain is Grain.QUARTER else {1: 11, 2: 2, 3: 5, 4: 8}[number], Grain.MONTH)
    last = shift(first, 2, Grain.MONTH) if first else None
    return Interval(first, month(last.year, last.month).last, grain) if first and last else None


def on_holiday(holiday: Holiday, reference: Reference) -> Resolved:
    if holiday.year is not None:
        return _holiday_in(holiday, holiday.year) or OUT_OF_YEARS
    near = _near_year(reference)
    found = [days for y in (near - 1, near, near + 1) if 1 <= y <= 9999 and (days := _holiday_in(holiday, y))]
    return _chosen(found, Which.NEAREST, reference) if found else Unresolved(f"the day of {holiday.name} is not known")


def _holiday_in(holiday: Holiday, year_: int) -> Interval | None:
    if holiday.name in FIXED_HOLIDAYS:
        return day(date(year_, *FIXED_HOLIDAYS[holiday.name]))
    if holiday.name in EASTER_HOLIDAYS:
        return day(date.fromordinal(easter(year_).toordinal() + EASTER_HOLIDAYS[holiday.name])) if 1583 <= year_ <= 4099 else None
    return feast(holiday.name, year_, holiday.country)
