"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Article
from timeline.read.json import object_article
from timeline.read.origin import Origin


def read_jsonl(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The article of every line that is not blank; an article without an `id` is called by the number of its line."""
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            here = origin.at_line(number)
            yield here, object_article(line, here)
