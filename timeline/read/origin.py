"""Where an article is read from: its name in messages, and what is taken when the article does not say it itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Origin:
    """A file, a line of a file, a stream or a text; `id` and `published` are for articles without their own."""

    name: str
    id: str
    published: date | None = None

    def at_line(self, number: int) -> Origin:
        """One line of this file, counted from 1.

        >>> Origin("news/may.jsonl", "may").at_line(3)
        Origin(name='news/may.jsonl, line 3', id='may-3', published=None)
        """
        return replace(self, name=f"{self.name}, line {number}", id=f"{self.id}-{number}")
