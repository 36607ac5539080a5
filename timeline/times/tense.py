"""Which way a bare weekday or month looks: back or ahead, from the tense and modality of its clause."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.times.words import FUTURE_AUXILIARIES, FUTURE_WORDS, LOOKING_AHEAD, NOT_PAST, PAST_VERBS, TIMETABLE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_WIDTH = 160
_CLAUSE_END = re.compile(r"[.;:!?\n](?=\s|$)|[\"“”()]|,? (?:but|while|although|whereas|because) ")
_WORD = re.compile(r"\w+(?:['’](?!ll\b)\w+)*|['’]ll\b")
_MOTION = frozenset({"travel", "fly", "go", "come", "arrive", "gather", "meet", "head", "return", "rush", "move", "convene"})


class Direction(StrEnum):
    PAST = "past"
    FUTURE = "future"


def direction(text: str, start: int, end: int, doc: Doc | None = None) -> Direction | None:
    """The direction of the clause around the phrase `start:end`, or None when nothing in it says so.

    A present tense tells what a timetable holds ("the talks open on Monday"), but not of "Monday's talks", which it comments on.

    >>> direction("They met on Friday.", 12, 18), direction("They will meet on Friday.", 18, 24)
    (<Direction.PAST: 'past'>, <Direction.FUTURE: 'future'>)
    """
    timetable = not text.startswith(("'s", "’s"), end)
    if doc is not None:
        found = _of_parse(doc, start, end, timetable=timetable)
        if found is not None:
            return found
    return _of_words(text, start, end, timetable=timetable)


# --- from the parse --------------------------------------------------------------------------------------------------


def _of_parse(doc: Doc, start: int, end: int, *, timetable: bool) -> Direction | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    while token.head.i != token.i:
        token = token.head
        if token.lower_ in FUTURE_WORDS:
            return Direction.FUTURE
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(token, timetable=timetable)
            if found is not None:
                return found
    return None


def _of_verb(verb: Token, *, timetable: bool) -> Direction | None:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    modal = next((a for a in auxiliaries if a.tag_ == "MD"), None)
    if modal is not None:
        return Direction.FUTURE if modal.lower_ in FUTURE_AUXILIARIES | {"wo", "ca"} else None
    if any(a.lower_ == "to" for a in auxiliaries):
        head = verb.head
        went = head.i != verb.i and head.lemma_ in _MOTION and head.pos_ == "VERB"
        return _of_verb(head, timetable=timetable) if went else Direction.FUTURE
    if any(c.dep_ == "acomp" and c.lower_ in FUTURE_WORDS for c in verb.children):
        return Direction.FUTURE
    if verb.tag_ == "VBD" or any(a.lower_ in {"was", "were", "had", "did", "has", "have"} for a in auxiliaries):
        return Direction.PAST
    if timetable and verb.tag_ in {"VBZ", "VBP"} and verb.lower_ in TIMETABLE:
        return Direction.FUTURE
    if verb.tag_ == "VBG" and any(a.lower_ in {"is", "are", "'s", "’s"} for a in auxiliaries):
        return Direction.FUTURE
    if verb.tag_ == "VBN" and not auxiliaries and verb.lower_ not in FUTURE_WORDS:
        return Direction.PAST
    return None


# --- from the words around -------------------------------------------------------------------------------------------


def _of_words(text: str, start: int, end: int, *, timetable: bool) -> Direction | None:
    left = _CLAUSE_END.split(text[max(start - _CLAUSE_WIDTH, 0) : start])[-1]
    right = _CLAUSE_END.split(text[end : end + _CLAUSE_WIDTH])[0]
    behind = [w.lower() for w in _WORD.findall(left)]
    ahead = [w.lower() for w in _WORD.findall(right)]
    return _nearest(behind[::-1], timetable=timetable) or _nearest(ahead, timetable=timetable, reading_on=True)


def _nearest(words: list[str], *, timetable: bool, reading_on: bool = False) -> Direction | None:
    """What the nearest telling word says; `words` go away from the phrase, forwards when `reading_on`."""
    step = -1 if reading_on else 1
    for i, word in enumerate(words):
        before = [words[k] if 0 <= (k := i + step * n) < len(words) else "" for n in (1, 2)]
        found = _of_word(word, before[0], before[1], timetable=timetable)
        if found is not None:
            return found
    return None


def _of_word(word: str, before: str, before_that: str, *, timetable: bool) -> Direction | None:
    """What one word says, with the words before it: "to meet" looks ahead after "agreed", back after "flew"."""
    if before == "to" and before_that in LOOKING_AHEAD:
        return Direction.FUTURE
    if word in FUTURE_AUXILIARIES or word in FUTURE_WORDS or before in FUTURE_AUXILIARIES:
        return Direction.FUTURE
    if before == "be" and before_that in FUTURE_AUXILIARIES | {"to"}:
        return Direction.FUTURE
    if before == "to":
        return None
    if word in PAST_VERBS or (word.endswith("ed") and len(word) > 4 and word not in NOT_PAST):
        return Direction.PAST
    return Direction.FUTURE if timetable and word in TIMETABLE and word.endswith("s") else None
