"""How often: "every Monday", "weekly", "twice a year", "each season"."""

from __future__ import annotations

import re

from timeline.times.expression import Repeat
from timeline.times.rule import (
    MONTH,
    MONTH_WORDS,
    NUMBER_WORDS,
    ORDINAL,
    PART_WORDS,
    SEASON_WORDS,
    UNIT_WORDS,
    WEEKDAY_WORDS,
    Family,
    Meaning,
    Rule,
    amount,
    any_of,
    compiled,
    cue_words,
    number,
)
from timeline.times.timex import duration
from timeline.times.words import (
    ADVERBS_OF_REPEATING,
    CIRCA,
    DAY_PARTS,
    HOURS,
    MONTHS,
    NUMBERS,
    SEASON_CODES,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_EVERY = rf"(?:(?:{any_of(CIRCA)}|almost) )?(?:every|each)"
_RATES = r"day|night|week|month|year|hour|minute"


def _weekday(match: re.Match[str]) -> Meaning | None:
    return None if match["weekday"][0].islower() else Meaning(Repeat(f"XXXX-WXX-{WEEKDAYS[match['weekday'].lower()] + 1}"))


def _unit(match: re.Match[str]) -> Meaning:
    count = number(match["count"]) if match["count"] else 2 if match["other"] else 1
    return Meaning(Repeat(duration(amount(count, match["unit"].lower()))))


def _part(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(f"XXXX-XX-XXT{DAY_PARTS[match['part'].lower()]}"))


def _season(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(f"XXXX-{SEASON_CODES[SEASONS[match['season'].lower()]]}"))


def _month(match: re.Match[str]) -> Meaning | None:
    return Meaning(Repeat(f"XXXX-{MONTHS[match['month'].lower()]:02d}")) if match["month"][0].isupper() else None


def _adverb(match: re.Match[str]) -> Meaning | None:
    if match["adverb"][0].isupper() and re.match(r" (?-i:[A-Z])", match.string[match.end() : match.end() + 2]):
        return None  # "the Daily Herald"
    return Meaning(Repeat(ADVERBS_OF_REPEATING[match["adverb"].lower()]))


def _rate(match: re.Match[str]) -> Meaning:
    """ "Two million barrels a day"."""
    unit = match["unit"].lower()
    return Meaning(Repeat(duration(amount(1, "day" if unit == "night" else unit))), span="phrase", timex="phrase")


def _times_a(match: re.Match[str]) -> Meaning:
    return Meaning(Repeat(duration(amount(1, match["unit"].lower()))))


_EVERY_WORDS = frozenset({"every", "each"})

FAMILY = Family(
    "sets",
    (
        Rule(
            "every <weekday>",
            compiled(rf"{_EVERY} (?:other |second |third )?(?P<weekday>{any_of(WEEKDAYS)})\b"),
            _weekday,
            (("every Monday", Repeat("XXXX-WXX-1")),),
            needs=(_EVERY_WORDS, WEEKDAY_WORDS),
        ),
        Rule(
            "on <weekday>s",
            compiled(rf"(?:alternate )?(?P<weekday>{any_of(w for w in WEEKDAYS if len(w) > 5)})s\b(?! ago)"),
            _weekday,
            (("on Tuesdays", Repeat("XXXX-WXX-2")),),
            needs=(WEEKDAY_WORDS,),
        ),
        Rule(
            "the <ordinal> <weekday> of every <unit>",
            compiled(rf"the {ORDINAL} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) (?:every|each) (?P<unit>week|month|quarter|year)\b"),
            _times_a,
            (("the first Monday of every month", Repeat("P1M")),),
            needs=(_EVERY_WORDS, WEEKDAY_WORDS),
        ),
        Rule(
            "every <month>",
            compiled(rf"{_EVERY} (?:(?:early|mid|late)[-\s])?{MONTH}"),
            _month,
            (("every June", Repeat("XXXX-06")),),
            needs=(_EVERY_WORDS, MONTH_WORDS),
        ),
        Rule(
            "per <unit>",
            compiled(rf"per (?P<unit>{any_of((*UNITS, *HOURS))})\b"),
            _times_a,
            (("three flights per day", Repeat("P1D")),),
            needs=({"per"}, UNIT_WORDS),
        ),
        Rule(
            "<number> a <unit>",
            compiled(
                rf"(?:(?:[$€£¥]\s?)?\d[\d.,]*(?: (?:million|billion|trillion))?|{any_of(NUMBERS)})"
                rf"(?:(?: (?-i:[a-z]+))?? (?-i:[a-z]+s)(?: of (?-i:[a-z]+))?|(?<=\d)|(?<=illion)) (?P<phrase>an? (?P<unit>{_RATES}))\b"
                r"(?! (?:later|ago|after|before|earlier|or|and|to|of|long)\b|-)"
            ),
            _rate,
            (("paid $600 million a year", Repeat("P1Y")), ("sent 10,000 soldiers a day", Repeat("P1D"))),
            needs=(UNIT_WORDS | {"night"}, NUMBER_WORDS),
        ),
        Rule(
            "every <unit>",
            compiled(
                rf"{_EVERY} (?:(?P<other>other|second) |(?P<count>{any_of(NUMBERS)}|\d{{1,3}}) )?(?P<unit>{any_of((*UNITS, *HOURS))})s?\b"
            ),
            _unit,
            (("every two years", Repeat("P2Y")), ("every other week", Repeat("P2W"))),
            needs=(_EVERY_WORDS, UNIT_WORDS),
        ),
        Rule(
            "every <part of the day>",
            compiled(rf"{_EVERY} (?P<part>{any_of(DAY_PARTS)})\b"),
            _part,
            (("every morning", Repeat("XXXX-XX-XXTMO")),),
            needs=(_EVERY_WORDS, PART_WORDS),
        ),
        Rule(
            "every <season>",
            compiled(rf"{_EVERY} (?P<season>{any_of(SEASONS)})\b"),
            _season,
            (("each spring", Repeat("XXXX-SP")),),
            needs=(_EVERY_WORDS, SEASON_WORDS),
        ),
        Rule(
            "weekly",
            compiled(rf"(?:(?:once|twice|three times|four times) )?(?P<adverb>{any_of(ADVERBS_OF_REPEATING)})\b"),
            _adverb,
            (("a weekly call", Repeat("P1W")),),
            needs=(cue_words(ADVERBS_OF_REPEATING),),
        ),
        Rule(
            "<times> a <unit>",
            compiled(
                rf"(?:once|twice|(?:\w+ )?times|(?:\d+|{any_of(NUMBERS)}) (?:days|nights|hours)) (?:an?|per|each|every) "
                rf"(?P<unit>{any_of((*UNITS, *HOURS))})\b(?! (?:ago|later|earlier|before|after)\b)"
            ),
            _times_a,
            (("twice a year", Repeat("P1Y")),),
            needs=({"once", "twice", "times", "days", "nights", "hours"}, UNIT_WORDS),
        ),
    ),
)
