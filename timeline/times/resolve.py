"""A typed expression and what it is read against → days, or why there are none."""

from __future__ import annotations

from dataclasses import replace

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
    Published,
    Range,
    Repeat,
    Setting,
    Shift,
    Spoken,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Within,
)
from timeline.times.interval import Grain, Interval, day, days_of, shift, unit_at
from timeline.times.moved import adjacent, nth, on_a_day, part, shifted, step, within
from timeline.times.named import in_era, on_calendar, on_holiday, on_weekday
from timeline.times.reference import OUT_OF_YEARS, Reference, Resolved
from timeline.times.tense import Direction

SUNDAY = 6


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
            return reference.spoken or Unresolved("no time spoken of before")
        case Setting():
            return resolve(Spoken() if reference.narrative else Published(), reference)
        case EventRef(words=words):
            return Unresolved(f"hangs on the event {words!r}")
        case Calendar():
            return on_calendar(expression, reference)
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
        case Part(of=of, which=which):
            return part(resolve(of, reference), which, reference)
        case Clock(of=of):
            return on_a_day(resolve(of, reference), reference) if isinstance(of, Spoken) else resolve(of, reference)
    raise TypeError(f"no way to resolve {expression!r}")


def _member(whole: Resolved, what: Calendar | Weekday | Era | Grain, number: int, reference: Reference) -> Resolved:
    if isinstance(whole, Unresolved) or whole.first is None or whole.last is None:
        return whole
    if isinstance(what, Calendar):
        return on_calendar(replace(what, year=whole.first.year), reference)
    if isinstance(what, Era):
        return in_era(replace(what, year=whole.first.year), reference)
    if isinstance(what, Weekday):
        days = [d for d in days_of(whole) if d.weekday() == what.weekday]
        return day(days[number - 1] if number > 0 else days[number]) if abs(number) <= len(days) else Unresolved("there is no such weekday")
    edge = shift(whole.first, number - 1, what) if number > 0 else shift(whole.last, number + 1, what)
    if edge and number < 0 and what is Grain.WEEK and edge.weekday() < SUNDAY:
        edge = shift(edge, -1, what)  # the last week that lies wholly within
    return unit_at(edge, what) if edge else OUT_OF_YEARS


def _range(first: Expression, last: Expression, reference: Reference) -> Resolved:
    """From the first day of one to the last day of the other, which comes after it: "from Friday to Monday"."""
    start, end = resolve(first, reference), resolve(last, reference)
    if isinstance(start, Unresolved):
        return start
    if isinstance(end, Unresolved):
        return end
    if start.first and end.first and end.first < start.first:
        end = resolve(last, replace(reference, published=start.first, direction=Direction.FUTURE))
    if isinstance(end, Unresolved) or (start.first and end.last and end.last < start.first):
        return Unresolved("the last day comes before the first")
    return Interval(start.first, end.last, Grain.SPAN if start.grain is end.grain is Grain.DAY else end.grain)
