"""Which event of its article a phrase hangs on: the one its words name, or the one told last."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.anchor.how_long import DONE_AT_ONCE
from timeline.events.root import root_of
from timeline.model import Field, Happening, TimePhrase
from timeline.times.expression import (
    Adjacent,
    Between,
    Clock,
    Edge,
    EventRef,
    Expression,
    Member,
    Nth,
    Part,
    Shift,
    Spoken,
    Unit,
    Within,
)

# "The siege, during which": the event told right before.
TAKING_UP = frozenset({"which", "it", "its", "this", "that", "them", "they", "their"})


def referent(phrase: TimePhrase, ref: EventRef | Spoken, happenings: Sequence[Happening]) -> Happening | None:
    """The one of these happenings that a phrase hangs on: the first told by its words, for "the next day" the last told before."""
    if isinstance(ref, EventRef):
        named = _named(ref, happenings, phrase.field)
        if named is not None or not _takes_up(ref, phrase):
            return named
    if isinstance(phrase.expression, Nth):
        happenings = [h for h in happenings if not {m.kind for m in h.mentions} <= DONE_AT_ONCE]
        # "On its third day he held talks, and on the last he signed": of the visit told in a sentence before, not of the talks.
        told = [h for h in happenings if any(m.field is phrase.field and m.sentence.end <= phrase.start for m in h.mentions)]
        happenings = told or happenings
    if isinstance(ref, EventRef) and ref.words.lower() == "it":  # "two days ahead of the gathering …; three days after it"
        return _last_before(phrase, happenings, of_nouns=True) or _last_before(phrase, happenings)
    if isinstance(ref, Spoken):  # "on Tuesday, four days after the signing; the next day": the day after Tuesday
        return _last_before(phrase, happenings, in_line=True) or _last_before(phrase, happenings)
    return _last_before(phrase, happenings)


def hangs_on_itself(happening: Happening, phrase: TimePhrase, happenings: Sequence[Happening]) -> bool:
    """ "The attack of 7 October, during which they killed 20": one event, of which the second phrase says nothing."""
    ref = reference_of(phrase.expression)
    if not isinstance(ref, EventRef) or isinstance(phrase.expression, Nth) or not _takes_up(ref, phrase):
        return False
    return _last_before(phrase, happenings) is happening and not any(_named_by(h, ref, phrase.field) for h in happenings)


def both(phrase: TimePhrase, between: Between, happenings: Sequence[Happening]) -> tuple[Happening, Happening] | None:
    """The two events a phrase stands between: those named, or the two told last."""
    if between.last is not None:
        named = [referent(phrase, ref, happenings) for ref in (between.first, between.last)]
        return (named[0], named[1]) if named[0] and named[1] else None
    last = _last_before(phrase, happenings)
    first = _last_before(phrase, [h for h in happenings if h is not last])
    return (first, last) if first and last else None


def _takes_up(ref: EventRef, phrase: TimePhrase) -> bool:
    """Whether the words name no event but one told before: "during which", "the day before it began", "on its second day"."""
    return ref.words.split()[0].lower() in TAKING_UP or (isinstance(phrase.expression, Nth) and ref.words == "the")


def _last_before(
    phrase: TimePhrase, happenings: Sequence[Happening], *, in_line: bool = False, of_nouns: bool = False
) -> Happening | None:
    before = [(m, h) for h in happenings for m in h.mentions if m.field is phrase.field and m.end <= phrase.start and not m.minor]
    told = [(m.start, h) for m, h in before if (m.in_line or not in_line) and (m.definite or m.indefinite or not of_nouns)]
    return max(told, key=lambda found: found[0])[1] if told else None


def _named(ref: EventRef, happenings: Sequence[Happening], field: Field) -> Happening | None:
    """Told at these words, or, where they tell none that is known ("ten days into the harvest"), by the same word elsewhere."""
    at_words = _first([h for h in happenings if _named_by(h, ref, field)], field)
    root = root_of(ref.words)
    return at_words or _first([h for h in happenings if any(root_of(m.trigger) == root for m in h.mentions)], field)


def _named_by(happening: Happening, ref: EventRef, field: Field) -> bool:
    return any(m.field is field and ref.start <= m.start < ref.end for m in happening.mentions)


def _first(happenings: Sequence[Happening], field: Field) -> Happening | None:
    """The one that the field tells of first; those it does not tell of stand before it."""
    return min(happenings, key=lambda h: min((m.start for m in h.mentions if m.field is field), default=0), default=None)


def reference_of(expression: Expression) -> EventRef | Spoken | None:
    """What an expression hangs on when that is an event or the last one told."""
    match expression:
        case EventRef() | Spoken():
            return expression
        case Shift(ref=inner) | Adjacent(ref=inner) | Nth(ref=inner) | Within(ref=inner) | Unit(ref=inner):
            return reference_of(inner)
        case Part(of=inner) | Clock(of=inner) | Member(of=inner) | Edge(of=inner):
            return reference_of(inner)
        case _:
            return None
