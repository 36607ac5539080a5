"""Whether two happenings of different articles are one: what they are, who took part, where, and whether they took place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from timeline.model import REAL, Basis, Dating, Field, Happening, Participant, Place, Role, Status
from timeline.names import called, folded, is_whole_country
from timeline.times.interval import Interval, days_of

# Kinds that different tellers use for one thing.
ALIKE = {"talks": "meeting", "ceasefire": "agreement", "incident": "attack", "appeal": "warning"}
# A visit or a summit is often a meeting to another article; they are joined where neither tells the two apart.
FACE_TO_FACE = frozenset({"meeting", "talks", "visit", "summit"})
# Of these there is one a day of one side, so that one side will do.
ONE_A_DAY = frozenset(
    {"vote", "election", "press conference", "recall", "expulsion", "treaty expiry", "treaty withdrawal", "summit", "resignation", "ruling",
     "appointment", "recognition", "release", "ban", "visit", "sanctions", "sanctions relief", "relations"}
)  # fmt: skip
# So there is of a summons, CAMEO 112 among meetings.
SUMMONS = "112"
# "The gathering of African heads of state" is the one of African leaders.
LEADERS = frozenset({"heads", "presidents", "rulers"})
# Of these the town tells which it was.
OF_A_TOWN = frozenset({"attack", "incident", "protest", "summit", "agreement", "ceasefire", "exercise", "meeting", "talks", "death"})
# These are done by one side to the other.
DONE_TO_OTHERS = frozenset({"expulsion", "recall", "sanctions", "sanctions relief", "ban", "attack", "incident", "accusation", "warning"})
AROUND = timedelta(days=10)
BESIDE = timedelta(days=2)
LOOSE_DAYS = 7
LONGEST_STAY = 14


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, in small letters without accents: "Étienne" is Etienne to others."""
    return tuple(folded(name).lower().removesuffix(" jr.").split())


def called_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may be one person's: one surname and no two initials, or a surname alone, which stands first in some languages.

    >>> [called_alike(name_words(name), name_words("Seo Jae-won")) for name in ("Seo", "Kim Jae-won", "Seo Ji-ho")]
    [True, False, False]
    >>> called_alike(name_words("Ruiz Prado"), name_words("Ana Ruiz Prado"))
    True
    """
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if len(short) == 1:
        return short[0] in long
    return long[-len(short) :] == short or (a[-1] == b[-1] and a[0][0] == b[0][0])


@dataclass(frozen=True, slots=True)
class Side:
    """One who took part: the words of a person's name, the country, or the name of anyone else; and whether it was done to him."""

    person: tuple[str, ...] = ()
    country: str = ""
    name: str = ""
    suffers: bool = field(default=False, compare=False)

    def matches(self, other: Side) -> bool:
        """The same person where both are named, else the same country or name."""
        if self.person and other.person:
            return called_alike(self.person, other.person) and (not self.country or not other.country or self.country == other.country)
        return bool((self.country and self.country == other.country) or (self.name and self.name == other.name))

    @property
    def keys(self) -> Iterator[str]:
        yield from (key for key in (*self.person, self.country, self.name) if key)

    @property
    def words(self) -> str:
        return " ".join(self.person).title() or (called(self.country) if self.country else self.name)


