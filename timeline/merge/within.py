"""Mentions of one article → happenings: "the call", "the conversation" and "spoke by phone" told once.

Two calls of the same pair on different days stay two: what a mention's own phrase says of its date keeps them apart.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events.kinds import Kinds
from timeline.events.root import same_root
from timeline.model import EventMention, Field, Happening, Participant, Place, Role, Status
from timeline.names import is_whole_country, lookup
from timeline.times.interval import Interval, intersect

TALKING = frozenset({"call", "meeting", "talks", "summit", "visit"})
FACE_TO_FACE = frozenset({"meeting", "talks"})
# Of these there are often several by the same people.
SAID_ANEW = frozenset({"statement", "press conference"})
AGREED = frozenset({"agreement", "ceasefire"})
VIOLENT = frozenset({"attack", "incident", "death"})
UNREAL = frozenset({Status.HYPOTHETICAL, Status.DENIED})
NEXT_SENTENCES = 2
LONG = 28  # days: what is known by its month or year
BOTH = 2


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
    mentions: Sequence[EventMention],
    dates: Mapping[EventMention, tuple[Interval, ...]],
    kinds: Kinds,
    *,
    apart: Collection[frozenset[EventMention]] = (),
) -> tuple[Happening, ...]:
    """Group the mentions of one article.

    `dates` holds what each one's own phrases come to, `apart` the pairs of which one is dated through the other: in "three days
    before the conversation he travelled" the two are never one event.
    """
    groups: list[_Group] = []
    others: dict[EventMention, frozenset[EventMention]] = defaultdict(frozenset)
    for pair in apart:
        others |= {mention: others[mention] | pair - {mention} for mention in pair}
    for mention in mentions:
        own = dates.get(mention, ())
        closed = others.get(mention)
        open_ = [None if closed and not closed.isdisjoint(g.mentions) else g for g in groups]
        index = _group_for(mention, own, open_, kinds, phrased=mention in dates)
        if index is None:
            groups.append(_Group((mention,), own))
        else:
            group = groups[index]
            more = () if mention.weak and not mention.definite else own
            groups[index] = replace(group, mentions=(*group.mentions, mention), dates=(*group.dates, *more))
    return tuple(Happening(happening_id(g.mentions[0]), g.mentions, _where(g)) for g in _looking_ahead(groups, kinds))


def _where(group: _Group) -> Place | None:
    """The place told by the event's own words rather than by those that go on from it; a city before its country."""
    own = [m.place for m in group.mentions if m.place and not m.weak] or list(group.places)
    return next((p for p in own if not is_whole_country(p.name, p.country)), own[0] if own else None)


def _looking_ahead(groups: Sequence[_Group], kinds: Kinds) -> list[_Group]:
    """ "The call comes at a tense time" above the text that tells of the call: such words join the first event told after them."""
    done: list[_Group] = []
    for group in reversed(groups):
        first = group.mentions[0]
        definite = all(m.definite or m.field is Field.TITLE for m in group.mentions)
        names_nobody = not group.dates and not group.participants and definite
        told = [i for i, g in enumerate(done) if names_nobody and _announces(first, g, kinds) and not _other_time(first, (), g)]
        if told:
            later = done[told[-1]]
            done[told[-1]] = replace(later, mentions=(*group.mentions, *later.mentions))
        else:
            done.append(group)
    return sorted(done, key=lambda g: (g.mentions[0].field is Field.TEXT, g.mentions[0].start))


def _announces(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    meant = (_anaphor(mention, kinds) | {mention.kind}) - {"other"}
    return not mention.minor and bool(meant & group.kinds)


def happening_id(mention: EventMention) -> str:
    """A name that depends on where the first mention stands and on nothing else."""
    key = f"{mention.article}\n{mention.field}\n{mention.start}"
    return f"{mention.kind.replace(' ', '-')}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _group_for(
    mention: EventMention, own: tuple[Interval, ...], groups: Sequence[_Group | None], kinds: Kinds, *, phrased: bool
) -> int | None:
    """The group the mention belongs to: by its clause, as a word that takes an event up, or as the same told again.

    Groups closed to it are None. Of several that it may take up, the one with the most of the same sides, then of its own kind
    (a "conversation" is a call rather than a meeting), then the latest.
    """
    fits = [(i, g) for i, g in enumerate(groups) if g is not None and not _other_time(mention, own, g)]
    if own and mention.passing and mention.kind in TALKING:
        fits = [(i, g) for i, g in fits if g.dates or not _told_beside(mention, g)]
    same = [(any(m.clause == mention.clause and not m.passing for m in g.mentions), i) for i, g in fits if _same_clause(mention, g, kinds)]
    if same:  # of a clause that tells one event and names another, the one it tells
        return max(same)[-1]
    fits = [(i, g) for i, g in fits if not _others(mention, g)]
    taken_up = [
        (_shared(mention, g), _latest(mention, g) >= 0, mention.kind in g.kinds, _latest(mention, g), i)
        for i, g in fits
        if _takes_up(mention, g, kinds)
    ]
    if taken_up:
        return max(taken_up)[-1]
    again = [(i, g) for i, g in fits if _goes_on(mention, g) or _told_again(mention, own, g, kinds, phrased=phrased)]
    return max(((_shared(mention, g), _latest(mention, g), i) for i, g in again), default=(None,))[-1]


