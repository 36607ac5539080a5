"""What became of each article of a run: one row each, as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.cells import cell
from timeline.model import Article, Skipped

if TYPE_CHECKING:
    from timeline.timeline import Timeline

COLUMNS = ("article", "source", "outcome", "events", "reason")


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, and the article in it or why there is none."""

    source: str
    article: Article | None
    reason: str = ""


class Report:
    """The sources of a run in the order they are read."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._first: dict[str, str] = {}

    def refused(self, source: str, reason: str) -> None:
        """Of this source nothing could be read."""
        self._entries.append(Entry(source, None, reason))

    def found(self, source: str, article: Article) -> None:
        """This article was in it."""
        before = self._first.get(article.id)
        self._first.setdefault(article.id, source)
        self._entries.append(Entry(source, article, "" if before is None else f"the same article as {before}"))

    def left_out(self, skipped: Iterable[Skipped]) -> None:
        """These are in another language."""
        languages = {one.article.id: one.language for one in skipped}
        self._entries = [
            replace(e, reason=f"not in English (language={languages[e.article.id]})") if e.article and e.article.id in languages else e
            for e in self._entries
        ]

    def in_parts(self, parts: dict[str, list[Article]]) -> None:
        """An article by its id was read as these."""
        self._entries = [
            Entry(e.source, part, e.reason)
            for e in self._entries
            for part in (parts.get(e.article.id, [e.article]) if e.article is not None else [None])
        ]

    def written(self, timeline: Timeline) -> str:
        """The CSV: outcome "done", "empty" without any event, "failed", or "skipped" for a copy and for what is not in English."""
        failed = {failure.article: failure.reason for failure in timeline.failures}
        events = Counter(article for event in timeline for article in event.articles)
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for entry in self._entries:
            row = _row(entry, failed, events)
            writer.writerow([cell(text) for text in row])
        return out.getvalue()


def _row(entry: Entry, failed: dict[str, str], events: Counter[str]) -> tuple[str, ...]:
    if entry.article is None:
        return "", entry.source, "failed", "0", entry.reason
    article = entry.article.id
    if entry.reason:
        return article, entry.source, "skipped", "0", entry.reason
    if article in failed:
        return article, entry.source, "failed", "0", failed[article]
    if events[article]:
        return article, entry.source, "done", str(events[article]), ""
    words = any(c.isalnum() for c in entry.article.title + entry.article.text)
    return article, entry.source, "empty", "0", "no event is told in it" if words else "the article has no words"
