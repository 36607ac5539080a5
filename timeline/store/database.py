"""A story as a DuckDB file: the only place that speaks SQL."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import NoStory, OldStory, StoryBusy, TimelineError, UnwritableOutput
from timeline.model import Article, Conflict, Constraint, Event, Happening, Mention, PublishedBy
from timeline.store.codec import VERSION, from_text, to_text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA = """
CREATE TABLE IF NOT EXISTS articles (
    id VARCHAR PRIMARY KEY, published DATE, title VARCHAR, text VARCHAR, digest VARCHAR, reading VARCHAR, published_by VARCHAR
);
CREATE TABLE IF NOT EXISTS mentions (
    article VARCHAR, happening VARCHAR, field VARCHAR, first INTEGER, after INTEGER, trigger_words VARCHAR, kind VARCHAR, sentence VARCHAR
);
CREATE TABLE IF NOT EXISTS constraints (
    article VARCHAR, happening VARCHAR, of_end VARCHAR, bound VARCHAR, day DATE, other VARCHAR, basis VARCHAR, phrase VARCHAR
);
CREATE TABLE IF NOT EXISTS events (
    id VARCHAR PRIMARY KEY, first DATE, last DATE, kind VARCHAR, status VARCHAR, place VARCHAR, participants VARCHAR[],
    countries VARCHAR[], minor BOOLEAN, summary VARCHAR, whole VARCHAR
);
CREATE TABLE IF NOT EXISTS decisions (same BOOLEAN, mentions VARCHAR);
CREATE TABLE IF NOT EXISTS settings (digest VARCHAR);
CREATE TABLE IF NOT EXISTS story (version VARCHAR, conflicts VARCHAR, known_order VARCHAR);
"""
WAIT, PAUSE = 30.0, 0.1


@dataclass(frozen=True, slots=True)
class Stored:
    """All that a story holds of its events."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]
    order: tuple[tuple[str, str], ...]


Reading = tuple[Article, tuple[Happening, ...], tuple[tuple[Any, Any], ...], tuple[Constraint, ...]]
"""What was read in one article: the article, its happenings, the phrases of their mentions, the constraints."""

Decision = tuple[bool, tuple[Mention, Mention]]
"""Whether two mentions tell one event, and which."""


def digest(article: Article) -> str:
    """What tells two versions of an article apart."""
    return hashlib.sha256(to_text(article).encode()).hexdigest()


