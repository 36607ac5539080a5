"""Happenings of many articles → those that are one event: the same kind of thing, on the same day, by the same sides.

What is compared is found by blocking: only happenings of one day and kind that share a side or a town ever meet. One without a
day of its own joins the only one told around then that it can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from timeline.edtf import readable
from timeline.merge.pairing import Told, compare, fits_around
from timeline.model import Dating, Field, Happening, Mention
from timeline.times.interval import Grain

Pair = tuple[Mention, Mention]


@dataclass(frozen=True, slots=True)
class Joined:
    """Happenings that are one event, the one told first leading, and why each of the others is."""

    ids: tuple[str, ...]
    why: tuple[str, ...]


def merge_across(
    happenings: Sequence[Happening],
    dates: Mapping[str, Dating],
    published: Mapping[str, date],
    *,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> tuple[Joined, ...]:
    """The groups of two or more happenings that are one event, at most one of each article.

    `published` is the day of each article; `same` and `different` are pairs of mentions that a caller says are of one event or of
    two, which nothing else overrules.
    """
    told = {t.id: t for t in Told.of_all(happenings, dates, published)}
    where = {(m.article, m.field, m.start): h.id for h in happenings for m in h.mentions}
    kept_apart = frozenset(frozenset(_ids(pair, where)) for pair in different)
    groups = _Groups(told, kept_apart)
    for pair in same:
        groups.join(*_ids(pair, where), "what you say is the same", forced=True)
    found = [*_of_a_day(told.values()), *_without_a_day(told.values())]
    for _, a, b, why in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        groups.join(a, b, why)
    return groups.joined()


def _ids(pair: Pair, where: Mapping[tuple[str, Field, int], str]) -> tuple[str, str]:
    first, second = (where[m.article, m.field, m.start] for m in pair)
    return first, second


Found = tuple[int, str, str, str]
"""How well two happenings go together, their ids, and why."""


def _of_a_day(told: Iterable[Told]) -> Iterator[Found]:
    blocks: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in told:
        for day in one.days:
            for key in one.keys:
                blocks[one.family, day, key].append(one)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for a, b in combinations(sorted(block, key=lambda t: t.id), 2):
            if a.article != b.article and (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                if match := compare(a, b):
                    yield match.score, a.id, b.id, f"{match.words}, {readable(a.first, a.last, Grain.DAY, style='long')}"


def _without_a_day(told: Iterable[Told]) -> Iterator[Found]:
    """ "Three days before the call": the only call of the two that is told around that time."""
    told = list(told)
    dated: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.sure and one.days:
            for key in one.keys:
                dated[one.family, key].append(one)
    for one in told:
        if one.known and one.days:
            yield from _on_another_day(one, dated)
        if not (one.sure and one.days):
            near = {t.id: t for key in one.keys for t in dated[one.family, key] if t.article != one.article and fits_around(one, t)}
            matches = [(t, match) for t in near.values() if (match := compare(one, t))]
            if len({(t.first, t.last) for t, _ in matches}) == 1:
                for t, match in matches:
                    yield match.score - 1, one.id, t.id, f"{match.words}, the only one told around then"


def _on_another_day(one: Told, dated: Mapping[tuple[str, str], Sequence[Told]]) -> Iterator[Found]:
    """ "The call took place on Wednesday", where others have it on Thursday: one call of which the day is disputed."""
    near = {t.id: t for key in one.keys for t in dated[one.family, key] if t.article != one.article and one.is_beside(t)}
    matches = [(t, match) for t in near.values() if (match := compare(one, t)) and match.sides > 1]
    if len({(t.first, t.last) for t, _ in matches}) == 1:
        for t, match in matches:
            yield match.score - 2, one.id, t.id, f"{match.words}, taken up as known though on another day"


class _Groups:
    """Groups that grow by joining two, and never hold two happenings of one article or two that are kept apart."""

    def __init__(self, told: Mapping[str, Told], apart: frozenset[frozenset[str]]) -> None:
        self._told = told
        self._apart = apart
        self._of = {i: i for i in told}
        self._members: dict[str, list[str]] = {i: [i] for i in told}
        self._why: dict[str, list[str]] = defaultdict(list)

    def join(self, a: str, b: str, why: str, *, forced: bool = False) -> None:
        first, second = self._of.get(a), self._of.get(b)
        if first is None or second is None or first == second:
            return
        pairs = [(x, y) for x in self._members[first] for y in self._members[second]]
        one_article = any(self._told[x].article == self._told[y].article for x, y in pairs)
        if any(frozenset(pair) in self._apart for pair in pairs) or (one_article and not forced):
            return
        for member in self._members[second]:
            self._of[member] = first
        self._members[first] += self._members.pop(second)
        articles = " and ".join(sorted((self._told[a].article, self._told[b].article)))
        self._why[first] += [f"{articles} tell {why}", *self._why.pop(second, [])]

    def joined(self) -> tuple[Joined, ...]:
        groups = (sorted(g, key=lambda i: self._told[i].place_in_time) for g in self._members.values() if len(g) > 1)
        return tuple(sorted((Joined(tuple(g), tuple(self._why[self._of[g[0]]])) for g in groups), key=lambda j: j.ids))
