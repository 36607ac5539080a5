"""What a phrase that hangs on an event says, in a few words: "3 days before", "day 2 of", "since"."""

from __future__ import annotations

from timeline.model import TimePhrase
from timeline.times.expression import Adjacent, Clock, Edge, Era, Member, Nth, Part, Period, Shift, Sign, Unit, Weekday, Within
from timeline.times.words import WEEKDAYS

WEEKDAY_NAMES = {number: name.capitalize() for name, number in WEEKDAYS.items() if name.endswith("day")}


def readable(phrase: TimePhrase) -> str:
    match phrase.expression:
        case Shift(period=period, sign=sign):
            return f"{amount(period)} {sign}"
        case Within(period=period, sign=sign):
            return f"within {amount(period)} {sign}"
        case Adjacent(what=Weekday(weekday=weekday), sign=sign):
            return f"the {WEEKDAY_NAMES[weekday]} {sign}"
        case Adjacent(what=what, sign=sign):
            return f"the {what.grain if isinstance(what, Era) else what} {sign}"
        case Edge(period=period, sign=sign):
            return f"the {'first' if sign is Sign.AFTER else 'last'} {amount(period)} of"
        case Part(which=which):
            return f"the {which} of"
        case Unit(unit=unit):
            return f"the {unit} of"
        case Clock(part=part):
            return f"the {part} of"
        case Member(what=what, number=number):
            return f"{what} {number} of"
        case Nth(number=number):
            return f"day {number} of" if number else "middle of"
    return str(phrase.relation)


def amount(period: Period) -> str:
    unit = str(period.unit)
    if period.hours is not None:
        unit = "hour" if period.hours >= (period.count or 1) else "minute"
    count = "some" if period.count is None else f"{period.count:g}"
    return f"{'about ' if period.hedge else ''}{count} {unit}{'' if period.count == 1 else 's'}"
