"""The key under the picture: the marks that are in it, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.draw.fonts import width
from timeline.draw.marks import CROSSED_OUT
from timeline.model import Basis, Event, Status

SIZE = 8.0
LINE = 15.0
SYMBOL = 17.0
WIDE_SYMBOL = 31.0
BETWEEN = 18.0

BASES = {
    Basis.STATED: "stated in the text",
    Basis.DERIVED: "worked out through another event",
    Basis.BOUNDED: "only known to be before or after",
    Basis.ASSUMED: "assumed from the tense",
    Basis.UNKNOWN: "no date",
}
STATUSES = {
    Status.PLANNED: "planned",
    Status.ONGOING: "under way",
    Status.CANCELLED: "cancelled",
    Status.DENIED: "denied",
    Status.HYPOTHETICAL: "hypothetical",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark to explain; `disputed` is that of the days a disputed event is told with."""

    text: str
    basis: Basis = Basis.STATED
    status: Status = Status.HAPPENED
    disputed: bool = False

    @property
    def symbol(self) -> float:
        """The room its symbol takes, with the space after it."""
        wide = self.disputed or self.status is Status.ONGOING or self.basis is Basis.BOUNDED
        return WIDE_SYMBOL if wide else SYMBOL


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, and where its symbol begins."""

    entry: Entry
    x: float
    y: float


def entries(events: Sequence[Event]) -> tuple[Entry, ...]:
    """What needs a word: every basis there is, then every status but the usual one."""
    plain = [event for event in events if not event.alternatives]
    found = [Entry(text, basis) for basis, text in BASES.items() if any(e.basis is basis for e in plain)]
    crossed = [status for status in CROSSED_OUT if any(e.status is status for e in plain)]
    for status, text in STATUSES.items():
        if status in crossed:
            if status is crossed[0]:
                found.append(Entry(" or ".join(STATUSES[s] for s in crossed), status=status))
        elif any(e.status is status for e in plain):
            found.append(Entry(text, status=status))
    if any(event.alternatives for event in events):
        found.append(Entry("told with different dates", disputed=True))
    return tuple(found)


def flow(found: Sequence[Entry], left: float, top: float, room: float) -> tuple[tuple[Placed, ...], float]:
    """The entries in lines no wider than `room`, and where the last line ends."""
    placed, x, y = [], left, top + LINE / 2
    for entry in found:
        needed = entry.symbol + width(entry.text, SIZE)
        if x > left and x + needed > left + room:
            x, y = left, y + LINE
        placed.append(Placed(entry, x, y))
        x += needed + BETWEEN
    return tuple(placed), (y + LINE / 2 if placed else top)
