"""The package's frozen values as JSON and back; only its own dataclasses and enums are ever made from a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from timeline import model
from timeline.times import expression, interval

NAMED: dict[str, type] = {
    name: value
    for module in (model, expression, interval)
    for name, value in vars(module).items()
    if isinstance(value, type) and (is_dataclass(value) or issubclass(value, Enum))
}


def _layout(kind: type) -> list[str]:
    if issubclass(kind, Enum):
        return [str(member.value) for member in kind]
    assert is_dataclass(kind)
    return [field.name for field in fields(kind)]


# Changes with any field, so that what an older program wrote is never read into the wrong ones.
VERSION = hashlib.sha256(json.dumps({name: _layout(kind) for name, kind in sorted(NAMED.items())}).encode()).hexdigest()[:16]


def to_text(value: Any) -> str:
    """One value as JSON text, each dataclass in it written once however often it stands there.

    >>> from_text(to_text((date(2026, 2, 4), model.Field.TITLE, model.Place("Vasa"))))
    (datetime.date(2026, 2, 4), <Field.TITLE: 'title'>, Place(name='Vasa', country=None))
    """
    nodes: list[Any] = []
    places: dict[Any, int] = {}

    def encoded(part: Any) -> Any:
        if isinstance(part, Enum):
            return {"enum": [type(part).__name__, part.value]}
        if isinstance(part, date):
            return {"date": part.isoformat()}
        if isinstance(part, tuple):
            return [encoded(inner) for inner in part]
        if is_dataclass(part):
            if part not in places:
                node = [type(part).__name__, *(encoded(getattr(part, field.name)) for field in fields(part))]
                places[part] = len(nodes)
                nodes.append(node)
            return {"node": places[part]}
        return part

    whole = encoded(value)
    return json.dumps([whole, nodes], ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Any:
    """The value that `to_text` wrote. Raises KeyError, ValueError or TypeError for anything else."""
    whole, nodes = json.loads(text)
    made: list[Any] = []

    def decoded(part: Any) -> Any:
        if isinstance(part, list):
            return tuple(decoded(inner) for inner in part)
        if not isinstance(part, dict):
            return part
        if "node" in part:
            return made[part["node"]]
        if "date" in part:
            return date.fromisoformat(part["date"])
        name, value = part["enum"]
        return NAMED[name](value)

    for name, *values in nodes:  # a node only ever holds earlier ones
        made.append(NAMED[name](*(decoded(value) for value in values)))
    return decoded(whole)
