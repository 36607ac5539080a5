"""An article out of a record of `id`, `published`, `title` and `text`, the shape that every format comes down to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from timeline.characters import readable
from timeline.errors import PublicationDateMissing, TimelineError, UnreadableInput
from timeline.model import Article, PublishedBy, Unresolved
from timeline.read.heading import dateline_day, published_in
from timeline.read.origin import Origin
from timeline.read.published import Dated, as_dated

Read = tuple[Origin, Article | TimelineError]
"""Where an article is from, and the article, or why it could not be read: the others have nothing to do with it."""

HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def to_article(record: Mapping[str, object], origin: Origin, found: Dated | Unresolved | None = None) -> Article:
    """The article of this record; other keys are ignored, and the origin fills in a missing `id` or `published`.

    `found` is the day that the page or feed around the record gives, or why it gives none. Raises UnreadableInput, BadDate or
    PublicationDateMissing.

    >>> to_article({"text": "They met.", "published": "2024-03-14"}, Origin("a.json", "a")).published
    datetime.date(2024, 3, 14)
    """
    if record.get("text") is None:
        raise UnreadableInput(origin.name, 'no "text"; give the words of the article under that key.')
    identity, title, text = (_words(record, key, origin.name) for key in ("id", "title", "text"))
    dated = _dated(record.get("published"), text, origin, found)
    return Article(identity or _whole(origin.id, "name", origin.name), dated.day, text, title, dated.by)


def tried(origin: Origin, make: Callable[[], Article]) -> Read:
    """One of several articles of a source, or what is wrong with it alone."""
    try:
        return origin, make()
    except TimelineError as error:
        return origin, error


def _dated(own: object, text: str, origin: Origin, found: Dated | Unresolved | None) -> Dated:
    """What the record says, else what is around it, else what the user gives, else, when he lets it, the top of the text."""
    dated = found if own is None else as_dated(own, origin.name)
    if isinstance(dated, Dated):
        return dated.where_written(dateline_day(readable(text).text, near=dated.day)) if dated.utc else dated
    if origin.published is not None:
        return Dated(origin.published, PublishedBy.GIVEN)
    told = published_in(readable(text).text)
    whys = [] if dated is None else [dated.reason]
    if isinstance(told, Dated):
        if origin.auto:
            return told
        whys.append(f"its {told.by} says {told.day}, which --published auto takes")
    elif origin.auto:
        whys.append(told.reason)
    raise PublicationDateMissing(origin.name, "; ".join(whys))


def _words(record: Mapping[str, object], key: str, source: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableInput(source, f'"{key}" is not text; write it in quotation marks.')
    return _whole(value, key, source)


def _whole(text: str, key: str, source: str) -> str:
    """The text itself, unless it could not be written out again."""
    if HALF_CHARACTER.search(text):
        raise UnreadableInput(source, f'"{key}" holds half a character (a lone surrogate); save it again as UTF-8.')
    return text
