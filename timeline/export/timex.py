"""Time phrases as JSON Lines: the extents, types and values of TIMEX3, and the days they come to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from timeline.model import Article, TimePhrase, Timex, Unresolved
from timeline.times.interval import Interval


def to_timex(article: Article, phrases: Iterable[TimePhrase]) -> str:
    """Each TIMEX3 on a line of its own; those of a range ("from 3 to 5 May") both have the days of the whole range."""
    lines = (_timex_json(article, timex, phrase.when) for phrase in phrases for timex in phrase.timexes)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _timex_json(article: Article, timex: Timex, when: Interval | Unresolved) -> dict[str, str | int | None]:
    first, last = (when.first, when.last) if isinstance(when, Interval) else (None, None)
    return {
        "article": article.id,
        "start": timex.start,
        "end": timex.end,
        "text": article.text[timex.start : timex.end],
        "type": timex.type,
        "value": timex.value,
        **({"mod": timex.mod} if timex.mod else {}),
        "start_date": _iso(first),
        "end_date": _iso(last),
    }


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
