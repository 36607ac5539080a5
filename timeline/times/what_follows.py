"""The words after "three days before": the event they name, and where those words end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.times.words import EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 140
RELATIVES = frozenset({"that", "which", "who", "whom", "whose", "both"})
_PUNCTUATION = re.compile(r"[,;:!?()\"“”—–]|\.(?=\s|$)|\n\s*\n")
_FURTHER = re.compile(r"\s(?:of|between|in|on|with|by|from|to|at|for|that|which|when|as|and|over|against|held)\s")
_NOUN = re.compile(rf"['’]s?\s+\w|\s+(?:{'|'.join(sorted(EVENT_NOUNS, key=len, reverse=True))})\b", re.IGNORECASE)
_LEADING = re.compile(r"(?:(?:^|[.!?\n][\"”’)]?)[\s•*–-]*|[“\"(]|\b(?:On|In|At|By|And|But)\s)$")
_BLANKS = re.compile(r"\s*")


def event_words(text: str, at: int, doc: Doc | None = None, *, leading: bool = False) -> tuple[int, int, int]:
    """Where the event's words begin and end after `at`, and where its head ends: "the vote" in "the vote of 8 March in Riga".

    They end at the next punctuation, or before it where the parse ends the phrase; but the parse is not asked when the phrase is
    `leading` its sentence and a comma closes it.

    >>> event_words("before the vote in Riga, he said", 6)
    (7, 23, 15)
    """
    blanks = _BLANKS.match(text, at)
    start = blanks.end() if blanks else at
    found = _PUNCTUATION.search(text, start, start + LONGEST)
    end = found.start() if found else _word_before(text, start, start + LONGEST)
    if doc is not None:
        end = min(end, _end_of_phrase(doc, start, end, trusted=not (leading and found is not None and found[0] == ","), leading=leading))
    end = start + len(text[start:end].rstrip())
    further = _FURTHER.search(text, start, end)
    return start, end, further.start() if further else end


def _word_before(text: str, start: int, at: int) -> int:
    """The end of the text, or of the last whole word before `at`."""
    if at >= len(text):
        return len(text)
    blank = max(text.rfind(" ", start, at), text.rfind("\n", start, at))
    return blank if blank > start else at


def leads_its_sentence(text: str, at: int) -> bool:
    """Whether what begins at `at` opens a sentence, with no more than a preposition before it."""
    return bool(_LEADING.search(text[max(at - 12, 0) : at]))


def names_an_event(text: str, at: int) -> bool:
    """Whether the time that ends at `at` only tells which event is meant: "Tuesday's vote", "the 5 May summit"."""
    return bool(_NOUN.match(text, at))


def _end_of_phrase(doc: Doc, start: int, end: int, *, trusted: bool, leading: bool) -> int:
    """Where the noun phrase or clause that begins at `start` ends, by its words and, where it is trusted, by the parse."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None or not len(span):
        return end
    stop = _next_clause(doc, span.start, span.end)
    if not trusted:
        return doc[stop - 1].idx + len(doc[stop - 1])
    top = _top(span[0], span.start, stop)
    if top.head.i == top.i or top.dep_ == "ROOT":
        sentence = span[0].sent
        told = any(t.pos_ == "VERB" for t in doc[sentence.start : span.start])
        if told and not leading:  # the main clause stands before: these words are a clause
            return doc[stop - 1].idx + len(doc[stop - 1])
        return _of_nouns(doc, span.start, stop)
    last = doc[min(top.right_edge.i, stop - 1)]
    if not any(t.pos_ in {"VERB", "AUX", "CCONJ"} for t in doc[last.i + 1 : stop]):
        last = doc[stop - 1]  # "before the invasion of Ukraine in 2022": whatever the year hangs on in the parse
    return last.idx + len(last)


def _next_clause(doc: Doc, first: int, stop: int) -> int:
    """Where a new subject begins with nothing that ties it to the noun before: "the visit | the two leaders talked"."""
    if doc[first].lower_ in {"it", "this"} and first + 1 < stop and doc[first + 1].pos_ in {"DET", "PROPN", "PRON", "NUM"}:
        return first + 1  # "the Tuesday after it | the ambassador, with his wife, was received"
    for token in doc[first + 1 : stop]:
        before = doc[token.i - 1]
        noun = before.pos_ in {"NOUN", "PROPN"} and before.text.islower()
        named = token.pos_ == "PROPN" and noun and token.i + 1 < stop and doc[token.i + 1].pos_ in {"VERB", "AUX"}
        begins = named or (token.pos_ in {"DET", "PRON"} and token.lower_ not in RELATIVES)  # "the trip | Belarus freed"
        ended = before.pos_ in {"NOUN", "PROPN"} or before.lower_ == "it" or (before.i and doc[before.i - 1].tag_ == "POS")
        if begins and ended and any(t.pos_ in {"VERB", "AUX"} for t in doc[token.i : stop]):
            return token.i
    return stop


def _top(token: Token, first: int, stop: int) -> Token:
    while token.head.i != token.i and first <= token.head.i < stop:
        token = token.head
    return token


def _of_nouns(doc: Doc, first: int, stop: int) -> int:
    """When the parse made the words part of the main clause: up to the first verb in them."""
    verb = next((t for t in doc[first:stop] if t.pos_ in {"VERB", "AUX"} and t.i > first), None)
    last = doc[verb.i - 1] if verb is not None else doc[stop - 1]
    return last.idx + len(last)
