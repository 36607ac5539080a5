"""The days of an event as formats with a plain start and end need them, disputed and half-known ones too."""

from __future__ import annotations

from datetime import date

from timeline.edtf import edtf
from timeline.model import LOOSE, Event
from timeline.times.interval import Grain, Interval


def outermost(event: Event) -> tuple[date | None, date | None]:
    """The first and the last day it may have been on, by any of its readings; None for a side that one of them leaves open."""
    readings = _readings(event)
    firsts, lasts = [i.first for i in readings if i.first], [i.last for i in readings if i.last]
    return (
        min(firsts) if len(firsts) == len(readings) else None,
        max(lasts) if len(lasts) == len(readings) else None,
    )


def placed(event: Event) -> tuple[date, date] | None:
    """Where a calendar or an axis has it: from the first to the last day that any of its readings names, None without any.

    What is "by 4 February" stands on that day, so what shows it there must also say "by".
    """
    known = [day for i in _readings(event) for day in (i.first, i.last) if day]
    return (min(known), max(known)) if known else None


def exact(event: Event) -> bool:
    """Whether it is known to have been on just these days, rather than about them, on one of them or in a longer stretch.

    A single day is, and so are the days of a span that the text gives to the event ("from 6 to 8 May"); a month is not.
    """
    if event.alternatives or event.start is None or event.end is None or "~" in event.edtf:
        return False
    return event.start == event.end or (event.basis not in LOOSE and event.grain in {Grain.DAY, Grain.SPAN})


def precise(first: date, last: date) -> tuple[str, str]:
    """Both days in ISO 8601, as months or years where the stretch is whole ones.

    >>> precise(date(2026, 2, 1), date(2026, 2, 28)), precise(date(2026, 2, 1), date(2026, 2, 3))
    (('2026-02', '2026-02'), ('2026-02-01', '2026-02-03'))
    """
    start, _, end = edtf(first, last, Grain.YEAR).partition("/")
    return start.replace("X", "0"), (end or start).replace("X", "9")


def shared(first: date, last: date) -> str | None:
    """The day, month or year that holds the whole stretch, in ISO 8601; None where none does.

    >>> shared(date(2026, 1, 12), date(2026, 1, 24)), shared(date(2025, 12, 30), date(2026, 1, 2))
    ('2026-01', None)
    """
    return next((f"{first}"[:width] for width in (10, 7, 4) if f"{first}"[:width] == f"{last}"[:width]), None)


def edtf_of(event: Event) -> tuple[str, ...]:
    """The EDTF string of the event, or of each reading of a disputed one; none for what has no date."""
    readings = [edtf(i.first, i.last, i.grain) for i in event.alternatives] or [event.edtf]
    return tuple(text for text in readings if text)


def _readings(event: Event) -> tuple[Interval, ...]:
    return event.alternatives or (Interval(event.start, event.end, event.grain),)
