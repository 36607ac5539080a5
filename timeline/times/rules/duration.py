"""How long: "three days of talks", "a five-year treaty", "the 72-hour truce", "for several months", "weeks"."""

from __future__ import annotations

import re

from timeline.times.expression import Duration, Period
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    COUNT,
    HEDGE,
    UNIT,
    UNIT_WORDS,
    Family,
    Meaning,
    Rule,
    after,
    amount,
    any_of,
    before,
    compiled,
    number,
    period,
)
from timeline.times.words import HOURS, MORE, NUMBERS, UNITS

HALF = 0.5
_UNITS = any_of((*UNITS, *HOURS))


# "A minute detail" is a small one.
_AFTER_A_MINUTE = re.compile(r"$|[,.;:?!)]|\s(?:of|later|ago|and|or|in|for|to|before|after|on|from|at|with|until|past)\b")


def _amount(match: re.Match[str]) -> Meaning | None:
    """A second that only numbers something is no duration ("a second round"), "seconds" and "a minute" are."""
    unit = match["unit"].lower()
    if unit == "second" and not match[0].lower().endswith("s"):
        return None
    if unit == "quarter" and re.match(r"\s+(?:of|in)\b", after(match)) and "consecutive" not in match[0] and "straight" not in match[0]:
        return None  # "three quarters of the troops"
    if unit == "minute" and match["count"].lower() == "a" and not _AFTER_A_MINUTE.match(after(match)):
        return None
    return Meaning(Duration(period(match)))


def _two_counts(match: re.Match[str]) -> tuple[Meaning, ...]:
    """ "Between 60 and 90 days": the first number is a duration of its own."""
    unit = match["unit"].lower()
    return Meaning(Duration(amount(number(match["low"]), unit)), span="low"), Meaning(
        Duration(amount(number(match["count"]), unit)), span="high"
    )


def _all(match: re.Match[str]) -> Meaning:
    return Meaning(Duration(amount(1, match["unit"].lower())))


def _compound(match: re.Match[str]) -> Meaning | None:
    unit, count = match["unit"].lower(), number(match["count"])
    if unit in {"second", "quarter"} or match["count"].lower() in {"a", "an"}:
        return None
    return Meaning(Duration(amount(count + HALF if count is not None and match["half"] else count, unit)))


def _long(match: re.Match[str]) -> Meaning:
    """ "A month-long siege", "the decades-long dispute"."""
    return Meaning(Duration(amount(None if match["plural"] else 1, match["unit"].lower())))


def _plural(match: re.Match[str]) -> Meaning | None:
    """ "For weeks", "years of war": a plural without a number, after a word that makes it a stretch."""
    stretch = re.search(
        r"\b(?:for|in|within|after|over|of|and|took|takes?|lasted|lasting|spent|than|last|be|only|ending)\s+$", before(match)
    )
    if not stretch and (match["unit"].lower() in {"minute", "second", "quarter"} or not re.match(r" of\b", after(match))):
        return None
    return Meaning(Duration(amount(None, match["unit"].lower())))


FAMILY = Family(
    "durations",
    (
        Rule(
            "<count> <unit>",
            compiled(
                rf"(?:{any_of(MORE)} (?:(?:first|last|next|final|entire|whole) )?)?{HEDGE}{AMOUNT}(?: long\b(?! ago)| old\b| of age\b)?"
            ),
            _amount,
            (
                ("three days of talks", Duration(Period(3, Grain.DAY))),
                ("for several months", Duration(Period(None, Grain.MONTH))),
                ("a second round", None),
            ),
            needs=(UNIT_WORDS,),
        ),
        Rule(
            "between <count> and <count> <unit>",
            compiled(rf"(?:between|from) (?P<low>\d{{1,3}}|{any_of(NUMBERS)}) (?:and|to) (?P<high>{COUNT} {UNIT})"),
            _two_counts,
            (("between 60 and 90 days", Duration(Period(60, Grain.DAY))),),
            needs=({"between", "from"}, UNIT_WORDS),
        ),
        Rule(
            "all <unit>",
            compiled(r"all (?P<unit>day|week|month|year)\b(?! long)"),
            _all,
            (("It rained all day.", Duration(Period(1, Grain.DAY))),),
            needs=({"all"}, UNIT_WORDS),
        ),
        Rule(
            "<count>-<unit>",
            compiled(rf"(?=[\w.,½]{{1,16}}-){COUNT}(?P<half>-and-a-half)?-(?P<unit>{_UNITS})s?(?:-(?:long|old))?(?![\w-])"),
            _compound,
            (("a five-year treaty", Duration(Period(5, Grain.YEAR))), ("the 72-hour truce", Duration(Period(72, Grain.DAY, hours=72.0)))),
            needs=(UNIT_WORDS,),
        ),
        Rule(
            "<unit>-long",
            compiled(rf"(?P<unit>{_UNITS})(?P<plural>s)?-long\b"),
            _long,
            (("a month-long siege", Duration(Period(1, Grain.MONTH))),),
            needs=({"long"}, UNIT_WORDS),
        ),
        Rule(
            "<unit>s",
            compiled(rf"(?P<unit>{_UNITS})s\b"),
            _plural,
            (("for weeks", Duration(Period(None, Grain.WEEK))),),
            needs=(UNIT_WORDS,),
        ),
    ),
)
