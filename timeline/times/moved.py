"""Times counted from another time, beside it or within it: "two weeks later", "the weekend before", "late in the month"."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from timeline.model import Unresolved
from timeline.times.expression import Calendar, Era, Period, Portion, Sign, Weekday
from timeline.times.interval import (
    HOURS_IN_A_DAY,
    SATURDAY,
    THURSDAY,
    Grain,
    Interval,
    cover,
    day,
    month,
    shift,
    unit_at,
    week,
    weekday_beside,
)
from timeline.times.named import part_of_year
from timeline.times.reference import OUT_OF_YEARS, Reference, Resolved
from timeline.times.tense import AHEAD

SOME_DAYS = 10
SMALLER = {
    Grain.CENTURY: (Grain.YEAR, 100), Grain.DECADE: (Grain.YEAR, 10), Grain.YEAR: (Grain.MONTH, 12), Grain.MONTH: (Grain.DAY, 30),
    Grain.WEEK: (Grain.DAY, 7),
}  # fmt: skip

_SIZES = (Grain.DAY, Grain.WORKING_DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
# A count of these does not move a longer time as a whole: "in 2026 …; a month later".
FINER = {grain: frozenset(_SIZES[:i]) for i, grain in enumerate(_SIZES)} | {Grain.SEASON: frozenset(_SIZES[:4])}

# "Early in the week" is Monday and Tuesday, "midweek" Tuesday to Thursday, "late in the week" Thursday to Sunday.
DAYS_OF_A_WEEK = {Portion.START: (0, 1), Portion.MID: (1, 3), Portion.END: (3, 6)}


def step(base: Resolved, unit: Grain, steps: int) -> Resolved:
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


def shifted(base: Resolved, period: Period, sign: Sign, *, counted_from_publication: bool) -> Resolved:
    """A count from a day gives a day; counted from publication, "two weeks ago" is that week.

    A hedged count gives the unit around it, a count that is not said gives nothing.
    """
    if isinstance(base, Unresolved):
        return base
    direction = -1 if sign is Sign.BEFORE else 1
    edge = base.first if sign is Sign.BEFORE else base.last
    if edge is None:
        return Unresolved("the time it is counted from has no end")
    if base.grain is Grain.WEEK and period.unit is not Grain.DAY:
        edge = (
            shift(unit_at(edge, Grain.WEEK).first or edge, THURSDAY, Grain.DAY) or edge
        )  # "a year ago this week": the week is its Thursday's
    if period.hours is not None:
        moved = shift(edge, direction * math.floor(period.hours / HOURS_IN_A_DAY), Grain.DAY)
        return day(moved) if moved else OUT_OF_YEARS
    if period.count is None:
        return Unresolved("how many is not said")
    moved = _moved(edge, direction * period.count, period.unit)
    if moved is None:
        return OUT_OF_YEARS
    if period.unit not in {Grain.DAY, Grain.WORKING_DAY} and (counted_from_publication or period.hedge):
        return unit_at(moved, period.unit if _is_whole(period) else SMALLER.get(period.unit, (Grain.DAY, 1))[0])
    if period.hedge:
        return week(moved)
    if base.days == 1:
        return day(moved)
    if period.unit in FINER.get(base.grain, ()):
        return _all_moved(base, direction * period.count, period.unit)
    return unit_at(moved, base.grain)


def _all_moved(base: Interval, amount: float, unit: Grain) -> Resolved:
    """ "In 2026 they quarrelled. A month later": a month after any day of that year."""
    first, last = (None if edge is None else _moved(edge, amount, unit) for edge in (base.first, base.last))
    return Interval(first, last, Grain.SPAN) if first and last else OUT_OF_YEARS


def _is_whole(period: Period) -> bool:
    """Whether a count is as fine as its unit: "two and a half years ago" is a year, "half a century ago" no century."""
    assert period.count is not None
    return period.count == int(period.count) or (period.count > 1 and period.unit not in {Grain.DECADE, Grain.CENTURY})


def _moved(when: date, amount: float, unit: Grain) -> date | None:
    """Half a year is six months, half a month or decade its whole share of the smaller unit."""
    if amount == int(amount):
        return shift(when, int(amount), unit)
    smaller, size = SMALLER.get(unit, (Grain.DAY, 1))
    return shift(when, round(amount * size), smaller)


def adjacent(base: Resolved, what: Weekday | Calendar | Era | Grain | Portion, sign: Sign) -> Resolved:
    if isinstance(base, Unresolved):
        return base
    edge = base.first if sign is Sign.BEFORE else base.last
    if edge is None:
        return Unresolved("the time it stands beside has no end")
    if isinstance(what, Grain):
        return step(day(edge), what, -1 if sign is Sign.BEFORE else 1)
    if isinstance(what, Calendar):
        return _month_beside(edge, what.month or 1, sign)
    if isinstance(what, Era):
        return _season_beside(edge, what, sign)
    wanted = what.weekday if isinstance(what, Weekday) else SATURDAY
    found = weekday_beside(edge, wanted, later=sign is Sign.AFTER)
    if found is None:
        return OUT_OF_YEARS
    return day(found) if isinstance(what, Weekday) else _weekend(found)


def _month_beside(edge: date, month_: int, sign: Sign) -> Resolved:
    """ "The previous April", "the following May": strictly outside the month of the reference."""
    year_ = edge.year - (month_ >= edge.month) if sign is Sign.BEFORE else edge.year + (month_ <= edge.month)
    return month(year_, month_) if 1 <= year_ <= 9999 else OUT_OF_YEARS


def _season_beside(edge: date, season: Era, sign: Sign) -> Resolved:
    """ "The summer before the war": the nearest that does not hold the reference."""
    around = range(max(edge.year - 2, 1), min(edge.year + 2, 9999) + 1)
    found = [part for y in around if (part := part_of_year(season.number, season.grain, y))]
    before = [part for part in found if part.last and part.last < edge]
    after = [part for part in found if part.first and part.first > edge]
    nearest = before[-1:] if sign is Sign.BEFORE else after[:1]
    return nearest[0] if nearest else OUT_OF_YEARS


def _weekend(saturday: date) -> Resolved:
    sunday = shift(saturday, 1, Grain.DAY)
    return Interval(saturday, sunday, Grain.SPAN) if sunday else OUT_OF_YEARS


def nth(base: Resolved, number: int) -> Resolved:
    if isinstance(base, Unresolved) or base.first is None or base.last is None:
        return base
    if number == 0:
        return base
    found = shift(base.first, number - 1, Grain.DAY) if number > 0 else shift(base.last, number + 1, Grain.DAY)
    return day(found) if found and base.first <= found <= base.last else Unresolved("the stay has no such day")


def within(base: Resolved, period: Period, sign: Sign) -> Resolved:
    """From the reference to a period beyond it; without a number only where it begins or ends is known."""
    if isinstance(base, Unresolved):
        return base
    if period.count is None:
        return Unresolved("how many is not said")
    if period.hours is not None:
        period = Period(math.ceil(period.hours / HOURS_IN_A_DAY), Grain.DAY)
    reached = shifted(base, replace(period, hedge=None), sign, counted_from_publication=False)
    return reached if isinstance(reached, Unresolved) else replace(cover(base, reached), grain=Grain.SPAN)


def edge(whole: Resolved, period: Period, sign: Sign, reference: Reference) -> Resolved:
    """So much from the first day on, or up to the last; without a number its first or last days."""
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if period.count is None:
        return part(whole, Portion.FIRST_DAYS if sign is Sign.AFTER else Portion.LAST_DAYS, reference)
    if period.hours is not None:
        period = Period(max(math.ceil(period.hours / HOURS_IN_A_DAY), 1), Grain.DAY)
    assert period.count is not None
    start = whole.first if sign is Sign.AFTER else whole.last
    reached = _moved(start, period.count if sign is Sign.AFTER else -period.count, period.unit)
    end = shift(reached, -1 if sign is Sign.AFTER else 1, Grain.DAY) if reached else None
    if end is None or not whole.first <= end <= whole.last:
        return Unresolved("it is not so long")
    return Interval(min(start, end), max(start, end), Grain.SPAN)


def part(whole: Resolved, which: Portion, reference: Reference) -> Resolved:
    """Thirds for early, mid and late; "earlier this month" ends the day before publication."""
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if which is Portion.WEEKEND:
        saturday = shift(whole.last, SATURDAY - whole.last.weekday(), Grain.DAY)
        return _weekend(saturday) if saturday else OUT_OF_YEARS
    if which is Portion.FISCAL:
        return _fiscal(whole)
    if whole.grain is Grain.WEEK and which in DAYS_OF_A_WEEK:
        first, last = (shift(whole.first, n, Grain.DAY) for n in DAYS_OF_A_WEEK[which])
        return Interval(first, last, Grain.SPAN)
    if which in {Portion.EARLIER, Portion.SO_FAR, Portion.LATER}:
        return _cut(whole, which, reference)
    if which in {Portion.FIRST_DAYS, Portion.LAST_DAYS}:
        return _some_days(whole, which)
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
    first = _edge(whole.first, whole.grain, begins, size)
    last = whole.last if ends == 1 else date.fromordinal(_edge(whole.first, whole.grain, ends, size).toordinal() - 1)
    return Interval(first, last, Grain.SPAN)


def _some_days(whole: Interval, which: Portion) -> Resolved:
    """ "The first days" of a month or year are its first ten, the last those from the 21st of a month of 31 on."""
    assert whole.first is not None and whole.last is not None
    if (whole.days or 0) <= SOME_DAYS:
        return whole
    if which is Portion.FIRST_DAYS:
        return Interval(whole.first, shift(whole.first, SOME_DAYS - 1, Grain.DAY), Grain.SPAN)
    return Interval(shift(whole.last, -SOME_DAYS, Grain.DAY), whole.last, Grain.SPAN)


def _fiscal(whole: Interval) -> Resolved:
    """Some count from the July before (Australia), some to the March after (India, Japan): only that long stretch is sure."""
    assert whole.first is not None and whole.last is not None
    first, last = shift(whole.first, -6, Grain.MONTH), shift(whole.last, 3, Grain.MONTH)
    return Interval(first, last, Grain.SPAN) if first and last else OUT_OF_YEARS


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
    if which is not Portion.LATER:
        last = marker if which is Portion.SO_FAR else shift(marker, -1, Grain.DAY)
        return Interval(whole.first, last, Grain.SPAN) if last and last >= whole.first else whole
    first = shift(marker, 1, Grain.DAY)
    return Interval(first, whole.last, Grain.SPAN) if first and first <= whole.last else whole


def on_a_day(reference: Reference) -> Resolved:
    """An hour alone, or "the day", is of the day last told, or else, in news, of publication."""
    told = reference.day
    to_come = told is not None and told.last is not None and told.last > reference.published
    if told is not None and not (to_come and reference.direction not in AHEAD):
        return told
    return Unresolved("no day spoken of before") if reference.narrative else day(reference.published)
