"""Mentions of one article → happenings: "the call", "the conversation" and "spoke by phone" told once.

Two calls of the same pair on different days stay two: what a mention's own phrase says of its date keeps them apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.kinds import Kinds
from timeline.model import EventMention, Happening, Participant, Place, Status
from timeline.times.interval import Interval, intersect

TALKING = frozenset({"call", "meeting", "talks", "summit", "visit"})
UNREAL = frozenset({Status.HYPOTHETICAL, Status.DENIED})
NEXT_SENTENCES = 2


@dataclass(frozen=True)
class _Group:
    """A happening in the making."""

    mentions: tuple[EventMention, ...]
    dates: tuple[Interval, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(m.kind for m in self.mentions)

    @property
    def participants(self) -> tuple[Participant, ...]:
        return tuple(p for m in self.mentions for p in m.participants)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(m.place for m in self.mentions if m.place)


def merge_within(
    mentions: Sequence[EventMention], dates: Mapping[EventMention, tuple[Interval, ...]], kinds: Kinds
) -> tuple[Happening, ...]:
    """Group the mentions of one article; `dates` holds what each one's own phrases come to."""
    groups: list[_Group] = []
    for mention in mentions:
        own = dates.get(mention, ())
        index = _group_for(mention, own, groups, kinds)
        if index is None:
            groups.append(_Group((mention,), own))
        else:
            group = groups[index]
            groups[index] = replace(group, mentions=(*group.mentions, mention), dates=(*group.dates, *own))
    return tuple(Happening(happening_id(g.mentions[0]), g.mentions) for g in groups)


def happening_id(mention: EventMention) -> str:
    """A name that depends on where the first mention stands and on nothing else."""
    key = f"{mention.article}\n{mention.field}\n{mention.start}"
    return f"{mention.kind.replace(' ', '-')}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _group_for(mention: EventMention, own: tuple[Interval, ...], groups: Sequence[_Group], kinds: Kinds) -> int | None:
    """The latest group the mention belongs to: by its clause, as a word that takes an event up, or as the same told again."""
    latest_first = range(len(groups) - 1, -1, -1)
    fits = [i for i in latest_first if not _other_time(mention, own, groups[i])]
    same = next((i for i in fits if _same_clause(mention, groups[i], kinds)), None)
    if same is not None:
        return same
    fits = [i for i in fits if not _others(mention, groups[i])]
    taken_up = next((i for i in fits if _takes_up(mention, groups[i], kinds)), None)
    return taken_up if taken_up is not None else next((i for i in fits if _told_again(mention, groups[i], kinds)), None)


def _same_clause(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    near = (m for m in group.mentions if m.field is mention.field and m.clause == mention.clause)
    return any(_alike(mention, m, kinds) for m in near)


def _alike(a: EventMention, b: EventMention, kinds: Kinds) -> bool:
    if a.minor or b.minor:
        return False
    words = {w for m in (a, b) for w in _anaphor(m, kinds)}
    return a.kind == b.kind or {a.kind, b.kind} <= TALKING or bool({a.kind, b.kind} & words)


def _takes_up(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    """ "The conversation" takes up a call told before, unless it names others."""
    return mention.definite and not mention.minor and bool((_anaphor(mention, kinds) | {mention.kind}) & group.kinds)


def _told_again(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    """The same kind with the same people told once more."""
    if mention.minor or not (mention.kind in group.kinds or (_anaphor(mention, kinds) & group.kinds)):
        return False
    mine, theirs = _parties(mention.participants), _parties(group.participants)
    if len(mine & theirs) >= 2:
        return True
    near = mention.sentence.number - group.mentions[-1].sentence.number <= NEXT_SENTENCES
    return bool(mine) and mine <= theirs and near and mention.field is group.mentions[-1].field


def _anaphor(mention: EventMention, kinds: Kinds) -> frozenset[str]:
    last = mention.trigger.lower().split()[-1]
    return kinds.anaphors.get(last) or kinds.anaphors.get(last.removesuffix("s")) or frozenset()


def _other_time(mention: EventMention, own: tuple[Interval, ...], group: _Group) -> bool:
    """Another day, or one real and the other not."""
    if any(intersect(a, b) is None for a in own for b in group.dates):
        return True
    return (mention.status in UNREAL) != all(m.status in UNREAL for m in group.mentions)


def _others(mention: EventMention, group: _Group) -> bool:
    """Other people or another place."""
    mine, theirs = _parties(mention.participants), _parties(group.participants)
    if mine and theirs and not mine & theirs:
        return True
    if len(mine) >= 2 and len(theirs) >= 2 and len(mine & theirs) < 2:
        return True
    return bool(mention.place and group.places) and not any(_same_place(mention.place, p) for p in group.places)


def _parties(participants: Sequence[Participant]) -> frozenset[str]:
    """States where they are known, since a president and his country are one side; else names."""
    return frozenset(p.country or p.name for p in participants)


def _same_place(a: Place | None, b: Place) -> bool:
    return a is not None and (a.name == b.name or (a.country is not None and a.country == b.country))
