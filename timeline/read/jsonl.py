"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from timeline.read.json import object_article
from timeline.read.origin import Origin
from timeline.read.record import Read, tried


def read_jsonl(content: str, origin: Origin) -> Iterator[Read]:
    """The article of every line that is not blank, or what is wrong with that line.

    An article without an `id` is called by the number of its line.
    """
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            here = origin.at_line(number)
            yield tried(here, partial(object_article, line, here))
