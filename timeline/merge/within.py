"""Mentions of one article → happenings: "the call", "the conversation" and "spoke by phone" told once.

Two calls of the same pair on different days stay two: what a mention's own phrase says of its date keeps them apart.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from timeline.events.kinds import Kinds
from timeline.events.root import root_of
from timeline.merge.group import UNREAL, Group, Groups, sort_of
from timeline.model import EventMention, Field, Happening, Place, Status
from timeline.names import is_whole_country
from timeline.times.interval import Interval, intersect

TALKING = frozenset({"call", "meeting", "talks", "summit", "visit"})
DISCUSSED = TALKING - {"visit"}
FACE_TO_FACE = frozenset({"meeting", "talks"})
# Of these there are often several by the same people.
SAID_ANEW = frozenset({"statement", "press conference"})
AGREED = frozenset({"agreement", "ceasefire"})
VIOLENT = frozenset({"attack", "incident", "death"})
NEXT_SENTENCES = 2
LONG = 28  # days: what is known by its month or year
BOTH = 2


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
    groups = Groups()
    others: dict[EventMention, frozenset[EventMention]] = defaultdict(frozenset)
    for pair in apart:
        others |= {mention: others[mention] | pair - {mention} for mention in pair}
    for mention in mentions:
        own = dates.get(mention, ())
        closed = groups.holding(others[mention]) if mention in others else frozenset()
        index = _group_for(Group.of(mention, own), own, groups, closed, kinds, phrased=mention in dates)
        groups.add(index, mention, () if index is not None and mention.weak and not mention.definite else own)
    return tuple(Happening(happening_id(g.mentions[0]), tuple(g.mentions), _where(g)) for g in _looking_ahead(groups.all, kinds))


def _where(group: Group) -> Place | None:
    """The place told by the event's own words rather than by those that go on from it; a city before its country."""
    places = [m.place for m in group.mentions if m.place]
    own = [m.place for m in group.mentions if m.place and not m.weak] or places
    return next((p for p in own if not is_whole_country(p.name, p.country)), own[0] if own else None)


def _looking_ahead(groups: Sequence[Group], kinds: Kinds) -> list[Group]:
    """ "The call comes at a tense time" above the text that tells of the call: such words join the first event told after them."""
    done: list[Group] = []
    for group in reversed(groups):
        first = group.mentions[0]
        names_nobody = group.known and not group.dates and not group.parties
        told = (g for g in reversed(done) if _announces(first, g, kinds) and not _other_time(first, (), Group.of(first, ()), g))
        later = next(told, None) if names_nobody else None
        if later is not None:
            later.open_with(group)
        else:
            done.append(group)
    return sorted(done, key=lambda g: (g.mentions[0].field is Field.TEXT, g.mentions[0].start))


def _announces(mention: EventMention, group: Group, kinds: Kinds) -> bool:
    meant = (_anaphor(mention, kinds) | {mention.kind}) - {"other"}
    return not mention.minor and not meant.isdisjoint(group.kinds)


def happening_id(mention: EventMention) -> str:
    """A name that depends on where the first mention stands and on nothing else."""
    key = f"{mention.article}\n{mention.field}\n{mention.start}"
    return f"{mention.kind.replace(' ', '-')}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def _group_for(
    told: Group, own: tuple[Interval, ...], groups: Groups, closed: frozenset[int], kinds: Kinds, *, phrased: bool
) -> int | None:
    """The group of a mention, `told` alone: by its clause, as a word that takes an event up, or as the same told again.

    None of those `closed` to it. Of several that it may take up, the one with the most of the same sides, then of its own kind
    (a "conversation" is a call rather than a meeting), then the latest.
    """
    (mention,) = told.mentions

    def fits(i: int) -> bool:
        group = groups.all[i]
        if i in closed or _other_time(mention, own, told, group):
            return False
        named = own and mention.passing and mention.kind in TALKING
        return not named or bool(group.dates) or not _told_beside(mention, group)

    near = {i for i, m in groups.of_clause(mention) if _alike(mention, m, kinds)}
    same = [(mention.clause in groups.all[i].clauses, i) for i in near if fits(i)]
    if same:  # of a clause that tells one event and names another, the one it tells
        return max(same)[-1]
    takes_up = mention.definite and not mention.minor
    likely = groups.alike(mention, _kinds_of(mention, kinds), by_root=takes_up)
    open_ = [(i, g) for i in likely if fits(i) and not _others(mention, told, g := groups.all[i])]
    taken_up = [
        (_shared(told, g), _latest(mention, g) >= 0, mention.kind in g.kinds, _latest(mention, g), i)
        for i, g in open_
        if takes_up and _takes_up(mention, g, kinds)
    ]
    if taken_up:
        return max(taken_up)[-1]
    again = [(i, g) for i, g in open_ if _goes_on(mention, told, g) or _told_again(mention, own, told, g, kinds, phrased=phrased)]
    return max(((_shared(told, g), _latest(mention, g), i) for i, g in again), default=(None,))[-1]


