"""The timeline itself: events in order, with the articles they come from and the conflicts found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import UnknownEvent
from timeline.explain import explain
from timeline.export.from_csv import from_csv
from timeline.export.notebook import to_notebook
from timeline.formats import Formats
from timeline.model import Article, Conflict, Event, Mention, Skipped
from timeline.names import code_of
from timeline.read.file import text_of
from timeline.read.published import as_day
from timeline.solve.order import Order, among, follows
from timeline.store.database import opened
from timeline.table import in_order

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from timeline.draw.lanes import By

Again = Callable[[Sequence[tuple[Mention, Mention]]], "Timeline"]
"""Makes the timeline anew with these pairs of mentions kept apart."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, by its id, and why."""

    article: str
    reason: str


@dataclass(frozen=True, repr=False)
class Timeline(Formats):
    """Events in reading order of time; give them in any order. Timelines are equal when their events and the told order are.

    `order` has the pairs of ids of which the articles say that the first was over before the second began, dated or not;
    `skipped` the articles that were not read, because they are in another language, `failures` those that could not be read.

    >>> len(Timeline(events=()))
    0
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...] = field(default=(), compare=False)
    conflicts: tuple[Conflict, ...] = field(default=(), compare=False)
    order: Order = ()
    again: Again | None = field(default=None, repr=False, compare=False)
    skipped: tuple[Skipped, ...] = field(default=(), compare=False)
    failures: tuple[Failure, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", in_order(self.events, self.order))

    @classmethod
    def open(cls, path: str | Path, *, minor: bool = False) -> Timeline:
        """The timeline of a story that `timeline add` keeps in a DuckDB file; `minor` keeps what is only said, wished or background.

        Raises NoStory, OldStory or StoryBusy.
        """
        with opened(path, write=False) as story:
            stored = story.stored()
        whole = cls(stored.events, stored.articles, stored.conflicts, stored.order)
        return whole if minor else whole._only(event for event in stored.events if not event.minor)

    def select(
        self,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        involving: str | None = None,
        country: str | None = None,
        kind: str | None = None,
        place: str | None = None,
        status: str | None = None,
    ) -> Timeline:
        """The events that may have been on these days, with this participant, country, kind, place and status; all that are given.

        `since` and `until` are days, both included; an event without a date is then left out. `involving` and `place` are parts of
        names, `country` is a name or an ISO 3166-1 alpha-3 code of a participant or of the place. Raises BadDate.
        """
        low, high = (None if day is None else as_day(day, name) for day, name in ((since, "since"), (until, "until")))
        code = country if country is None else code_of(country)

        def fits(event: Event) -> bool:
            where = [known for known in (event.place, *(told for told, _ in event.places)) if known]
            countries = {p.country for p in event.participants} | {known.country for known in where}
            return (
                (low is None or (event.end or event.start) is not None and (event.end is None or event.end >= low))
                and (high is None or (event.end or event.start) is not None and (event.start is None or event.start <= high))
                and (involving is None or any(involving.casefold() in p.name.casefold() for p in event.participants))
                and (code is None or code in countries)
                and (kind is None or event.kind == kind)
                and (place is None or any(place.casefold() in known.name.casefold() for known in where))
                and (status is None or event.status == status)
            )

        return self._only(filter(fits, self.events))

    def _only(self, events: Iterable[Event]) -> Timeline:
        kept = tuple(events)
        ids = {event.id for event in kept}
        conflicts = tuple(c for c in self.conflicts if c.event in ids)
        return Timeline(kept, self.articles, conflicts, among(self.order, ids), self.again, self.skipped, self.failures)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __getitem__(self, event_id: str) -> Event:
        """The event of this id."""
        for event in self.events:
            if event.id == event_id:
                return event
        raise UnknownEvent(event_id)

    def before(self, first: str, second: str) -> bool | None:
        """Whether the first event was over before the second began, by their ids; None when neither dates nor words tell.

        Of two events of one day only words tell: "hours before the vote" or "then" is no day. Raises UnknownEvent.

        >>> from timeline import extract
        >>> call, visit = "The ministers spoke by phone on Tuesday.", "Two days before the call Ana Brnabić visited Zagreb."
        >>> told = extract(f"{call} {visit}", published="2024-03-14")
        >>> [event.kind for event in told], told.before(told.events[0].id, told.events[1].id)
        (['visit', 'call'], True)
        """
        a, b = self[first], self[second]
        told, against = follows(self.order, first, second), follows(self.order, second, first)
        if told != against:
            return told
        if a.end and b.start and a.end < b.start:
            return True
        return False if a.start and b.end and b.end < a.start else None

    def split(self, event_id: str, mention: Mention) -> Timeline:
        """The timeline with this mention, and what its article tells with it, taken out of an event that several articles tell.

        Raises UnknownEvent, or ValueError for a mention that is not of the event or stands in its only article.
        """
        event = self[event_id]
        others = [m for m in event.mentions if m.article != mention.article]
        again = self.again
        if mention not in event.mentions or not others or again is None:
            known = "it is no mention of this event" if mention not in event.mentions else "it is told by no other article"
            kept = "its articles are not at hand; a story in a file is split by `timeline split`"
            raise ValueError(f"{mention.trigger!r} of {mention.article} cannot be taken out of {event_id}: {known if again else kept}.")
        return replace(again([(mention, other) for other in others]), skipped=self.skipped, failures=self.failures)

    def plot(self, ax: Axes | None = None, *, by: By = "order", title: str | None = None) -> Axes:
        """The picture, on the axes given or on a figure of its own; without a title, that of a lone article.

        `by` is "order" for one lane in the order of time, or "participant", "country" or "kind" for a lane of each: an event then
        stands in every lane that it belongs to. Raises ValueError for another.
        """
        from timeline.draw import draw

        published = tuple(sorted({article.published for article in self.articles}))
        return draw(self.events, published=published, title=self.title_or(title), by=by, ax=ax)

    def explain(self, event_id: str) -> str:
        """Why this event has its date, step by step."""
        return explain(self[event_id])

    def __str__(self) -> str:
        from timeline.terminal import render

        return render(self.events)

    def __repr__(self) -> str:
        counts = ((len(self.events), "event"), (len(self.articles), "article"), (len(self.conflicts), "conflict"))
        events, articles, conflicts = (f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
        return f"<Timeline of {events} from {articles}, {conflicts}>"

    def _repr_html_(self) -> str:
        return to_notebook(self.events)



def read_csv(path: str | Path) -> Timeline:
    """The timeline that `Timeline.to_csv` wrote to a file; its articles come without their texts.

    Raises UnreadableInput, which names the line and the column, when the file cannot be read or is no such CSV.

    >>> read_csv("no such file.csv")
    Traceback (most recent call last):
    timeline.errors.UnreadableInput: no such file.csv: there is no such file; check the name.
    """
    events, articles, order = from_csv(text_of(path), str(path))
    return Timeline(events, articles, (), order)
