"""A day as it is written out: "3 May 2024", "Friday, October 11, 2019", "2024-05-03", "Fri, 03 May 2024 10:15:00 GMT"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)(?![a-z])"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?(?!\w)"
WRITTEN = (
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s++)?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?!\d)"
    rf"|(?:(?P<month>{_MONTH})\s++(?P<day>{_NUMBER})|(?P<day_first>{_NUMBER})\s++(?P<month_last>{_MONTH}))(?:,?\s++(?P<year>\d{{4}})(?!\d))?)"
)
_WRITTEN = re.compile(WRITTEN, re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of which the year is not said."""

    month: int
    day: int

    def before(self, last: date) -> date | None:
        """The last such day that is not after another, None when the calendar has none within a year of it."""
        days = (_date(year, self.month, self.day) for year in (last.year, last.year - 1))
        return next((day for day in days if day is not None and day <= last), None)

    def near(self, other: date) -> date | None:
        """The nearest such day to another, New Year apart or not.

        >>> MonthDay(12, 31).near(date(2024, 1, 1))
        datetime.date(2023, 12, 31)
        """
        days = [day for year in (-1, 0, 1) if (day := _date(other.year + year, self.month, self.day))]
        return min(days, key=lambda day: abs(day - other), default=None)


def day_of(found: re.Match[str]) -> date | MonthDay | None:
    """The day of a match of `WRITTEN`; None when there is no such day, or it is not the weekday it is said to be.

    >>> day_of(_WRITTEN.match("Friday, October 11, 2019"))
    datetime.date(2019, 10, 11)
    """
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    else:
        month = MONTHS.index((found["month"] or found["month_last"])[:3].lower()) + 1
        day = int(re.sub(r"\D", "", found["day"] or found["day_first"]))
        year = int(found["year"] or 0)
    if not year:
        return MonthDay(month, day) if _date(2000, month, day) else None
    when = _date(year, month, day)
    weekday = found["weekday"]
    if when and weekday and WEEKDAYS[when.weekday()] != weekday[:3].lower():
        return None
    return when


def written_day(text: str) -> date | MonthDay | None:
    """The day that opens a text, None when none does.

    >>> written_day("Feb. 4")
    MonthDay(month=2, day=4)
    """
    found = _WRITTEN.match(text.strip())
    return day_of(found) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
