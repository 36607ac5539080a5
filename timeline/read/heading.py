"""The lines over an article that say when it was published or updated, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from timeline.model import PublishedBy, Unresolved
from timeline.read.dateline import datelines
from timeline.read.published import UTC, Dated
from timeline.read.written import WRITTEN, MonthDay, day_of, written_day

TOP = 12
"""How many lines with words belong to the top of an article."""

NEAR = timedelta(days=31)
"""How far a day without a year may be from the other day that gives it one."""

SAYS_NOTHING = "no line at its top says when it was published"


class Label(StrEnum):
    """What a line says of its day; BARE for a day alone."""

    PUBLISHED = "published"
    UPDATED = "updated"
    BARE = ""


_PUBLISHED = r"(?:first |originally )?(?:published|posted|issued|released|publication date|date published|date|publish date)"
_UPDATED = r"(?:last )?(?:updated?|modified|revised|edited|date modified)"
_TIME = r"(?:(?:T|[\s,–—-]*+(?:at\s++)?)\d{1,2}(?:[:.]\d{2}){1,2}(?:\s*+[ap]\.?m\.?)?|[\s,]*+(?:at\s++)?\d{1,2}\s*+[ap]\.?m\.?)"
_LINE = re.compile(
    rf"[ \t]*+(?:By [^,\n]{{2,60}},\s*+)?(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))?(?:\s++on)?\s*+:?\s*+{WRITTEN}"
    rf"(?P<time>{_TIME}?(?:\s*+\(?(?:[A-Z]{{1,5}}|Z)?(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?\)?)?)?[ \t.]*",
    re.IGNORECASE,
)
_LINES = re.compile(r"^.*\w.*$", re.MULTILINE)
_PARTS = re.compile(r"[|·•\r\n]|\s[–—]\s")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line, or a part of one, that is no more than a label and a day."""

    start: int
    end: int
    label: Label
    day: date | MonthDay
    utc: bool = False


def date_lines(text: str) -> tuple[DateLine, ...]:
    """Those at the top of a text: "Friday, October 11, 2019", "Published 3 May 2024, 10:15", "Updated: 4 May 2024".

    >>> [(line.label.value, line.day) for line in date_lines("Talks in Vaduz\\nUpdated: 4 May 2024, 9.30 am\\nThe ministers met.")]
    [('updated', datetime.date(2024, 5, 4))]
    """
    return tuple(line for start, end in _parts(text) if (line := _date_line(text, start, end)))


def dateline_day(text: str, *, near: date) -> date | None:
    """The day of the dateline that opens the report, in the year that brings it nearest to another day.

    >>> dateline_day("VADUZ, Feb. 4 (Agency) — The ministers met.", near=date(2026, 2, 3))
    datetime.date(2026, 2, 4)
    """
    day = _dateline(text)
    return day.near(near) if isinstance(day, MonthDay) else day


def published_in(text: str) -> Dated | Unresolved:
    """The day of publication that the top of a text gives, or why it gives none.

    A line that says "published" goes before one that is only a day, that before the dateline. One without a year takes it from
    another line. A day on which the text was updated is never taken for the one of its publication.
    """
    lines = date_lines(text)
    dateline = _dateline(text)
    updated = min((line.day for line in lines if line.label is Label.UPDATED and isinstance(line.day, date)), default=None)
    told = [line for line in lines if line.label is Label.PUBLISHED] or _alone(text, lines)
    years = [line.day for line in lines if isinstance(line.day, date)]
    days = {day: line.utc for line in told if (day := _whole(line.day, updated, years)) is not None}
    if len(days) > 1:
        return Unresolved(f"lines at its top say {' and '.join(sorted(map(str, days)))}")
    for day, utc in days.items():
        near = dateline.near(day) if isinstance(dateline, MonthDay) else dateline
        return Dated(day, PublishedBy.TEXT, utc).where_written(near)
    sent = None if dateline is None else _whole(dateline, updated, years)
    if sent is not None:
        return Dated(sent, PublishedBy.DATELINE)
    return Unresolved(_why_not(dateline, updated))


def _why_not(dateline: date | MonthDay | None, updated: date | None) -> str:
    if updated is not None:
        return f"it only says that it was updated on {updated}"
    return SAYS_NOTHING if dateline is None else "its dateline has a day without a year"


def _whole(day: date | MonthDay, updated: date | None, years: list[date]) -> date | None:
    """A day with its year: within a month of the other day there is, not after one on which the text was updated."""
    if isinstance(day, date):
        return day
    other = updated or next(iter(years), None)
    if other is None:
        return None
    whole = day.before(other) if updated else day.near(other)
    return whole if whole is not None and abs(whole - other) <= NEAR else None


def _alone(text: str, lines: tuple[DateLine, ...]) -> list[DateLine]:
    """The lines that are only a day, unless there are several in the text: a chronology has one over each of its parts."""
    bare = [line for line in lines if line.label is Label.BARE]
    every = (_date_line(text, line.start(), line.end()) for line in _LINES.finditer(text)) if bare else ()
    days = {line.day for line in (*bare, *every) if line and line.label is Label.BARE}
    return bare if len(days) == 1 else []


def _dateline(text: str) -> date | MonthDay | None:
    """Of the first dateline, when its line is at the top."""
    tops = [start for start, _ in _parts(text)]
    found = next(islice(datelines(text), 1), None)
    return written_day(found["day"]) if found and found["day"] and tops and found.start() <= tops[-1] else None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The first lines with words, each parted where a stroke or a dot parts it."""
    for line in islice(_LINES.finditer(text), TOP):
        at = line.start()
        for stroke in _PARTS.finditer(text, line.start(), line.end()):
            yield at, stroke.start()
            at = stroke.end()
        yield at, line.end()


def _date_line(text: str, start: int, end: int) -> DateLine | None:
    found = _LINE.fullmatch(text, start, end) if end - start <= 100 else None
    day = day_of(found) if found else None
    if found is None or day is None:
        return None
    label = Label.PUBLISHED if found["published"] else Label.UPDATED if found["updated"] else Label.BARE
    utc = bool(found["time"]) and UTC.search(found[0]) is not None
    return DateLine(start, end, label, day, utc)
