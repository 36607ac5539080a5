"""A happening in the making: what its mentions say together, kept so that one more costs the same however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.events.root import root_of
from timeline.model import EventMention, Field, Participant, Place, Role, Sentence, Status
from timeline.names import lookup
from timeline.times.interval import Interval

UNREAL = frozenset({Status.HYPOTHETICAL, Status.DENIED})


@dataclass
class Group:
    """The mentions of a happening and the sets of what they say."""

    mentions: list[EventMention] = field(default_factory=list)
    dates: set[Interval] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    sorts: set[tuple[str, str]] = field(default_factory=set)  # kinds, with the root of the word for what has none
    roots: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    doing: set[str] = field(default_factory=set)
    suffering: set[str] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    sure: set[Status] = field(default_factory=set)  # the statuses of what is not weak
    clauses: set[int] = field(default_factory=set)  # those that tell it, rather than name it in passing
    told_in: set[tuple[Field, Sentence]] = field(default_factory=set)
    latest: dict[Field, int] = field(default_factory=dict)  # where each field told it last
    plain: bool = False  # whether any mention is neither passing nor weak
    told: bool = False  # whether any is more than named in the text
    stateless: bool = False  # whether any names a person of no known state
    known: bool = True  # whether all are definite or of the title

    def add(self, mention: EventMention, dates: Sequence[Interval]) -> None:
        """One more mention, with what its own phrases come to."""
        self.mentions.append(mention)
        self.dates.update(dates)
        self.kinds.add(mention.kind)
        self.sorts.add(sort_of(mention))
        self.roots.add(root_of(mention.trigger))
        self.parties |= parties_of(mention.participants)
        self.people.update(p.name for p in mention.participants if p.person)
        self.doing |= _countries(mention.participants, Role.ACTOR)
        self.suffering |= _countries(mention.participants, Role.COUNTERPART)
        self.places.update([mention.place] if mention.place else [])
        self.statuses.add(mention.status)
        self.sure.update([] if mention.weak else [mention.status])
        self.clauses.update([] if mention.passing else [mention.clause])
        self.told_in.add((mention.field, mention.sentence))
        self.latest[mention.field] = max(mention.start, self.latest.get(mention.field, -1))
        self.plain |= not (mention.passing or mention.weak)
        self.told |= not mention.passing or mention.field is Field.TITLE
        self.stateless |= any(p.person and p.country is None for p in mention.participants)
        self.known &= mention.definite or mention.field is Field.TITLE

    def open_with(self, other: Group) -> None:
        """The mentions of another, of no days, before its own."""
        own, self.mentions = self.mentions, []
        for mention in other.mentions:
            self.add(mention, ())
        self.mentions += own

    @classmethod
    def of(cls, mention: EventMention, dates: Sequence[Interval]) -> Group:
        group = cls()
        group.add(mention, dates)
        return group

    @property
    def in_title(self) -> bool:
        """Whether the text has not told of it yet."""
        return Field.TEXT not in self.latest

    @property
    def unreal(self) -> bool:
        return self.statuses <= UNREAL


class Groups:
    """All groups of an article in the making, found by what a mention of theirs may be looked for by."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self._of_kind: dict[str, dict[int, None]] = defaultdict(dict)
        self._of_root: dict[str, dict[int, None]] = defaultdict(dict)
        self._of_clause: dict[tuple[Field, int], list[tuple[int, EventMention]]] = defaultdict(list)
        self._of_mention: dict[tuple[Field, int], set[int]] = defaultdict(set)

    def add(self, index: int | None, mention: EventMention, dates: Sequence[Interval]) -> None:
        """A mention into the group of this index, or into one of its own."""
        if index is None:
            index = len(self.all)
            self.all.append(Group())
        self.all[index].add(mention, dates)
        self._of_kind[mention.kind][index] = None
        self._of_root[root_of(mention.trigger)][index] = None
        self._of_clause[mention.field, mention.clause].append((index, mention))
        self._of_mention[mention.field, mention.start].add(index)

    def of_clause(self, mention: EventMention) -> Sequence[tuple[int, EventMention]]:
        """The mentions of the same clause, each with its group."""
        return self._of_clause.get((mention.field, mention.clause), ())

    def alike(self, mention: EventMention, kinds: Container[str], *, by_root: bool) -> Iterator[int]:
        """The groups with one of these kinds, or, if asked for, with a word of the mention's root; in no order, each once."""
        found = dict.fromkeys(i for kind, of_kind in self._of_kind.items() if kind in kinds for i in of_kind)
        return iter(found | self._of_root.get(root_of(mention.trigger), {}) if by_root else found)

    def holding(self, mentions: frozenset[EventMention]) -> frozenset[int]:
        """The groups that hold any of these mentions."""
        near = {i for m in mentions for i in self._of_mention.get((m.field, m.start), ())}
        return frozenset(i for i in near if not mentions.isdisjoint(self.all[i].mentions))


def sort_of(mention: EventMention) -> tuple[str, str]:
    """What two mentions of one sort share: the kind; of events that have none ("the collapse" and "collapsed") the root too."""
    return mention.kind, root_of(mention.trigger) if mention.kind == "other" else ""


def parties_of(participants: Sequence[Participant]) -> frozenset[str]:
    """States where they are known, since a president and his country are one side; else names."""
    return frozenset(p.country if p.country and (p.person or lookup(p.name)) else p.name for p in participants)


def _countries(participants: Sequence[Participant], role: Role) -> frozenset[str]:
    return frozenset(p.country for p in participants if p.country and p.role is role)
