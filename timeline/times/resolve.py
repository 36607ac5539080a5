"""A typed expression and what it is read against → days, or why there are none."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date

from dateutil.easter import easter

from timeline.model import Unresolved
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Duration,
    Era,
    EventRef,
    Expression,
    Holiday,
    Member,
    Nth,
    Part,
    Period,
    Portion,
    Published,
    Range,
    Repeat,
    Setting,
    Shift,
    Sign,
    Spoken,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Which,
    Within,
)
from timeline.times.interval import Grain, Interval, cover, day, month, shift, week, year
from timeline.times.tense import Direction
from timeline.times.words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS

HOURS_IN_A_DAY = 24
SMALLER = {
    Grain.CENTURY: (Grain.YEAR, 100), Grain.DECADE: (Grain.YEAR, 10), Grain.YEAR: (Grain.MONTH, 12), Grain.MONTH: (Grain.DAY, 30),
    Grain.WEEK: (Grain.DAY, 7),
}  # fmt: skip
SATURDAY, SUNDAY = 5, 6
OUT_OF_YEARS = Unresolved("outside the years 1 to 9999")
# A narrative goes on from what it told last: rather a few months ahead than back.
MONTHS_BACK = 5
# 29 February comes back within so many years, but for those around a century.
LEAP = 8
# Days: whoever means a time this far off says its year; one this near in the other direction is what he means.
FAR, NEAR = 200, 60


@dataclass(frozen=True, slots=True)
class Reference:
    """What a phrase is read against: the day of publication, the time last spoken of, and the tense of its clause.

    `narrative` is for a text that tells of other times than its own, a history: there a bare month is of the year last spoken of.
    """

    published: date
    spoken: Interval | None = None
    direction: Direction | None = None
    narrative: bool = False


Resolved = Interval | Unresolved


def resolve(expression: Expression, reference: Reference) -> Resolved:
    """The days of an expression.

    >>> resolve(Weekday(1), Reference(date(2024, 3, 14), direction=Direction.PAST)).first
    datetime.date(2024, 3, 12)
    """
    match expression:
        case Published():
            return day(reference.published)
        case Spoken():
            return reference.spoken or Unresolved("no time spoken of before")
        case Setting():
            return resolve(Spoken() if reference.narrative else Published(), reference)
        case EventRef(words=words):
            return Unresolved(f"hangs on the event {words!r}")
        case Calendar():
            return _calendar(expression, reference)
        case Weekday():
            return _weekday(expression, reference)
        case Era():
            return _era(expression, reference)
        case Holiday():
            return _holiday(expression, reference)
        case Member(of=of, what=what, number=number):
            return _member(resolve(of, reference), what, number, reference)
        case Range(first=first, last=last):
            return _range(first, last, reference)
        case Duration():
            return Unresolved("says how long, not when")
        case Repeat():
            return Unresolved("says how often, not when")
        case Vague():
            return Unresolved("says only where in time it lies")
        case Unknown(reason=reason):
            return Unresolved(reason)
        case _:
            return _relative(expression, reference)


def _relative(expression: Expression, reference: Reference) -> Resolved:
    """Expressions built on another: that one first."""
    match expression:
        case Unit(unit=unit, steps=steps, ref=ref):
            return _step(resolve(ref, reference), unit, steps)
        case Shift(ref=ref, period=period, sign=sign):
            return _shifted(resolve(ref, reference), period, sign, counted_from_publication=isinstance(ref, Published))
        case Adjacent(ref=ref, what=what, sign=sign):
            return _adjacent(resolve(ref, reference), what, sign)
        case Nth(ref=ref, number=number):
            return _nth(resolve(ref, reference), number)
        case Within(ref=ref, period=period, sign=sign):
            return _within(resolve(ref, reference), period, sign)
        case Part(of=of, which=which):
            return _part(resolve(of, reference), which, reference)
        case Clock(of=of):
            return _on_a_day(resolve(of, reference), reference) if isinstance(of, Spoken) else resolve(of, reference)
    raise TypeError(f"no way to resolve {expression!r}")


# --- the calendar ----------------------------------------------------------------------------------------------------


def _calendar(calendar: Calendar, reference: Reference) -> Resolved:
    if calendar.year is not None and not 1 <= calendar.year <= 9999:
        return OUT_OF_YEARS
    if calendar.month is None:
        return year(calendar.year) if calendar.year is not None else _day_of_month(calendar.day or 1, reference)
    if calendar.year is not None:
        return _written(calendar.year, calendar.month, calendar.day)
    base = reference.spoken if reference.narrative else None
    near = base.first.year if base and base.first else reference.published.year
    years = range(max(near - LEAP, 1), min(near + LEAP, 9999) + 1)
    found = [w for y in years if isinstance(w := _written(y, calendar.month, calendar.day), Interval)]
    if not found:
        return Unresolved(f"no such day as {calendar.day} in month {calendar.month}")
    return _going_on(found, base) if base else _nearest(found, calendar.which, reference)


def _written(year_: int, month_: int, day_: int | None) -> Resolved:
    whole = month(year_, month_)
    if day_ is None:
        return whole
    assert whole.last is not None
    return day(date(year_, month_, day_)) if day_ <= whole.last.day else Unresolved(f"there is no {day_} in month {month_} of {year_}")


def _day_of_month(number: int, reference: Reference) -> Resolved:
    """ "The 4th": of the month last spoken of, or the nearest one that the tense allows."""
    spoken = reference.spoken
    if spoken is not None and spoken.first is not None and (reference.narrative or spoken.grain is Grain.MONTH):
        return _written(spoken.first.year, spoken.first.month, number)
    starts = [shift(reference.published.replace(day=1), n, Grain.MONTH) for n in (-2, -1, 0, 1, 2)]
    found = [w for s in starts if s and isinstance(w := _written(s.year, s.month, number), Interval)]
    return _nearest(found, Which.NEAREST, reference) if found else Unresolved(f"no month near has a day {number}")


def _nearest(found: list[Interval], which: Which, reference: Reference) -> Interval:
    """The one of a repeating time that "last", "next" or the tense asks for; without any of these the nearest."""
    published = reference.published
    behind = [i for i in found if i.first and i.first <= published and not (which is Which.LAST and i.last and i.last >= published)]
    ahead = [i for i in found if i.last and i.last >= published and not (which is Which.NEXT and i.first and i.first <= published)]
    wants_past = which is Which.LAST or (which in {Which.NEAREST, Which.THIS} and reference.direction is Direction.PAST)
    wants_future = which is Which.NEXT or (which in {Which.NEAREST, Which.THIS} and reference.direction is Direction.FUTURE)
    nearest = min(found, key=lambda i: (_distance(i, published), i.first or date.min))
    wanted = behind[-1] if wants_past and behind else ahead[0] if wants_future and ahead else nearest
    return nearest if _distance(wanted, published) > FAR and _distance(nearest, published) < NEAR else wanted


def _distance(days: Interval, published: date) -> int:
    """How many days away, none for a time that holds the day; what lies ahead counts a little more."""
    assert days.first is not None and days.last is not None
    if days.first <= published <= days.last:
        return 0
    return (published - days.last).days if days.last < published else (days.first - published).days + 1


def _going_on(found: list[Interval], spoken: Interval) -> Interval:
    """In a narrative: within the time last spoken of, else the first that is at most a few months before it."""
    assert spoken.first is not None
    within = [i for i in found if i.first and i.last and spoken.last and spoken.first <= i.first and i.last <= spoken.last]
    earliest = shift(spoken.first, -MONTHS_BACK, Grain.MONTH) or date.min
    after = [i for i in found if i.first and i.first >= earliest]
    return (within or after or found)[0]


def _weekday(weekday: Weekday, reference: Reference) -> Resolved:
    """The last such day up to and including publication, or the next one after it, as the tense says."""
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
    return _day_of(published, ahead if reference.direction is Direction.FUTURE else -back)


def _day_of(when: date, days: int) -> Resolved:
    moved = shift(when, days, Grain.DAY)
    return day(moved) if moved else OUT_OF_YEARS


def _era(era: Era, reference: Reference) -> Resolved:
    if era.number < 0 or (era.year is not None and era.year < 1):
        return OUT_OF_YEARS
    if era.grain is Grain.DECADE:
        return Interval(date(era.number, 1, 1), date(era.number + 9, 12, 31), Grain.DECADE)
    if era.grain is Grain.CENTURY:
        first = (era.number - 1) * 100
        return Interval(date(max(first, 1), 1, 1), date(min(first + 99, 9999), 12, 31), Grain.CENTURY)
    if era.year is not None:
        return part_of_year(era.number, era.grain, era.year) or OUT_OF_YEARS
    base = reference.spoken if reference.narrative else None
    near = base.first.year if base and base.first else reference.published.year
    found = [p for y in (near - 1, near, near + 1) if (p := part_of_year(era.number, era.grain, y))]
    if era.grain is Grain.QUARTER and base is None and era.which is Which.NEAREST:
        return part_of_year(era.number, era.grain, near) or OUT_OF_YEARS
    return _going_on(found, base) if base else _nearest(found, era.which, reference)


def part_of_year(number: int, grain: Grain, year_: int) -> Interval | None:
    """A quarter, or a season: winter (1) from December of this year, spring from March, as meteorologists count."""
    first = shift(date(year_, 1, 1), (number - 1) * 3 if grain is Grain.QUARTER else {1: 11, 2: 2, 3: 5, 4: 8}[number], Grain.MONTH)
    last = shift(first, 2, Grain.MONTH) if first else None
    return Interval(first, month(last.year, last.month).last, grain) if first and last else None


def _holiday(holiday: Holiday, reference: Reference) -> Resolved:
    if holiday.year is not None:
        return day(_holiday_in(holiday.name, holiday.year)) if 1583 <= holiday.year <= 4099 else OUT_OF_YEARS
    base = reference.spoken if reference.narrative else None
    near = base.first.year if base and base.first else reference.published.year
    if not 1584 <= near <= 4098:
        return OUT_OF_YEARS
    found = [day(_holiday_in(holiday.name, y)) for y in (near - 1, near, near + 1)]
    return _going_on(found, base) if base else _nearest(found, Which.NEAREST, reference)


def _holiday_in(name: str, year_: int) -> date:
    if name in FIXED_HOLIDAYS:
        return date(year_, *FIXED_HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return date.fromordinal(easter(year_).toordinal() + EASTER_HOLIDAYS[name])
    month_, weekday, number = WEEKDAY_HOLIDAYS[name]
    days = [d for n in range(month(year_, month_).days or 0) if (d := date(year_, month_, n + 1)).weekday() == weekday]
    return days[number - 1] if number > 0 else days[number]


# --- what is built on another time -----------------------------------------------------------------------------------


def unit_at(when: date, unit: Grain) -> Interval:
    """The calendar unit that holds a day.

    >>> unit_at(date(2026, 2, 4), Grain.QUARTER).last
    datetime.date(2026, 3, 31)
    """
    match unit:
        case Grain.WEEK:
            return week(when)
        case Grain.MONTH:
            return month(when.year, when.month)
        case Grain.QUARTER:
            first = (when.month - 1) // 3 * 3 + 1
            return Interval(date(when.year, first, 1), month(when.year, first + 2).last, Grain.QUARTER)
        case Grain.YEAR:
            return year(when.year)
        case Grain.DECADE | Grain.CENTURY:
            size = 10 if unit is Grain.DECADE else 100
            first = when.year // size * size
            return Interval(date(max(first, 1), 1, 1), date(min(first + size - 1, 9999), 12, 31), unit)
    return day(when)


def _step(base: Resolved, unit: Grain, steps: int) -> Resolved:
    """The unit some steps from the one that holds the reference; of a longer reference, counted from its near end."""
    if isinstance(base, Unresolved):
        return base
    if unit is Grain.DAY and base.days != 1 and steps == 0:
        return Unresolved("the time last spoken of is no day")
    edge = base.last if steps > 0 else base.first
    if edge is None:
        return Unresolved("the time it is counted from has no end")
    start = unit_at(edge, unit).first
    moved = shift(start, steps, unit) if start else None
    return unit_at(moved, unit) if moved else OUT_OF_YEARS


def _shifted(base: Resolved, period: Period, sign: Sign, *, counted_from_publication: bool) -> Resolved:
    """A count from a day gives a day; counted from publication, "two weeks ago" is that week.

    A hedged count gives the unit around it, a count that is not said gives nothing.
    """
    if isinstance(base, Unresolved):
        return base
    direction = -1 if sign is Sign.BEFORE else 1
    edge = base.first if sign is Sign.BEFORE else base.last
    if edge is None:
        return Unresolved("the time it is counted from has no end")
    if period.count is None:
        return Unresolved("how many is not said")
    if period.hours is not None:
        moved = shift(edge, direction * math.floor(period.hours / HOURS_IN_A_DAY), Grain.DAY)
        return day(moved) if moved else OUT_OF_YEARS
    moved = _moved(edge, direction * period.count, period.unit)
    if moved is None:
        return OUT_OF_YEARS
    if period.unit is not Grain.DAY and (counted_from_publication or period.hedged):
        return unit_at(moved, period.unit)
    if period.hedged:
        return week(moved)
    return day(moved) if base.days == 1 else unit_at(moved, base.grain)


def _moved(when: date, amount: float, unit: Grain) -> date | None:
    """Half a year is six months, half a month or decade its whole share of the smaller unit."""
    if amount == int(amount):
        return shift(when, int(amount), unit)
    smaller, size = SMALLER.get(unit, (Grain.DAY, 1))
    return shift(when, round(amount * size), smaller)


def _adjacent(base: Resolved, what: Weekday | Grain | Portion, sign: Sign) -> Resolved:
    if isinstance(base, Unresolved):
        return base
    edge = base.first if sign is Sign.BEFORE else base.last
    if edge is None:
        return Unresolved("the time it stands beside has no end")
    if isinstance(what, Grain):
        return _step(day(edge), what, -1 if sign is Sign.BEFORE else 1)
    wanted = what.weekday if isinstance(what, Weekday) else SATURDAY
    away = (wanted - edge.weekday() - 1) % 7 + 1 if sign is Sign.AFTER else -((edge.weekday() - wanted - 1) % 7 + 1)
    found = shift(edge, away, Grain.DAY)
    if found is None:
        return OUT_OF_YEARS
    return day(found) if isinstance(what, Weekday) else _weekend(found)


def _weekend(saturday: date) -> Resolved:
    sunday = shift(saturday, 1, Grain.DAY)
    return Interval(saturday, sunday, Grain.SPAN) if sunday else OUT_OF_YEARS


def _nth(base: Resolved, number: int) -> Resolved:
    if isinstance(base, Unresolved) or base.first is None or base.last is None:
        return base
    if number == 0:
        return base
    found = shift(base.first, number - 1, Grain.DAY) if number > 0 else shift(base.last, number + 1, Grain.DAY)
    return day(found) if found and base.first <= found <= base.last else Unresolved("the stay has no such day")


def _within(base: Resolved, period: Period, sign: Sign) -> Resolved:
    """From the reference to a period beyond it; without a number only where it begins or ends is known."""
    if isinstance(base, Unresolved):
        return base
    if period.count is None:
        return Unresolved("how many is not said")
    reached = _shifted(base, replace(period, hedged=False), sign, counted_from_publication=False)
    return reached if isinstance(reached, Unresolved) else replace(cover(base, reached), grain=Grain.SPAN)


def _part(whole: Resolved, which: Portion, reference: Reference) -> Resolved:
    """Thirds for early, mid and late; "earlier this month" ends the day before publication."""
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if which is Portion.WEEKEND:
        return _weekend(date.fromordinal(whole.last.toordinal() - 1)) if whole.last > date.min else OUT_OF_YEARS
    if which in {Portion.EARLIER, Portion.LATER}:
        return _cut(whole, which, reference)
    if (whole.days or 0) < 7:
        return whole
    size = whole.days or 0
    begins, ends = {
        Portion.START: (0.0, 1 / 3),
        Portion.MID: (1 / 3, 2 / 3),
        Portion.END: (2 / 3, 1.0),
        Portion.FIRST_HALF: (0.0, 1 / 2),
        Portion.SECOND_HALF: (1 / 2, 1.0),
    }[which]
    first, last = _edge(whole.first, whole.grain, begins, size), _edge(whole.first, whole.grain, ends, size)
    return Interval(first, date.fromordinal(last.toordinal() - 1), Grain.SPAN)


def _edge(first: date, grain: Grain, share: float, size: int) -> date:
    """Where a share of a time begins: years at whole months, months at 11 and 21, other times at the nearest day."""
    if grain is Grain.YEAR:
        return shift(first, round(12 * share), Grain.MONTH) or date.max
    if grain is Grain.DECADE:
        return shift(first, round(10 * share), Grain.YEAR) or date.max
    if grain is Grain.MONTH and share not in (0.0, 1.0):
        return first.replace(day=round(30 * share) + 1)
    return date.fromordinal(min(first.toordinal() + round(size * share), date.max.toordinal()))


def _cut(whole: Interval, which: Portion, reference: Reference) -> Resolved:
    """What lies before or after publication, or, of a time that publication is not in, after the time last spoken of."""
    assert whole.first is not None and whole.last is not None
    marker = reference.published
    spoken = reference.spoken
    if not whole.first <= marker <= whole.last:
        if spoken is None or spoken.last is None or spoken.first is None or spoken.last >= whole.last or spoken.first < whole.first:
            return whole
        marker = spoken.last
    if which is Portion.EARLIER:
        last = shift(marker, -1, Grain.DAY)
        return Interval(whole.first, last, Grain.SPAN) if last and last >= whole.first else whole
    first = shift(marker, 1, Grain.DAY)
    return Interval(first, whole.last, Grain.SPAN) if first and first <= whole.last else whole


def _on_a_day(base: Resolved, reference: Reference) -> Resolved:
    """An hour alone is of the day last spoken of, or else of publication."""
    return base if isinstance(base, Interval) and base.days == 1 else day(reference.published)


def _member(whole: Resolved, what: Calendar | Weekday | Era | Grain, number: int, reference: Reference) -> Resolved:
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if isinstance(what, Calendar):
        return _calendar(replace(what, year=whole.first.year), reference)
    if isinstance(what, Era):
        return _era(replace(what, year=whole.first.year), reference)
    if isinstance(what, Weekday):
        return Unresolved("which of several such days is not said")
    edge = shift(whole.first, number - 1, what) if number > 0 else shift(whole.last, number + 1, what)
    return unit_at(edge, what) if edge else OUT_OF_YEARS


def _range(first: Expression, last: Expression, reference: Reference) -> Resolved:
    """The first end takes what it leaves out from the last: "from 3 May to 5 June 2024"."""
    end = resolve(last, reference)
    if isinstance(end, Unresolved):
        return end
    if isinstance(first, Calendar) and first.year is None and isinstance(last, Calendar) and last.year is not None:
        start = _calendar(replace(first, year=last.year), reference)
        if isinstance(start, Interval) and start.first and end.first and start.first > end.first:
            start = _calendar(replace(first, year=last.year - 1), reference)
    else:
        start = resolve(first, reference)
    if isinstance(start, Unresolved):
        return start
    if start.first and end.first and end.first < start.first:
        end = resolve(last, replace(reference, published=start.first, direction=Direction.FUTURE))
    if isinstance(end, Unresolved) or (start.first and end.last and end.last < start.first):
        return Unresolved("the last day comes before the first")
    return Interval(start.first, end.last, Grain.SPAN if start.grain is end.grain is Grain.DAY else end.grain)
