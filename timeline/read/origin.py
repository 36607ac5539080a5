"""Where an article is read from: its name in messages, and what is taken when the article does not say it itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """A file, a line of a file, a stream or a text; `id` and `published` are for articles without their own.

    `auto` lets the lines at the top of a text say when it was published; `columns` has the names under which a table or record
    keeps `text`, `published`, `title` and `id`, where they are others.
    """

    name: str
    id: str
    published: date | None = None
    auto: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)

    def at_line(self, number: int, of: str = "line") -> Origin:
        """One line of this file, or one row of this table, counted from 1.

        >>> here = Origin("news/may.jsonl", "may").at_line(3)
        >>> here.name, here.id
        ('news/may.jsonl, line 3', 'may-3')
        """
        return replace(self, name=f"{self.name}, {of} {number}", id=f"{self.id}-{number}")
