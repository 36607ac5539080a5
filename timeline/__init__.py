"""Dated timelines of diplomatic events, read from news articles.

extract        the events of a text, files, a data frame or articles, as a Timeline
date_mentions  the dated events that stretches of a text tell, for triggers of your own
time_phrases   the words that give a time, and the days they come to
read_csv       the Timeline that Timeline.to_csv wrote
Timeline       events in the order of time: to_frame, to_csv, to_html and so on, plot, explain, before, select, split, open
Event          one happening: its first and last day, how they are known, who, where
Article        a text, the day it was published, a name to call it by
TimePhrase     words that give a time
Interval       the days something may have happened on, first and last
Unresolved     why no day can be given
TimelineError  the parent of every error raised on purpose
__version__    the version of the installed distribution
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from timeline.errors import TimelineError
    from timeline.model import Article, Event, TimePhrase, Unresolved
    from timeline.pipeline import date_mentions, extract
    from timeline.read.articles import Source
    from timeline.timeline import Timeline, read_csv
    from timeline.times.interval import Interval

    __version__: str

__all__ = [
    "Article",
    "Event",
    "Interval",
    "TimePhrase",
    "Timeline",
    "TimelineError",
    "Unresolved",
    "__version__",
    "date_mentions",
    "extract",
    "read_csv",
    "time_phrases",
]

_HOMES = {
    "Article": "timeline.model",
    "Event": "timeline.model",
    "Interval": "timeline.times.interval",
    "TimePhrase": "timeline.model",
    "Timeline": "timeline.timeline",
    "TimelineError": "timeline.errors",
    "Unresolved": "timeline.model",
    "date_mentions": "timeline.pipeline",
    "extract": "timeline.pipeline",
    "read_csv": "timeline.timeline",
}


def time_phrases(
    source: Source,
    *,
    published: date | str | None = None,
    columns: Mapping[str, str] | None = None,
    date_order: str | None = None,
) -> tuple[TimePhrase, ...]:
    """The time phrases of a text, files, a data frame or articles, without loading a model.

    The source is told apart as by `extract`, and so are `published` and `columns`; the title of an article is not searched.
    `date_order` is "day-first" or "month-first", for dates such as 4/2/2026.

    >>> [phrase.timexes[0].value for phrase in time_phrases("They spoke on Tuesday.", published="2024-03-14")]
    ['2024-03-12']
    """
    from timeline.phrases import times
    from timeline.read import in_english, read

    articles, _ = in_english(read(source, published=published, columns=columns))
    return tuple(phrase for article in articles for phrase in times(article, date_order))


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: whoever wants one light value need not wait for the whole."""
    if name == "__version__":
        from importlib.metadata import version

        return version("diplomatic-timeline")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
