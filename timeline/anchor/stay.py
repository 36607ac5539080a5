"""Building blocks: constraints on both days of an event, against fixed days or against another event's days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.model import Bound, Constraint, End, Evidence, Move, Point, Term
from timeline.times.interval import Interval


def inside(event: str, days: Interval, why: Evidence) -> Iterator[Constraint]:
    """The whole event lies within these days."""
    if days.first is not None:
        yield not_before(event, Term(day=days.first), why)
    if days.last is not None:
        yield not_after(event, Term(day=days.last), why)


def not_before(event: str, term: Term, why: Evidence) -> Constraint:
    return Constraint(Point(event, End.FIRST), Bound.AT_LEAST, term, why)


def not_after(event: str, term: Term, why: Evidence) -> Constraint:
    return Constraint(Point(event, End.LAST), Bound.AT_MOST, term, why)


def at(event: str, first: Term, last: Term, why: Evidence) -> Iterator[Constraint]:
    """The event begins on one day and ends on the other, both ways known."""
    for end, term in ((End.FIRST, first), (End.LAST, last)):
        yield Constraint(Point(event, end), Bound.AT_LEAST, term, why)
        yield Constraint(Point(event, end), Bound.AT_MOST, term, why)


def of_one_end(event: str, end: End, days: Interval, why: Evidence) -> Iterator[Constraint]:
    """The event begins, or ends, on one of these days."""
    if days.first is not None:
        yield Constraint(Point(event, end), Bound.AT_LEAST, Term(day=days.first), why)
    if days.last is not None:
        yield Constraint(Point(event, end), Bound.AT_MOST, Term(day=days.last), why)


def lasting(event: str, days: int, why: Evidence) -> Constraint:
    """The event lasts no longer than so many days."""
    return Constraint(Point(event, End.LAST), Bound.AT_MOST, of(event, End.FIRST, Move(days - 1)), why)


def exactly(event: str, days: int, why: Evidence) -> Iterator[Constraint]:
    """The event lasts so many days."""
    yield lasting(event, days, why)
    yield Constraint(Point(event, End.LAST), Bound.AT_LEAST, of(event, End.FIRST, Move(days - 1)), why)


def covering(event: str, day: date, why: Evidence) -> Iterator[Constraint]:
    """The event is under way on this day."""
    yield Constraint(Point(event, End.FIRST), Bound.AT_MOST, Term(day=day), why)
    yield Constraint(Point(event, End.LAST), Bound.AT_LEAST, Term(day=day), why)


def of(event: str, end: End, move: Move | None = None) -> Term:
    """Another event's first or last day, moved."""
    return Term(point=Point(event, end), move=move or Move())
