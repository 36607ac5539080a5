"""Events as rows: the order they are read in, the columns, the flat values, the DataFrame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.cells import version
from timeline.model import Article, Event, Field, Mention
from timeline.solve.order import Order, arranged

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = (
    "id", "start", "end", "grain", "edtf", "basis", "kind", "type", "cameo", "status", "participants", "countries", "place",
    "place_country", "summary", "phrase", "sentence", "articles", "published", "sources", "mentions", "minor", "because",
    "roles", "participant_countries", "titles", "persons", "alternatives", "after", "joined", "places", "people",
    "told_at", "triggers", "phrases", "sentences",
)  # fmt: skip
"""The columns of the DataFrame and the CSV, in this order: first what is mostly asked for, from `roles` on what else an event holds."""

LISTS = frozenset(
    {"participants", "countries", "articles", "published", "because", "roles", "participant_countries", "titles", "persons",
     "alternatives", "after", "joined", "places", "people", "told_at", "triggers", "phrases", "sentences"}
)  # fmt: skip
"""The columns of several values: one for each participant, article, mention and so on."""

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


def row(event: Event, published: Mapping[str, date] | None = None, after: Sequence[str] = ()) -> Row:
    """One event as the values of `COLUMNS`; those of `LISTS` are tuples of strings.

    `published` has the day of each article, `after` the ids of the events that its articles say were over before it. What is
    one for each participant, as `roles`, or for each mention, as `triggers`, is "" where there is none. Each of `places` and
    `people` is a name and the articles that give it, with " | " between; `told_at` is article:start-end, with "title" behind it
    for what stands in the title.
    """
    proof, days = evidence(event), published or {}
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
        "published": tuple(days[a].isoformat() if a in days else "" for a in event.articles),
        "sources": event.sources,
        "mentions": len(event.mentions),
        "minor": event.minor,
        "because": event.because,
        **_more_of(event, after),
    }


def _more_of(event: Event, after: Sequence[str]) -> Row:
    """What only a program asks for, so that a row holds the whole event."""
    return {
        "roles": tuple(p.role.value for p in event.participants),
        "participant_countries": tuple(p.country or "" for p in event.participants),
        "titles": tuple(p.title or "" for p in event.participants),
        "persons": tuple(str(p.person).lower() for p in event.participants),
        "alternatives": tuple(f"{i.first or '..'}/{i.last or '..'} {i.grain}" for i in event.alternatives),
        "after": tuple(after),
        "joined": event.joined,
        "places": tuple(version((place.name, place.country or "", *told)) for place, told in event.places),
        "people": tuple(version((who.name, *told)) for who, told in event.people),
        "told_at": tuple(f"{m.article}:{m.start}-{m.end}{' title' if m.field is Field.TITLE else ''}" for m in event.mentions),
        "triggers": tuple(m.trigger for m in event.mentions),
        "phrases": tuple(m.phrase or "" for m in event.mentions),
        "sentences": tuple(m.sentence for m in event.mentions),
    }


def evidence(event: Event) -> Mention | None:
    """The mention that says most about the date: the first with a time phrase, or else the first of all."""
    return next((m for m in event.mentions if m.phrase), event.mentions[0] if event.mentions else None)


def rows(events: Iterable[Event], articles: Iterable[Article] = (), order: Order = ()) -> Iterator[Row]:
    """The row of each event, with the publication days of the `articles` and the `order` that they tell."""
    published = {article.id: article.published for article in articles}
    earlier: dict[str, list[str]] = defaultdict(list)
    for first, second in order:
        earlier[second].append(first)
    return (row(event, published, earlier[event.id]) for event in events)


def to_frame(events: Iterable[Event], articles: Iterable[Article] = (), order: Order = ()) -> DataFrame:
    """One row an event with the columns of `COLUMNS`.

    `start` and `end` are ISO strings, so that the years 1 to 9999 all fit and text order is time order; a missing one is NaN.
    `pandas.to_datetime` makes timestamps of them where they fit. The columns of `LISTS` hold tuples, ready for `DataFrame.explode`.
    """
    import pandas as pd

    found = list(rows(events, articles, order))
    kinds = {column: "object" if column in LISTS else "str" for column in COLUMNS}
    kinds |= {"sources": "int64", "mentions": "int64", "minor": "bool"}
    return pd.DataFrame({column: pd.Series([r[column] for r in found], dtype=kind) for column, kind in kinds.items()})


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
