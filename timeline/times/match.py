"""Run the rules over a text, each family only around its cue words, and keep the longest of overlapping readings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from timeline.model import Relation
from timeline.times.expression import Expression
from timeline.times.rule import Family, Meaning, Rule, any_of
from timeline.times.rules import FAMILIES
from timeline.times.words import MONTHS, SEASONS, WEEKDAYS

# How far around a cue word a phrase may reach, in characters.
REACH = 72
_WORD = re.compile(r"[A-Za-z]+|\d+")
_NAMED = any_of((*MONTHS, *SEASONS, *WEEKDAYS))
# A hyphen between two times is a dash ("31 May-1 June"); elsewhere it ties a word together ("mid-May", "F-16").
_HYPHEN_OF_A_RANGE = re.compile(rf"(?<=\w)-(?=(?:\d{{1,2}} )?{_NAMED}\b)|(?<=[a-z])-(?=\d{{1,2}} {_NAMED}\b)", re.IGNORECASE)
_BEFORE_THE_HYPHEN = re.compile(rf"(?:\b{_NAMED}\.?|\b{_NAMED} \d{{1,2}}(?:, \d{{4}})?|\b\d{{4}})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of some words; `timex` are the parts that TimeML annotates with what each of them means."""

    start: int
    end: int
    rule: str
    expression: Expression | None
    relation: Relation | None
    timex: tuple[tuple[int, int, Expression], ...]


@cache
def _families_by_cue() -> dict[str, tuple[int, ...]]:
    table: dict[str, list[int]] = defaultdict(list)
    for number, family in enumerate(FAMILIES):
        for cue in family.cues:
            table[cue].append(number)
    return {cue: tuple(numbers) for cue, numbers in table.items()}


def _windows(text: str) -> Iterator[tuple[Family, int, int]]:
    """Where each family is worth trying: the stretches around its cue words."""
    cues = _families_by_cue()
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for word in _WORD.finditer(text):
        key = "0" if word[0].isdigit() else word[0].lower()
        for number in cues.get(key, ()):
            start, end = max(word.start() - REACH, 0), word.end() + REACH
            windows = found[number]
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], end)
            else:
                windows.append((start, end))
    for number in sorted(found):
        for start, end in found[number]:
            yield FAMILIES[number], start, _word_end(text, end)


def _word_end(text: str, at: int) -> int:
    """Not within a word, where a rule would take its beginning for the whole."""
    limit = min(at + REACH, len(text))
    while at < limit and text[at].isalnum():
        at += 1
    return at


def matches(text: str) -> Iterator[Match]:
    text = _with_dashes(text)
    for family, start, end in _windows(text):
        for rule in family.rules:
            for found in rule.pattern.finditer(text, start, end):
                built = rule.build(found)
                if built is not None:
                    meanings = built if isinstance(built, tuple) else (built,)
                    yield from (_match(rule, found, meaning) for meaning in meanings)


def _with_dashes(text: str) -> str:
    """The same text, character for character, with a dash where a hyphen stands between two times."""
    return _HYPHEN_OF_A_RANGE.sub(lambda m: "–" if _BEFORE_THE_HYPHEN.search(text, max(m.start() - 24, 0), m.start()) else "-", text)


def _match(rule: Rule, found: re.Match[str], meaning: Meaning) -> Match:
    start, end = found.span(meaning.span or 0)
    timex: tuple[tuple[int, int, Expression], ...] = ()
    if meaning.timex is not None and meaning.expression is not None:
        a, b = found.span(meaning.timex) if meaning.timex else (start, end)
        timex = ((a, b, meaning.expression),)
    return Match(start, end, rule.name, meaning.expression, meaning.relation, timex)


def longest(text: str, matches: Iterable[Match]) -> list[Match]:
    """Of overlapping readings the longest, of equal ones the first; what only looks like time is dropped with what it covers."""
    taken = bytearray(len(text))
    kept = []
    for match in sorted(matches, key=lambda m: m.start - m.end):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted((m for m in kept if m.expression is not None), key=lambda m: m.start)
