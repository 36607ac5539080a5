"""Expressions → days, at the edges: leap days, the ends of months, years and the calendar, decades, seasons, quarters."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.model import Unresolved
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    DayPart,
    Duration,
    Era,
    EventRef,
    Expression,
    Hedge,
    Holiday,
    Member,
    Nth,
    Part,
    Period,
    Portion,
    Published,
    Range,
    Repeat,
    Shift,
    Sign,
    Spoken,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Which,
    Within,
)
from timeline.times.interval import Grain, Interval
from timeline.times.reference import Reference
from timeline.times.resolve import resolve
from timeline.times.tense import Direction

DAY, WEEK, MONTH, QUARTER, YEAR, DECADE = Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE
BEFORE, AFTER = Sign.BEFORE, Sign.AFTER
PAST, FUTURE = Direction.PAST, Direction.FUTURE
THURSDAY = date(2024, 3, 14)
LEAP_DAY = date(2024, 2, 29)
LAST_DAY, FIRST_DAY = date(9999, 12, 31), date(1, 1, 1)


def ago(count: float | None, unit: Grain, *, hedged: bool = False) -> Shift:
    return Shift(Published(), Period(count, unit, Hedge.ABOUT if hedged else None), BEFORE)


def hence(count: float | None, unit: Grain) -> Shift:
    return Shift(Published(), Period(count, unit), AFTER)


def later(count: float | None, unit: Grain) -> Shift:
    return Shift(Spoken(), Period(count, unit), AFTER)


def of_day(year: int, month: int, day: int, count: int, unit: Grain, sign: Sign) -> Shift:
    return Shift(Calendar(year, month, day), Period(count, unit), sign)


# expression, published, first, last; an empty day is an open one, two empty days no answer
AGAINST_PUBLICATION: list[tuple[Expression, date, str, str]] = [
    # leap days
    (Calendar(2024, 2, 29), THURSDAY, "2024-02-29", "2024-02-29"),
    (Calendar(2023, 2, 29), THURSDAY, "", ""),
    (Calendar(1900, 2, 29), THURSDAY, "", ""),
    (Calendar(2000, 2, 29), THURSDAY, "2000-02-29", "2000-02-29"),
    (Calendar(2024, 2), THURSDAY, "2024-02-01", "2024-02-29"),
    (Calendar(2100, 2), THURSDAY, "2100-02-01", "2100-02-28"),
    (Part(Calendar(2024, 2), Portion.END), THURSDAY, "2024-02-21", "2024-02-29"),
    (ago(1, DAY), date(2024, 3, 1), "2024-02-29", "2024-02-29"),
    (ago(1, YEAR), LEAP_DAY, "2023-01-01", "2023-12-31"),
    (of_day(2024, 2, 29, 1, YEAR, BEFORE), THURSDAY, "2023-02-28", "2023-02-28"),
    (of_day(2024, 2, 29, 4, YEAR, AFTER), THURSDAY, "2028-02-29", "2028-02-29"),
    (of_day(2023, 2, 28, 1, DAY, AFTER), THURSDAY, "2023-03-01", "2023-03-01"),
    # the ends of months
    (Calendar(2024, 4, 31), THURSDAY, "", ""),
    (of_day(2026, 3, 31, 1, MONTH, BEFORE), THURSDAY, "2026-02-28", "2026-02-28"),
    (of_day(2024, 3, 31, 1, MONTH, BEFORE), THURSDAY, "2024-02-29", "2024-02-29"),
    (of_day(2024, 1, 31, 1, MONTH, AFTER), THURSDAY, "2024-02-29", "2024-02-29"),
    (of_day(2024, 8, 31, 6, MONTH, AFTER), THURSDAY, "2025-02-28", "2025-02-28"),
    (Unit(MONTH, 1), date(2024, 1, 31), "2024-02-01", "2024-02-29"),
    (Unit(MONTH, -1), date(2024, 3, 31), "2024-02-01", "2024-02-29"),
    (ago(1, MONTH), date(2024, 3, 31), "2024-02-01", "2024-02-29"),
    (Part(Calendar(2023, 2), Portion.SECOND_HALF), THURSDAY, "2023-02-16", "2023-02-28"),
    (Part(Calendar(2024, 1), Portion.START), THURSDAY, "2024-01-01", "2024-01-10"),
    (Part(Calendar(2024, 1), Portion.MID), THURSDAY, "2024-01-11", "2024-01-20"),
    (Member(Calendar(2024, 4), DAY, -1), THURSDAY, "2024-04-30", "2024-04-30"),
    (Member(Calendar(2024, 4), WEEK, 1), THURSDAY, "2024-04-01", "2024-04-07"),
    # the ends of years
    (Unit(DAY, 1), date(2024, 12, 31), "2025-01-01", "2025-01-01"),
    (Unit(DAY, -1), date(2025, 1, 1), "2024-12-31", "2024-12-31"),
    (Unit(WEEK, 0), date(2024, 12, 31), "2024-12-30", "2025-01-05"),
    (Unit(WEEK, 1), date(2026, 12, 31), "2027-01-04", "2027-01-10"),
    (Unit(MONTH, 1), date(2024, 12, 5), "2025-01-01", "2025-01-31"),
    (Unit(QUARTER, -1), date(2024, 2, 5), "2023-10-01", "2023-12-31"),
    (Unit(YEAR, -1), date(2024, 1, 1), "2023-01-01", "2023-12-31"),
    (Weekday(2, Which.NEXT), date(2024, 12, 31), "2025-01-01", "2025-01-01"),
    (Weekday(1, Which.LAST), date(2025, 1, 1), "2024-12-31", "2024-12-31"),
    (hence(2, WEEK), date(2024, 12, 23), "2025-01-06", "2025-01-12"),
    # the ends of the calendar
    (Published(), FIRST_DAY, "0001-01-01", "0001-01-01"),
    (Published(), LAST_DAY, "9999-12-31", "9999-12-31"),
    (Calendar(1), THURSDAY, "0001-01-01", "0001-12-31"),
    (Calendar(9999), THURSDAY, "9999-01-01", "9999-12-31"),
    (Calendar(9999, 12), THURSDAY, "9999-12-01", "9999-12-31"),
    (Calendar(9999, 12, 31), THURSDAY, "9999-12-31", "9999-12-31"),
    (Calendar(0), THURSDAY, "", ""),
    (Calendar(-44), THURSDAY, "", ""),
    (Calendar(-44, 3, 15), THURSDAY, "", ""),
    (Calendar(10000), THURSDAY, "", ""),
    (Unit(DAY, -1), FIRST_DAY, "", ""),
    (Unit(DAY, 1), LAST_DAY, "", ""),
    (Unit(WEEK, 0), FIRST_DAY, "0001-01-01", "0001-01-07"),
    (Unit(WEEK, 0), LAST_DAY, "9999-12-27", "9999-12-31"),
    (Unit(WEEK, -1), FIRST_DAY, "", ""),
    (Unit(MONTH, -1), FIRST_DAY, "", ""),
    (Unit(MONTH, 1), LAST_DAY, "", ""),
    (Unit(YEAR, 1), LAST_DAY, "", ""),
    (Unit(YEAR, -1), FIRST_DAY, "", ""),
    (ago(3, DAY), FIRST_DAY, "", ""),
    (hence(3, DAY), LAST_DAY, "", ""),
    (ago(3000, YEAR), THURSDAY, "", ""),
    (hence(1000, DECADE), THURSDAY, "", ""),
    (Weekday(0, Which.NEXT), LAST_DAY, "", ""),
    (Weekday(0, Which.LAST), date(1, 1, 1), "", ""),
    (Part(Unit(MONTH, 0), Portion.LATER), date(9999, 12, 30), "9999-12-31", "9999-12-31"),
    (Part(Unit(MONTH, 0), Portion.EARLIER), date(1, 1, 2), "0001-01-01", "0001-01-01"),
    (Era(9990, DECADE), THURSDAY, "9990-01-01", "9999-12-31"),
    (Era(4, Grain.QUARTER, 9999), THURSDAY, "9999-10-01", "9999-12-31"),
    (Era(1, Grain.SEASON, 9999), THURSDAY, "", ""),
    (Holiday("christmas day", 9999), THURSDAY, "9999-12-25", "9999-12-25"),
    (Within(Published(), Period(3, DAY), AFTER), LAST_DAY, "", ""),
    (Adjacent(Published(), WEEK, BEFORE), FIRST_DAY, "", ""),
    (Adjacent(Published(), Portion.WEEKEND, AFTER), LAST_DAY, "", ""),
    # decades and centuries
    (Era(1990, DECADE), THURSDAY, "1990-01-01", "1999-12-31"),
    (Part(Era(1990, DECADE), Portion.START), THURSDAY, "1990-01-01", "1992-12-31"),
    (Part(Era(1980, DECADE), Portion.END), THURSDAY, "1987-01-01", "1989-12-31"),
    (Era(19, Grain.CENTURY), THURSDAY, "1800-01-01", "1899-12-31"),
    (Era(1, Grain.CENTURY), THURSDAY, "0001-01-01", "0099-12-31"),
    (Era(-5, Grain.CENTURY), THURSDAY, "", ""),
    (Era(-470, DECADE), THURSDAY, "", ""),
    (Unit(DECADE, -1), THURSDAY, "2010-01-01", "2019-12-31"),
    (Unit(Grain.CENTURY, 0), THURSDAY, "2000-01-01", "2099-12-31"),
    # seasons and quarters
    (Era(1, Grain.SEASON, 2023), THURSDAY, "2023-12-01", "2024-02-29"),
    (Era(1, Grain.SEASON, 2022), THURSDAY, "2022-12-01", "2023-02-28"),
    (Era(2, Grain.SEASON, 2024), THURSDAY, "2024-03-01", "2024-05-31"),
    (Era(3, Grain.SEASON, 2024), THURSDAY, "2024-06-01", "2024-08-31"),
    (Era(4, Grain.SEASON, 2024), THURSDAY, "2024-09-01", "2024-11-30"),
    (Era(3, Grain.SEASON, None, Which.LAST), THURSDAY, "2023-06-01", "2023-08-31"),
    (Era(1, Grain.QUARTER, 2024), THURSDAY, "2024-01-01", "2024-03-31"),
    (Era(2, Grain.QUARTER, 2023), THURSDAY, "2023-04-01", "2023-06-30"),
    (Unit(QUARTER, 1), date(2024, 11, 30), "2025-01-01", "2025-03-31"),
    # counts from publication: the day of days, the week of weeks, the year of years
    (ago(3, DAY), THURSDAY, "2024-03-11", "2024-03-11"),
    (ago(2, WEEK), THURSDAY, "2024-02-26", "2024-03-03"),
    (ago(2, MONTH), THURSDAY, "2024-01-01", "2024-01-31"),
    (ago(10, YEAR), THURSDAY, "2014-01-01", "2014-12-31"),
    (ago(2, WEEK, hedged=True), THURSDAY, "2024-02-26", "2024-03-03"),
    (ago(None, DAY), THURSDAY, "", ""),
    (Shift(Published(), Period(3, DAY, hours=3.0), BEFORE), THURSDAY, "2024-03-14", "2024-03-14"),
    (Shift(Published(), Period(72, DAY, hours=72.0), BEFORE), THURSDAY, "2024-03-11", "2024-03-11"),
    (Within(Published(), Period(48, DAY, hours=48.0), AFTER), THURSDAY, "2024-03-14", "2024-03-16"),
    (Within(Published(), Period(3, WEEK), BEFORE), THURSDAY, "2024-02-22", "2024-03-14"),
    (Within(Published(), Period(None, WEEK), AFTER), THURSDAY, "", ""),
    (Shift(Weekday(0, Which.NEXT), Period(1, WEEK), AFTER), THURSDAY, "2024-03-25", "2024-03-25"),
    # parts, stays, neighbours, ranges
    (Part(Unit(MONTH, 0), Portion.EARLIER), THURSDAY, "2024-03-01", "2024-03-13"),
    (Part(Unit(MONTH, 0), Portion.LATER), THURSDAY, "2024-03-15", "2024-03-31"),
    (Part(Unit(YEAR, 0), Portion.LATER), date(2024, 12, 30), "2024-12-31", "2024-12-31"),
    (Part(Unit(WEEK, 0), Portion.WEEKEND), THURSDAY, "2024-03-16", "2024-03-17"),
    (Part(Calendar(2023), Portion.FIRST_HALF), THURSDAY, "2023-01-01", "2023-06-30"),
    (Nth(Range(Calendar(2024, 5, 3), Calendar(2024, 5, 5)), 2), THURSDAY, "2024-05-04", "2024-05-04"),
    (Nth(Range(Calendar(2024, 5, 3), Calendar(2024, 5, 5)), -1), THURSDAY, "2024-05-05", "2024-05-05"),
    (Nth(Range(Calendar(2024, 5, 3), Calendar(2024, 5, 5)), 4), THURSDAY, "", ""),
    (Adjacent(Calendar(2024, 3, 5), Weekday(1), AFTER), THURSDAY, "2024-03-12", "2024-03-12"),
    (Adjacent(Calendar(2024, 3, 5), Weekday(1), BEFORE), THURSDAY, "2024-02-27", "2024-02-27"),
    (Adjacent(Calendar(2024, 3, 5), MONTH, BEFORE), THURSDAY, "2024-02-01", "2024-02-29"),
    (Adjacent(Calendar(2024, 3, 5), Portion.WEEKEND, BEFORE), THURSDAY, "2024-03-02", "2024-03-03"),
    (Adjacent(Calendar(2024, 3, 2), Portion.WEEKEND, BEFORE), THURSDAY, "2024-02-24", "2024-02-25"),
    (Adjacent(Calendar(2024, 3, 3), Portion.WEEKEND, AFTER), THURSDAY, "2024-03-09", "2024-03-10"),
    (Range(Calendar(2023, 12, 30), Calendar(2024, 1, 2)), THURSDAY, "2023-12-30", "2024-01-02"),
    (Range(Calendar(2024, 5), Calendar(2025, 3)), THURSDAY, "2024-05-01", "2025-03-31"),
    (Range(Calendar(2024, 5, 5), Calendar(2024, 5, 3)), THURSDAY, "", ""),
    (Clock(Unit(DAY, -1), DayPart.NIGHT), THURSDAY, "2024-03-13", "2024-03-13"),
    (Clock(Spoken(), None, 22, 0), THURSDAY, "2024-03-14", "2024-03-14"),
    (Part(Calendar(9999, 12), Portion.END), THURSDAY, "9999-12-21", "9999-12-31"),
    (Part(Calendar(9999), Portion.END), THURSDAY, "9999-09-01", "9999-12-31"),
    (Era(2, Grain.SEASON, None, Which.NEXT), THURSDAY, "2025-03-01", "2025-05-31"),
    (Calendar(None, 3, None, Which.LAST), THURSDAY, "2023-03-01", "2023-03-31"),
    (Calendar(None, 2, None, Which.NEXT), THURSDAY, "2025-02-01", "2025-02-28"),
    # what has no days
    (EventRef("the vote"), THURSDAY, "", ""),
    (Shift(EventRef("the vote"), Period(3, DAY), BEFORE), THURSDAY, "", ""),
    (Duration(Period(3, DAY)), THURSDAY, "", ""),
    (Repeat("P1W"), THURSDAY, "", ""),
    (Vague.PAST, THURSDAY, "", ""),
    (Unknown("for the test"), THURSDAY, "", ""),
    (Spoken(), THURSDAY, "", ""),
    (later(2, WEEK), THURSDAY, "", ""),
    (Unit(WEEK, 0, Spoken()), THURSDAY, "", ""),
]

# weekday, published, day in the past tense, day in the future tense; without a tense it is that of the past
WEEKDAYS = [
    (0, THURSDAY, "2024-03-11", "2024-03-18"),
    (3, THURSDAY, "2024-03-14", "2024-03-21"),
    (4, THURSDAY, "2024-03-08", "2024-03-15"),
    (6, THURSDAY, "2024-03-10", "2024-03-17"),
    (3, LEAP_DAY, "2024-02-29", "2024-03-07"),
    (3, date(2024, 3, 1), "2024-02-29", "2024-03-07"),
    (4, LEAP_DAY, "2024-02-23", "2024-03-01"),
    (1, date(2023, 3, 1), "2023-02-28", "2023-03-07"),
    (6, date(2024, 9, 30), "2024-09-29", "2024-10-06"),
    (1, date(2024, 9, 30), "2024-09-24", "2024-10-01"),
    (2, date(2024, 12, 31), "2024-12-25", "2025-01-01"),
    (1, date(2025, 1, 1), "2024-12-31", "2025-01-07"),
    (0, date(2023, 12, 31), "2023-12-25", "2024-01-01"),
]

# expression, the time last spoken of, first, last
AGAINST_WHAT_WAS_SAID: list[tuple[Expression, tuple[str, str, Grain], str, str]] = [
    (Unit(DAY, 1, Spoken()), ("2024-02-28", "2024-02-28", DAY), "2024-02-29", "2024-02-29"),
    (Unit(DAY, 1, Spoken()), ("2023-12-31", "2023-12-31", DAY), "2024-01-01", "2024-01-01"),
    (Unit(DAY, -1, Spoken()), ("2024-03-01", "2024-03-01", DAY), "2024-02-29", "2024-02-29"),
    (Unit(DAY, 0, Spoken()), ("2024-02-01", "2024-02-29", MONTH), "", ""),
    (Unit(DAY, 1, Spoken()), ("2024-05-03", "2024-05-05", Grain.SPAN), "2024-05-06", "2024-05-06"),
    (Unit(DAY, -1, Spoken()), ("2024-05-03", "2024-05-05", Grain.SPAN), "2024-05-02", "2024-05-02"),
    (Unit(MONTH, 0, Spoken()), ("2024-02-05", "2024-02-05", DAY), "2024-02-01", "2024-02-29"),
    (Unit(MONTH, 1, Spoken()), ("2023-12-05", "2023-12-05", DAY), "2024-01-01", "2024-01-31"),
    (Unit(YEAR, 1, Spoken()), ("2010-01-01", "2010-12-31", YEAR), "2011-01-01", "2011-12-31"),
    (Unit(YEAR, 1, Spoken()), ("9999-01-01", "9999-12-31", YEAR), "", ""),
    (later(2, WEEK), ("2022-12-12", "2022-12-12", DAY), "2022-12-26", "2022-12-26"),
    (later(3, WEEK), ("2022-12-12", "2022-12-12", DAY), "2023-01-02", "2023-01-02"),
    (later(1, MONTH), ("2024-01-31", "2024-01-31", DAY), "2024-02-29", "2024-02-29"),
    (later(2, YEAR), ("2010-01-01", "2010-12-31", YEAR), "2012-01-01", "2012-12-31"),
    (later(3, DAY), ("2024-05-03", "2024-05-05", Grain.SPAN), "2024-05-08", "2024-05-08"),
    (Shift(Spoken(), Period(2, DAY), BEFORE), ("2024-05-03", "2024-05-05", Grain.SPAN), "2024-05-01", "2024-05-01"),
    (later(None, MONTH), ("2024-01-31", "2024-01-31", DAY), "", ""),
    (later(1, DAY), ("9999-12-31", "9999-12-31", DAY), "", ""),
    (Part(Unit(MONTH, 0, Spoken()), Portion.LATER), ("2023-02-05", "2023-02-05", DAY), "2023-02-06", "2023-02-28"),
    (Part(Unit(YEAR, 0, Spoken()), Portion.LATER), ("2010-05-01", "2010-05-31", MONTH), "2010-06-01", "2010-12-31"),
    (Member(Unit(YEAR, 0, Spoken()), Calendar(None, 2)), ("2012-05-01", "2012-05-31", MONTH), "2012-02-01", "2012-02-29"),
    (Member(Unit(YEAR, 1, Spoken()), Era(2, Grain.SEASON)), ("2010-01-01", "2010-12-31", YEAR), "2011-03-01", "2011-05-31"),
    (Clock(Spoken(), DayPart.EVENING), ("2024-02-05", "2024-02-05", DAY), "2024-02-05", "2024-02-05"),
    (Calendar(day=4), ("2023-02-01", "2023-02-28", MONTH), "2023-02-04", "2023-02-04"),
    (Calendar(day=30), ("2023-02-01", "2023-02-28", MONTH), "", ""),
]

# calendar, published, tense, first, last
MONTHS: list[tuple[Calendar, date, Direction | None, str, str]] = [
    (Calendar(None, 3), THURSDAY, PAST, "2024-03-01", "2024-03-31"),
    (Calendar(None, 3), THURSDAY, FUTURE, "2024-03-01", "2024-03-31"),
    (Calendar(None, 11), THURSDAY, PAST, "2023-11-01", "2023-11-30"),
    (Calendar(None, 9), THURSDAY, FUTURE, "2024-09-01", "2024-09-30"),
    (Calendar(None, 5), THURSDAY, None, "2024-05-01", "2024-05-31"),
    (Calendar(None, 12), THURSDAY, None, "2023-12-01", "2023-12-31"),
    (Calendar(None, 12), date(2025, 1, 2), PAST, "2024-12-01", "2024-12-31"),
    (Calendar(None, 1), date(2024, 12, 30), FUTURE, "2025-01-01", "2025-01-31"),
    (Calendar(None, 12, 31), date(2025, 1, 1), PAST, "2024-12-31", "2024-12-31"),
    (Calendar(None, 1, 1), date(2024, 12, 31), FUTURE, "2025-01-01", "2025-01-01"),
    (Calendar(None, 2, 29), date(2025, 3, 1), PAST, "2024-02-29", "2024-02-29"),
    (Calendar(None, 2, 29), date(2025, 3, 1), FUTURE, "2028-02-29", "2028-02-29"),
    (Calendar(None, 2, 29), date(1902, 3, 1), PAST, "1896-02-29", "1896-02-29"),
    (Calendar(None, 6, 31), THURSDAY, PAST, "", ""),
    (Calendar(None, 3, 14), THURSDAY, PAST, "2024-03-14", "2024-03-14"),
    (Calendar(None, 11, 1, Which.LAST), THURSDAY, None, "2023-11-01", "2023-11-01"),
    (Calendar(None, 5, None, Which.THIS), THURSDAY, FUTURE, "2024-05-01", "2024-05-31"),
    (Calendar(None, 5, None, Which.NEXT), THURSDAY, None, "2024-05-01", "2024-05-31"),
    (Calendar(None, 1), date(9999, 12, 30), PAST, "9999-01-01", "9999-01-31"),
    (Calendar(None, 12), date(1, 1, 2), FUTURE, "0001-12-01", "0001-12-31"),
]

HOLIDAYS = [
    (Holiday("easter sunday", 2024), "2024-03-31"),
    (Holiday("easter sunday", 2025), "2025-04-20"),
    (Holiday("good friday", 1998), "1998-04-10"),
    (Holiday("pentecost", 2024), "2024-05-19"),
    (Holiday("thanksgiving", 2024), "2024-11-28"),
    (Holiday("memorial day", 2024), "2024-05-27"),
    (Holiday("labor day", 2025), "2025-09-01"),
    (Holiday("new year's eve", 1999), "1999-12-31"),
]


def days(expression: Expression, reference: Reference) -> tuple[str, str]:
    found = resolve(expression, reference)
    if isinstance(found, Unresolved):
        assert found.reason
        return "", ""
    return str(found.first or ""), str(found.last or "")




@pytest.mark.parametrize(("expression", "published", "first", "last"), AGAINST_PUBLICATION, ids=str)
def test_against_publication(expression: Expression, published: date, first: str, last: str) -> None:
    assert days(expression, Reference(published)) == (first, last)


@pytest.mark.parametrize(("weekday", "published", "past", "future"), WEEKDAYS)
def test_weekdays(weekday: int, published: date, past: str, future: str) -> None:
    found = {tense: days(Weekday(weekday), Reference(published, direction=tense)) for tense in (PAST, FUTURE, None)}
    assert found == {PAST: (past, past), FUTURE: (future, future), None: (past, past)}


@pytest.mark.parametrize(("expression", "spoken", "first", "last"), AGAINST_WHAT_WAS_SAID, ids=str)
def test_against_what_was_said(expression: Expression, spoken: tuple[str, str, Grain], first: str, last: str) -> None:
    before = Interval(date.fromisoformat(spoken[0]), date.fromisoformat(spoken[1]), spoken[2])
    day = before if before is not None and before.days == 1 else None
    assert days(expression, Reference(THURSDAY, before, day=day)) == (first, last)


@pytest.mark.parametrize(("calendar", "published", "tense", "first", "last"), MONTHS, ids=str)
def test_months(calendar: Calendar, published: date, tense: Direction | None, first: str, last: str) -> None:
    assert days(calendar, Reference(published, direction=tense)) == (first, last)


@pytest.mark.parametrize(("holiday", "wanted"), HOLIDAYS, ids=str)
def test_holidays(holiday: Holiday, wanted: str) -> None:
    assert days(holiday, Reference(THURSDAY)) == (wanted, wanted)


@pytest.mark.parametrize("year", [*range(1, 10), *range(10, 9990, 97), *range(9990, 10000)])
def test_every_year_has_its_days(year: int) -> None:
    reference = Reference(date(year, 6, 15), direction=PAST)
    whole = f"{year:04d}-01-01", f"{year:04d}-12-31"
    assert days(Calendar(year), reference) == days(Unit(YEAR, 0), reference) == whole
    assert days(Weekday(reference.published.weekday()), reference) == (f"{year:04d}-06-15", f"{year:04d}-06-15")
