"""The words along the axis: days, months or years, whichever suit the span of a segment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from typing import Literal

from timeline.draw.axis import Segment
from timeline.draw.fonts import width
from timeline.edtf import LONG_MONTHS, MONTHS

Unit = Literal["day", "month", "year"]

STEPS: tuple[tuple[Unit, int], ...] = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500), ("year", 2500),
)  # fmt: skip
CONTEXT: dict[Unit, Unit] = {"day": "month", "month": "year"}
LAST_DAY = date.max.toordinal()
SIZE = 8.0
ROOM = 5.0
MOST = 15


@dataclass(frozen=True, slots=True)
class Tick:
    """A word on the axis, centred at `x`; `line` is where the grid line of its beginning stands, if it is in the segment."""

    x: float
    text: str
    line: float | None = None


@dataclass(frozen=True, slots=True)
class Ticks:
    """The words of one segment: the fine ones, and above them what they are days or months of (left-aligned)."""

    fine: tuple[Tick, ...]
    context: tuple[Tick, ...]


def ticks(segment: Segment) -> Ticks:
    """The finest words that fit the segment side by side."""
    for unit, step in STEPS:
        fine = tuple(islice(_fine(segment, unit, step), MOST + 1))
        if fine and len(fine) <= MOST and _apart(fine):
            return Ticks(fine, _context(segment, unit))
    first = date.fromordinal(segment.first)
    return Ticks((), (Tick(segment.left + 2, _context_names(first, "month", with_year=True)[-1]),))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A stretch of the calendar, `first` up to before `after` (ordinals), clipped to the segment."""

    first: int
    after: int
    begins: date
    whole: bool


def _cells(segment: Segment, unit: Unit, step: int) -> Iterator[_Cell]:
    index_of, begin_of = COUNTING[unit]
    end = segment.last + 1
    index = index_of(date.fromordinal(segment.first)) // step
    while (begin := begin_of(index * step)) < end:
        after = begin_of((index + 1) * step)
        first = max(begin, segment.first)
        yield _Cell(first, min(after, end), date.fromordinal(begin), begin >= segment.first)
        index += 1


def _fine(segment: Segment, unit: Unit, step: int) -> Iterator[Tick]:
    """A single day, month or year is named in its middle; several are named where they begin."""
    for cell in _cells(segment, unit, step):
        text = _name(cell.begins, unit)
        left, right = segment.x(cell.first), segment.x(cell.after)
        if step == 1:
            if cell.whole or right - left > width(text, SIZE) + ROOM:
                yield Tick((left + right) / 2, text, left if cell.whole else None)
        elif cell.whole:
            middle_of_day = segment.x(cell.first + 0.5) if unit == "day" else left
            yield Tick(min(max(middle_of_day, segment.left + width(text, SIZE) / 2), segment.right - width(text, SIZE) / 2), text, left)


def _context(segment: Segment, unit: Unit) -> tuple[Tick, ...]:
    above = CONTEXT.get(unit)
    if above is None:
        return ()
    found: list[Tick] = []
    year = None
    for cell in _cells(segment, above, 1):
        left = segment.x(cell.first)
        for text in _context_names(cell.begins, above, with_year=cell.begins.year != year):
            if width(text, SIZE, "bold") + ROOM <= segment.x(cell.after) - left:
                found.append(Tick(left, text, left if cell.whole else None))
                year = cell.begins.year
                break
    if not found:
        return (Tick(segment.left + 2, _context_names(date.fromordinal(segment.first), above, with_year=True)[-1]),)
    return tuple(found)


def _context_names(begins: date, unit: Unit, *, with_year: bool) -> tuple[str, ...]:
    if unit == "year":
        return (str(begins.year),)
    long, short = LONG_MONTHS[begins.month - 1], MONTHS[begins.month - 1]
    return (f"{long} {begins.year}", f"{short} {begins.year}") if with_year else (long, short)


def _name(begins: date, unit: Unit) -> str:
    if unit == "day":
        return str(begins.day)
    return MONTHS[begins.month - 1] if unit == "month" else str(begins.year)


def _apart(row: tuple[Tick, ...]) -> bool:
    edges = [(tick.x - width(tick.text, SIZE) / 2, tick.x + width(tick.text, SIZE) / 2) for tick in row]
    return all(left - right >= ROOM for (_, right), (left, _) in pairwise(edges))


def _day_begins(index: int) -> int:
    return min(index + 1, LAST_DAY + 1)


def _month_begins(index: int) -> int:
    year, month = divmod(index, 12)
    return LAST_DAY + 1 if year > date.max.year else date(max(year, 1), month + 1, 1).toordinal()


def _year_begins(year: int) -> int:
    return LAST_DAY + 1 if year > date.max.year else date(max(year, 1), 1, 1).toordinal()


# How each unit is counted, and on which ordinal a count begins. Day 0 is a Monday, so weeks of seven days begin on Mondays.
COUNTING: dict[Unit, tuple[Callable[[date], int], Callable[[int], int]]] = {
    "day": (lambda day: day.toordinal() - 1, _day_begins),
    "month": (lambda day: day.year * 12 + day.month - 1, _month_begins),
    "year": (lambda day: day.year, _year_begins),
}