@dataclass(frozen=True, slots=True)
class Told:
    """A happening as its article tells it, ready to be compared."""

    id: str
    article: str
    place_in_time: tuple[date, str, int]
    kind: str
    family: str
    once: bool
    alone: bool
    known: bool
    status: Status
    first: date | None
    last: date | None
    sure: bool
    assumed: bool
    sides: tuple[Side, ...]
    place: Place | None

    @classmethod
    def of_all(cls, happenings: Sequence[Happening], dates: Mapping[str, Dating], published: Mapping[str, date]) -> Iterator[Told]:
        """All happenings that are more than sayings, with the countries of people that only another article gives."""
        people = _People.of(p for h in happenings for m in h.mentions for p in m.participants if p.person)
        faces: dict[tuple[str, bool, date | None], int] = defaultdict(int)
        for h in happenings:
            faces[h.mentions[0].article, _kind(h) in FACE_TO_FACE, dates[h.id].first] += 1
        for happening in happenings:
            if all(m.minor for m in happening.mentions):
                continue
            head, dating, kind = happening.mentions[0], dates[happening.id], _kind(happening)
            alone = faces[head.article, kind in FACE_TO_FACE, dating.first] == 1
            sure, assumed = dating.basis in {Basis.STATED, Basis.DERIVED}, dating.basis is Basis.ASSUMED
            yield cls(
                happening.id, head.article, (published[head.article], head.article, head.start), kind, _family(kind),
                kind in ONE_A_DAY or any(m.cameo == SUMMONS for m in happening.mentions), alone, _is_known(happening),
                _status(happening), dating.first, dating.last, sure, assumed, _sides(happening, people), happening.place,
            )  # fmt: skip

    @property
    def days(self) -> tuple[date, ...]:
        """The days it is known to be on: its own, or those of a stay; none of a stretch that only holds it in."""
        if self.first is None or self.last is None or not (self.sure or self.first == self.last):
            return ()
        return tuple(days_of(Interval(self.first, self.last))) if (self.last - self.first).days < LONGEST_STAY else ()

    def is_beside(self, other: Told) -> bool:
        """Whether the other is of another day, but no more than a few away."""
        assert self.first is not None and other.first is not None
        return timedelta() < abs(self.first - other.first) <= BESIDE

    @property
    def town(self) -> str:
        place = self.place
        return "" if place is None or is_whole_country(place.name, place.country) else place.name

    @property
    def keys(self) -> set[str]:
        """What blocks it is compared in."""
        return {key for side in self.sides for key in side.keys} | ({f"@{self.town}"} if self.town else set())


@dataclass(frozen=True, slots=True)
class Match:
    """That two go together: how well, by how many sides, and in words."""

    score: int
    sides: int
    words: str


def compare(a: Told, b: Told) -> Match | None:
    """How two happenings of one day and family go together; None when they are two."""
    pairs = [(x, y) for x in a.sides for y in b.sides if x.matches(y)]
    sides = min(len({x for x, _ in pairs}), len({y for _, y in pairs}))
    strangers = _of_one_country(a.sides, b.sides) - {(x, y) for x, y in pairs}
    if not _can_both_hold(a.status, b.status) or _elsewhere(a, b) or (strangers and sides < 2):
        return None
    if a.kind in DONE_TO_OTHERS and sides > 1 and all(x.suffers != y.suffers for x, y in pairs):
        return None  # an expulsion and the one it is answered with
    same_town = bool(a.town) and a.town == b.town
    if a.days and b.days and (a.first, a.last) != (b.first, b.last) and a.kind != b.kind:
        return None  # a meeting on the second day of a visit
    if ALIKE.get(a.kind, a.kind) != ALIKE.get(b.kind, b.kind) and not (a.alone and b.alone and sides > 1):
        return None
    few = min(len(a.sides), len(b.sides))
    enough = (
        sides > 1
        or (sides == 1 and few == 1 and a.once and b.once)
        or (sides == 1 and few == 1 and a.alone and b.alone and a.kind == b.kind and any(x.person and y.person for x, y in pairs))
        or (same_town and a.kind in OF_A_TOWN and (sides == 1 or not few))
    )
    if not enough:
        return None
    who = " and ".join(dict.fromkeys(x.words for x, _ in pairs))
    words = " ".join([f"a {a.kind}", *([f"of {who}"] if who else []), *([f"in {a.town}"] if same_town else [])])
    return Match(2 * sides + same_town + (a.kind == b.kind), sides, words)


