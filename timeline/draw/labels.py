"""Rows of text: each event has a row of its own, as tall as its words, so labels cannot overlap, however dense the days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from timeline.draw.fonts import Face, legible, width
from timeline.draw.lanes import Lane
from timeline.model import Event, Status

LEADING = 1.3
DATE_ROOM = 118.0
SAID_IN_WORDS = (Status.CANCELLED, Status.DENIED, Status.HYPOTHETICAL)


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of a picture's text, in points: smaller and tighter the more rows there are."""

    label: float
    date: float
    padding: float

    @property
    def line(self) -> float:
        return self.label * LEADING


def type_for(rows: int) -> Type:
    """The sizes for so many rows."""
    if rows <= 12:
        return Type(10.0, 9.0, 10.0)
    return Type(9.0, 8.5, 6.0) if rows <= 40 else Type(8.0, 7.5, 4.0)


@dataclass(frozen=True, slots=True)
class Row:
    """One event's text: its date (empty where it is that of the row above) and its label, in lines, around `y`.

    `key` tells the rows of one event apart that stand in several lanes.
    """

    key: str
    event: Event
    dates: tuple[str, ...]
    lines: tuple[str, ...]
    y: float
    height: float
    label_width: float


def date_lines(event: Event, size: float) -> tuple[str, ...]:
    """The date as the reader sees it; of a disputed event each of the days."""
    if event.alternatives:
        return tuple(event.readings().replace(" or ", "\nor ").split("\n"))
    if event.start is None and event.end is None:
        return ("no date",)
    return wrap(event.when(), DATE_ROOM, size, "bold")


def label(event: Event) -> str:
    """The summary in glyphs there are, with its status in words where the mark alone could be misread."""
    words = legible(event.summary) or event.kind
    if event.status in SAID_IN_WORDS and event.status not in words.casefold():
        return f"{words} ({event.status})"
    return words


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a lane, in its lines around `y`, over a rule at `top`."""

    lines: tuple[str, ...]
    top: float
    y: float


def headed_rows(lanes: Sequence[Lane], sizes: Type, room: float, whole: float, top: float) -> tuple[tuple[Heading, ...], tuple[Row, ...]]:
    """The headings, wrapped to `whole` points, and the rows of all lanes, one lane under the other from `top`."""
    headings, found = [], list[Row]()
    for number, lane in enumerate(lanes):
        suffix = ""
        if lane.name:
            lines = wrap(legible(lane.name), whole, sizes.label, "bold")
            height = sizes.line * len(lines) + sizes.padding
            headings.append(Heading(lines, top, top + height / 2))
            top, suffix = top + height, f"@{number}"
        below = rows(lane.events, sizes, room, top, suffix=suffix)
        found += below
        top = below[-1].y + below[-1].height / 2 if below else top
    return tuple(headings), tuple(found)


def rows(events: Sequence[Event], sizes: Type, room: float, top: float, *, suffix: str = "") -> tuple[Row, ...]:
    """The rows one under the other from `top`, labels wrapped to `room` points."""
    found, y, above = [], top, None
    for event in events:
        dates = date_lines(event, sizes.date)
        lines = wrap(label(event), room, sizes.label)
        shown = dates if dates != above else ()
        height = sizes.line * max(len(lines), len(shown)) + sizes.padding
        longest = max(width(line, sizes.label) for line in lines)
        found.append(Row(event.id + suffix, event, shown, lines, y + height / 2, height, longest))
        y += height
        above = dates
    return tuple(found)


def wrap(text: str, room: float, size: float, face: Face = "plain") -> tuple[str, ...]:
    """The text in as few lines as fit `room` points, of about the same length, so that no word is left alone on the last.

    It is broken between words, or inside one that is too wide for a line of its own.
    """
    pieces = list(chain.from_iterable(_pieces(word, room, size, face) for word in text.split()))
    widths = [width(piece, size, face) for piece in pieces]
    space = width(" ", size, face)
    lines = _break(widths, space, room)
    narrow, wide = 0.0, room
    for _ in range(8):
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if len(_break(widths, space, middle)) <= len(lines) else (middle, wide)
    return tuple(" ".join(pieces[first:after]) for first, after in _break(widths, space, wide))


def _break(widths: Sequence[float], space: float, room: float) -> list[tuple[int, int]]:
    """The lines as (first, after) over the pieces, each filled as far as it goes."""
    lines, first, used = [], 0, 0.0
    for index, piece in enumerate(widths):
        if index > first and used + space + piece > room:
            lines.append((first, index))
            first, used = index, piece
        else:
            used += piece + (space if index > first else 0.0)
    return [*lines, (first, len(widths))]


def _pieces(word: str, room: float, size: float, face: Face) -> list[str]:
    if width(word, size, face) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, face) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
