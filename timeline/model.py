"""The nouns passed between stages, all frozen: a stage takes some and returns new ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from html import escape

from timeline.edtf import Style, readable, worded
from timeline.markup import marked
from timeline.times.expression import Expression
from timeline.times.interval import Grain, Interval


class PublishedBy(StrEnum):
    """What says when an article was published: who GIVEs it, the METADATA of a page or feed, what the PAGE shows or its URL has,
    its DATELINE, or a line at the top of its TEXT.
    """

    GIVEN = "given"
    METADATA = "metadata"
    PAGE = "page"
    URL = "url"
    DATELINE = "dateline"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the day it was published and what says so, and a name to call it by."""

    id: str
    published: date
    text: str
    title: str = ""
    published_by: PublishedBy = PublishedBy.GIVEN


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article that was not read, and the language it is in, as ISO 639-1 has it where it can."""

    article: Article
    language: str


class Field(StrEnum):
    """Where in the article a mention or phrase stands."""

    TITLE = "title"
    TEXT = "text"


# --- times -----------------------------------------------------------------------------------------------------------


class Relation(StrEnum):
    """How what happened stands to the time of the phrase: "on Tuesday" AT, "ahead of the vote" BEFORE, "since 2011" SINCE.

    "Began on Tuesday" STARTS: the time is that of the first day alone.
    """

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    STARTS = "starts"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """No day can be given, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Timex:
    """The part of a phrase that TimeML annotates: its extent, type (DATE, TIME, DURATION, SET), value and mod."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Words that give a time. `start:end` is the whole evidence ("Just three days before the conversation").

    `when` holds the days the expression comes to; an expression on an event is Unresolved here and dated by `anchor` and `solve`.
    A range ("from 3 to 5 May") is one phrase and two TIMEX3.
    """

    start: int
    end: int
    text: str
    expression: Expression
    relation: Relation
    rule: str
    when: Interval | Unresolved
    timexes: tuple[Timex, ...] = ()
    field: Field = Field.TEXT


# --- events ----------------------------------------------------------------------------------------------------------


class Status(StrEnum):
    """Whether it took place, as of publication."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


# What has begun, over or not.
REAL = frozenset({Status.HAPPENED, Status.ONGOING})


class Role(StrEnum):
    ACTOR = "actor"
    COUNTERPART = "counterpart"
    HOST = "host"
    MEDIATOR = "mediator"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part; `country` is ISO 3166-1 alpha-3 or an organisation's own code, None when it is not known."""

    name: str
    role: Role
    country: str | None = None
    title: str | None = None
    person: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened; `country` is ISO 3166-1 alpha-3, None for a sea or when it is not known."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its number and its paragraph's in its field, both counted from 1, and its offsets."""

    number: int
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that tell an event: one trigger, with what its sentence says of it.

    `clause` is the offset of the verb it hangs on: two triggers of one clause ("travelled … to meet") tell one event when their
    kinds agree. Of what a mention may be: `definite`, something told before ("the call"), or `indefinite`, something new ("a call");
    `another`, said to be one more; `minor`, saying rather than doing, and `news` when that is news if it has a day; `weak`, going on
    about a talk without giving it a kind ("they discussed"); `passing`, named rather than told ("after the raid", "whom he had met");
    `quoted`, said by somebody between quotation marks rather than told by the article.
    """

    article: str
    field: Field
    start: int
    end: int
    trigger: str
    sentence: Sentence
    kind: str
    type: str
    cameo: str
    status: Status
    clause: int
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    definite: bool = False
    minor: bool = False
    news: bool = False
    weak: bool = False
    passing: bool = False
    another: bool = False
    indefinite: bool = False
    quoted: bool = False

    @property
    def in_line(self) -> bool:
        """In the line of what the article tells: neither named, nor quoted, nor said, nor taken up."""
        return not (self.passing or self.quoted or self.minor or self.definite)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of one article before it has a date: its mentions, told apart from all others, where, and on which visit."""

    id: str
    mentions: tuple[EventMention, ...]
    place: Place | None = None
    setting: str | None = None


# --- dates -----------------------------------------------------------------------------------------------------------


class Basis(StrEnum):
    """How a date is known, from the surest to none at all."""

    STATED = "stated"
    DERIVED = "derived"
    BOUNDED = "bounded"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


