"""The timeline in plain text: dates, a mark for how each is known, what happened."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.model import Basis, Event, Status
from timeline.plain import plain
from timeline.strip import Strip

MARKS = {Basis.STATED: "●", Basis.DERIVED: "◆", Basis.BOUNDED: "◁▷", Basis.ASSUMED: "◌", Basis.UNKNOWN: "?"}
MEANINGS = {
    Basis.STATED: "stated",
    Basis.DERIVED: "worked out through another event",
    Basis.BOUNDED: "only before or after",
    Basis.ASSUMED: "assumed from the tense",
    Basis.UNKNOWN: "no date",
}
DISPUTED = "≠"
HOLLOW = {"●": "○", "◆": "◇"}
STATUS_MARKS = {Status.ONGOING: "→", Status.CANCELLED: "×", Status.DENIED: "×", Status.HYPOTHETICAL: "~"}
STRIP_FROM, WIDEST_STRIP = 60, 24
STATUS_MEANINGS = {"→": "under way", "×": "cancelled or denied", "~": "hypothetical"}


def render(events: Iterable[Event], width: int = 80) -> str:
    """The table as text of at most `width` columns, wrapped rather than cut, with a legend of the marks in it.

    From 80 columns on a strip draws the order of the days and how sure they are.
    """
    events = tuple(events)
    if not events:
        return "No events.\n"
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=False)
    table.add_column("date", justify="right", no_wrap=width >= 60)
    table.add_column("", no_wrap=True)
    strip = Strip.of(events, min(width - STRIP_FROM, WIDEST_STRIP)) if width > STRIP_FROM else None
    if strip:
        table.add_column("in order", no_wrap=True)
    table.add_column("event", ratio=1, overflow="fold")
    for event in events:
        drawn = [Text(strip.drawn(event, mark(event)[0]))] if strip else []
        table.add_row(_date(event), mark(event), *drawn, Text(plain(_told(event))))
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=False, color_system=None, legacy_windows=False)
    console.print(table)
    lines = out.getvalue().splitlines() + _filled(legend(events), width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def mark(event: Event) -> str:
    """The sign of how the date is known (hollow for a plan), then one for what became of the event.

    >>> from timeline.times.interval import Grain
    >>> mark(Event("e", None, None, Grain.DAY, "", Basis.UNKNOWN, (), "", "", "", Status.CANCELLED, (), None, "", ()))
    '?×'
    """
    sign = DISPUTED if event.alternatives else MARKS[event.basis]
    if event.basis is Basis.BOUNDED and (event.start is None or event.end is None):
        sign = "◁" if event.start is None else "▷"
    if event.status is Status.PLANNED:
        sign = HOLLOW.get(sign, sign)
    return sign + STATUS_MARKS.get(event.status, "")


def legend(events: Sequence[Event]) -> list[str]:
    """What the marks in this table mean, and no others."""
    parts = [f"{MARKS[basis]} {MEANINGS[basis]}" for basis in Basis if any(e.basis is basis and not e.alternatives for e in events)]
    if any(e.alternatives for e in events):
        parts.append(f"{DISPUTED} told with different dates")
    hollow = {sign for sign in map(mark, events) if sign in HOLLOW.values()}
    if hollow:
        parts.append(f"{''.join(sorted(hollow))} planned")
    signs = {STATUS_MARKS[e.status] for e in events if e.status in STATUS_MARKS}
    return parts + [f"{sign} {meaning}" for sign, meaning in STATUS_MEANINGS.items() if sign in signs]


def _date(event: Event) -> Text:
    return Text(plain(event.readings().replace(" or ", "\nor ")))


def _told(event: Event) -> str:
    """The summary, then whom and what place it leaves out."""
    said = event.summary.casefold()
    names = [p.name for p in event.participants] + ([event.place.name] if event.place else [])
    more = [name for name in dict.fromkeys(names) if name and name.split()[-1].casefold() not in said]
    return " · ".join((event.summary, ", ".join(more))) if more else event.summary


def _filled(parts: Sequence[str], width: int) -> list[str]:
    """The parts on as few lines as hold them, none broken unless it is wider than a line."""
    glued = "   ".join(part.replace(" ", "\u00a0") for part in parts)
    return textwrap.fill(glued, width).replace("\u00a0", " ").splitlines()
