"""A story followed in a file: new articles read and merged into what is there, and what that changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import NotToBeJoined, NotToBeSplit, UnknownEvent
from timeline.events.kinds import load_kinds
from timeline.merge.across import Pair
from timeline.model import Article, Event, Mention
from timeline.parse import DEFAULT_MODEL
from timeline.pipeline import assemble, extract_article
from timeline.reading import extract_of, reading_of
from timeline.store.database import Stored, Story, digest, opened
from timeline.times.expression import DateOrder

AT_ONCE = 25  # articles that are written together: what a kill can lose


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event: "new", "moved", "contradicted", "joined" with another or "split" from it."""

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
        before = _events(story)
    after = before
    fresh = [article for article in articles if known.get(article.id) != digest(article)]
    for first in range(0, len(fresh), AT_ONCE):
        read = [reading_of(extract_article(article, table, model, date_order)) for article in fresh[first : first + AT_ONCE]]
        with opened(path, write=True) as story, story.change():
            for reading in read:
                story.put(reading)
            after = _put_together(story)
    return tuple(_changes(before, after))


def join(path: str | Path, first: str, second: str) -> tuple[Change, ...]:
    """Make one event of two of a story, by their ids, now and whenever more is added, and say what that changes.

    Raises UnknownEvent, NotToBeJoined, StoryBusy, NoStory or OldStory.
    """

    def one_event(events: dict[str, Event]) -> Decided:
        one, other = _event(events, first), _event(events, second)
        if set(one.articles) & set(other.articles):
            raise NotToBeJoined(first, second)
        return True, [(one.mentions[0], other.mentions[0])], one.mentions, other.mentions

    return _decide(path, one_event)


def split(path: str | Path, event_id: str, article: str) -> tuple[Change, ...]:
    """Take what an article tells out of an event of a story, now and whenever more is added, and say what that changes.

    Raises UnknownEvent, NotToBeSplit, StoryBusy, NoStory or OldStory.
    """

    def two_events(events: dict[str, Event]) -> Decided:
        event = _event(events, event_id)
        own = [m for m in event.mentions if m.article == article]
        others = [m for m in event.mentions if m.article != article]
        if not own or not others:
            raise NotToBeSplit(event_id, article, event.articles)
        return False, [(own[0], other) for other in others], own, others

    return _decide(path, two_events)


Decided = tuple[bool, Sequence[Pair], Sequence[Mention], Sequence[Mention]]
"""Whether these pairs of mentions tell one event, and all mentions of the one side and of the other."""


def _decide(path: str | Path, decided: Callable[[dict[str, Event]], Decided]) -> tuple[Change, ...]:
    """What is decided of the events there are, in place of what was said before of any mention of both sides; and what that changes."""
    with opened(path, write=True) as story, story.change():
        before = _events(story)
        same, pairs, ours, theirs = decided(before)

        def between(pair: Pair) -> bool:
            return any(a in ours and b in theirs for a, b in (pair, pair[::-1]))

        story.set_decisions([*(d for d in story.decisions() if not between(d[1])), *((same, pair) for pair in pairs)])
        after = _put_together(story)
    return tuple(_changes(before, after))


def _put_together(story: Story) -> dict[str, Event]:
    """The events of all that was read, in place of the last; what was decided of a corrected article's old words is past."""
    readings = story.readings()
    there = {(m.article, m.field, m.start) for _, happenings, _, _ in readings for h in happenings for m in h.mentions}
    valid = [(same, pair) for same, pair in story.decisions() if all((m.article, m.field, m.start) in there for m in pair)]
    same, different = (tuple(pair for said, pair in valid if said is wanted) for wanted in (True, False))
    whole = assemble([extract_of(reading) for reading in readings], merge=True, minor=True, same=same, different=different)
    story.set_events(Stored(whole.events, whole.articles, whole.conflicts, whole.order))
    return {event.id: event for event in whole}


def _events(story: Story) -> dict[str, Event]:
    return {event.id: event for event in story.stored().events}


def _event(events: dict[str, Event], event_id: str) -> Event:
    if event_id not in events:
        raise UnknownEvent(event_id)
    return events[event_id]


def _changes(before: dict[str, Event], after: dict[str, Event]) -> Iterable[Change]:
    gone = {_told(event) for event in before.values() if event.id not in after}
    for event in after.values():
        old = before.get(event.id)
        if event.minor or (old is None and _told(event) in gone):
            continue  # of little weight, or only told elsewhere in a corrected article
        if old is None or old.minor:
            yield Change("new", event)
        elif _disputed(event) != _disputed(old) and any(_disputed(event)):
            yield Change("contradicted", event, old)
        elif (event.start, event.end, event.status) != (old.start, old.end, old.status):
            yield Change("moved", event, old)
    told = {(m.article, m.field, m.start): event for event in after.values() for m in event.mentions}
    for old in before.values():
        now = {id(e): e for m in old.mentions if (e := told.get((m.article, m.field, m.start)))}
        if old.id not in after and not old.minor and now:
            yield Change("joined", next(iter(now.values())), old)


def _disputed(event: Event) -> tuple[object, ...]:
    return event.alternatives, event.places, event.people


def _told(event: Event) -> tuple[object, ...]:
    """What makes an event the same to a reader though it stands elsewhere in its articles."""
    return event.kind, event.start, event.end, event.status, event.summary, event.articles
