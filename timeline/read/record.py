"""An article out of a record of `id`, `published`, `title` and `text`, the shape that every format comes down to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.errors import PublicationDateMissing, UnreadableInput
from timeline.model import Article
from timeline.read.origin import Origin
from timeline.read.published import as_day

HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def to_article(record: Mapping[str, object], origin: Origin) -> Article:
    """The article of this record; other keys are ignored, and the origin fills in a missing `id` or `published`.

    >>> to_article({"text": "They met.", "published": "2024-03-14"}, Origin("a.json", "a"))
    Article(id='a', published=datetime.date(2024, 3, 14), text='They met.', title='')
    """
    if record.get("text") is None:
        raise UnreadableInput(origin.name, 'no "text"; give the words of the article under that key.')
    identity, title, text = (_words(record, key, origin.name) for key in ("id", "title", "text"))
    own = record.get("published")
    published = origin.published if own is None else as_day(own, origin.name)
    if published is None:
        raise PublicationDateMissing(origin.name)
    return Article(identity or _whole(origin.id, "name", origin.name), published, text, title)


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
