"""The order of events as a strip of characters: each day that matters has its place, those between them have none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import LOOSE, Event


@dataclass(frozen=True, slots=True)
class Strip:
    """Places for days, in order of time, on so many columns."""

    days: tuple[date, ...]
    columns: int

    @classmethod
    def of(cls, events: Iterable[Event], columns: int) -> Strip:
        """The strip for all the first and last days of these events, no wider than it must be."""
        days = sorted({day for event in events for span in _spans(event) for day in span if day})
        return cls(tuple(days), min(columns, max(2 * len(days) - 1, 1)))

    def drawn(self, event: Event, sign: str) -> str:
        """The event on the strip: its sign on its day, a stretch between two ends, an open side running off, nothing without a date.

        A stretch in which the event lies somewhere ends in stops, one that it fills in its signs.
        """
        cells = [" "] * self.columns
        for first, last in _spans(event):
            if first and first == last:
                cells[self._place(first)] = sign
            elif first or last:
                self._stretch(cells, first, last, sign, loose=event.basis in LOOSE)
        return "".join(cells).rstrip()

    def _stretch(self, cells: list[str], first: date | None, last: date | None, sign: str, *, loose: bool) -> None:
        left = self._place(first) if first else 0
        right = self._place(last) if last else self.columns - 1
        if left == right:
            cells[left] = sign
            return
        cells[left : right + 1] = ("─" if loose or not (first and last) else "━") * (right + 1 - left)
        cells[left] = "‹" if not first else "├" if loose else sign
        cells[right] = "›" if not last else "┤" if loose else sign

    def _place(self, day: date) -> int:
        return round(bisect_left(self.days, day) * (self.columns - 1) / max(len(self.days) - 1, 1))


def _spans(event: Event) -> Sequence[tuple[date | None, date | None]]:
    """The days of an event, or each of the readings of a disputed one."""
    return [(i.first, i.last) for i in event.alternatives] or [(event.start, event.end)]
