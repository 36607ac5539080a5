"""An event's days as one string: EDTF for machines, plain words for readers.

EDTF is the Extended Date/Time Format of the Library of Congress (2019), level 1. Days are written out without `strftime`,
which would speak the language of the locale and forget the zeros of early years.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Literal

from timeline.times.interval import Grain

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

Style = Literal["short", "long"]

YEARS_WIDE = {Grain.YEAR, Grain.DECADE, Grain.CENTURY}
MONTHS_WIDE = {Grain.MONTH, Grain.QUARTER, Grain.SEASON}


def edtf(start: date | None, end: date | None, grain: Grain, *, approximate: bool = False) -> str:
    """The EDTF level 1 string of these days, empty when neither end is known; "~" behind what is approximate.

    A narrower grain than the days bear out is never claimed: a year cut short by a bound is written as the stretch it is.

    >>> edtf(date(2022, 3, 1), date(2022, 3, 31), Grain.MONTH)
    '2022-03'
    >>> edtf(None, date(2026, 2, 4), Grain.DAY)
    '../2026-02-04'
    >>> edtf(date(2026, 2, 4), date(2026, 2, 4), Grain.DAY, approximate=True)
    '2026-02-04~'
    """
    if approximate:
        return re.sub(r"(?<=\w)(?=/|$)", "~", edtf(start, end, grain))
    if start is None or end is None:
        return f"{start or '..'}/{end or '..'}" if start or end else ""
    if start == end:
        return start.isoformat()
    if grain in YEARS_WIDE and _whole_years(start, end):
        return _years(start.year, end.year)
    if grain in YEARS_WIDE | MONTHS_WIDE and _whole_months(start, end):
        return _stretch(start.isoformat()[:7], end.isoformat()[:7])
    return f"{start}/{end}"


def readable(start: date | None, end: date | None, grain: Grain, *, style: Style = "short") -> str:
    """These days as a reader would write them; `style="long"` spells out weekdays and months.

    >>> readable(date(2026, 5, 6), date(2026, 5, 8), Grain.SPAN)
    '6–8 May 2026'
    >>> readable(None, date(2026, 2, 4), Grain.DAY, style="long")
    'by Wednesday 4 February 2026'
    """
    if start is None or end is None:
        if known := start or end:
            return f"{'from' if start else 'by'} {day(known, style=style)}"
        return "?"
    if start == end:
        return day(start, style=style)
    if _whole_years(start, end):
        return _readable_years(start.year, end.year, grain)
    if _whole_months(start, end):
        return _readable_months(start, end, style)
    return _readable_days(start, end, style)


def worded(start: date | None, end: date | None, grain: Grain, *, loose: bool, about: bool, style: Style = "short") -> str:
    """These days with how they are meant: "within" a stretch that only holds the event in (`loose`), "about" what is approximate.

    >>> worded(date(2026, 5, 6), date(2026, 5, 8), Grain.SPAN, loose=True, about=False)
    'within 6–8 May 2026'
    """
    text = readable(start, end, grain, style=style)
    if about:
        return f"about {text}"
    return f"within {text}" if loose and start and end and start != end else text


def day(when: date, *, style: Style = "short") -> str:
    """A day with its weekday.

    >>> day(date(2026, 2, 1)), day(date(2026, 2, 1), style="long")
    ('Sun 1 Feb 2026', 'Sunday 1 February 2026')
    """
    weekdays = LONG_WEEKDAYS if style == "long" else WEEKDAYS
    return f"{weekdays[when.weekday()]} {when.day} {_months(style)[when.month - 1]} {when.year}"


def _months(style: Style) -> tuple[str, ...]:
    return LONG_MONTHS if style == "long" else MONTHS


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]


def _years(first: int, last: int) -> str:
    if first % 100 == 0 and last == first + 99:
        return f"{first // 100:02d}XX"
    if first % 10 == 0 and last == first + 9:
        return f"{first // 10:03d}X"
    return _stretch(f"{first:04d}", f"{last:04d}")


def _stretch(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _readable_years(first: int, last: int, grain: Grain) -> str:
    if grain is Grain.DECADE and first % 10 == 0 and last == first + 9:
        return f"{first}s"
    if grain is Grain.CENTURY and last in (first + 99, 9999) and first % 100 in (0, 1):
        return f"{_ordinal(first // 100 + 1)} century"
    return str(first) if first == last else f"{first}–{last}"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _readable_months(start: date, end: date, style: Style) -> str:
    first, last = (_months(style)[when.month - 1] for when in (start, end))
    if start.year != end.year:
        return f"{first} {start.year} – {last} {end.year}"
    return f"{last} {end.year}" if start.month == end.month else f"{first} – {last} {end.year}"


def _readable_days(start: date, end: date, style: Style) -> str:
    """From one day to another, saying month and year once where they are the same."""
    months = _months(style)
    last = f"{end.day} {months[end.month - 1]} {end.year}"
    if start.year != end.year:
        return f"{start.day} {months[start.month - 1]} {start.year} – {last}"
    return f"{start.day}–{last}" if start.month == end.month else f"{start.day} {months[start.month - 1]} – {last}"
