"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Article
from timeline.read.json import parse_object
from timeline.read.origin import Origin
from timeline.read.record import to_article


def read_jsonl(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The article of every line that is not blank; an article without an `id` is called by the number of its line."""
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            here = origin.at_line(number)
            yield here, to_article(parse_object(line, here.name), here)
