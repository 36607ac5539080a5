"""Plain text: the whole file is the article, without a title."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Article
from timeline.read.origin import Origin
from timeline.read.record import to_article


def read_text(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The one article that this text is."""
    yield origin, to_article({"text": content}, origin)
