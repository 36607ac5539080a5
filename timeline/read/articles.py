"""Whatever a user gives to articles, each under an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from timeline.errors import SameArticleId, TimelineError
from timeline.model import Article
from timeline.read.file import names_file, read_file, read_stream
from timeline.read.origin import Origin
from timeline.read.published import as_day
from timeline.read.record import to_article

Found = tuple[tuple[Origin, Article], ...]

STANDARD_INPUT = "-"


def read(source: str | Path | Article | Iterable[Article], *, published: date | str | None = None) -> tuple[Article, ...]:
    """The articles of a text, a file or articles; `published` is for those without a date of their own.

    A string that names a file, or ends like one and has no line break, is read as a file; any other is the text of an article
    called "text". Raises UnreadableInput, BadDate, PublicationDateMissing or SameArticleId.

    >>> read("They met on Tuesday.", published="2024-03-14")
    (Article(id='text', published=datetime.date(2024, 3, 14), text='They met on Tuesday.', title=''),)
    """
    day = None if published is None else as_day(published, "published")
    if isinstance(source, Path) or (isinstance(source, str) and names_file(source)):
        return distinct(read_file(source, day))
    if isinstance(source, str):
        return (to_article({"text": source}, Origin("text", "text", day)),)
    return distinct(_given([source] if isinstance(source, Article) else source))


def read_inputs(inputs: Iterable[str], *, published: date | None, stdin: BinaryIO | None) -> Iterator[Found | TimelineError]:
    """For each file (or "-", standard input) its articles or the error that kept them from being read.

    The same input named twice is read once.
    """
    for name in dict.fromkeys(inputs):
        try:
            yield read_stream(stdin, published) if name == STANDARD_INPUT else read_file(name, published)
        except TimelineError as error:
            yield error


def distinct(found: Iterable[tuple[Origin, Article]]) -> tuple[Article, ...]:
    """The articles, those alike in everything only once.

    Raises SameArticleId for two different articles of one id: the ids of events hang on it.
    """
    first: dict[str, tuple[Origin, Article]] = {}
    for origin, article in found:
        before, known = first.setdefault(article.id, (origin, article))
        if known != article:
            raise SameArticleId(article.id, before.name, origin.name)
    return tuple(article for _, article in first.values())


def _given(articles: Iterable[Article]) -> Iterator[tuple[Origin, Article]]:
    for number, article in enumerate(articles, start=1):
        if not isinstance(article, Article):
            raise TypeError(f"item {number} is not an Article but {type(article).__name__}; give a text, a path or Articles.")
        origin = Origin(f"article {number}", article.id)
        yield origin, replace(article, published=as_day(article.published, article.id))
