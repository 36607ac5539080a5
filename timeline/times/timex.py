"""The TIMEX3 type, value and mod of an expression, after the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006)."""

from __future__ import annotations

from timeline.model import Unresolved
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Duration,
    Edge,
    Era,
    Expression,
    Holiday,
    Member,
    Part,
    Period,
    Portion,
    Published,
    Repeat,
    Shift,
    Sign,
    Slashed,
    Spoken,
    Unit,
    Vague,
    Weekday,
    Within,
    event_of,
)
from timeline.times.interval import Grain, Interval
from timeline.times.reference import Resolved
from timeline.times.words import HEDGE_MODS, SEASON_CODES, UNIT_LETTERS

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
MODS = {
    Portion.START: "START", Portion.MID: "MID", Portion.END: "END", Portion.FIRST_DAYS: "START", Portion.LAST_DAYS: "END",
    Portion.FIRST_HALF: "START", Portion.SECOND_HALF: "END",
}  # fmt: skip
# What is left of a value when its days are not known.
BLANK = {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX", Grain.QUARTER: "XXXX-QX", Grain.YEAR: "XXXX"}
MINUTES_IN_AN_HOUR = 60
YEARS_IN = {Grain.DECADE: 10, Grain.CENTURY: 100}  # ISO 8601 has no unit longer than a year
_WIDTH = (
    Grain.DAY, Grain.WORKING_DAY, Grain.SPAN, Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY,
)  # fmt: skip


def type_of(expression: Expression) -> str:
    """DATE, TIME, DURATION or SET.

    >>> type_of(Duration(Period(3, Grain.DAY)))
    'DURATION'
    """
    match expression:
        case Clock():
            return TIME
        case Duration() | Within() | Edge():
            return DURATION
        case Shift() if event_of(expression) is not None:
            return DURATION
        case Repeat():
            return SET
    return DATE


def value_of(expression: Expression, when: Resolved) -> str:
    """The value of an expression that comes to these days.

    >>> from datetime import date
    >>> from timeline.times.interval import week
    >>> value_of(Unit(Grain.WEEK, -1), week(date(2026, 2, 4)))
    '2026-W06'
    """
    match expression:
        case Duration(period=period) | Within(period=period) | Edge(period=period):
            return duration(period)
        case Shift(period=period) if event_of(expression) is not None:
            return duration(period)
        case Repeat(each=each):
            return each
        case Vague():
            return expression.value
        case Part(of=of, which=which):
            return _part(of, which, when)
        case Clock():
            return _clock(expression, when)
        case Shift() | Adjacent():
            return _beside(expression, when)
        case Member(what=what):
            return unit_value(when, what) if isinstance(what, Grain) else value_of(what, when)
        case Era():
            return _era(expression, when)
    return _calendar(expression, when)


def mod_of(expression: Expression, text: str) -> str | None:
    """START, MID or END of a portion, or how a duration is hedged."""
    if isinstance(expression, Part):
        return MODS.get(expression.which)
    if isinstance(expression, Duration) and expression.period.hedge:
        low = text.lower()
        return next((mod for hedge, mod in HEDGE_MODS.items() if low.startswith(hedge)), "APPROX")
    return None


def duration(period: Period) -> str:
    """An amount of time as ISO 8601 has it, X for a number that is not said.

    >>> duration(Period(3, Grain.DAY)), duration(Period(None, Grain.YEAR)), duration(Period(7, Grain.DAY, hours=7.0))
    ('P3D', 'PXY', 'PT7H')
    """
    if period.count is not None and 0 < period.count < 1 and period.unit not in YEARS_IN:
        return _fraction(period)
    count = "X" if period.count is None else f"{period.count * YEARS_IN.get(period.unit, 1):g}"
    if period.hours is None:
        return f"P{count}{UNIT_LETTERS[period.unit]}"
    unit_hours = period.hours / (period.count or 1)
    letter = "H" if unit_hours >= 1 else "M" if unit_hours >= 1 / MINUTES_IN_AN_HOUR else "S"
    return f"PT{count}{letter}"


def _fraction(period: Period) -> str:
    """Less than one of a unit, in the next smaller: "half an hour" is PT30M, "half a year" P6M."""
    assert period.count is not None
    if period.hours is not None:
        return f"PT{period.hours * MINUTES_IN_AN_HOUR:g}M"
    smaller = {Grain.DAY: ("T", 24, "H"), Grain.MONTH: ("", 30, "D"), Grain.YEAR: ("", 12, "M")}.get(period.unit)
    return f"P{period.count:g}{UNIT_LETTERS[period.unit]}" if smaller is None else f"P{smaller[0]}{period.count * smaller[1]:g}{smaller[2]}"


def unit_value(when: Resolved, unit: Grain) -> str:
    """The value of a calendar unit that begins on the first of these days."""
    if isinstance(when, Unresolved) or when.first is None:
        return BLANK.get(unit, "XXXX")
    first = when.first
    match unit:
        case Grain.DAY:
            return first.isoformat()
        case Grain.WEEK:
            iso = first.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}"
        case Grain.MONTH:
            return first.isoformat()[:7]
        case Grain.QUARTER:
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case Grain.DECADE:
            return f"{first.year // 10:03d}"
        case Grain.CENTURY:
            return f"{first.year // 100:02d}"
    return f"{first.year:04d}"


