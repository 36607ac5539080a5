"""The words after "three days before": the event they name, and where those words end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.words import EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 140
_PUNCTUATION = re.compile(r"[,;:!?()\n\"“”—–]|\.(?=\s|$)")
_FURTHER = re.compile(r"\s(?:of|between|in|on|with|by|from|to|at|for|that|which|when|as|and|over|against|held)\s")
_NOUN = re.compile(rf"['’]s?\s+\w|\s+(?:{'|'.join(sorted(EVENT_NOUNS, key=len, reverse=True))})\b", re.IGNORECASE)
_BLANKS = re.compile(r"\s*")


def event_words(text: str, at: int, doc: Doc | None = None) -> tuple[int, int, int]:
    """Where the event's words begin and end after `at`, and where its head ends: "the vote" in "the vote of 8 March in Riga".

    >>> event_words("before the vote in Riga, he said", 6)
    (7, 23, 15)
    """
    blanks = _BLANKS.match(text, at)
    start = blanks.end() if blanks else at
    found = _PUNCTUATION.search(text, start, start + LONGEST)
    end = found.start() if found else min(start + LONGEST, len(text))
    if doc is not None:
        end = min(end, _end_of_phrase(doc, start, end))
    further = _FURTHER.search(text, start, end)
    return start, end, further.start() if further else end


def names_an_event(text: str, at: int) -> bool:
    """Whether the time that ends at `at` only tells which event is meant: "Tuesday's vote", "the 5 May summit"."""
    return bool(_NOUN.match(text, at))


def _end_of_phrase(doc: Doc, start: int, end: int) -> int:
    """Where the noun phrase or clause that begins at `start` ends, by the parse; the given end when the parse does not say."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return end
    top = _top(span[0], span.start, span.end)
    if top.head.i == top.i or top.dep_ == "ROOT":
        return _of_nouns(doc, span.start, span.end)
    last = doc[min(top.right_edge.i, span.end - 1)]
    return last.idx + len(last)


def _top(token: Token, first: int, stop: int) -> Token:
    while token.head.i != token.i and first <= token.head.i < stop:
        token = token.head
    return token


def _of_nouns(doc: Doc, first: int, stop: int) -> int:
    """When the parse made the words part of the main clause: up to the first verb in them."""
    verb = next((t for t in doc[first:stop] if t.pos_ in {"VERB", "AUX"} and t.i > first), None)
    last = doc[verb.i - 1] if verb is not None else doc[stop - 1]
    return last.idx + len(last)
