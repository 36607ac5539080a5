"""A publication date as people and files write it, to the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.errors import BadDate
from timeline.model import PublishedBy

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?", re.ASCII)
UTC = re.compile(r"\d(?:Z|[+-]00:?00|\s*(?:UTC|GMT)(?:[+-]0)?)\s*$")

AUTO = "auto"
"""Given in place of a publication date: the article's own lines at its top are to say it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication and what says it; `utc` when it is the day in Greenwich rather than where the article was written."""

    day: date
    by: PublishedBy
    utc: bool = False

    def where_written(self, dateline: date | None) -> Dated:
        """The day where the article was written: late in the evening in Greenwich, its dateline has another.

        >>> Dated(date(2024, 5, 3), PublishedBy.METADATA, utc=True).where_written(date(2024, 5, 4)).day
        datetime.date(2024, 5, 4)
        """
        if self.utc and dateline is not None and abs(dateline - self.day) == timedelta(days=1):
            return Dated(dateline, PublishedBy.DATELINE)
        return self


def as_day(value: object, source: str) -> date:
    """The calendar day as it is written, whatever the time zone beside it; `source` is named when it is none.

    >>> as_day("2026-02-04T21:30:00Z", "a.json")
    datetime.date(2026, 2, 4)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is None:
        raise BadDate(source, value)
    try:
        return date.fromisoformat(written[1])
    except ValueError as error:
        raise BadDate(source, value) from error


def as_dated(value: object, source: str) -> Dated:
    """The day that somebody gives, and whether it is that of Greenwich.

    >>> as_dated("2026-02-04T21:30:00Z", "a.json").utc
    True
    """
    in_utc = isinstance(value, datetime) and value.tzinfo is not None and value.utcoffset() == timedelta(0)
    return Dated(as_day(value, source), PublishedBy.GIVEN, in_utc or (isinstance(value, str) and UTC.search(value) is not None))
