"""JSON: one object, one article."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.errors import UnreadableInput
from timeline.model import Article
from timeline.read.origin import Origin
from timeline.read.record import to_article


def read_json(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The one article that this object holds."""
    yield origin, to_article(parse_object(content, origin.name), origin)


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
