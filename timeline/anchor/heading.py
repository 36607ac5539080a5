"""A time that heads a line, as in a diary or a chronology, dates what is told under it: "MONDAY", "2021: It enters into force"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline.events.clause import VERBAL, governor
from timeline.model import EventMention, TimePhrase
from timeline.times.interval import Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Nothing before it in its line but a bullet, and nothing after it, or a colon.
_BEFORE = re.compile(r"(?:^|\n)[ \t•*–-]*$")
_AFTER = re.compile(r"[ \t]*(?:(:)(?=[ \t])|(?=\n|$))")
FEWEST = 3
# What a main clause hangs on; anything else is told by the way.
MAIN = frozenset({"ROOT", "conj", "parataxis"})


def under_headings(
    doc: Doc, by_token: Mapping[int, EventMention], phrases: Sequence[TimePhrase]
) -> Iterator[tuple[EventMention, TimePhrase]]:
    """The mentions of main clauses that stand under a heading, with its phrase: to the end of its line, or up to the next heading.

    One date alone in a line is no heading but the date of the text.
    """
    text = doc.text
    found = [(p, after) for p in phrases if isinstance(p.when, Interval) and (after := _heads(text, p))]
    if len(found) < FEWEST:
        return
    for number, (phrase, after) in enumerate(found):
        following = found[number + 1][0].start if number + 1 < len(found) else len(text)
        line = text.find("\n", phrase.end)
        end = min(following, line if after[1] and line >= 0 else len(text))
        for i, mention in by_token.items():
            verb = governor(doc[i])
            told = verb.pos_ in VERBAL and verb.dep_ in MAIN and not any(c.lower_ == "had" for c in verb.children)
            if after.end() <= mention.start < end and told and not mention.quoted:
                yield mention, phrase


def _heads(text: str, phrase: TimePhrase) -> re.Match[str] | None:
    before = text[max(phrase.start - 8, 0) : phrase.start]
    return _AFTER.match(text, phrase.end) if _BEFORE.search(before) else None
