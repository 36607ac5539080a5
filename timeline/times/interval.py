"""Stretches of whole days, and the calendar arithmetic on them.

Both ends are inclusive and either may be open (None): "the first and the last day it may have happened on". Inclusive ends
keep 9999-12-31 a legal day and are what readers and the CSV see, so nothing is converted on the way out.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grain(StrEnum):
    """How fine a time was said: "on Tuesday" is a day, "in 2022" a year, "from 6 to 8 May" a span.

    Working days, Monday to Friday, are only counted.
    """

    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, both included; None leaves that side open.

    >>> Interval(date(2026, 2, 1), date(2026, 2, 28), Grain.MONTH).days
    28
    """

    first: date | None
    last: date | None
    grain: Grain = Grain.DAY

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"an interval cannot end before it begins: {self.first} to {self.last}")

    @property
    def days(self) -> int | None:
        """How many days long, or None when a side is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def day(when: date) -> Interval:
    return Interval(when, when, Grain.DAY)


def week(when: date) -> Interval:
    """The week, Monday to Sunday (ISO 8601), that holds this day.

    >>> week(date(2026, 2, 4)).first
    datetime.date(2026, 2, 2)
    """
    monday = when.toordinal() - when.weekday()
    return Interval(date.fromordinal(max(monday, 1)), _day_or_last(monday + 6), Grain.WEEK)


def month(year_: int, month_: int) -> Interval:
    last = calendar.monthrange(year_, month_)[1]
    return Interval(date(year_, month_, 1), date(year_, month_, last), Grain.MONTH)


def year(year_: int) -> Interval:
    return Interval(date(year_, 1, 1), date(year_, 12, 31), Grain.YEAR)


def unit_at(when: date, unit: Grain) -> Interval:
    """The calendar unit that holds a day.

    >>> unit_at(date(2026, 2, 4), Grain.QUARTER).last
    datetime.date(2026, 3, 31)
    """
    match unit:
        case Grain.WEEK:
            return week(when)
        case Grain.MONTH:
            return month(when.year, when.month)
        case Grain.QUARTER:
            first = (when.month - 1) // 3 * 3 + 1
            return Interval(date(when.year, first, 1), month(when.year, first + 2).last, Grain.QUARTER)
        case Grain.YEAR:
            return year(when.year)
        case Grain.DECADE | Grain.CENTURY:
            size = 10 if unit is Grain.DECADE else 100
            first = when.year // size * size
            return Interval(date(max(first, 1), 1, 1), date(min(first + size - 1, 9999), 12, 31), unit)
    return day(when)


def days_of(interval: Interval) -> Iterator[date]:
    """Each day of a closed interval."""
    assert interval.first is not None and interval.last is not None
    return map(date.fromordinal, range(interval.first.toordinal(), interval.last.toordinal() + 1))


def weekday_beside(when: date, weekday: int, *, later: bool) -> date | None:
    """The first such weekday (0 for Monday) strictly later than a day, or the last one strictly earlier.

    >>> weekday_beside(date(2026, 2, 4), 1, later=True)
    datetime.date(2026, 2, 10)
    """
    days = (weekday - when.weekday() - 1) % 7 + 1 if later else -((when.weekday() - weekday - 1) % 7 + 1)
    return shift(when, days, Grain.DAY)


def intersect(a: Interval, b: Interval) -> Interval | None:
    """The days that both hold, or None when there are none; the grain of the narrower."""
    first = max((d for d in (a.first, b.first) if d), default=None)
    last = min((d for d in (a.last, b.last) if d), default=None)
    if first and last and last < first:
        return None
    return Interval(first, last, a.grain if (a.days or 10**7) <= (b.days or 10**7) else b.grain)


def cover(a: Interval, b: Interval) -> Interval:
    """The shortest stretch that holds both."""
    first = min(a.first, b.first) if a.first and b.first else None
    last = max(a.last, b.last) if a.last and b.last else None
    return Interval(first, last, a.grain if a == b else Grain.SPAN)


def shift(when: date, amount: int, unit: Grain) -> date | None:
    """The day `amount` units later (earlier when negative); None when that leaves the years 1 to 9999.

    A month before 31 March is the last day of February, three working days after a Friday the Wednesday:

    >>> shift(date(2026, 3, 31), -1, Grain.MONTH), shift(date(2026, 3, 6), 3, Grain.WORKING_DAY)
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 11))
    """
    if unit is Grain.WORKING_DAY:
        return _shift_working(when, amount)
    months = MONTHS_IN.get(unit)
    if months is None:
        ordinal = when.toordinal() + amount * DAYS_IN[unit]
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    index = when.year * 12 + when.month - 1 + amount * months
    year_, month_ = divmod(index, 12)
    if not 1 <= year_ <= 9999:
        return None
    return date(year_, month_ + 1, min(when.day, calendar.monthrange(year_, month_ + 1)[1]))


def _shift_working(when: date, amount: int) -> date | None:
    """Over a table of working days alone; a weekend counts forward from its Friday, back from the Monday after it."""
    week_, weekday = divmod(when.toordinal() - 1, 7)  # 1 January of the year 1 is a Monday
    place = week_ * WORKING_DAYS + min(weekday, WORKING_DAYS - (amount >= 0)) + amount
    week_, weekday = divmod(place, WORKING_DAYS)
    ordinal = week_ * 7 + weekday + 1
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


WORKING_DAYS = 5
DAYS_IN = {Grain.DAY: 1, Grain.WEEK: 7}
HOURS_IN_A_DAY = 24
THURSDAY, SATURDAY = 3, 5
MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.YEAR: 12, Grain.DECADE: 120, Grain.CENTURY: 1200}


def _day_or_last(ordinal: int) -> date:
    return date.fromordinal(min(ordinal, date.max.toordinal()))
