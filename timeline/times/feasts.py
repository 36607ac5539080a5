"""Days that other calendars or a state's law give: Ramadan, Lunar New Year, Thanksgiving, Ukraine's Independence Day.

The one file that uses the library `holidays` (vacanza/holidays): the dates of each state's holidays year by year.
"""

from __future__ import annotations

import warnings
from datetime import date
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, easter

from timeline.times.interval import Grain, Interval, day, shift
from timeline.times.words import FEASTS

RAMADAN_LASTS = 30
# A national day that was not kept as a holiday in wartime is looked up in the years before.
YEARS_BACK = 6


def feast(name: str, year: int, country: str | None = None) -> Interval | None:
    """The days of a feast in a year, or of a state's national day; None when the library does not know it.

    The library's estimates of Islamic dates may be a day off, and are a day wide on both sides.

    >>> feast("lunar new year", 2024).first, feast("independence day", 2024, "UKR").first
    (datetime.date(2024, 2, 10), datetime.date(2024, 8, 24))
    """
    if name == "orthodox easter":
        return day(easter(year, EASTER_ORTHODOX)) if 1583 <= year <= 4099 else None
    if name == "ramadan":
        end = feast("eid al-fitr", year)
        first = shift(end.first, -RAMADAN_LASTS, Grain.DAY) if end and end.first else None
        return Interval(first, shift(end.last, -1, Grain.DAY), Grain.SPAN) if end and end.last and first else None
    if country is not None:
        return _national(name, year, country)
    return _of_state(*FEASTS[name], year)


def _national(name: str, year: int, country: str) -> Interval | None:
    for past in range(YEARS_BACK):
        found = _of_state(country, name, year - past)
        if found is not None and found.first is not None:
            return day(found.first.replace(year=year))
    return None


def _of_state(country: str, name: str, year: int) -> Interval | None:
    found = [(when, called) for when, called in _holidays(country, year) if name in called and "observed" not in called]
    if not found:
        return None
    first, called = min((when, called) for when, called in found if called.removesuffix(" (estimated)") == name or not _has(found, name))
    if "estimated" in called:
        return Interval(shift(first, -1, Grain.DAY), shift(first, 1, Grain.DAY), Grain.SPAN)
    return day(first)


def _has(found: list[tuple[date, str]], name: str) -> bool:
    """Whether one is called just so: "Eid al-Fitr" beside the "Eid al-Fitr Holiday" that begins two days before."""
    return any(called.removesuffix(" (estimated)") == name for _, called in found)


@cache
def _holidays(country: str, year: int) -> tuple[tuple[date, str], ...]:
    import holidays  # a tenth of a second: only when a text names such a day

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a year out of the state's range: it has no days then
        try:
            known = holidays.country_holidays(country, years=year, language="en_US")
        except NotImplementedError:  # a state the library does not know
            return ()
    return tuple((when, called.lower()) for when, called in known.items() if when.year == year)
