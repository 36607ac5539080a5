"""How long: "three days of talks", "a five-year treaty", "the 72-hour truce", "for several months", "weeks"."""

from __future__ import annotations

import re

from timeline.times.expression import Duration, Period
from timeline.times.interval import Grain
from timeline.times.rule import AMOUNT, COUNT, HEDGE, Family, Meaning, Rule, amount, any_of, before, compiled, cue_words, number, period
from timeline.times.words import HOURS, UNITS

_UNITS = any_of((*UNITS, *HOURS))


def _amount(match: re.Match[str]) -> Meaning | None:
    """A second that only numbers something is no duration ("a second round"), "seconds" and "a minute" are."""
    if match["unit"].lower() == "second" and not match[0].lower().endswith("s"):
        return None
    return Meaning(Duration(period(match)))


def _compound(match: re.Match[str]) -> Meaning | None:
    unit, count = match["unit"].lower(), number(match["count"])
    if unit == "second" or match["count"].lower() in {"a", "an"}:
        return None
    return Meaning(Duration(amount(count, unit)))


def _long(match: re.Match[str]) -> Meaning:
    """ "A month-long siege", "the decades-long dispute"."""
    return Meaning(Duration(amount(None if match["plural"] else 1, match["unit"].lower())))


def _plural(match: re.Match[str]) -> Meaning | None:
    """ "For weeks", "years of war": a plural without a number, after a word that makes it a stretch."""
    if not re.search(r"\b(?:for|in|within|after|over|of|and|took|lasted|spent|than|last)\s+$", before(match)):
        return None
    return Meaning(Duration(amount(None, match["unit"].lower())))


FAMILY = Family(
    "durations",
    cue_words((*UNITS, *HOURS)) | frozenset({"long", "old"}),
    (
        Rule(
            "<count> <unit>",
            compiled(rf"(?:the (?:first|last|next|final|entire|whole) )?{HEDGE}{AMOUNT}"),
            _amount,
            (
                ("three days of talks", Duration(Period(3, Grain.DAY))),
                ("for several months", Duration(Period(None, Grain.MONTH))),
                ("a second round", None),
            ),
        ),
        Rule(
            "<count>-<unit>",
            compiled(rf"{COUNT}-(?P<unit>{_UNITS})(?:-(?:long|old))?(?![\w-])"),
            _compound,
            (("a five-year treaty", Duration(Period(5, Grain.YEAR))), ("the 72-hour truce", Duration(Period(72, Grain.DAY, hours=72.0)))),
        ),
        Rule(
            "<unit>-long",
            compiled(rf"(?P<unit>{_UNITS})(?P<plural>s)?-long\b"),
            _long,
            (("a month-long siege", Duration(Period(1, Grain.MONTH))),),
        ),
        Rule(
            "<unit>s",
            compiled(rf"(?P<unit>{_UNITS})s\b"),
            _plural,
            (("for weeks", Duration(Period(None, Grain.WEEK))),),
        ),
    ),
)
