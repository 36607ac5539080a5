"""What the articles of one event disagree on besides its day: the town it was in, and who was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from timeline.merge.pairing import called_alike, name_words
from timeline.model import Basis, Conflict, Event, EventMention, Evidence, Happening, Matter, Participant, Place
from timeline.names import is_town, state_name

SEVERAL_TOWNS = frozenset({"call", "visit"})

Towns = tuple[tuple[Place, tuple[str, ...]], ...]
People = tuple[tuple[Participant, tuple[str, ...]], ...]
"""Each version with the articles that give it; empty where they do not differ."""


def towns(parts: Sequence[Happening]) -> Towns:
    """The towns that articles give for one event, where they differ; a call has two ends, and a visit goes from town to town."""
    found: dict[Place, dict[str, None]] = {}
    for part in parts:
        if part.place is not None and is_town(part.place.name) and part.mentions[0].kind not in SEVERAL_TOWNS:
            found.setdefault(part.place, {})[part.mentions[0].article] = None
    return tuple((place, tuple(articles)) for place, articles in found.items()) if len(found) > 1 else ()


def shared(places: Towns) -> Place | None:
    """No more than the country of places that differ, when it is one."""
    countries = {place.country for place, _ in places}
    code = countries.pop() if len(countries) == 1 else None
    return Place(state_name(code), code) if code else None


def people(parts: Sequence[Happening], participants: Sequence[Participant]) -> People:
    """The people of one state that different articles name instead of each other, out of all who take part."""
    persons = [p for p in participants if p.person and p.country]
    naming = {p: tuple(dict.fromkeys(m.article for m in _mentions(parts) if _names(m, p))) for p in persons}
    apart = [
        (a, b)
        for a, b in combinations(persons, 2)
        if a.country == b.country and naming[a] and naming[b] and not set(naming[a]) & set(naming[b])
    ]
    return tuple((p, naming[p]) for p in persons if any(p in pair for pair in apart))


def conflicts(event: Event, parts: Sequence[Happening], published: Mapping[str, date]) -> Iterator[Conflict]:
    """What is told of different places or with different people, as conflicts between the first two articles that differ."""
    for matter, versions in ((Matter.PLACE, event.places), (Matter.PARTICIPANTS, event.people)):
        told = [(version.name, articles[0]) for version, articles in versions]
        pieces = [_evidence(name, article, parts, published) for name, article in told[:2]]
        if pieces:
            yield Conflict(event.id, (pieces[0], pieces[1]), ((pieces[0],), (pieces[1],)), matter)


def _evidence(name: str, article: str, parts: Sequence[Happening], published: Mapping[str, date]) -> Evidence:
    mentions = [m for m in _mentions(parts) if m.article == article]
    mention = next((m for m in mentions if name in m.sentence.text), mentions[0])
    return Evidence(article, published[article], mention.sentence, name, Basis.STATED, mention.field)


def _mentions(parts: Sequence[Happening]) -> Iterator[EventMention]:
    return (m for part in parts for m in part.mentions)


def _names(mention: EventMention, person: Participant) -> bool:
    return any(p.person and called_alike(name_words(p.name), name_words(person.name)) for p in mention.participants)
