"""Whatever a user gives to articles, each under an id of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from timeline.errors import SameArticleId, TimelineError
from timeline.model import Article
from timeline.read.columns import known_columns
from timeline.read.file import read_file, read_stream
from timeline.read.folder import files_of, names_files
from timeline.read.origin import Origin
from timeline.read.published import AUTO, as_day
from timeline.read.record import Read, to_article
from timeline.read.table import read_frame

if TYPE_CHECKING:
    from pandas import DataFrame
    from typing_extensions import TypeIs

    Source = str | Path | DataFrame | Article | Iterable[Article]

Found = tuple[tuple[Origin, Article], ...]

STANDARD_INPUT = "-"


def read(source: Source, *, published: date | str | None = None, columns: Mapping[str, str] | None = None) -> tuple[Article, ...]:
    """The articles of a text, a file, a folder, a pattern of file names, a data frame or articles.

    A string that names files, or ends like one and has no line break, is read as such; any other is the text of an article called
    "text". `published` is the day of articles without one of their own; "auto" lets the lines at their top say it. `columns` has
    the names of those of a table that hold "text", "published", "title" and "id". Raises UnreadableInput, BadDate, BadColumns,
    PublicationDateMissing or SameArticleId.

    >>> read("They met on Tuesday.", published="2024-03-14")[0].published
    datetime.date(2024, 3, 14)
    """
    origin = given(published, columns, "published")
    if isinstance(source, Path) or (isinstance(source, str) and names_files(source)):
        return distinct(_sound(pair for path, name in files_of(source) for pair in read_file(path, replace(origin, id=name))))
    if isinstance(source, str):
        return (to_article({"text": source}, replace(origin, name="text", id="text")),)
    if _is_frame(source):
        return distinct(_sound(read_frame(source, replace(origin, name="data frame", id="row"))))
    articles: Iterable[Article] = [source] if isinstance(source, Article) else source
    return distinct(_given(articles))


def given(published: date | str | None, columns: Mapping[str, str] | None, source: str) -> Origin:
    """What is taken for articles that do not say it themselves, as an origin without a name yet."""
    auto = published == AUTO
    day = None if published is None or auto else as_day(published, source)
    return Origin("", "", day, auto, known_columns(columns or {}))


def read_inputs(inputs: Iterable[str], origin: Origin, *, stdin: BinaryIO | None) -> Iterator[Found | TimelineError]:
    """For each file (or "-", standard input) its articles, and each error that kept one or all of them from being read.

    The same input named twice is read once.
    """
    for name in dict.fromkeys(inputs):
        try:
            files = ((name, ""),) if name == STANDARD_INPUT else files_of(name)
        except TimelineError as error:
            yield error
            continue
        for path, identity in files:
            try:
                read = read_stream(stdin, origin) if path == STANDARD_INPUT else read_file(path, replace(origin, id=identity))
            except TimelineError as error:
                yield error
                continue
            yield from (article for _, article in read if isinstance(article, TimelineError))
            yield tuple((here, article) for here, article in read if isinstance(article, Article))


def _sound(found: Iterable[Read]) -> Iterator[tuple[Origin, Article]]:
    """The articles; raises the first error among them."""
    for origin, article in found:
        if isinstance(article, TimelineError):
            raise article
        yield origin, article


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


def _is_frame(source: object) -> TypeIs[DataFrame]:
    """Whoever has a data frame has pandas loaded; nobody else waits for it."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(source, pandas.DataFrame)


def _given(articles: Iterable[Article]) -> Iterator[tuple[Origin, Article]]:
    for number, article in enumerate(articles, start=1):
        if not isinstance(article, Article):
            raise TypeError(f"item {number} is not an Article but {type(article).__name__}; give a text, a path or Articles.")
        origin = Origin(f"article {number}", article.id)
        yield origin, replace(article, published=as_day(article.published, article.id))
