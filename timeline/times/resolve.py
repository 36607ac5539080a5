"""A typed expression and what it is read against → days, or why there are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.model import Unresolved
from timeline.times.expression import (
    Adjacent,
    Between,
    Calendar,
    Clock,
    Duration,
    Edge,
    Era,
    EventRef,
    Expression,
    Holiday,
    Member,
    Nth,
    Part,
    Published,
    Range,
    Repeat,
    Setting,
    Shift,
    Slashed,
    Spoken,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Within,
)
from timeline.times.interval import Grain, Interval, day, days_of, shift, unit_at, weekday_beside
from timeline.times.moved import adjacent, edge, nth, on_a_day, part, shifted, step, within
from timeline.times.named import in_era, on_calendar, on_holiday, on_slashed, on_weekday
from timeline.times.reference import OUT_OF_YEARS, Reference, Resolved
from timeline.times.tense import Direction

_NOTHING_SPOKEN = Unresolved("no time spoken of before")


def resolve(expression: Expression, reference: Reference) -> Resolved:
    """The days of an expression.

    >>> from datetime import date
    >>> resolve(Weekday(1), Reference(date(2024, 3, 14), direction=Direction.PAST)).first
    datetime.date(2024, 3, 12)
    """
    match expression:
        case Published():
            return day(reference.published)
        case Spoken():
            return reference.spoken or _NOTHING_SPOKEN
        case Setting():
            return resolve(Spoken() if reference.narrative else Published(), reference)
        case EventRef(words=words) | Between(first=EventRef(words=words)):
            return Unresolved(f"hangs on the event {words!r}")
        case Calendar():
            return on_calendar(expression, reference)
        case Slashed():
            return on_slashed(expression, reference)
        case Weekday():
            return on_weekday(expression, reference)
        case Era():
            return in_era(expression, reference)
        case Holiday():
            return on_holiday(expression, reference)
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
        case Unit(unit=Grain.DAY, steps=0, ref=Setting()):
            return on_a_day(reference)
        case Unit(unit=Grain.QUARTER, steps=steps, ref=Setting()) if reference.quarter is not None:
            return step(reference.quarter, Grain.QUARTER, steps)
        case Unit(unit=unit, steps=steps, ref=Spoken()):
            return step(reference.spoken_for(unit) or _NOTHING_SPOKEN, unit, steps)
        case Shift(ref=Spoken(), period=period, sign=sign):
            return shifted(reference.spoken_for(period.unit) or _NOTHING_SPOKEN, period, sign, counted_from_publication=False)
        case Unit(unit=unit, steps=steps, ref=ref):
            return step(resolve(ref, reference), unit, steps)
        case Shift(ref=ref, period=period, sign=sign):
            return shifted(resolve(ref, reference), period, sign, counted_from_publication=isinstance(ref, Published))
        case Adjacent(ref=ref, what=what, sign=sign):
            return adjacent(resolve(ref, reference), what, sign)
        case Nth(ref=ref, number=number):
            return nth(resolve(ref, reference), number)
        case Within(ref=ref, period=period, sign=sign):
            return within(resolve(ref, reference), period, sign)
        case Edge(of=of, period=period, sign=sign):
            return edge(resolve(of, reference), period, sign, reference)
        case Part(of=of, which=which):
            return part(resolve(of, reference), which, reference)
        case Clock(of=of):
            return on_a_day(reference) if isinstance(of, Spoken) else resolve(of, reference)
    raise TypeError(f"no way to resolve {expression!r}")


def _member(whole: Resolved, what: Calendar | Weekday | Era | Grain, number: int, reference: Reference) -> Resolved:
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if isinstance(what, Calendar):
        month = what.month or whole.first.month  # "the 20th of last month" has only a day
        return on_calendar(replace(what, year=whole.first.year, month=month), reference)
    if isinstance(what, Era):
        return in_era(replace(what, year=whole.first.year), reference)
    if isinstance(what, Weekday):
        days = [d for d in days_of(whole) if d.weekday() == what.weekday]
        return day(days[number - 1] if number > 0 else days[number]) if abs(number) <= len(days) else Unresolved("there is no such weekday")
    counted = shift(whole.first, number - 1, what) if number > 0 else shift(whole.last, number + 1, what)
    if counted is None or not whole.first <= counted <= whole.last:
        return Unresolved("it has no such part")
    return _week_within(counted, number) if what is Grain.WEEK else unit_at(counted, what)


def _week_within(counted: date, number: int) -> Resolved:
    """The weeks of a longer time are counted from its first day, or back from its last: the last week of February is 22 to 28."""
    other = shift(counted, 6 if number > 0 else -6, Grain.DAY)
    return Interval(min(counted, other), max(counted, other), Grain.WEEK) if other else OUT_OF_YEARS


def _range(first: Expression, last: Expression, reference: Reference) -> Resolved:
    """From the first day of one to the last day of the other, which comes after it: "from Friday to Monday"."""
    start, end = resolve(first, reference), resolve(last, reference)
    if isinstance(first, Weekday) and isinstance(end, Interval) and end.first and reference.direction is Direction.PAST:
        began = weekday_beside(end.first, first.weekday, later=False)  # what is over ended by the day of publication
        start = day(began) if began else OUT_OF_YEARS
    if isinstance(start, Unresolved):
        return start
    if isinstance(end, Unresolved):
        return end
    if start.first and end.first and end.first < start.first:
        end = resolve(last, replace(reference, published=start.first, direction=Direction.FUTURE))
    if isinstance(end, Unresolved) or (start.first and end.last and end.last < start.first):
        return Unresolved("the last day comes before the first")
    return Interval(start.first, end.last, Grain.SPAN if start.grain is end.grain is Grain.DAY else end.grain)
