"""A text → its time phrases, each with its meaning and, where the text and the calendar give them, its days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.model import Field, Relation, TimePhrase, Timex
from timeline.read.heading import DateLine, Label, date_lines
from timeline.times.compose import completed, followed, joined, ordered
from timeline.times.expression import (
    Calendar,
    Clock,
    DateOrder,
    Duration,
    Edge,
    Era,
    Expression,
    Holiday,
    Member,
    Part,
    Published,
    Range,
    Shift,
    Sign,
    Slashed,
    Unit,
    Weekday,
    Within,
    event_of,
)
from timeline.times.interval import Grain, Interval, day
from timeline.times.match import Match, longest, matches
from timeline.times.reference import Reference, Resolved
from timeline.times.resolve import resolve
from timeline.times.rule import any_of
from timeline.times.story import before_christ, opening
from timeline.times.tense import AHEAD, direction
from timeline.times.timex import mod_of, type_of, value_of
from timeline.times.words import ORDINALS, RELATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_RELATION = re.compile(rf"\b({'|'.join(sorted(RELATIONS, key=len, reverse=True))})\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_CLAUSE = re.compile(r"[,:]?[^,.:;!?\n]{0,300}")
_BULLETS = " \t•*–-"
_HEADS = re.compile(r"[ \t]*[:–—][ \t]")
_CLAUSE = 80
# "The third in a fortnight", "the worst in two years" count back, "will sail in two days" counts ahead.
_COUNTS_BACK = any_of((*ORDINALS, "only", "once", "twice", "time", "times", "most", "least", "more", "less", "fewer"))
_IN = re.compile(rf"^(?!.*\b(?:{_COUNTS_BACK}|\w+est|\d+(?:st|nd|rd|th))\b).*\bin\s+(?:about\s+)?$", re.IGNORECASE | re.DOTALL)


def find_times(
    text: str, published: date, *, field: Field = Field.TEXT, doc: Doc | None = None, date_order: DateOrder | None = None
) -> tuple[TimePhrase, ...]:
    """All time phrases of a text, in order; `doc` is its parse, for a surer tense and the extent of an event's words.

    `date_order` says how "4/2/2026" is meant where the text does not show it.

    >>> [p.text for p in find_times("They met on Tuesday, three days before the vote.", date(2024, 3, 14))]
    ['Tuesday', 'three days before the vote']
    """
    found = ordered(longest(text, matches(text)), date_order, published)
    found = joined(text, completed(text, followed(text, doc, found)))
    of_itself = [line for line in date_lines(text) if line.label is not Label.BARE]
    story = opening([m for m in found if not _stands_in(of_itself, m)], published)
    named_until = 0
    phrases: list[TimePhrase] = []
    for match in found:
        if story.narrative:
            match, year_bc = before_christ(match, story.year_bc)
            story = replace(story, year_bc=year_bc)
        assert match.expression is not None
        looking = direction(text, match.start, match.end, doc) if _follows_the_tense(match.expression) else None
        if looking in AHEAD:
            match = _counted_ahead(match, text)
        assert match.expression is not None
        in_line = story.heading is not None and _is_in_line(text, match, story.heading)
        if in_line:
            match = story.in_headed_year(match)
        assert match.expression is not None
        headed = in_line or (story.heading is not None and _is_headed(text, doc, match, story.heading))
        reference = story.reference(text, match, looking, headed=headed)
        when = resolve(match.expression, reference)
        aside = doc is not None and not story.narrative and _describes(doc, match)
        aside = aside or _stands_in(of_itself, match)
        if match.start >= named_until and not aside:  # "after the coup of 2004, …. The next day": not the day after the coup
            story = story.going_on(text, match, when, reference)
        named = event_of(match.expression)
        named_until = max(named_until, named.end if named is not None else 0)
        inside = any(p.end > match.start for p in phrases[-2:])  # "hours after Saturday's vote": the "after" is not Saturday's
        relation = match.relation or (Relation.AT if inside else _relation(text, match.start))
        timexes = tuple(_timexes(match, when, text, reference))
        words = text[match.start : match.end]
        phrases.append(TimePhrase(match.start, match.end, words, match.expression, relation, match.rule, when, timexes, field))
    return tuple(phrases)


def _stands_in(lines: Iterable[DateLine], match: Match) -> bool:
    """Whether a time says when the text was published or updated; nothing in the story is told of it."""
    return any(line.start <= match.start < line.end for line in lines)


def _describes(doc: Doc, match: Match) -> bool:
    """Whether a time stands in a clause that only describes something: "the pact, which was signed in 2019, lapsed. The next day"."""
    token = _root(doc, match)
    while token.head.i != token.i:
        if token.dep_ in {"relcl", "acl"}:
            return True
        token = token.head
    return False


def _is_in_line(text: str, match: Match, heading: Match) -> bool:
    """Whether a time stands in the line of a chronology that a year heads: "2021: It was signed on 3 March"."""
    opens = not text[text.rfind("\n", 0, heading.start) + 1 : heading.start].strip(_BULLETS)
    return opens and bool(_HEADS.match(text, heading.end)) and "\n" not in text[heading.end : match.start]


def _is_headed(text: str, doc: Doc | None, match: Match, heading: Match) -> bool:
    """Whether a month or day stands in a clause that opens with a year: "In 1999 they met in May", but not "…, he said in May"."""
    if not isinstance(match.expression, Calendar):
        return False
    if doc is None:
        return bool(_ONE_CLAUSE.fullmatch(text, heading.end, match.start))
    opened = _root(doc, heading)
    verb = next((t for t in opened.ancestors if t.pos_ in {"VERB", "AUX"}), opened)
    return verb in _root(doc, match).ancestors


def _root(doc: Doc, match: Match) -> Token:
    span = doc.char_span(match.start, match.end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _follows_the_tense(expression: Expression) -> bool:
    """Whether which day is meant depends on the tense of the clause, as for a bare weekday."""
    match expression:
        case (
            Slashed()
            | Calendar(year=None)
            | Era(year=None, grain=Grain.SEASON | Grain.QUARTER)
            | Weekday()
            | Holiday(year=None)
            | Duration()
        ):
            return True
        case Part(of=inner) | Clock(of=inner) | Member(of=inner) | Shift(ref=inner) | Within(ref=inner) | Unit(ref=inner) | Edge(of=inner):
            return _follows_the_tense(inner)
        case Range(first=first, last=last):
            return _follows_the_tense(first) or _follows_the_tense(last)
    return False


def _counted_ahead(match: Match, text: str) -> Match:
    """ "Will sail in two days" is a day from now, where "for the first time in two years" is not; TimeML has a duration in both."""
    if not isinstance(match.expression, Duration) or match.expression.period.count is None:
        return match
    if not _IN.match(text[max(match.start - _CLAUSE, 0) : match.start].rpartition(".")[2]):
        return match
    return replace(match, expression=Shift(Published(), match.expression.period, Sign.AFTER))


def _relation(text: str, start: int) -> Relation:
    """ "By 5 May", "since 2011": what stands right before a time."""
    found = _RELATION.search(text[max(start - 24, 0) : start])
    return RELATIONS[re.sub(r"\s+", " ", found[1].lower())] if found else Relation.AT


def _timexes(match: Match, when: Resolved, text: str, reference: Reference) -> Iterator[Timex]:
    """What TimeML annotates in a match that comes to these days."""
    for start, end, expression in match.timex:
        own = when if expression is match.expression else resolve(expression, reference)
        if isinstance(match.expression, Range) and isinstance(expression, Weekday) and isinstance(when, Interval):
            edge = when.first if expression is match.expression.first else when.last
            own = day(edge) if edge else own
        yield Timex(start, end, type_of(expression), value_of(expression, own), mod_of(expression, text[start:end]))
