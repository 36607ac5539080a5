"""Calendar steps that keep the order of days, forwards and backwards.

A step first counts `amount` units on, then goes to the first or last day of the `snap` unit; a weekday step goes to the first
such day strictly later, or strictly earlier when `amount` is negative. None means a day outside the years 1 to 9999: no bound.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from timeline.model import End, Move
from timeline.times.interval import Grain, shift, unit_at, weekday_beside

LAST_ORDINAL = date.max.toordinal()


def apply(move: Move, when: date) -> date | None:
    """The day this step leads to.

    >>> apply(Move(-3), date(2026, 2, 4)), apply(Move(1, weekday=1), date(2026, 2, 4))
    (datetime.date(2026, 2, 1), datetime.date(2026, 2, 10))
    """
    if move.weekday is not None:
        return weekday_beside(when, move.weekday, later=move.amount >= 0)
    moved = shift(when, move.amount, move.unit) if move.amount else when
    if moved is None or move.snap is None:
        return moved
    days = unit_at(moved, move.snap)
    return days.first if move.edge is End.FIRST else days.last


def greatest(move: Move, bound: date) -> date | None:
    """The last day that the step takes to `bound` or before it; None when every day does or none."""
    if _is_plain(move):
        return shift(bound, -move.amount, move.unit)
    return _turning_point(lambda when: _at_most(apply(move, when), bound, move), latest=True)


def least(move: Move, bound: date) -> date | None:
    """The first day that the step takes to `bound` or after it; None when every day does or none."""
    if _is_plain(move):
        return shift(bound, -move.amount, move.unit)
    return _turning_point(lambda when: _at_least(apply(move, when), bound, move), latest=False)


def _is_plain(move: Move) -> bool:
    """A count of days or weeks, which undoes itself exactly."""
    return move.weekday is None and move.snap is None and move.unit in (Grain.DAY, Grain.WEEK)


def _turning_point(holds: Callable[[date], bool], *, latest: bool) -> date | None:
    """Bisection over all days: `holds` changes once, since a step keeps the order of days."""
    low, high = 1, LAST_ORDINAL
    if holds(date.min) == holds(date.max):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if holds(date.fromordinal(middle)) == latest:
            low = middle
        else:
            high = middle
    return date.fromordinal(low if latest else high)


def _at_most(moved: date | None, bound: date, move: Move) -> bool:
    return moved <= bound if moved is not None else move.amount < 0


def _at_least(moved: date | None, bound: date, move: Move) -> bool:
    return moved >= bound if moved is not None else move.amount > 0
