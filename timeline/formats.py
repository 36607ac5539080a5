"""A timeline in the formats that people keep dates in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, overload

from timeline.errors import NotOneArticle
from timeline.export.csv import to_csv
from timeline.export.html import to_html
from timeline.export.json import to_json
from timeline.export.jsonl import to_jsonl
from timeline.export.jsonld import to_jsonld
from timeline.export.markdown import to_markdown
from timeline.export.mermaid import to_mermaid
from timeline.export.timelinejs import to_timelinejs
from timeline.export.timeml import to_timeml
from timeline.export.write import write_atomically
from timeline.model import Article, Conflict, Event
from timeline.solve.order import Order
from timeline.table import to_frame

if TYPE_CHECKING:
    from pandas import DataFrame


class Formats:
    """What a timeline can be written as; each method gives the text, or writes it to a path whole or not at all."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]
    order: Order

    def to_frame(self) -> DataFrame:
        """A pandas DataFrame, one row an event; its columns are `timeline.table.COLUMNS`."""
        return to_frame(self.events, self.articles, self.order)

    @overload
    def to_csv(self, path: None = None, *, excel: bool = False) -> str: ...
    @overload
    def to_csv(self, path: str | Path, *, excel: bool = False) -> None: ...
    def to_csv(self, path: str | Path | None = None, *, excel: bool = False) -> str | None:
        """The CSV text, or, with a path, that file; `timeline.read_csv` reads it.

        `excel` puts the mark first by which Excel knows UTF-8.
        """
        return _deliver(to_csv(self.events, self.articles, self.order, excel=excel), path)

    @overload
    def to_json(self, path: None = None) -> str: ...
    @overload
    def to_json(self, path: str | Path) -> None: ...
    def to_json(self, path: str | Path | None = None) -> str | None:
        """The JSON text of events, articles and conflicts, or, with a path, that file."""
        return _deliver(to_json(self.events, self.articles, self.conflicts), path)

    @overload
    def to_jsonl(self, path: None = None) -> str: ...
    @overload
    def to_jsonl(self, path: str | Path) -> None: ...
    def to_jsonl(self, path: str | Path | None = None) -> str | None:
        """The JSON text of one event a line, or, with a path, that file."""
        return _deliver(to_jsonl(self.events), path)

    @overload
    def to_html(self, path: None = None, *, title: str | None = None) -> str: ...
    @overload
    def to_html(self, path: str | Path, *, title: str | None = None) -> None: ...
    def to_html(self, path: str | Path | None = None, *, title: str | None = None) -> str | None:
        """One HTML page of events, reasons and articles that needs nothing else, or, with a path, that file.

        Without a title it has that of a lone article.
        """
        return _deliver(to_html(self.events, self.articles, self.conflicts, title=self.title_or(title)), path)

    @overload
    def to_markdown(self, path: None = None) -> str: ...
    @overload
    def to_markdown(self, path: str | Path) -> None: ...
    def to_markdown(self, path: str | Path | None = None) -> str | None:
        """A table in GitHub-flavoured Markdown, or, with a path, that file."""
        return _deliver(to_markdown(self.events), path)

    @overload
    def to_mermaid(self, path: None = None, *, title: str | None = None) -> str: ...
    @overload
    def to_mermaid(self, path: str | Path, *, title: str | None = None) -> None: ...
    def to_mermaid(self, path: str | Path | None = None, *, title: str | None = None) -> str | None:
        """The source of a Mermaid timeline diagram, or, with a path, that file."""
        return _deliver(to_mermaid(self.events, title=self.title_or(title)), path)

    @overload
    def to_timelinejs(self, path: None = None, *, title: str | None = None) -> str: ...
    @overload
    def to_timelinejs(self, path: str | Path, *, title: str | None = None) -> None: ...
    def to_timelinejs(self, path: str | Path | None = None, *, title: str | None = None) -> str | None:
        """The JSON that TimelineJS shows, or, with a path, that file."""
        return _deliver(to_timelinejs(self.events, self.articles, title=self.title_or(title)), path)

    @overload
    def to_jsonld(self, path: None = None) -> str: ...
    @overload
    def to_jsonld(self, path: str | Path) -> None: ...
    def to_jsonld(self, path: str | Path | None = None) -> str | None:
        """The events as schema.org `Event` in JSON-LD, or, with a path, that file."""
        return _deliver(to_jsonld(self.events, self.articles), path)

    @overload
    def to_icalendar(self, path: None = None) -> str: ...
    @overload
    def to_icalendar(self, path: str | Path) -> None: ...
    def to_icalendar(self, path: str | Path | None = None) -> str | None:
        """A calendar (iCalendar) of the events with a date, or, with a path, that file."""
        from timeline.export.icalendar import to_icalendar

        return _deliver(to_icalendar(self.events, self.articles), path)

    @overload
    def to_timeml(self, path: None = None) -> str: ...
    @overload
    def to_timeml(self, path: str | Path) -> None: ...
    def to_timeml(self, path: str | Path | None = None) -> str | None:
        """The lone article in TimeML, with its times, events and links, or, with a path, that file. Raises NotOneArticle."""
        from timeline.phrases import times

        if len(self.articles) != 1:
            raise NotOneArticle(len(self.articles))
        [article] = self.articles
        return _deliver(to_timeml(self.events, article, times(article), self.order), path)

    @overload
    def to_parquet(self, path: None = None) -> bytes: ...
    @overload
    def to_parquet(self, path: str | Path) -> None: ...
    def to_parquet(self, path: str | Path | None = None) -> bytes | None:
        """The columns of the DataFrame as a Parquet file, or, with a path, that file."""
        from timeline.export.parquet import to_parquet

        data = to_parquet(self.events, self.articles, self.order)
        if path is None:
            return data
        write_atomically(path, data)
        return None

    def title_or(self, given: str | None) -> str:
        """The title given, or that of a lone article."""
        if given is not None:
            return given
        return self.articles[0].title if len(self.articles) == 1 else ""


def _deliver(text: str, path: str | Path | None) -> str | None:
    if path is None:
        return text
    write_atomically(path, text.encode("utf-8"))
    return None