def _kinds_of(mention: EventMention, kinds: Kinds) -> frozenset[str]:
    """The kinds of which a group must have one that the mention takes up by more than its root, or tells again."""
    families = (VIOLENT, FACE_TO_FACE)
    family = frozenset(kind for kin in families if mention.kind in kin for kind in kin)
    return _anaphor(mention, kinds) | {mention.kind} | family | (DISCUSSED if mention.weak else frozenset())


def _told_beside(mention: EventMention, group: Group) -> bool:
    """ "The call followed the talks of 7 May": words with a day of their own are of none told without one, nor told right beside."""
    return mention.field in group.latest and (not mention.definite or (mention.field, mention.sentence) in group.told_in)


def _latest(mention: EventMention, group: Group) -> int:
    """Where the group was last told before the mention; in another field counts as long ago."""
    return group.latest.get(mention.field, -1)


def _alike(a: EventMention, b: EventMention, kinds: Kinds) -> bool:
    if {a.kind, b.kind} == SAID_ANEW:  # "made statements for the press and answered questions"
        return True
    if a.minor or b.minor:
        return False
    family = any({a.kind, b.kind} <= kin for kin in (TALKING, VIOLENT, AGREED))
    return sort_of(a) == sort_of(b) or family or a.kind in _anaphor(b, kinds) or b.kind in _anaphor(a, kinds)


def _takes_up(mention: EventMention, group: Group, kinds: Kinds) -> bool:
    """ "The conversation" takes up a call told before, unless it names others."""
    if mention.place and group.kinds == {"call"}:  # "the talks in Praia"
        return False
    meant = _anaphor(mention, kinds)
    return root_of(mention.trigger) in group.roots or not meant.isdisjoint(group.kinds) or sort_of(mention) in group.sorts


def _goes_on(mention: EventMention, told: Group, group: Group) -> bool:
    """ "They discussed trade": more of the talk told before, unless by others."""
    if not (mention.weak and group.told and group.kinds & DISCUSSED):
        return False
    return not told.parties or not group.parties or not told.parties.isdisjoint(group.parties) or not told.people


def _told_again(mention: EventMention, own: tuple[Interval, ...], told: Group, group: Group, kinds: Kinds, *, phrased: bool) -> bool:
    """The same kind with the same people told once more: nearby, or on the same days, or without any day of its own.

    `phrased` is for a mention with words of time, `own` for the days that these come to by themselves.
    """
    mine, theirs = told.parties, group.parties
    in_title = mention.field is Field.TEXT and group.in_title
    if mention.minor or mention.another or _at_another_time(mention, own, group, phrased=phrased, in_title=in_title):
        return False
    if _same_sanctions(mention, told, group):
        return True
    if not phrased and {mention.kind} | group.kinds <= VIOLENT and _away(mention, group) == 0:
        return mine <= theirs or theirs <= mine
    if not (sort_of(mention) in group.sorts or (_anaphor(mention, kinds) & group.kinds)):
        return len(mine & theirs) >= BOTH and mention.kind in FACE_TO_FACE and bool(group.kinds & FACE_TO_FACE)
    if len(mine & theirs) >= BOTH or (in_title and mine & theirs) or _headed(mention, told, group):
        return True
    same_victim = mention.kind not in TALKING and told.people & group.people
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


