"""Run the rules over a text → its time phrases, each with its meaning and, where the text and the calendar give them, its days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from timeline.model import Field, Relation, TimePhrase, Timex
from timeline.times.expression import (
    Calendar,
    Clock,
    EventRef,
    Expression,
    Published,
    Range,
    Shift,
    Unit,
    Weekday,
    Within,
    event_of,
    with_reference,
)
from timeline.times.interval import Grain, Interval
from timeline.times.reference import Reference
from timeline.times.resolve import resolve
from timeline.times.rule import WHAT_FOLLOWS, Family, Meaning, Rule
from timeline.times.rules import FAMILIES
from timeline.times.tense import direction
from timeline.times.timex import mod_of, type_of, value_of
from timeline.times.what_follows import event_words, names_an_event
from timeline.times.words import RELATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc

# How far around a cue word a phrase may reach, in characters.
REACH = 72
_WORD = re.compile(r"[a-z]+|\d+")
_RELATION = re.compile(rf"\b({'|'.join(sorted(RELATIONS, key=len, reverse=True))})\s+(?:the\s+)?$", re.IGNORECASE)
_LEADING = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*|[“\"(]|\b(?:On|In|At|By|And|But)\s)$")
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s?[-–—]\s?|\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_POINTS = (Calendar, Weekday, Clock)
OLD_DATES_OF_A_NARRATIVE = 3


@dataclass(frozen=True, slots=True)
class _Match:
    """One reading of some words; `timex` are the parts that TimeML annotates with what each of them means."""

    start: int
    end: int
    rule: str
    expression: Expression | None
    relation: Relation | None
    timex: tuple[tuple[int, int, Expression], ...]


def find_times(text: str, published: date, *, field: Field = Field.TEXT, doc: Doc | None = None) -> tuple[TimePhrase, ...]:
    """All time phrases of a text, in order; `doc` is its parse, for a surer tense and the extent of an event's words.

    >>> [p.text for p in find_times("They met on Tuesday, three days before the vote.", date(2024, 3, 14))]
    ['Tuesday', 'three days before the vote']
    """
    matches = _joined(text, _followed(text, doc, _longest(text, _matches(text))))
    narrative = _is_narrative(matches, published)
    spoken: Interval | None = None
    phrases: list[TimePhrase] = []
    for match in matches:
        assert match.expression is not None
        reference = Reference(published, spoken, direction(text, match.start, match.end, doc), narrative)
        when = resolve(match.expression, reference)
        if isinstance(when, Interval) and when.first is not None and not isinstance(match.expression, Within):
            spoken = when
        inside = any(p.end > match.start for p in phrases[-2:])  # "hours after Saturday's vote": the "after" is not Saturday's
        relation = match.relation or (Relation.AT if inside else _relation(text, match.start))
        timexes = tuple(_timexes(match, text, reference))
        words = text[match.start : match.end]
        phrases.append(TimePhrase(match.start, match.end, words, match.expression, relation, match.rule, when, timexes, field))
    return tuple(phrases)


# --- running the rules -----------------------------------------------------------------------------------------------


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
    for word in _WORD.finditer(text.lower() if len(text.lower()) == len(text) else text):
        key = "0" if word[0].isdigit() else word[0]
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


def _matches(text: str) -> Iterator[_Match]:
    for family, start, end in _windows(text):
        for rule in family.rules:
            for found in rule.pattern.finditer(text, start, end):
                built = rule.build(found)
                if built is not None:
                    meanings = built if isinstance(built, tuple) else (built,)
                    yield from (_match(rule, found, meaning) for meaning in meanings)


def _match(rule: Rule, found: re.Match[str], meaning: Meaning) -> _Match:
    start, end = found.span(meaning.span or 0)
    timex: tuple[tuple[int, int, Expression], ...] = ()
    if meaning.timex is not None and meaning.expression is not None:
        a, b = found.span(meaning.timex) if meaning.timex else (start, end)
        timex = ((a, b, meaning.expression),)
    return _Match(start, end, rule.name, meaning.expression, meaning.relation, timex)


def _longest(text: str, matches: Iterable[_Match]) -> list[_Match]:
    """Of overlapping readings the longest, of equal ones the first; what only looks like time is dropped with what it covers."""
    taken = bytearray(len(text))
    kept = []
    for match in sorted(matches, key=lambda m: m.start - m.end):
        if taken.find(1, match.start, match.end) < 0:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted((m for m in kept if m.expression is not None), key=lambda m: m.start)


# --- what follows, and what belongs together ---------------------------------------------------------------------------


def _followed(text: str, doc: Doc | None, matches: Sequence[_Match]) -> list[_Match]:
    """Put the event or the date that the following words name where an expression waits for it."""
    done: list[_Match] = []
    swallowed: set[int] = set()
    for i, match in enumerate(matches):
        assert match.expression is not None
        waiting = event_of(match.expression)
        if i in swallowed:
            continue
        if waiting is None or waiting != WHAT_FOLLOWS:
            done.append(match)
            continue
        following = matches[i + 1] if i + 1 < len(matches) else None
        if following is not None and _right_behind(text, match, following) and not names_an_event(text, following.end):
            if not isinstance(match.expression, EventRef) and not event_of(following.expression or Published()):
                swallowed.add(i + 1)
                done.append(_counted_from(match, following))
            continue
        leading = bool(_LEADING.search(text[max(match.start - 12, 0) : match.start]))
        start, end, head_end = event_words(text, match.end, doc, leading=leading)
        if start < end:
            ref = EventRef(text[start:head_end], start, end)
            done.append(replace(match, end=head_end, expression=with_reference(match.expression, ref)))
    return done


def _right_behind(text: str, match: _Match, following: _Match) -> bool:
    return text[match.end : following.start].strip().lower() in {"", "the"}


def _counted_from(match: _Match, following: _Match) -> _Match:
    """ "Three days before 5 May": the count and the date are one phrase."""
    assert match.expression is not None and following.expression is not None
    expression = with_reference(match.expression, following.expression)
    start = match.timex[0][0] if match.timex else match.start
    return replace(match, end=following.end, expression=expression, timex=((start, following.end, expression),))


def _joined(text: str, matches: Sequence[_Match]) -> list[_Match]:
    """Two points with "to" or a dash between them, or "and" after "between", are one stretch; so are "4 and 5 May"."""
    done: list[_Match] = []
    for match in matches:
        before = done[-1] if done else None
        if before is not None and _is_range(text, before, match):
            assert before.expression is not None and match.expression is not None
            whole = Range(before.expression, match.expression)
            done[-1] = _Match(before.start, match.end, "from <time> to <time>", whole, None, before.timex + match.timex)
        else:
            done.append(match)
    return done


def _is_range(text: str, first: _Match, last: _Match) -> bool:
    a, b = first.expression, last.expression
    if a is None or b is None or isinstance(a, Range) or event_of(a) or event_of(b):
        return False
    between = text[first.end : last.start]
    if not isinstance(a, _POINTS) or not isinstance(b, _POINTS):
        return False
    if _TO.fullmatch(between):
        return True
    between_two = bool(_FROM.search(text[max(first.start - 16, 0) : first.start]))
    return bool(_AND.fullmatch(between)) and (between_two or _next_day(a, b))


def _next_day(a: Expression, b: Expression) -> bool:
    """ "4 and 5 May", "May 4 and 5": two days in a row."""
    if not isinstance(a, Calendar) or not isinstance(b, Calendar) or a.day is None or b.day is None:
        return False
    return (a.year, a.month, a.day + 1) == (b.year, b.month, b.day)


# --- context ---------------------------------------------------------------------------------------------------------


def _is_narrative(matches: Sequence[_Match], published: date) -> bool:
    """Whether a text tells of other times than its own: mostly years long before, hardly a "yesterday" or "on Tuesday"."""
    old = now = 0
    for match in matches:
        match match.expression:
            case Calendar(year=int(year)):
                old += year < published.year - 1
                now += year >= published.year - 1
            case Weekday() | Unit(ref=Published()) | Shift(ref=Published()) | Within(ref=Published()):
                now += 1
    return old >= OLD_DATES_OF_A_NARRATIVE and old > 2 * now


def _relation(text: str, start: int) -> Relation:
    """ "By 5 May", "since 2011": what stands right before a time."""
    found = _RELATION.search(text[max(start - 24, 0) : start])
    return RELATIONS[re.sub(r"\s+", " ", found[1].lower())] if found else Relation.AT


def _to_the_day(expression: Expression) -> Expression:
    """TimeML gives "a week ago" the day, where as evidence it is only that week."""
    if isinstance(expression, Shift) and isinstance(expression.ref, Published) and not expression.period.hedged:
        return replace(expression, ref=Unit(Grain.DAY, 0))
    return expression


def _timexes(match: _Match, text: str, reference: Reference) -> Iterator[Timex]:
    for start, end, expression in match.timex:
        when = resolve(_to_the_day(expression), reference)
        words = text[start:end]
        yield Timex(start, end, type_of(expression), value_of(expression, when), mod_of(expression, words))
