"""The timeline as one HTML page that needs nothing else: the events on an axis of time, why each has its date, the articles marked."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files
from string import Template

from timeline.edtf import day
from timeline.export.page.events import event_list
from timeline.export.page.filters import filters, keys, values
from timeline.export.page.texts import texts
from timeline.export.page.words import shown
from timeline.model import Article, Conflict, Event
from timeline.parting import part
from timeline.table import evidence

SCRIPTS = ("scale.js", "ticks.js", "marks.js", "track.js", "page.js")
MOST_SEGMENTS = 5
# Not as themselves inside a script element: what could end it, or a line of JavaScript.
UNSAFE: dict[int, str] = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def to_html(events: Iterable[Event], articles: Iterable[Article] = (), conflicts: Iterable[Conflict] = (), *, title: str = "") -> str:
    """The page; whatever the articles hold is shown as text, and the same timeline always gives the same bytes.

    >>> "<h1" in to_html((), title="A quiet week")
    True
    """
    events, articles = tuple(events), tuple(articles)
    style, script, early = _part("page.css"), "\n".join(_part(name) for name in SCRIPTS), _part("early.js")
    allowed = f"style-src {_hash(style)}; script-src {_hash(early)} {_hash(script)}"
    return Template(_part("page.html")).substitute(
        policy=f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'",
        title=shown(title.strip() or "Timeline"),
        note=_note(events, articles),
        count=len(events),
        filters=filters(events),
        events=event_list(events, tuple(conflicts)),
        texts=texts(articles, events),
        data=_embedded(_data(events, articles)),
        style=style,
        script=script,
        early=early,
    )


def _part(name: str) -> str:
    return (files("timeline.export.page") / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """The name that the security policy knows a style or script by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode('utf-8')).digest()).decode('ascii')}'"


def _embedded(data: object) -> str:
    """JSON that is safe inside a script element.

    >>> _embedded(["</script>"])
    '["\\\\u003c/script\\\\u003e"]'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def _note(events: Sequence[Event], articles: Sequence[Article]) -> str:
    count = f"{len(events)} event{'' if len(events) == 1 else 's'}" if events else "No events were found"
    days = sorted({article.published for article in articles})
    if len(articles) > 1:
        count += f" in {len(articles)} articles"
    if not days:
        return count
    return f"{count}, as published {f'on {day(days[0])}' if len(days) == 1 else f'between {day(days[0])} and {day(days[-1])}'}"


def _data(events: Sequence[Event], articles: Sequence[Article]) -> dict[str, object]:
    """What the script needs that the page does not say: days as ordinals, and numbers for the values of the filters."""
    published = sorted({article.published.toordinal() for article in articles})
    of = values(events)
    return {"segments": _segments(events, published), "published": published, "events": [_event_data(event, of) for event in events]}


def _event_data(event: Event, of: Sequence[Sequence[str]]) -> dict[str, object]:
    spans = [(i.first, i.last) for i in event.alternatives] or [(event.start, event.end)]
    proof = evidence(event)
    return {
        "spans": [[_ordinal(first), _ordinal(last)] for first, last in spans if first or last],
        "disputed": bool(event.alternatives),
        "about": "~" in event.edtf,
        "best": event.mentions.index(proof) if proof else None,
        "keys": keys(event, of),
    }


def _ordinal(when: date | None) -> int | None:
    return when.toordinal() if when else None


def _segments(events: Sequence[Event], published: Sequence[int]) -> list[list[float]]:
    """The stretches of time that the axis has: first day, last day, and how many days that matter they hold."""
    spans = [span for e in events for span in ((e.start, e.end), *((i.first, i.last) for i in e.alternatives))]
    days = sorted({when.toordinal() for span in spans for when in span if when} | set(published))
    groups = part(days, most=MOST_SEGMENTS) if days else []
    if len(groups) == 1 and days[-1] - days[0] < 4:
        groups = [[max(days[0] - 2, 1), min(days[-1] + 2, date.max.toordinal())]]
    return [[group[0], group[-1], len(group)] for group in groups]
