"""The temporal links of one article: events to the times that date them, to each other, and to the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from timeline.export.days import outermost
from timeline.model import Article, Basis, Event, Field, Mention, Relation, TimePhrase, Timex, Unresolved
from timeline.solve.order import Order

# "By Friday" is before it or on it, for which TimeML has no word.
RELATIONS = {
    Relation.AT: "IS_INCLUDED",
    Relation.DURING: "IS_INCLUDED",
    Relation.BEFORE: "BEFORE",
    Relation.AFTER: "AFTER",
    Relation.SINCE: "BEGUN_BY",
    Relation.STARTS: "BEGUN_BY",
    Relation.UNTIL: "ENDED_BY",
    Relation.ENDS: "ENDED_BY",
}


@dataclass(frozen=True, slots=True)
class Time:
    """A time marked in the text, of the phrase it stands in."""

    tid: str
    timex: Timex
    phrase: TimePhrase


@dataclass(frozen=True, slots=True)
class Told:
    """A mention marked in the text, of the event it tells; `number` counts both element and instance."""

    number: int
    mention: Mention
    event: Event

    @property
    def instance(self) -> str:
        return f"ei{self.number}"


@dataclass(frozen=True, slots=True)
class Link:
    """How an event instance stands to a time ("t1") or to another instance ("ei1")."""

    instance: str
    relation: str
    target: str


def links(told: Sequence[Told], times: Sequence[Time], article: Article, order: Order) -> tuple[Link, ...]:
    """All links that hold: what a phrase says, what the mentions of one event are, what is known to come first, what the dates tell."""
    first: dict[str, Told] = {}
    for one in told:
        first.setdefault(one.event.id, one)
    same = (Link(t.instance, "IDENTITY", first[t.event.id].instance) for t in told if t is not first[t.event.id])
    before = (Link(first[a].instance, "BEFORE", first[b].instance) for a, b in order if a in first and b in first)
    published = (Link(one.instance, relation, "t0") for one in first.values() if (relation := _to_publication(one.event, article)))
    return tuple(chain(_to_times(told, times, article), same, before, published))


def _to_times(told: Iterable[Told], times: Sequence[Time], article: Article) -> Iterator[Link]:
    for one in told:
        found = _times_of(one.mention, times, article)
        yield from (Link(one.instance, relation, time.tid) for time, relation in zip(found, _relations(found), strict=True) if relation)


def _relations(times: Sequence[Time]) -> tuple[str | None, ...]:
    """What the event is to each of the times of one phrase; what is "between 3 and 8 March" has no edge on either."""
    if len(times) > 1:
        whole = times[0].phrase.relation is Relation.AT and " and " not in times[0].phrase.text and len(times) == len(("from", "to"))
        return ("BEGUN_BY", "ENDED_BY") if whole else (None,) * len(times)
    return tuple(None if _only_long(time) else RELATIONS.get(time.phrase.relation) for time in times)


def _only_long(time: Time) -> bool:
    """"Three days before the call": nothing happened within these three days."""
    return time.timex.type == "DURATION" and isinstance(time.phrase.when, Unresolved)


def _times_of(mention: Mention, times: Sequence[Time], article: Article) -> tuple[Time, ...]:
    """The times of the phrase that dates a mention: of its words in the same sentence, those nearest to it."""
    text = article.title if mention.field is Field.TITLE else article.text
    start = text.find(mention.sentence, max(0, mention.end - len(mention.sentence)))
    if not mention.phrase or not 0 <= start <= mention.start:
        return ()
    words = re.finditer(re.escape(mention.phrase), text[start : start + len(mention.sentence)], re.IGNORECASE)
    for place in sorted((w.start() + start for w in words), key=lambda place: abs(place - mention.start)):
        overlapping = [
            time.phrase
            for time in times
            if time.phrase.field is mention.field and time.phrase.start < place + len(mention.phrase) and place < time.phrase.end
        ]
        if overlapping:
            return tuple(time for time in times if time.phrase is overlapping[0])
    return ()


def _to_publication(event: Event, article: Article) -> str | None:
    """How the dates put the event to the day of publication; an assumption or an approximation puts it nowhere."""
    if event.basis is Basis.ASSUMED or "~" in event.edtf:
        return None
    first, last = outermost(event)
    if last and last < article.published:
        return "BEFORE"
    if first and first > article.published:
        return "AFTER"
    return "IS_INCLUDED" if first == last == article.published else None