def _told_beside(mention: EventMention, group: _Group) -> bool:
    """ "The call followed the talks of 7 May": words with a day of their own are of none told without one, nor told right beside."""
    inside = [m for m in group.mentions if m.field is mention.field]
    return any(not mention.definite or m.sentence == mention.sentence for m in inside)


def _latest(mention: EventMention, group: _Group) -> int:
    """Where the group was last told before the mention; in another field counts as long ago."""
    return max((m.start for m in group.mentions if m.field is mention.field), default=-1)


def _same_clause(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    near = (m for m in group.mentions if m.field is mention.field and m.clause == mention.clause)
    return any(_alike(mention, m, kinds) for m in near)


def _alike(a: EventMention, b: EventMention, kinds: Kinds) -> bool:
    if {a.kind, b.kind} == SAID_ANEW:  # "made statements for the press and answered questions"
        return True
    if a.minor or b.minor:
        return False
    family = any({a.kind, b.kind} <= kin for kin in (TALKING, VIOLENT, AGREED))
    return _same_kind(a, b) or family or a.kind in _anaphor(b, kinds) or b.kind in _anaphor(a, kinds)


def _takes_up(mention: EventMention, group: _Group, kinds: Kinds) -> bool:
    """ "The conversation" takes up a call told before, unless it names others."""
    if mention.place and group.kinds == {"call"}:  # "the talks in Praia"
        return False
    meant = _anaphor(mention, kinds)
    told = _by_its_word(mention, group) or bool(meant & group.kinds) or _of_its_kind(mention, group)
    return mention.definite and not mention.minor and told


def _by_its_word(mention: EventMention, group: _Group) -> bool:
    return any(same_root(mention.trigger, m.trigger) for m in group.mentions)


def _of_its_kind(mention: EventMention, group: _Group) -> bool:
    return any(_same_kind(mention, m) for m in group.mentions)


def _same_kind(a: EventMention, b: EventMention) -> bool:
    """Of events that have no kind, the words must be of one root: "the collapse" takes up "collapsed", not "fell"."""
    return a.kind == b.kind and (a.kind != "other" or same_root(a.trigger, b.trigger))


def _goes_on(mention: EventMention, group: _Group) -> bool:
    """ "They discussed trade": more of the talk told before, unless by others."""
    told = any(not m.passing or m.field is Field.TITLE for m in group.mentions)
    if not (mention.weak and told and group.kinds & TALKING - {"visit"}):
        return False
    mine, theirs = _parties(mention.participants), _parties(group.participants)
    return not mine or not theirs or bool(mine & theirs) or not _people(mention.participants)


def _told_again(mention: EventMention, own: tuple[Interval, ...], group: _Group, kinds: Kinds, *, phrased: bool) -> bool:
    """The same kind with the same people told once more: nearby, or on the same days, or without any day of its own.

    `phrased` is for a mention with words of time, `own` for the days that these come to by themselves.
    """
    mine, theirs = _parties(mention.participants), _parties(group.participants)
    in_title = mention.field is Field.TEXT and all(m.field is Field.TITLE for m in group.mentions)
    if mention.minor or mention.another or _at_another_time(mention, own, group, phrased=phrased, in_title=in_title):
        return False
    if _same_sanctions(mention, group):
        return True
    if not phrased and {mention.kind} | group.kinds <= VIOLENT and _away(mention, group) == 0:
        return mine <= theirs or theirs <= mine
    if not (_of_its_kind(mention, group) or (_anaphor(mention, kinds) & group.kinds)):
        return len(mine & theirs) >= BOTH and mention.kind in FACE_TO_FACE and bool(group.kinds & FACE_TO_FACE)
    if len(mine & theirs) >= BOTH or (in_title and mine & theirs) or _headed(mention, group):
        return True
    same_victim = mention.kind not in TALKING and _people(mention.participants) & _people(group.participants)
    if not (mine <= theirs or theirs <= mine or same_victim):
        return False
    if in_title:
        return True
    if mention.kind in SAID_ANEW and mention.passing and own and group.dates:  # "the decision announced today"
        return True
    near = _away(mention, group) <= (NEXT_SENTENCES if mine else NEXT_SENTENCES - 1) or _same_town(mention, group)
    if near or mention.kind in SAID_ANEW or mention.indefinite:
        return near and (bool(mine) or not (mention.indefinite or phrased))
    return bool(mine & theirs) and (not phrased or bool(own and group.dates))


def _headed(mention: EventMention, group: _Group) -> bool:
    """ "Petrov to visit India" over "The president will visit India": one who is named, and the state he is of, in one place."""
    if mention.kind not in group.kinds or _people(mention.participants) or any(m.field is not Field.TITLE for m in group.mentions):
        return False
    named = any(p.person and p.country is None for p in group.participants)
    return named and any(_same_place(mention.place, p) for p in group.places)


def _same_town(mention: EventMention, group: _Group) -> bool:
    place = mention.place
    return place is not None and place in group.places and not is_whole_country(place.name, place.country)


def _at_another_time(mention: EventMention, own: tuple[Interval, ...], group: _Group, *, phrased: bool, in_title: bool) -> bool:
    """Told with a time of its own beside one that has another ("by the time of the vote"), or as something new ("a call on Friday")."""
    if phrased and not own and group.dates:
        return True
    return phrased and not group.dates and not in_title and (mention.indefinite or (mention.passing and not mention.definite))


def _away(mention: EventMention, group: _Group) -> float:
    """How many sentences ago the group was last told; far when in another field."""
    last = group.mentions[-1]
    return mention.sentence.number - last.sentence.number if mention.field is last.field else math.inf


def _anaphor(mention: EventMention, kinds: Kinds) -> frozenset[str]:
    return frozenset(kinds.taken_up_by(mention.trigger.lower().split()[-1]))


def _other_time(mention: EventMention, own: tuple[Interval, ...], group: _Group) -> bool:
    """Another day, or one real and the other not, or one over and the other still to come."""
    if mention.weak and not mention.definite:
        return mention.status in UNREAL and not _people(mention.participants) & _people(group.participants)
    if any(intersect(a, b) is None for a in own for b in group.dates):
        return True
    long_ago = bool(own) and all((i.days or LONG) >= LONG for i in own) and mention.definite
    if long_ago and not group.dates and any(not (m.passing or m.weak) for m in group.mentions):  # "his September visit" beside a visit told
        return True
    statuses = {m.status for m in group.mentions if not m.weak}
    if not mention.definite and {mention.status} ^ statuses >= {Status.PLANNED, Status.HAPPENED} and len(statuses) == 1:
        return True
    return (mention.status in UNREAL) != all(m.status in UNREAL for m in group.mentions)


def _others(mention: EventMention, group: _Group) -> bool:
    """Other people or another place; who only goes on telling of a talk may name a state for its president."""
    if _same_sanctions(mention, group) or _headed(mention, group):
        return False
    mine, theirs = _parties(mention.participants), _parties(group.participants)
    people, others = _people(mention.participants), _people(group.participants)
    if mention.weak and not mention.definite and not people - others:
        return False
    if mention.definite and mine & theirs and _away(mention, group) <= 1 and _by_its_word(mention, group):
        return False  # "released two geologists. After their release": whoever "their" stands for
    if (mine and theirs and not mine & theirs) or (people and others and not people & others):
        return True
    if people - others and others - people and max(len(people), len(others)) <= 2:  # met one, then met another
        return True
    lenient = (mention.weak and others and others <= people) or (mention.kind not in TALKING and people & others)
    if min(len(mine), len(theirs)) >= BOTH and len(mine & theirs) < BOTH and not lenient:
        return True
    return bool(mention.place and group.places) and not any(_same_place(mention.place, p) for p in group.places)


def _same_sanctions(mention: EventMention, group: _Group) -> bool:
    """ "The US sanctions Chad's rulers: the Treasury designated two generals": of one state's bodies on one day, on no other state."""
    if mention.type != "SANCTION" or group.kinds != {mention.kind} or mention.status not in {m.status for m in group.mentions}:
        return False
    mine, theirs = _countries(mention.participants, Role.COUNTERPART), _countries(group.participants, Role.COUNTERPART)
    doers = _countries(mention.participants, Role.ACTOR) & _countries(group.participants, Role.ACTOR)
    return bool(doers) and not (mine and theirs and not mine & theirs)


def _countries(participants: Sequence[Participant], role: Role) -> frozenset[str]:
    return frozenset(p.country for p in participants if p.country and p.role is role)


def _shared(mention: EventMention, group: _Group) -> int:
    return len(_parties(mention.participants) & _parties(group.participants))


def _parties(participants: Sequence[Participant]) -> frozenset[str]:
    """States where they are known, since a president and his country are one side; else names."""
    return frozenset(p.country if p.country and (p.person or lookup(p.name)) else p.name for p in participants)


def _people(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(p.name for p in participants if p.person)


def _same_place(a: Place | None, b: Place) -> bool:
    return a is not None and (a.name == b.name or (a.country is not None and a.country == b.country))
