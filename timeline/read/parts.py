"""An article that is too long to be read at once, in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.model import Article

MOST_CHARACTERS = 1_000_000
# Where a text is best cut, the best first: between paragraphs, lines, sentences, words.
BORDERS = (re.compile(r"\n[^\S\n]*\n"), re.compile(r"\n"), re.compile(r"[.!?][”\"’')]?\s"), re.compile(r"\s"))
LAST = 4  # a part is at least so much of what it may be: a quarter less is cut off


def in_parts(article: Article, *, most: int = MOST_CHARACTERS) -> Iterator[Article]:
    """The article, or its parts of no more than so many characters, each an article of its own called `id#1`, `id#2` and so on.

    Offsets are those of the part. No event told in two parts is known for one by its words alone, as between any two articles.

    >>> from datetime import date
    >>> [part.text for part in in_parts(Article("a", date(2024, 3, 14), "They met in Oslo. They left."), most=20)]
    ['They met in Oslo. ', 'They left.']
    """
    if len(article.text) <= most:
        yield article
        return
    start, number = 0, 1
    while start < len(article.text):
        end = _border(article.text, start, start + most)
        yield replace(article, id=f"{article.id}#{number}", text=article.text[start:end])
        start, number = end, number + 1


def _border(text: str, start: int, end: int) -> int:
    """The end of the last best border in the last part of a stretch; its end where there is none."""
    if end >= len(text):
        return len(text)
    for border in BORDERS:
        found = [m.end() for m in border.finditer(text, end - (end - start) // LAST, end)]
        if found:
            return found[-1]
    return end