def _headed(mention: EventMention, told: Group, group: Group) -> bool:
    """ "Petrov to visit India" over "The president will visit India": one who is named, and the state he is of, in one place."""
    if mention.kind not in group.kinds or told.people or not group.in_title:
        return False
    return group.stateless and any(_same_place(mention.place, p) for p in group.places)


def _same_town(mention: EventMention, group: Group) -> bool:
    place = mention.place
    return place is not None and place in group.places and not is_whole_country(place.name, place.country)


def _at_another_time(mention: EventMention, own: tuple[Interval, ...], group: Group, *, phrased: bool, in_title: bool) -> bool:
    """Told with a time of its own beside one that has another ("by the time of the vote"), or as something new ("a call on Friday")."""
    if phrased and not own and group.dates:
        return True
    return phrased and not group.dates and not in_title and (mention.indefinite or (mention.passing and not mention.definite))


def _away(mention: EventMention, group: Group) -> float:
    """How many sentences ago the group was last told; far when in another field."""
    last = group.mentions[-1]
    return mention.sentence.number - last.sentence.number if mention.field is last.field else math.inf


def _anaphor(mention: EventMention, kinds: Kinds) -> frozenset[str]:
    return frozenset(kinds.taken_up_by(mention.trigger.lower().split()[-1]))


def _other_time(mention: EventMention, own: tuple[Interval, ...], told: Group, group: Group) -> bool:
    """Another day, or one real and the other not, or one over and the other still to come."""
    if mention.weak and not mention.definite:
        return mention.status in UNREAL and told.people.isdisjoint(group.people)
    if any(intersect(a, b) is None for a in own for b in group.dates):
        return True
    long_ago = bool(own) and all((i.days or LONG) >= LONG for i in own) and mention.definite
    if long_ago and not group.dates and group.plain:  # "his September visit" beside a visit told
        return True
    if not mention.definite and len(group.sure) == 1 and {mention.status} ^ group.sure >= {Status.PLANNED, Status.HAPPENED}:
        return True
    return (mention.status in UNREAL) != group.unreal


def _others(mention: EventMention, told: Group, group: Group) -> bool:
    """Other people or another place; who only goes on telling of a talk may name a state for its president."""
    if _same_sanctions(mention, told, group) or _headed(mention, told, group):
        return False
    mine, theirs = told.parties, group.parties
    people, others = told.people, group.people
    if mention.weak and not mention.definite and not people - others:
        return False
    if mention.definite and mine & theirs and _away(mention, group) <= 1 and root_of(mention.trigger) in group.roots:
        return False  # "released two geologists. After their release": whoever "their" stands for
    if (mine and theirs and not mine & theirs) or (people and others and not people & others):
        return True
    if people - others and others - people and max(len(people), len(others)) <= 2:  # met one, then met another
        return True
    lenient = (mention.weak and others and others <= people) or (mention.kind not in TALKING and people & others)
    if min(len(mine), len(theirs)) >= BOTH and len(mine & theirs) < BOTH and not lenient:
        return True
    return bool(mention.place and group.places) and not any(_same_place(mention.place, p) for p in group.places)


def _same_sanctions(mention: EventMention, told: Group, group: Group) -> bool:
    """ "The US sanctions Chad's rulers: the Treasury designated two generals": of one state's bodies on one day, on no other state."""
    if mention.type != "SANCTION" or group.kinds != {mention.kind} or mention.status not in group.statuses:
        return False
    mine, theirs = told.suffering, group.suffering
    return not told.doing.isdisjoint(group.doing) and not (mine and theirs and not mine & theirs)


def _shared(told: Group, group: Group) -> int:
    return len(told.parties & group.parties)


def _same_place(a: Place | None, b: Place) -> bool:
    return a is not None and (a.name == b.name or (a.country is not None and a.country == b.country))