@contextmanager
def opened(path: str | Path, *, write: bool, wait: float = WAIT) -> Iterator[Story]:
    """The story in this file, made if it is to be written and not there yet; whoever else has it open is waited for.

    Raises StoryBusy when that takes longer than `wait` seconds, NoStory when the file is no story, OldStory
    when another version of the program wrote it.
    """
    import duckdb

    if not write and not Path(path).is_file():
        raise NoStory(str(path), "there is no such file")
    until = time.monotonic() + wait
    while True:
        try:
            connection = duckdb.connect(str(path), read_only=not write)
            break
        except duckdb.IOException as error:
            if "lock" not in str(error).lower():
                raise _unopened(path, error) from error
            if time.monotonic() > until:
                raise StoryBusy(str(path)) from error
            time.sleep(PAUSE)
    try:
        if write:
            connection.execute(SCHEMA)
        tables = {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
        if not {"articles", "events", "story"} <= tables:
            raise NoStory(str(path), "it is a DuckDB file without a story in it")
        try:
            story = Story(connection)
            if story.version() != VERSION:
                raise OldStory(str(path))
            yield story
        except TimelineError:
            raise
        except duckdb.IOException as error:
            raise UnwritableOutput(str(path), str(error).partition("\n")[0]) from error
        except (KeyError, IndexError, duckdb.BinderException, duckdb.CatalogException, duckdb.ConversionException) as error:
            raise NoStory(str(path), f"it was written by another program or version: {error}") from error
    finally:
        connection.close()


def _unopened(path: str | Path, error: Exception) -> TimelineError:
    """A file that is there and is no database, or one that cannot be made or gone on with."""
    if "write" in str(error).lower():
        return UnwritableOutput(str(path), str(error).partition("\n")[0])
    return NoStory(str(path), "it is no DuckDB file")


class Story:
    """An open story."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def version(self) -> str:
        """Which layout of values it was written in; the present one for a story without anything yet."""
        row = self._connection.execute("SELECT version FROM story").fetchone()
        return str(row[0]) if row else VERSION

    def digests(self) -> Mapping[str, str]:
        """The version of each article there is."""
        return dict(self._connection.execute("SELECT id, digest FROM articles").fetchall())

    def readings(self) -> tuple[Reading, ...]:
        """What was read in all articles, in the order of their ids."""
        rows = self._connection.execute("SELECT reading FROM articles ORDER BY id").fetchall()
        return tuple(from_text(text) for (text,) in rows)

    def read_before(self) -> Mapping[str, Reading]:
        """What was read of each article, by its version."""
        rows = self._connection.execute("SELECT digest, reading FROM articles").fetchall()
        return {version: from_text(text) for version, text in rows}

    def settings(self) -> str | None:
        """What its articles were read with, where that is kept."""
        there = self._connection.execute("SELECT 1 FROM information_schema.tables WHERE table_name = 'settings'").fetchone()
        row = self._connection.execute("SELECT digest FROM settings").fetchone() if there else None
        return str(row[0]) if row else None

    def set_settings(self, digest: str) -> None:
        self._connection.execute("DELETE FROM settings")
        self._insert("settings", [[digest]])

    def stored(self) -> Stored:
        """The events as they were last put together."""
        events = tuple(from_text(text) for (text,) in self._connection.execute("SELECT whole FROM events ORDER BY id").fetchall())
        rows = self._connection.execute("SELECT id, published, text, title, published_by FROM articles ORDER BY id").fetchall()
        state = self._connection.execute("SELECT conflicts, known_order FROM story").fetchone()
        conflicts, order = (from_text(text) for text in state) if state else ((), ())
        return Stored(events, tuple(_article(*row) for row in rows), conflicts, order)

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing of what is written inside."""
        self._connection.begin()
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def put(self, reading: Reading) -> None:
        """An article and what was read in it, in place of its last version."""
        article, happenings, _, constraints = reading
        for table, column in (("articles", "id"), ("mentions", "article"), ("constraints", "article")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", [article.id])
        row = [article.id, article.published, article.title, article.text, digest(article), to_text(reading), article.published_by]
        self._insert("articles", [row])
        self._insert(
            "mentions",
            [[article.id, h.id, m.field, m.start, m.end, m.trigger, m.kind, m.sentence.text] for h in happenings for m in h.mentions],
        )
        self._insert(
            "constraints",
            [
                [article.id, c.target.event, c.target.end, c.bound, c.term.day, c.term.point and c.term.point.event, *_ground(c)]
                for c in constraints
            ],
        )

    def set_events(self, stored: Stored) -> None:
        """The events, in place of the last."""
        self._connection.execute("DELETE FROM events; DELETE FROM story;")
        self._insert("events", [_event_row(event) for event in stored.events])
        self._insert("story", [[VERSION, to_text(stored.conflicts), to_text(stored.order)]])

    def decisions(self) -> tuple[Decision, ...]:
        """What its reader has said of mentions, the first first."""
        rows = self._connection.execute("SELECT same, mentions FROM decisions ORDER BY rowid").fetchall()
        return tuple((same, from_text(text)) for same, text in rows)

    def set_decisions(self, decisions: Iterable[Decision]) -> None:
        """What its reader says of mentions, in place of what was said before."""
        self._connection.execute("DELETE FROM decisions")
        self._insert("decisions", [[same, to_text(mentions)] for same, mentions in decisions])

    def _insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        rows = list(rows)
        if rows:
            self._connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _article(identity: str, published: date, text: str, title: str, by: str) -> Article:
    return Article(identity, published, text, title, PublishedBy(by))


def _ground(constraint: Constraint) -> tuple[str, str]:
    return constraint.why.basis, constraint.why.phrase


def _event_row(event: Event) -> list[Any]:
    countries = list(dict.fromkeys(p.country for p in event.participants if p.country))
    place = event.place.name if event.place else None
    return [
        event.id, event.start, event.end, event.kind, event.status.value, place, [p.name for p in event.participants], countries,
        event.minor, event.summary, to_text(event),
    ]  # fmt: skip
