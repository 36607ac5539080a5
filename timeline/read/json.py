"""JSON: one object, one article."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.errors import UnreadableInput
from timeline.model import Article
from timeline.read.columns import article_record, check_columns
from timeline.read.origin import Origin
from timeline.read.record import to_article


def read_json(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The one article that this object holds."""
    yield origin, object_article(content, origin)


def object_article(content: str, origin: Origin) -> Article:
    """The article of one JSON object, each part under the name that it has for it.

    >>> object_article('{"body": "They met.", "published": "2024-03-14"}', Origin("a.json", "a", columns={"text": "body"})).text
    'They met.'
    """
    whole = parse_object(content, origin.name)
    if origin.columns:
        check_columns(whole.keys(), origin.columns, origin.name)
    return to_article(article_record(whole, origin.columns), origin)


def parse_object(content: str, source: str) -> dict[str, object]:
    """The JSON object written here.

    >>> parse_object('{"text": "They met."}', "a.json")
    {'text': 'They met.'}
    """
    try:
        value = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableInput(source, f"not JSON ({error.msg} at {where}); correct it there.") from error
    except (RecursionError, ValueError) as error:  # nested too deep, a number too long
        raise UnreadableInput(source, f"not JSON that can be read ({error}); write one plain object.") from error
    if not isinstance(value, dict):
        raise UnreadableInput(source, 'not an article; write one JSON object, {"id", "published", "title", "text"}.')
    return value
