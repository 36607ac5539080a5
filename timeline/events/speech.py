"""Who speaks in a transcript: "President of Egypt Mohamed Morsi (retranslated): I am very pleased to meet you."."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from timeline.events.cast import Person

# A paragraph that opens with a name and a colon; in brackets what is said of the translation.
TURN = re.compile(r"(?:^|\n)[ \t*]*([^\n:()]{2,90}?)(?: \([^\n()]{2,40}\))?:(?=\s)")


def speakers(doc: Doc, people: Mapping[int, Person]) -> dict[int, tuple[Person, Person | None]]:
    """For each token of a turn, who says it and to whom: the other one, where just two speak."""
    turns = [(m.end(), p) for m in TURN.finditer(doc.text) if (p := _named(doc, people, m.start(1), m.end(1)))]
    everyone = list(dict.fromkeys(p for _, p in turns))
    other = dict(zip(everyone, reversed(everyone), strict=True)) if len(everyone) == 2 else {}
    said: dict[int, tuple[Person, Person | None]] = {}
    speaker: tuple[Person, Person | None] | None = None
    waiting = deque(turns)
    for token in doc:
        while waiting and waiting[0][0] <= token.idx:
            person = waiting.popleft()[1]
            speaker = (person, other.get(person))
        if speaker is not None:
            said[token.i] = speaker
    return said


def _named(doc: Doc, people: Mapping[int, Person], start: int, end: int) -> Person | None:
    """The last person named between two offsets: the name stands behind the office."""
    span = doc.char_span(start, end, alignment_mode="contract")
    return next((people[t.i] for t in reversed(span or ()) if t.i in people), None)
