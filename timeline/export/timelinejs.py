"""The timeline for TimelineJS 3, the slides-and-axis viewer of the Knight Lab."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

from timeline.edtf import day
from timeline.export.days import placed, precise
from timeline.export.telling import headline, line, whereabouts
from timeline.markup import marked
from timeline.model import Article, Event, Mention

Json = dict[str, Any]

# TimelineJS makes links of addresses after it has cleaned the text, and takes quotation marks in them for its own.
ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)


def to_timelinejs(events: Iterable[Event], articles: Iterable[Article] = (), *, title: str = "") -> str:
    """The JSON text of one slide an event, in the order given; `articles` name the sources, `title` makes a title slide.

    A stretch begins at the month or year that is known and ends on its last day, without which TimelineJS draws a point. Where one
    side is open, or readings differ, `display_date` says so beside the known days. Events without any date have no place on the
    axis and are left out, and TimelineJS itself shows nothing when no event is left. Source of the format:
    TimelineJS JSON, https://timeline.knightlab.com/docs/json-format.html

    >>> to_timelinejs(())
    '{\\n  "events": []\\n}\\n'
    """
    named = {article.id: article for article in articles}
    slides = [_slide(event, days, named) for event in events if (days := placed(event))]
    heading = {"title": {"text": {"headline": escape(line(title))}}} if line(title) else {}
    return json.dumps({**heading, "events": slides}, ensure_ascii=False, indent=2) + "\n"


def _slide(event: Event, days: tuple[date, date], named: Mapping[str, Article]) -> Json:
    return {
        "unique_id": event.id,
        **_dates(event, days),
        "display_date": event.readings(),
        "group": re.sub("[<>&]", "", line(event.kind)),  # shown as it stands, markup and all
        "text": {"headline": escape(headline(event)), "text": _text(event, named)},
    }


def _dates(event: Event, days: tuple[date, date]) -> Json:
    """`display_date` at the start too: an end is dropped when all that the start has is equal to it."""
    first, last = days
    start = _parts(precise(first, last)[0])
    if first == last:
        return {"start_date": start}
    return {"start_date": start | {"display_date": event.readings()}, "end_date": _parts(last.isoformat())}


def _parts(iso: str) -> Json:
    return dict(zip(("year", "month", "day"), map(int, iso.split("-")), strict=False))


def _text(event: Event, named: Mapping[str, Article]) -> str:
    """How the date is known, its reasons, the place, and the sentences that date it (or else the first), each with its source."""
    told = [m for m in event.mentions if m.phrase] or list(event.mentions[:1])
    place = whereabouts(event)
    known = "told with different dates" if event.alternatives else event.basis
    reasons = "".join(f"<li>{escape(line(step))}</li>" for step in event.because)
    quotes = dict.fromkeys(_quote(mention, named.get(mention.article)) for mention in told)
    parts = (
        f"<p>{escape(event.readings(style='long'))} ({known})</p>",
        f"<ul>{reasons}</ul>" if reasons else "",
        f"<p>Place: {escape(place)}</p>" if place else "",
        *quotes,
    )
    return ADDRESS.sub("<wbr>", "".join(parts))


def _quote(mention: Mention, article: Article | None) -> str:
    source = _source(article.title or article.id, article.published) if article else mention.article
    return f"<blockquote>{marked(line(mention.sentence), mention.trigger, mention.phrase)}</blockquote><p>{escape(line(source))}</p>"


def _source(name: str, published: date) -> str:
    return f"{name}, {day(published)}"
