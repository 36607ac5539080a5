"""The events out of the CSV that `to_csv` wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from timeline.cells import parts_of, value, values
from timeline.errors import UnreadableInput
from timeline.model import Article, Basis, Event, Field, Mention, Participant, Place, Role, Status
from timeline.solve.order import Order
from timeline.table import COLUMNS, LISTS
from timeline.times.interval import Grain, Interval

Row = dict[str, str | None]


def from_csv(text: str, source: str) -> tuple[tuple[Event, ...], tuple[Article, ...], Order]:
    """The events, the articles that tell them (without their texts) and their told order; further columns are passed over.

    Raises UnreadableInput, which names the `source`, its line and its column, when it is no such CSV.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise UnreadableInput(source, f"this is no timeline as to_csv writes it; it has no column {', '.join(missing)}.")
        found = [_read(row, source, reader.line_num) for row in reader]
    except csv.Error as error:
        raise UnreadableInput(source, f"line {reader.line_num}: no CSV ({error}).") from error
    events = tuple(event for event, _, _ in found)
    order = tuple(sorted((first, event.id) for event, _, after in found for first in after))
    articles = {article.id: article for _, told, _ in found for article in told}
    return events, tuple(articles[name] for name in sorted(articles)), order


def _read(row: Row, source: str, line: int) -> tuple[Event, tuple[Article, ...], tuple[str, ...]]:
    cells = Cells(row)
    try:
        return _event(cells), tuple(_articles(cells)), cells.list("after")
    except (ValueError, IndexError, TypeError) as error:
        raise UnreadableInput(source, f"line {line}, column {cells.last}: {error}.") from error


class Cells:
    """The cells of a row, which remember the one last looked at."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self.last = ""

    def text(self, column: str) -> str:
        return value(self._cell(column))

    def maybe(self, column: str) -> str | None:
        return self.text(column) or None

    def day(self, column: str) -> date | None:
        found = self.text(column)
        return date.fromisoformat(found) if found else None

    def _cell(self, column: str) -> str:
        self.last = column
        found = self._row[column]
        if found is None:
            raise ValueError("the line ends before it")
        return found

    def list(self, column: str, count: int | None = None) -> tuple[str, ...]:
        """The values of a cell, as many as are counted."""
        assert column in LISTS
        found = values(self._cell(column), least=count or 0)
        if count is not None and len(found) != count:
            raise ValueError(f"{len(found)} values, where there should be {count}")
        return found


def _event(cells: Cells) -> Event:
    participants = tuple(_participants(cells))
    named = {who.name: who for who in participants}
    place = cells.maybe("place")
    return Event(
        id=cells.text("id"),
        start=cells.day("start"),
        end=cells.day("end"),
        grain=Grain(cells.text("grain")),
        edtf=cells.text("edtf"),
        basis=Basis(cells.text("basis")),
        because=cells.list("because"),
        type=cells.text("type"),
        kind=cells.text("kind"),
        cameo=cells.text("cameo"),
        status=Status(cells.text("status")),
        participants=participants,
        place=Place(place, cells.maybe("place_country")) if place else None,
        summary=cells.text("summary"),
        mentions=tuple(_mentions(cells)),
        alternatives=tuple(_interval(text) for text in cells.list("alternatives")),
        minor=_bool(cells.text("minor")),
        joined=cells.list("joined"),
        places=tuple((Place(name, code or None), tuple(told)) for name, code, *told in _versions(cells, "places")),
        people=tuple((named[name], tuple(told)) for name, *told in _versions(cells, "people") if name in named),
    )


def _participants(cells: Cells) -> Iterator[Participant]:
    names = cells.list("participants")
    more = (cells.list(column, len(names)) for column in ("roles", "participant_countries", "titles", "persons"))
    for name, role, country, title, person in zip(names, *more, strict=True):
        yield Participant(name, Role(role), country or None, title or None, _bool(person))


def _mentions(cells: Cells) -> Iterator[Mention]:
    places = cells.list("told_at")
    more = (cells.list(column, len(places)) for column in ("triggers", "sentences", "phrases"))
    for place, trigger, sentence, phrase in zip(places, *more, strict=True):
        article, _, span = place.rpartition(":")
        start, _, end = span.partition("-")
        field = Field.TITLE if end.endswith(" title") else Field.TEXT
        yield Mention(article, int(start), int(end.removesuffix(" title")), trigger, sentence, phrase or None, field)


def _articles(cells: Cells) -> Iterator[Article]:
    """Those whose day is given."""
    names = cells.list("articles")
    for name, published in zip(names, cells.list("published", len(names)), strict=True):
        if published:
            yield Article(name, date.fromisoformat(published), "")


def _interval(text: str) -> Interval:
    days, _, grain = text.rpartition(" ")
    first, last = (None if day == ".." else date.fromisoformat(day) for day in days.split("/"))
    return Interval(first, last, Grain(grain))


def _versions(cells: Cells, column: str) -> Iterable[list[str]]:
    return (parts_of(text) for text in cells.list(column))


def _bool(text: str) -> bool:
    if text not in {"true", "false"}:
        raise ValueError(f"{text!r} is neither true nor false")
    return text == "true"
