"""Events as rows: the order they are read in, the columns, the flat values, the DataFrame."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.model import Event, Field, Mention
from timeline.solve.order import Order, arranged

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "id", "start", "end", "grain", "edtf", "basis", "kind", "type", "cameo", "status", "participants", "countries", "place",
    "place_country", "summary", "phrase", "sentence", "articles", "sources", "mentions", "minor", "because",
)  # fmt: skip
"""The columns of the DataFrame and the CSV, in this order."""

Row = dict[str, Any]


def in_order(events: Iterable[Event], known: Order = ()) -> tuple[Event, ...]:
    """The events in reading order of time; those without any date come last.

    One only known to be before a day stands just before that day's events, one only known to be after it just after them.
    Events of the same days keep the order in which their articles tell them, whatever order they are given in. What is `known` to
    come before an event, by their ids, stands before it, whatever the dates leave open; a disputed one stands at its first date.
    """
    by_time = sorted(events, key=_reading_key)
    place = {id_: i for i, id_ in enumerate(arranged([event.id for event in by_time], known))}
    return tuple(sorted(by_time, key=lambda event: place[event.id]))


def row(event: Event) -> Row:
    """One event as the values of `COLUMNS`; several values (participants, countries, articles, because) are tuples."""
    proof = evidence(event)
    return {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "grain": event.grain.value,
        "edtf": event.edtf,
        "basis": event.basis.value,
        "kind": event.kind,
        "type": event.type,
        "cameo": event.cameo,
        "status": event.status.value,
        "participants": tuple(p.name for p in event.participants),
        "countries": tuple(dict.fromkeys(p.country for p in event.participants if p.country)),
        "place": event.place.name if event.place else None,
        "place_country": event.place.country if event.place else None,
        "summary": event.summary,
        "phrase": proof.phrase if proof else None,
        "sentence": proof.sentence if proof else None,
        "articles": event.articles,
        "sources": event.sources,
        "mentions": len(event.mentions),
        "minor": event.minor,
        "because": event.because,
    }


def evidence(event: Event) -> Mention | None:
    """The mention that says most about the date: the first with a time phrase, or else the first of all."""
    return next((m for m in event.mentions if m.phrase), event.mentions[0] if event.mentions else None)


def to_frame(events: Iterable[Event]) -> DataFrame:
    """One row an event with the columns of `COLUMNS`.

    `start` and `end` are ISO strings, so that the years 1 to 9999 all fit and text order is time order; a missing one is NaN.
    `pandas.to_datetime` makes timestamps of them where they fit. `participants`, `countries`, `articles` and `because` hold
    tuples, ready for `DataFrame.explode`.
    """
    import pandas as pd

    rows = [row(event) for event in events]
    kinds = {column: "str" for column in COLUMNS} | {"sources": "int64", "mentions": "int64", "minor": "bool"}
    kinds |= {column: "object" for column in ("participants", "countries", "articles", "because")}
    return pd.DataFrame({column: pd.Series([r[column] for r in rows], dtype=kind) for column, kind in kinds.items()})


def _reading_key(event: Event) -> tuple[Any, ...]:
    told = min(((m.article, m.field is Field.TITLE, m.start) for m in event.mentions), default=("", False, 0))
    disputed = [day for i in event.alternatives if (day := i.first or i.last)]
    if disputed:
        return (min(disputed), 1, max(disputed), told, event.id)
    if event.start is None and event.end is None:
        return (date.max, 3, date.max, told, event.id)
    known = event.start or event.end
    side = 0 if event.start is None else 2 if event.end is None else 1
    return (known, side, event.end or date.max, told, event.id)
