"""Happenings and their dates → the Event a user sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from timeline.anchor.anchor import Phrases
from timeline.edtf import edtf
from timeline.events.summary import summarise
from timeline.explain import because
from timeline.model import Basis, Dating, Event, EventMention, Happening, Mention, Participant, Place, Status
from timeline.solve.solve import Solution

# The word that says most comes first: a call is also a conversation, a visit also a meeting.
KIND_ORDER = ("call", "summit", "visit", "ceasefire", "agreement", "talks", "meeting")
STATUS_ORDER = (Status.CANCELLED, Status.HAPPENED, Status.ONGOING, Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL)


def build_event(
    parts: Sequence[Happening], solution: Solution, everything: Mapping[str, Happening], phrases: Phrases, published: Mapping[str, date]
) -> Event:
    """One event out of the happenings that are the same, the first of which gives it its id."""
    mentions = [m for part in parts for m in part.mentions]
    head = _head(mentions)
    dating = solution.dating(parts[0].id)
    participants, place = _participants(mentions), _place(mentions)
    status = _status(mentions, dating, min(published[m.article] for m in mentions))
    return Event(
        id=parts[0].id,
        start=dating.first,
        end=dating.last,
        grain=dating.grain,
        edtf=edtf(dating.first, dating.last, dating.grain),
        basis=dating.basis,
        because=because(solution.chain(parts[0].id), {i: _called(h) for i, h in everything.items()}),
        type=head.type,
        kind=head.kind,
        cameo=head.cameo,
        status=status,
        participants=participants,
        place=place,
        summary=summarise(head.kind, participants, place),
        mentions=tuple(_seen(m, phrases) for m in mentions),
        alternatives=dating.alternatives,
        minor=_is_minor(mentions, dating, status, phrases),
    )


def _called(happening: Happening) -> str:
    """The word for an event in a chain of reasons: its kind, or its own word where the kind says nothing."""
    head = _head(happening.mentions)
    return head.trigger if head.kind == "other" else head.kind


def _head(mentions: Sequence[EventMention]) -> EventMention:
    """The mention whose kind the event goes by."""

    def rank(mention: EventMention) -> tuple[bool, int]:
        return mention.minor, KIND_ORDER.index(mention.kind) if mention.kind in KIND_ORDER else -1

    return min(mentions, key=rank)


def _participants(mentions: Sequence[EventMention]) -> tuple[Participant, ...]:
    """Everyone once, in the role told first; a state only where none of its people is named."""
    everyone: dict[str, Participant] = {}
    for participant in (p for m in mentions for p in m.participants):
        everyone.setdefault(participant.name, participant)
    represented = {p.country for p in everyone.values() if p.person}
    return tuple(p for p in everyone.values() if p.person or p.country not in represented)


def _place(mentions: Sequence[EventMention]) -> Place | None:
    """The finest place told: a city before a country."""
    return next((m.place for m in mentions if m.place is not None), None)


def _status(mentions: Sequence[EventMention], dating: Dating, published: date) -> Status:
    """What is told of it, held against its date: what lies ahead has not happened yet."""
    telling = [m for m in mentions if not m.definite and not m.minor] or list(mentions)
    status = min((m.status for m in telling), key=STATUS_ORDER.index)
    if status in {Status.HAPPENED, Status.ONGOING} and dating.first is not None and dating.first > published:
        return Status.PLANNED
    if status is Status.ONGOING and dating.last is not None and dating.last < published:
        return Status.HAPPENED
    return status


def _is_minor(mentions: Sequence[EventMention], dating: Dating, status: Status, phrases: Phrases) -> bool:
    """Only said, only wished, or without any date: left out of the timeline unless asked for."""
    undated = (dating.first is None or dating.last is None) and dating.basis is not Basis.BOUNDED and not dating.alternatives
    only_said = all(m.minor or (m.quoted and not phrases.get(m)) for m in mentions)
    return only_said or status is Status.HYPOTHETICAL or undated


def _seen(mention: EventMention, phrases: Phrases) -> Mention:
    own = phrases.get(mention, ())
    return Mention(
        mention.article,
        mention.start,
        mention.end,
        mention.trigger,
        mention.sentence.text,
        own[0].text if own else None,
        mention.field,
    )