def _calendar(expression: Expression, when: Resolved) -> str:
    match expression:
        case Calendar(year=year, month=month, day=day):
            return _numbers(year, month, day, when)
        case Slashed(year=year) if isinstance(when, Unresolved):
            return f"{year:04d}-XX-XX"
        case Weekday(weekday=weekday):
            return unit_value(when, Grain.DAY) if isinstance(when, Interval) else f"XXXX-WXX-{weekday + 1}"
        case Unit(unit=unit):
            return unit_value(when, unit)
        case Holiday():
            return unit_value(when, Grain.DAY if isinstance(when, Unresolved) or when.days == 1 else Grain.MONTH)
    return unit_value(when, when.grain if isinstance(when, Interval) else Grain.DAY)


def _numbers(year: int | None, month: int | None, day: int | None, when: Resolved) -> str:
    """The numbers that are said, the others from the days they come to; a year before Christ as WikiWars writes it."""
    if year is None and isinstance(when, Interval) and when.first is not None:
        year, month = when.first.year, when.first.month
    parts = ["XXXX" if year is None else f"BC{-year:04d}" if year < 0 else f"{year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def _era(era: Era, when: Resolved) -> str:
    prefix = "BC" if era.number < 0 else ""
    if era.grain is Grain.DECADE:
        return f"{prefix}{abs(era.number) // 10:03d}"
    if era.grain is Grain.CENTURY:
        return f"{prefix}{abs(era.number) - 1:02d}"
    year = era.year if era.year is not None else when.first.year if isinstance(when, Interval) and when.first else None
    written = "XXXX" if year is None else f"BC{-year:04d}" if year < 0 else f"{year:04d}"
    return f"{written}-{SEASON_CODES[era.number]}" if era.grain is Grain.SEASON else f"{written}-Q{era.number}"


def _part(of: Expression, which: Portion, when: Resolved) -> str:
    if which is Portion.WEEKEND:
        return f"{unit_value(when, Grain.WEEK)}-WE"
    if which in {Portion.FIRST_HALF, Portion.SECOND_HALF} and _is_year(of):
        return f"{value_of(of, when)}-H{1 if which is Portion.FIRST_HALF else 2}"
    return value_of(of, when)


def _is_year(expression: Expression) -> bool:
    match expression:
        case Calendar(year=int(), month=None) | Unit(unit=Grain.YEAR):
            return True
    return False


def _clock(clock: Clock, when: Resolved) -> str:
    day = unit_value(when, Grain.DAY)
    if clock.hour is None:
        return f"{day}T{clock.part}"
    seconds = "" if clock.second is None else f":{clock.second:02d}"
    return f"{day}T{clock.hour:02d}:{clock.minute or 0:02d}{seconds}{clock.zone}"


def _beside(expression: Shift | Adjacent, when: Resolved) -> str:
    """A count of days is a day, of weeks a week, of months a month; without a number only before or after."""
    if isinstance(expression, Adjacent):
        if isinstance(expression.what, Weekday | Calendar | Era):
            return value_of(expression.what, when)
        return f"{unit_value(when, Grain.WEEK)}-WE" if isinstance(expression.what, Portion) else unit_value(when, expression.what)
    if isinstance(when, Unresolved):
        if expression.period.count is None:
            return "PAST_REF" if expression.sign is Sign.BEFORE else "FUTURE_REF"
        return BLANK[Grain.DAY]
    if when.grain in {Grain.QUARTER, Grain.MONTH} or not isinstance(expression.ref, Published | Spoken):
        return unit_value(when, when.grain)  # "a year ago today", "a week on Monday"
    unit = expression.period.unit
    if unit in YEARS_IN and not expression.period.hedge:
        unit = Grain.YEAR  # "a decade later" is a year
    return unit_value(when, max(unit, when.grain, key=_WIDTH.index))
