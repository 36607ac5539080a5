"""Words of an article in HTML: escaped, and some of them marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise


def marked(sentence: str, trigger: str, phrase: str | None) -> str:
    """The sentence with the trigger in `<mark>` and the time phrase in `<u>`, everything else escaped.

    A trigger that stands twice is marked where it stands outside the phrase.

    >>> marked("They met 3 days before the talks.", "met", "3 days before the talks")
    'They <mark>met</mark> <u>3 days before the talks</u>.'
    """
    text = _one_line(sentence)
    time = next(_found(text, phrase), None) if phrase else None
    places = list(_found(text, trigger))
    told = next((p for p in places if time is None or p[1] <= time[0] or time[1] <= p[0]), places[0] if places else None)
    tags = [(place, tag) for place, tag in ((time, "u"), (told, "mark")) if place is not None]
    cuts = sorted({0, len(text), *(edge for place, _ in tags for edge in place)})
    return "".join(_tagged(text[a:b], [tag for (first, after), tag in tags if first <= a and b <= after]) for a, b in pairwise(cuts))


def _found(text: str, words: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in re.finditer(rf"(?<!\w){re.escape(_one_line(words))}(?!\w)", text, re.IGNORECASE))


def _tagged(text: str, tags: Sequence[str]) -> str:
    html = escape(text)
    for tag in tags:
        html = f"<{tag}>{html}</{tag}>"
    return html


def _one_line(text: str) -> str:
    return " ".join(text.split())