def fits_around(loose: Told, dated: Told) -> bool:
    """Whether one without a day of its own may be the other: told around then, and not known to be of another time."""
    assert dated.first is not None and dated.last is not None
    published = loose.place_in_time[0]
    if loose.assumed:  # by its tense, which publication alone bounds
        return published - AROUND <= dated.last and dated.first <= (published if loose.status in REAL else published + AROUND)
    if loose.first and loose.last and loose.sure and (loose.last - loose.first).days > LOOSE_DAYS:
        return False  # "in 2021"
    low, high = loose.first or published - AROUND, loose.last or published + AROUND
    return max(low, published - AROUND) <= dated.last and dated.first <= min(high, published + AROUND)


def _family(kind: str) -> str:
    return "face to face" if kind in FACE_TO_FACE else ALIKE.get(kind, kind)


def _can_both_hold(a: Status, b: Status) -> bool:
    """What was announced may have taken place, or been cancelled; what is denied did not."""
    if a is b or {a, b} <= REAL:
        return True
    return Status.PLANNED in {a, b} and bool({a, b} & (REAL | {Status.CANCELLED}))


def _elsewhere(a: Told, b: Told) -> bool:
    here, there = a.place, b.place
    return bool(here and there and a.kind != "call" and here.country and there.country and here.country != there.country)


def _of_one_country(ours: Sequence[Side], theirs: Sequence[Side]) -> set[tuple[Side, Side]]:
    """Different people of one country: the presidents call on the day that the ministers do."""
    return {(x, y) for x in ours for y in theirs if x.person and y.person and x.country and x.country == y.country}


@dataclass(frozen=True, slots=True)
class _People:
    """The persons of all articles: their names, and the country of each name, first or last, that only people of one country bear."""

    names: frozenset[str]
    countries: Mapping[str, str]

    @classmethod
    def of(cls, people: Iterable[Participant]) -> _People:
        people = list(people)
        found: dict[str, set[str]] = defaultdict(set)
        for who in people:
            words = name_words(who.name)
            for word in {words[0], words[-1]} if who.country else ():
                found[word].add(who.country or "")
        countries = {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1}
        return cls(frozenset(who.name for who in people), countries)

    def side(self, who: Participant) -> Side:
        """One who took part, a person also where only another article says so."""
        if who.person or (not who.country and who.name in self.names):
            words = name_words(who.name)
            known = {self.countries[word] for word in (words[0], words[-1]) if word in self.countries}
            return Side(person=words, country=who.country or (known.pop() if len(known) == 1 else ""))
        return Side(country=who.country) if who.country else Side(name=_group(who.name.lower()))


def _sides(happening: Happening, people: _People) -> tuple[Side, ...]:
    telling = [m for m in happening.mentions if not m.weak] or happening.mentions
    told = (p for m in telling for p in m.participants)
    sides = dict.fromkeys(replace(people.side(p), suffers=p.role is Role.COUNTERPART) for p in told)
    represented = {side.country for side in sides if side.person}
    return tuple(side for side in sides if side.person or side.country not in represented)


def _group(name: str) -> str:
    of, _, noun = name.rpartition(" ")
    return f"{of} leaders" if of and noun in LEADERS else name


def _is_known(happening: Happening) -> bool:
    """Whether the article first names it as something known: "the call"."""
    first = next((m for m in happening.mentions if m.field is Field.TEXT), None)
    return first is not None and first.definite


def _kind(happening: Happening) -> str:
    """The kind that most of its own words give, rather than those that go on about it."""
    telling = [m.kind for m in happening.mentions if not m.weak and not m.minor] or [m.kind for m in happening.mentions]
    return "call" if "call" in telling else telling[0]


def _status(happening: Happening) -> Status:
    telling = [m.status for m in happening.mentions if not m.definite and not m.minor] or [m.status for m in happening.mentions]
    return Status.CANCELLED if Status.CANCELLED in telling else telling[0]