# Days that only hold the event in, of which it may be any.
LOOSE = frozenset({Basis.BOUNDED, Basis.ASSUMED})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a constraint holds: the words, where they stand, and how sure they make a date; "about two weeks after" is approximate."""

    article: str
    published: date
    sentence: Sentence
    phrase: str
    basis: Basis
    field: Field = Field.TEXT
    note: str = ""
    approximate: bool = False


class End(StrEnum):
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Point:
    """The first or the last day of one event: what the solver looks for."""

    event: str
    end: End


@dataclass(frozen=True, slots=True)
class Move:
    """A step from one day to another that keeps their order: `amount` units on, then to a weekday or the edge of a unit.

    `snap` names the unit whose first (`edge` FIRST) or last day is taken; `weekday` (0 for Monday) goes to the first such day
    strictly later (amount >= 0) or strictly earlier (amount < 0) instead of a plain count.
    """

    amount: int = 0
    unit: Grain = Grain.DAY
    snap: Grain | None = None
    edge: End = End.FIRST
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed day, or another point moved."""

    day: date | None = None
    point: Point | None = None
    move: Move = Move()


class Bound(StrEnum):
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Constraint:
    """`target` is at least (or at most) `term`, because of `why`."""

    target: Point
    bound: Bound
    term: Term
    why: Evidence


@dataclass(frozen=True, slots=True)
class Dating:
    """The first and last day of an event and how they are known; in a conflict, the readings instead."""

    first: date | None
    last: date | None
    basis: Basis
    grain: Grain = Grain.DAY
    alternatives: tuple[Interval, ...] = ()
    approximate: bool = False


class Matter(StrEnum):
    """What a conflict is about."""

    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two pieces of evidence that cannot both hold, each with its chain of reasons."""

    event: str
    evidence: tuple[Evidence, Evidence]
    chains: tuple[tuple[Evidence, ...], tuple[Evidence, ...]]
    about: Matter = Matter.DATE


# --- what comes out --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention as users see it: where it stands and what dates it there."""

    article: str
    start: int
    end: int
    trigger: str
    sentence: str
    phrase: str | None = None
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Event:
    """One happening with its date, the reasons for it, and every mention of it; `joined` says why several articles tell the same.

    Where they tell it of different towns, `places` has each with the articles that do, and `place` no more than the country they share;
    where each names another person for one state, `people` has them so, and `participants` all of them.
    """

    id: str
    start: date | None
    end: date | None
    grain: Grain
    edtf: str
    basis: Basis
    because: tuple[str, ...]
    type: str
    kind: str
    cameo: str
    status: Status
    participants: tuple[Participant, ...]
    place: Place | None
    summary: str
    mentions: tuple[Mention, ...] = field(repr=False)
    alternatives: tuple[Interval, ...] = ()
    minor: bool = False
    joined: tuple[str, ...] = ()
    places: tuple[tuple[Place, tuple[str, ...]], ...] = ()
    people: tuple[tuple[Participant, tuple[str, ...]], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, in the order of its mentions."""
        return tuple(dict.fromkeys(m.article for m in self.mentions))

    @property
    def sources(self) -> int:
        """By how many texts it is told: articles that tell it in the same sentence, as copies of one agency text do, count once."""
        found: list[set[str]] = []
        for article in self.articles:
            sentences = {" ".join(m.sentence.casefold().split()) for m in self.mentions if m.article == article}
            if all(sentences.isdisjoint(other) for other in found):
                found.append(sentences)
        return len(found)

    def when(self, *, style: Style = "short") -> str:
        """The date as a reader would write it: "within" what only bounds it, "about" what is approximate, "?" for none."""
        loose = self.basis in LOOSE
        return worded(self.start, self.end, self.grain, loose=loose, about="~" in self.edtf, style=style)

    def readings(self, *, style: Style = "short") -> str:
        """The date, or each of those that a disputed event is told with."""
        return " or ".join(readable(i.first, i.last, i.grain, style=style) for i in self.alternatives) or self.when(style=style)

    def whereabouts(self) -> str:
        """The places that its articles disagree on, each with those that tell it so; empty where they do not."""
        return _versions(self.places)

    def company(self) -> str:
        """The people that its articles name instead of each other, each with those that do; empty where they do not."""
        return _versions(self.people)

    def _repr_html_(self) -> str:
        """What a notebook shows: the summary, the date, its reasons, and the sentences with trigger and time phrase marked."""
        when = self.readings(style="long")
        date_text = f"{when}, told with different dates" if self.alternatives else "no date" if when == "?" else when
        if self.places:
            date_text += f", told of different places, {self.whereabouts()}"
        if self.people:
            date_text += f", told with different people, {self.company()}"
        told = [m for m in self.mentions if m.phrase] or list(self.mentions[:1])
        quotes = dict.fromkeys(f"<blockquote>{marked(m.sentence, m.trigger, m.phrase)}</blockquote>" for m in told)
        reasons = "".join(f"<li>{escape(step)}</li>" for step in self.because)
        return f"<b>{escape(self.summary)}</b><br>{escape(date_text)} ({self.basis})<ul>{reasons}</ul>{''.join(quotes)}"


def _versions(told: tuple[tuple[Place | Participant, tuple[str, ...]], ...]) -> str:
    return " or ".join(f"{version.name} ({', '.join(articles)})" for version, articles in told)
