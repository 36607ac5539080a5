"""The timeline as an iCalendar file, for calendar programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from timeline.explain import explain
from timeline.export.days import edtf_of, exact, placed
from timeline.export.telling import headline, line, whereabouts
from timeline.model import LOOSE, REAL, Article, Event, Status

UNTOLD = date(1970, 1, 1)
NEVER_CAME = frozenset({Status.CANCELLED, Status.DENIED})


def to_icalendar(events: Iterable[Event], articles: Iterable[Article] = ()) -> str:
    """The calendar, one all-day entry an event, with the line ends (CRLF) that the format asks for.

    An entry is CONFIRMED when it has begun and its days are stated or derived, CANCELLED when it was called off or denied, and
    TENTATIVE otherwise. Days that are not exact are put into the words of the summary ("within Mar 2026: ..."): a stretch covers all
    that it may have been on, and what has one bound ("by 4 Feb") stands on that day. An event without any date is left out. Nothing
    makes its reader busy. DTSTAMP is the last day that the `articles` telling it were published, 1970-01-01 where none is given.
    Source of the format: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545

    >>> to_icalendar(()).splitlines()
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//diplomatic-timeline//EN', 'END:VCALENDAR']
    """
    published = {article.id: article.published for article in articles}
    calendar = Calendar()
    calendar.add("prodid", "-//diplomatic-timeline//EN")
    calendar.add("version", "2.0")
    for event in events:
        if days := placed(event):
            calendar.add_component(_entry(event, days, published))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def _entry(event: Event, days: tuple[date, date], published: Mapping[str, date]) -> Entry:
    told = max((published[a] for a in event.articles if a in published), default=UNTOLD)
    place = whereabouts(event)
    entry = Entry()
    entry.add("uid", f"{line(event.id)}@diplomatic-timeline")
    entry.add("dtstamp", datetime.combine(told, time(), UTC))
    _add_days(entry, *days)
    entry.add("summary", headline(event) if exact(event) else f"{_days_in_words(event)}: {headline(event)}")
    entry.add("description", explain(event))
    if place:
        entry.add("location", place)
    entry.add("categories", [line(event.kind)])
    entry.add("status", _status(event))
    entry.add("transp", "TRANSPARENT")
    for text in edtf_of(event):
        entry.add("x-timeline-edtf", text)
    entry.add("x-timeline-basis", event.basis.value)
    return entry


def _add_days(entry: Entry, first: date, last: date) -> None:
    """The end is the day after the last; there is none after 9999-12-31, and the length is given instead."""
    entry.add("dtstart", first)
    if last < date.max:
        entry.add("dtend", last + timedelta(days=1))
    else:
        entry.add("duration", timedelta(days=(last - first).days + 1))


def _days_in_words(event: Event) -> str:
    words = event.readings()
    stretch = event.start and event.end and not event.alternatives and "~" not in event.edtf
    return f"within {words}" if stretch and not words.startswith("within ") else words


def _status(event: Event) -> str:
    if event.status in NEVER_CAME:
        return "CANCELLED"
    return "CONFIRMED" if event.status in REAL and exact(event) and event.basis not in LOOSE else "TENTATIVE"
