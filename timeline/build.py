"""Happenings and their dates → the Event a user sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.accounts import people, shared, towns
from timeline.anchor.anchor import Phrases
from timeline.anchor.which_event import reference_of
from timeline.edtf import edtf
from timeline.events.summary import summarise
from timeline.explain import because
from timeline.merge.pairing import called_alike, name_words
from timeline.model import REAL, Basis, Dating, Event, EventMention, Happening, Mention, Participant, Status, TimePhrase
from timeline.names import lookup
from timeline.parse import one_line
from timeline.solve.reasons import Step
from timeline.solve.solve import Solution
from timeline.times.expression import EventRef, event_of
from timeline.times.interval import Interval

# The word that says most comes first: a call is also a conversation, a visit also a meeting.
KIND_ORDER = ("call", "summit", "visit", "ceasefire", "agreement", "talks", "meeting")
TWO_SIDES = 2
STATUS_ORDER = (Status.CANCELLED, Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)


def build_event(
    parts: Sequence[Happening],
    solution: Solution,
    everything: Mapping[str, Happening],
    phrases: Phrases,
    published: Mapping[str, date],
    *,
    anchors: Collection[str] = (),
    joined: Sequence[str] = (),
) -> Event:
    """One event out of the happenings that are the same, the first of which gives it its id.

    `anchors` date others and are shown; `joined` says why the happenings are the same.
    """
    mentions = [m for part in parts for m in part.mentions]
    head = _head(mentions)
    datings = [solution.dating(part.id) for part in parts]
    dating = next((d for d in datings if d.alternatives), datings[0])  # what one article says against the others is said of the event
    participants, places = _participants(mentions), towns(parts) if dating.first and dating.first == dating.last else ()
    place = shared(places) if places else next((part.place for part in parts if part.place), None)
    status = _status(mentions, dating, published)
    return Event(
        id=parts[0].id,
        start=dating.first,
        end=dating.last,
        grain=dating.grain,
        edtf=edtf(dating.first, dating.last, dating.grain, approximate=dating.approximate),
        basis=dating.basis,
        because=_because(() if dating.alternatives else solution.chain(parts[0].id), everything),
        type=head.type,
        kind=head.kind,
        cameo=head.cameo,
        status=status,
        participants=participants,
        place=place,
        summary=summarise(head.kind, participants, place),
        mentions=tuple(_seen(m, mentions, phrases) for m in mentions),
        alternatives=dating.alternatives,
        joined=tuple(joined),
        places=places,
        people=people(parts, participants),
        minor=_is_minor(mentions, dating, status, phrases, is_anchor=any(part.id in anchors for part in parts)),
    )


def _because(steps: Sequence[Step], everything: Mapping[str, Happening]) -> tuple[str, ...]:
    events = {step.event: everything[step.event] for step in steps}
    return because(steps, {i: [_called(happening), *(m.trigger for m in happening.mentions)] for i, happening in events.items()})


def _called(happening: Happening) -> str:
    """The word for an event in a chain of reasons: its kind, or its own word where the kind says nothing."""
    head = _head(happening.mentions)
    return head.trigger if head.kind == "other" else head.kind


def _head(mentions: Sequence[EventMention]) -> EventMention:
    """The mention whose kind the event goes by."""

    def rank(mention: EventMention) -> tuple[bool, bool, bool, int]:
        return mention.minor, mention.weak, mention.kind == "other", KIND_ORDER.index(mention.kind) if mention.kind in KIND_ORDER else -1

    return min(mentions, key=rank)


def _participants(mentions: Sequence[EventMention]) -> tuple[Participant, ...]:
    """Everyone once, in the role told first; a state only where none of its people is named, under its own name or its body's longest.

    Words that go on telling of a talk name also what is talked about: they count only where no others name two sides.
    """
    told = _named(m for m in mentions if not m.weak)
    everyone = told if len(told) >= TWO_SIDES else _named(mentions)
    represented = {p.country for p in everyone if p.person and p.country}
    return tuple(p for p in everyone if p.person or p.country not in represented)


def _named(mentions: Iterable[EventMention]) -> list[Participant]:
    found: dict[str, Participant] = {}
    for participant in (p for m in mentions for p in m.participants):
        key = participant.name if participant.person or participant.country is None else participant.country
        if participant.person:
            key = next((name for name, other in found.items() if other.person and _same_person(participant, other)), key)
        before = found.setdefault(key, participant)
        longer = participant if participant.person > before.person or _says_more(participant, before) else before
        country, title = before.country or participant.country, longer.title or before.title or participant.title
        found[key] = replace(longer, role=before.role, country=country, title=title)
    return list(found.values())


def _same_person(a: Participant, b: Participant) -> bool:
    """ "Joseph Biden", "Joe Biden of the United States" and "Biden" in different articles: one name, no two countries."""
    one_country = not a.country or not b.country or a.country == b.country
    return one_country and called_alike(name_words(a.name), name_words(b.name))


def _says_more(participant: Participant, before: Participant) -> bool:
    """A state rather than an office of its, else the longer name."""
    a, b = lookup(participant.name) is not None, lookup(before.name) is not None
    return a > b if a != b else len(participant.name) > len(before.name)


def _status(mentions: Sequence[EventMention], dating: Dating, published: Mapping[str, date]) -> Status:
    """What is told of it, held against its date: what lies ahead has not happened yet."""
    several = len({m.article for m in mentions}) > 1
    over = {m for m in mentions if dating.last is not None and dating.last < published[m.article] and m.status is Status.HAPPENED}
    named = {m for m in mentions if several and (m in over or m.status is Status.CANCELLED)}  # "her journey to Hanoi", told after it
    said = [m for m in mentions if not m.minor and (not m.definite or m in named)]
    telling = [m for m in said if not m.weak] or said or list(mentions)
    status = min((m.status for m in telling), key=STATUS_ORDER.index)
    last_told = max(published[m.article] for m in telling if m.status is status)
    if status in REAL and dating.first is not None and dating.first > last_told:
        return Status.PLANNED
    if status is Status.ONGOING and dating.last is not None and dating.last < last_told:
        return Status.HAPPENED
    return status


def _is_minor(mentions: Sequence[EventMention], dating: Dating, status: Status, phrases: Phrases, *, is_anchor: bool) -> bool:
    """Only said, only wished, or named in passing without any date: left out of the timeline unless asked for."""
    if any(_is_dated_news(m, dating, phrases) for m in mentions):
        return False
    only_said = all(m.minor or (m.quoted and not phrases.get(m)) for m in mentions)
    undated = (dating.first is None or dating.last is None) and dating.basis is not Basis.BOUNDED and not dating.alternatives
    in_passing = undated and not is_anchor and all(m.passing or m.minor or m.quoted for m in mentions)
    return only_said or in_passing or status is Status.HYPOTHETICAL


def _is_dated_news(mention: EventMention, dating: Dating, phrases: Phrases) -> bool:
    """A saying that is news in itself: told as done, with a day of its own or a time counted from another event."""
    told = mention.news and mention.status is Status.HAPPENED and not mention.quoted and not mention.passing
    own = phrases.get(mention, ())
    on_a_day = any(isinstance(p.when, Interval) and p.when.days == 1 for p in own)
    counted = any(reference_of(p.expression) and not isinstance(p.expression, EventRef) for p in own)
    counted = counted and dating.first is not None and dating.last is not None
    return told and (on_a_day or counted)


def _names_one_of(phrase: TimePhrase, mentions: Sequence[EventMention]) -> bool:
    ref = event_of(phrase.expression)
    return ref is not None and any(m.field is phrase.field and ref.start <= m.start < ref.end for m in mentions)


def _seen(mention: EventMention, mentions: Sequence[EventMention], phrases: Phrases) -> Mention:
    """With the words that date it: a day rather than another event, and never the event itself ("explained at a press conference")."""
    own = [p for p in phrases.get(mention, ()) if not _names_one_of(p, mentions)]
    shown = next((p for p in own if isinstance(p.when, Interval)), own[0] if own else None)
    return Mention(
        mention.article,
        mention.start,
        mention.end,
        mention.trigger,
        mention.sentence.text,
        one_line(shown.text) if shown else None,
        mention.field,
    )
