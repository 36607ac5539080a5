"""A text → its time phrases, each with its meaning and, where the text and the calendar give them, its days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.model import Field, Relation, TimePhrase, Timex
from timeline.times.compose import completed, followed, joined
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Expression,
    Member,
    Nth,
    Part,
    Published,
    Shift,
    Spoken,
    Unit,
    Weekday,
    Within,
    event_of,
)
from timeline.times.interval import Grain, Interval
from timeline.times.match import Match, longest, matches
from timeline.times.reference import Reference, Resolved
from timeline.times.resolve import resolve
from timeline.times.tense import Direction, direction
from timeline.times.timex import mod_of, type_of, value_of
from timeline.times.what_follows import leads_its_sentence
from timeline.times.words import RELATIONS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_RELATION = re.compile(rf"\b({'|'.join(sorted(RELATIONS, key=len, reverse=True))})\s+(?:the\s+)?$", re.IGNORECASE)
OLD_DATES_OF_A_NARRATIVE = 3
LONGEST_MONTH = 31
A_YEAR = 366
STILL_TOLD = 300


def find_times(text: str, published: date, *, field: Field = Field.TEXT, doc: Doc | None = None) -> tuple[TimePhrase, ...]:
    """All time phrases of a text, in order; `doc` is its parse, for a surer tense and the extent of an event's words.

    >>> [p.text for p in find_times("They met on Tuesday, three days before the vote.", date(2024, 3, 14))]
    ['Tuesday', 'three days before the vote']
    """
    found = joined(text, completed(text, followed(text, doc, longest(text, matches(text)))))
    narrative = _is_narrative(found, published)
    spoken: Interval | None = None
    spoken_at = 0
    phrases: list[TimePhrase] = []
    for match in found:
        assert match.expression is not None
        looking = direction(text, match.start, match.end, doc)
        goes_on = looking is not Direction.FUTURE and leads_its_sentence(text, match.start)
        told = narrative or (goes_on and _looks_back(spoken, published, text[spoken_at : match.start]))
        reference = Reference(published, spoken, looking, told)
        when = resolve(match.expression, reference)
        if isinstance(when, Interval) and _is_spoken_of(match, when, reference, text):
            spoken, spoken_at = when, match.end
        elif not narrative and _counts_from_an_event(match.expression):
            spoken = None  # the text goes on from a day that only the solver will know
        inside = any(p.end > match.start for p in phrases[-2:])  # "hours after Saturday's vote": the "after" is not Saturday's
        relation = match.relation or (Relation.AT if inside else _relation(text, match.start))
        timexes = tuple(_timexes(match, when, text, reference))
        words = text[match.start : match.end]
        phrases.append(TimePhrase(match.start, match.end, words, match.expression, relation, match.rule, when, timexes, field))
    return tuple(phrases)


def _looks_back(spoken: Interval | None, published: date, between: str) -> bool:
    """Whether news tells of an older time here: a day or month more than a year back has just been told in this paragraph."""
    if spoken is None or spoken.last is None or (spoken.days or 0) > LONGEST_MONTH or len(between) > STILL_TOLD or "\n" in between:
        return False
    return (published - spoken.last).days > A_YEAR


def _counts_from_an_event(expression: Expression) -> bool:
    return event_of(expression) is not None and isinstance(expression, Shift | Nth | Adjacent)


def _is_spoken_of(match: Match, when: Interval, reference: Reference, text: str) -> bool:
    """Whether a time is one the text goes on from.

    A year in passing ("the plans for 1919") does not replace a month told, nor "today" in a quotation the time of a history.
    """
    if when.first is None or isinstance(match.expression, Within):
        return False
    if isinstance(match.expression, Clock) and isinstance(match.expression.of, Spoken):
        return False
    if reference.narrative and _hangs_on_publication(match.expression):
        return False
    before = reference.spoken
    passing = (when.days or 0) > LONGEST_MONTH and before is not None and (before.days or 0) <= LONGEST_MONTH
    return not passing or leads_its_sentence(text, match.start)


def _hangs_on_publication(expression: Expression | None) -> bool:
    match expression:
        case Published() | Unit(ref=Published()) | Shift(ref=Published()) | Adjacent(ref=Published()):
            return True
        case Part(of=inner) | Clock(of=inner) | Member(of=inner) | Shift(ref=inner):
            return _hangs_on_publication(inner)
    return False


def _is_narrative(matches: Sequence[Match], published: date) -> bool:
    """Whether a text tells of other times than its own: mostly years long before, hardly a "yesterday" or "on Tuesday"."""
    old = now = 0
    for match in matches:
        match match.expression:
            case Calendar(year=int(year), month=month):
                old += year < published.year - 1
                now += year == published.year and month == published.month
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


def _timexes(match: Match, when: Resolved, text: str, reference: Reference) -> Iterator[Timex]:
    """What TimeML annotates in a match that comes to these days."""
    for start, end, expression in match.timex:
        exact = _to_the_day(expression)
        own = when if exact is match.expression else resolve(exact, reference)
        yield Timex(start, end, type_of(expression), value_of(expression, own), mod_of(expression, text[start:end]))
