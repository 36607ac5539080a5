"""How often: "every Monday", "weekly", "twice a year", "each season"."""

from __future__ import annotations

import re

from timeline.times.expression import Repeat
from timeline.times.interval import Grain
from timeline.times.rule import Family, Meaning, Rule, any_of, compiled, cue_words, number
from timeline.times.words import ADVERBS_OF_REPEATING, DAY_PARTS, HOURS, NUMBERS, SEASON_CODES, SEASONS, UNIT_LETTERS, UNITS, WEEKDAYS

_EVERY = r"(?:every|each)"


def _weekday(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"))


def _unit(match: re.Match[str]) -> Meaning:
    count = number(match["count"]) if match["count"] else 2 if match["other"] else 1
    unit = match["unit"].lower()
    if unit in HOURS:
        return Meaning(Repeat(f"PT{count:g}{unit[0].upper()}"))
    return Meaning(Repeat(f"P{count:g}{UNIT_LETTERS[UNITS[unit]]}"))


def _part(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(f"XXXX-XX-XXT{DAY_PARTS[match['part'].lower()]}"))


def _season(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(f"XXXX-{SEASON_CODES[SEASONS[match['season'].lower()]]}"))


def _adverb(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(ADVERBS_OF_REPEATING[match["adverb"].lower()]))


def _times_a(match: re.Match[str]) -> Meaning:
    letter = UNIT_LETTERS.get(UNITS.get(match["unit"].lower(), Grain.SPAN))
    return Meaning(Repeat(f"P1{letter}" if letter else f"PT1{match['unit'][0].upper()}"))


FAMILY = Family(
    "sets",
    cue_words((*WEEKDAYS, *UNITS, *HOURS, *DAY_PARTS, *SEASONS, *ADVERBS_OF_REPEATING)),
    (
        Rule(
            "every <weekday>",
            compiled(rf"{_EVERY} (?P<weekday>{any_of(WEEKDAYS)})\b"),
            _weekday,
            (("every Monday", Repeat("XXXX-WXX-1")),),
        ),
        Rule(
            "every <unit>",
            compiled(rf"{_EVERY} (?:(?P<other>other) |(?P<count>{any_of(NUMBERS)}|\d{{1,3}}) )?(?P<unit>{any_of((*UNITS, *HOURS))})s?\b"),
            _unit,
            (("every two years", Repeat("P2Y")), ("every other week", Repeat("P2W"))),
        ),
        Rule(
            "every <part of the day>",
            compiled(rf"{_EVERY} (?P<part>{any_of(DAY_PARTS)})\b"),
            _part,
            (("every morning", Repeat("XXXX-XX-XXTMO")),),
        ),
        Rule("every <season>", compiled(rf"{_EVERY} (?P<season>{any_of(SEASONS)})\b"), _season, (("each spring", Repeat("XXXX-SP")),)),
        Rule(
            "weekly",
            compiled(rf"(?P<adverb>{any_of(ADVERBS_OF_REPEATING)})\b"),
            _adverb,
            (("a weekly call", Repeat("P1W")),),
        ),
        Rule(
            "<times> a <unit>",
            compiled(rf"(?:once|twice|(?:\w+ )?times) (?:an?|per|each|every) (?P<unit>{any_of((*UNITS, *HOURS))})\b"),
            _times_a,
            (("twice a year", Repeat("P1Y")),),
        ),
    ),
)
