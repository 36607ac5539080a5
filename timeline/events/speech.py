"""Who speaks in a transcript: "President of Egypt Mohamed Morsi (retranslated): I am very pleased to meet you."."""

from __future__ import annotations

import re
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
    for start, person in turns:  # a later turn takes over from where it begins
        said.update((t.i, (person, other.get(person))) for t in doc if t.idx >= start)
    return said


def _named(doc: Doc, people: Mapping[int, Person], start: int, end: int) -> Person | None:
    """The last person named between two offsets: the name stands behind the office."""
    return next((people[t.i] for t in reversed(doc) if start <= t.idx < end and t.i in people), None)
