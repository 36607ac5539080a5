"""A publication date as people and files write it, to the day."""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.errors import BadDate

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}\S*)?", re.ASCII)


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
