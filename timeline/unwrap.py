"""Text that was filled to a width, read as the paragraphs it was before: a line end within a sentence is only a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LONGEST_WIDTH = 130
SHORTEST_LINE = 30
# A line is full when the first word of the next would not have fitted; beside a line that clearly only fills, as in a proportional
# font, a line may be less full.
FULL, BESIDE_CLEAR = 1.0, 0.75
# At this share of its line ends a filled text is clearly within a sentence.
CLEAR = 0.25
# The end of a line that another follows, and what stands on both sides.
_LINE_END = re.compile(r"(?<=\S)[ \t]*\r?\n(?=[ \t]*\S)")
End = tuple[tuple[int, int], str, str]
"""Where a line end stands, the line before it and the line behind it."""

_ENDED = re.compile(r"[.!?:;][\"”’»)]*$")


def unwrapped(text: str) -> str:
    """The text with blanks for the line ends at which paragraphs were only filled to a width; every character keeps its place.

    >>> unwrapped("The two ministers of defence met on\\nTuesday and talked about the old\\ntreaty.\\nBy Ana Reyes")
    'The two ministers of defence met on Tuesday and talked about the old treaty.\\nBy Ana Reyes'
    """
    ends = [(found.span(), *_beside(text, *found.span())) for found in _LINE_END.finditer(text)]
    clear = [_within_a_sentence(line, following) for _, line, following in ends]
    width = max((len(line) for _, line, _ in ends), default=0)
    filled = width <= LONGEST_WIDTH and sum(clear) >= max(CLEAR * len(ends), 1)
    parts: list[str] = []
    done = 0
    for i, ((start, end), line, following) in enumerate(ends):
        least = BESIDE_CLEAR if any(clear[j] for j in _beside_in_paragraph(ends, i)) else FULL
        if clear[i] or (filled and len(line) + 1 + len(following.split()[0]) > least * width):
            parts += [text[done:start], " " * (end - start)]
            done = end
    return "".join((*parts, text[done:]))


def _beside_in_paragraph(ends: Sequence[End], i: int) -> Iterator[int]:
    """The line ends just before and after one, of the same paragraph."""
    _, line, following = ends[i]
    if i and ends[i - 1][2] == line:
        yield i - 1
    if i + 1 < len(ends) and ends[i + 1][1] == following:
        yield i + 1


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The line that ends at `start`, and the one that begins at `end`."""
    after = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : start].strip(), text[end : after if after >= 0 else len(text)].strip()


def _within_a_sentence(line: str, following: str) -> bool:
    return len(line) >= SHORTEST_LINE and following[0].islower() and not _ENDED.search(line)
