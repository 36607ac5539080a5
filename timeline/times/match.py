"""Run the rules over a text, each only around the words it needs, and keep the longest of overlapping readings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from timeline.model import Relation
from timeline.times.expression import Expression
from timeline.times.rule import Meaning, Rule, any_of
from timeline.times.rules import FAMILIES
from timeline.times.words import MONTHS, SEASONS, WEEKDAYS

# In characters: how far apart the words that a rule needs may stand, and how far before and behind them a phrase may reach.
LONGEST_WORD = 64
NEAR, BEFORE, BEHIND = 40, 40, 24
_WORD = re.compile(r"[a-z]+|(\d+)((?:[-/.:]\d+)?)")
_NAMED = any_of((*MONTHS, *SEASONS, *WEEKDAYS))
# A hyphen between two times is a dash ("31 May-1 June"); elsewhere it ties a word together ("mid-May", "F-16").
_HYPHEN_OF_A_RANGE = re.compile(rf"-(?<=\w-)(?=(?:\d{{1,2}} )?{_NAMED}\b)", re.IGNORECASE)
_BEFORE_THE_HYPHEN = re.compile(rf"(?:\b{_NAMED}\.?|\b{_NAMED}\.? \d{{1,2}}(?:, \d{{4}})?|\b\d{{4}})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of some words; `timex` are the parts that TimeML annotates with what each of them means."""

    start: int
    end: int
    rule: str
    expression: Expression | None
    relation: Relation | None
    timex: tuple[tuple[int, int, Expression], ...]

    def meaning(self, expression: Expression) -> Match:
        """The same words with this meaning, and so each TIMEX3 in them."""
        return replace(self, expression=expression, timex=tuple((start, end, expression) for start, end, _ in self.timex))


# Rules with their ranks, and the stretch of text in which to try them.
Window = tuple[tuple[tuple[int, Rule], ...], int, int]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which sets of words each word belongs to, and which rules, with their rank, need which sets."""

    sets_of: dict[str, tuple[int, ...]]
    rules: tuple[tuple[frozenset[int], tuple[tuple[int, Rule], ...]], ...]


@cache
def _plan() -> _Plan:
    number: dict[Set[str], int] = {}
    sets_of: dict[str, list[int]] = defaultdict(list)
    rules: dict[frozenset[int], list[tuple[int, Rule]]] = defaultdict(list)
    for rank, rule in enumerate(rule for family in FAMILIES for rule in family.rules):
        for words in map(frozenset, rule.needs):
            if words not in number:
                number[words] = len(number)
                for word in words:
                    sets_of[word].append(number[words])
        rules[frozenset(number[frozenset(words)] for words in rule.needs)].append((rank, rule))
    return _Plan({word: tuple(numbers) for word, numbers in sets_of.items()}, tuple((needs, tuple(them)) for needs, them in rules.items()))


def _places(text: str, sets_of: dict[str, tuple[int, ...]]) -> dict[int, list[int]]:
    """Where words of each set stand, in order."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    places: dict[int, list[int]] = defaultdict(list)
    for word in _WORD.finditer(lowered):
        if word[0] in sets_of:
            numbers = sets_of[word[0]]
        elif word.lastindex:
            numbers = _sets_of_number(lowered, word, sets_of)
        else:
            continue
        start = word.start()
        for number in numbers:
            places[number].append(start)
    return places


def _sets_of_number(text: str, word: re.Match[str], sets_of: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Those of the names a number goes by: see `DIGITS` and the like."""
    numbers = sets_of["0"]
    if len(word[1]) == 4:
        numbers += sets_of["0000"]
    if word[2]:
        numbers += sets_of["0:0"]
    return numbers + sets_of.get(text[word.start() - 1] + "0", ()) if word.start() else numbers


def _windows(text: str) -> Iterator[Window]:
    """Where rules are worth trying: the stretches around the words they need."""
    plan = _plan()
    places = _places(text, plan.sets_of)
    for needs, rules in plan.rules:
        if needs <= places.keys():
            for start, end in _together([places[number] for number in needs]):
                yield rules, max(start - BEFORE, 0), _word_end(text, end + BEHIND)


def _together(places: list[list[int]]) -> Iterator[tuple[int, int]]:
    """The stretches in which each list has a place near those of the others; what lies close becomes one stretch."""
    rarest = min(places, key=len)
    others = [where for where in places if where is not rarest]
    first = last = -1
    for place in rarest:
        start = end = place
        for where in others:
            i = bisect_left(where, place - NEAR)
            j = bisect_left(where, place + NEAR, i)
            if i == j:
                break
            start = where[i] if where[i] < start else start
            end = where[j - 1] if where[j - 1] > end else end
        else:
            if first >= 0 and start - last <= BEFORE + BEHIND:
                last = max(last, end)
            else:
                if first >= 0:
                    yield first, last
                first, last = start, end
    if first >= 0:
        yield first, last


def _word_end(text: str, at: int) -> int:
    """Not within a word, where a rule would take its beginning for the whole."""
    blank = text.find(" ", at, at + LONGEST_WORD)
    return blank if blank >= 0 else at + LONGEST_WORD


def matches(text: str) -> Iterator[tuple[int, Match]]:
    """All readings, each with the rank of its rule."""
    dashed = with_dashes(text)
    return readings(dashed, _windows(dashed))


def readings(text: str, windows: Iterable[Window]) -> Iterator[tuple[int, Match]]:
    """What the rules of each window read in it."""
    for rules, start, end in windows:
        for rank, rule in rules:
            for found in rule.pattern.finditer(text, start, end):
                built = rule.build(found)
                if built is not None:
                    meanings = built if isinstance(built, tuple) else (built,)
                    yield from ((rank, _match(rule, found, meaning)) for meaning in meanings)


def with_dashes(text: str) -> str:
    """The same text, character for character, with a dash where a hyphen stands between two times."""
    return _HYPHEN_OF_A_RANGE.sub(lambda m: "–" if _BEFORE_THE_HYPHEN.search(text, max(m.start() - 24, 0), m.start()) else "-", text)


def _match(rule: Rule, found: re.Match[str], meaning: Meaning) -> Match:
    start, end = found.span(meaning.span or 0)
    timex: tuple[tuple[int, int, Expression], ...] = ()
    if meaning.timex is not None and meaning.expression is not None:
        a, b = found.span(meaning.timex) if meaning.timex else (start, end)
        timex = ((a, b, meaning.expression),)
    return Match(start, end, rule.name, meaning.expression, meaning.relation, timex)


def longest(text: str, matches: Iterable[tuple[int, Match]]) -> list[Match]:
    """Of overlapping readings the longest, of equal ones the first rule's; what only looks like time is dropped with what it covers."""
    taken = bytearray(len(text))
    kept = []
    for _, match in sorted(matches, key=lambda ranked: (ranked[1].start - ranked[1].end, ranked[0], ranked[1].start)):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted((m for m in kept if m.expression is not None), key=lambda m: m.start)
