"""A story followed in a file: new articles read and merged into what is there, and what that changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from timeline.events.kinds import load_kinds
from timeline.model import Article, Event
from timeline.parse import DEFAULT_MODEL
from timeline.pipeline import Extract, assemble, extract_article
from timeline.store.database import Reading, Stored, digest, opened
from timeline.times.expression import DateOrder

AT_ONCE = 25  # articles that are written together: what a kill can lose


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event: "new", "moved", "contradicted", or "joined" with another."""

    what: str
    event: Event
    before: Event | None = None


def add(
    path: str | Path,
    articles: Iterable[Article],
    *,
    model: str = DEFAULT_MODEL,
    date_order: DateOrder | None = None,
    kinds: Path | None = None,
) -> tuple[Change, ...]:
    """Read articles into the story of this file, which is made if it is not there, and say what is new.

    An article that is there in the same words is left alone, one in other words replaces its last version. Each is written wholly or
    not at all, whenever the program is stopped. Raises StoryBusy, NoStory, OldStory, BadKinds or ModelMissing.
    """
    table = load_kinds(kinds) if kinds is not None else load_kinds()
    with opened(path, write=True) as story:
        known = story.digests()
        before = {event.id: event for event in story.stored().events}
    after = before
    fresh = [article for article in articles if known.get(article.id) != digest(article)]
    for first in range(0, len(fresh), AT_ONCE):
        read = [_reading(extract_article(article, table, model, date_order)) for article in fresh[first : first + AT_ONCE]]
        with opened(path, write=True) as story, story.change():
            for reading in read:
                story.put(reading)
            whole = assemble([_extract(reading) for reading in story.readings()], merge=True, minor=True)
            story.set_events(Stored(whole.events, whole.articles, whole.conflicts, whole.order))
            after = {event.id: event for event in whole}
    return tuple(_changes(before, after))


def _changes(before: dict[str, Event], after: dict[str, Event]) -> Iterable[Change]:
    gone = {_told(event) for event in before.values() if event.id not in after}
    for event in after.values():
        old = before.get(event.id)
        if event.minor or (old is None and _told(event) in gone):
            continue  # of little weight, or only told elsewhere in a corrected article
        if old is None or old.minor:
            yield Change("new", event)
        elif (event.alternatives, event.places) != (old.alternatives, old.places) and (event.alternatives or event.places):
            yield Change("contradicted", event, old)
        elif (event.start, event.end, event.status) != (old.start, old.end, old.status):
            yield Change("moved", event, old)
    told = {(m.article, m.field, m.start): event for event in after.values() for m in event.mentions}
    for old in before.values():
        now = {id(e): e for m in old.mentions if (e := told.get((m.article, m.field, m.start)))}
        if old.id not in after and not old.minor and now:
            yield Change("joined", next(iter(now.values())), old)


def _told(event: Event) -> tuple[object, ...]:
    """What makes an event the same to a reader though it stands elsewhere in its articles."""
    return event.kind, event.start, event.end, event.status, event.summary, event.articles


def _reading(extract: Extract) -> Reading:
    return extract.article, extract.happenings, tuple(extract.phrases.items()), extract.constraints


def _extract(reading: Reading) -> Extract:
    article, happenings, phrases, constraints = reading
    return Extract(article, happenings, dict(phrases), constraints)
