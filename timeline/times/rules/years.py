"""Years and longer: "mid-2023", "1914–1918", "the early 1990s", "the 19th century", "fiscal 2025"."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Era, Part, Portion, Range
from timeline.times.interval import Grain
from timeline.times.rule import (
    AFTER_TIME_WORD,
    BEFORE_CHRIST,
    DIGITS,
    MAYBE_BC,
    MAYBE_PORTION,
    OLD_YEAR,
    ORDINAL,
    PORTION,
    WORD_GOES_ON,
    YEAR,
    YEARS,
    Family,
    Meaning,
    Rule,
    after,
    any_of,
    before,
    compiled,
    cue_words,
    full_year,
    key,
    ordinal,
    portioned,
    year_of,
)
from timeline.times.words import COUNTED, COUNTING, NUMBERED_THINGS, TENS_OF_YEARS

_JOINT = r"(?:\s?[-–—/]\s?| (?:to|and) )"
_AFTER_THING = re.compile(rf"\b(?:{any_of((*NUMBERED_THINGS, *COUNTING))})s?\.?\s+(?:\d+(?:,| and| or| to)\s+)?\(?(?:eu\)\s)?$")
_STREETS = r"(?:boulevard|street|avenue|road|drive|lane|square|way|st\.|ave\.)"
_BEFORE_COUNTED = re.compile(rf"[-\s]+(?:\w+\s){{1,2}}{_STREETS}|[-\s]+(?:\w+\s)?{any_of(COUNTED)}\b|\s*(?:%|°|hrs?\b|[a-z]m\b)")


# "In 2014 Russian troops marched in": a sentence opens with when, not with where so many are.
_OPENING = re.compile(r"(?:^|[.!?\n]\s*)in $")
# Without a word of time before it a number before a plural counts: "2000 rubles".
_BEFORE_A_PLURAL = re.compile(
    r" (?:of the\b|a (?:day|week|month|year)\b|(?!was\b|has\b|is\b|its\b|his\b|this\b|as\b|does\b|talks\b|sees\b)[a-z]{2,}s\b)"
)


def _years(match: re.Match[str]) -> Meaning | None:
    """A number of four digits is a year unless it counts or numbers things."""
    counts = _BEFORE_COUNTED.match(after(match)) and not _OPENING.search(before(match))
    if counts or _AFTER_THING.search(before(match, characters=40)):
        return None
    year = year_of(match)
    if not AFTER_TIME_WORD.search(before(match)):
        unlikely = not match["portion"] and not 1400 <= abs(year or 0) < 2100
        if unlikely or _BEFORE_A_PLURAL.match(match.string, match.end()):
            return None
    return Meaning(portioned(match, Calendar(year)))


def _two_years(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    """ "1914–1918", "1915–17", "499 to 493 BC": the second year says what the first one leaves out."""
    first, second = match["from"], match["to"]
    if match["bc"]:
        if int(first) <= int(second) or not int(second):
            return None
        return Meaning(Calendar(-int(first)), span="first"), Meaning(Calendar(-int(second)), span="second")
    if _BEFORE_COUNTED.match(after(match)):
        return None
    whole = second if len(second) == 4 else first[:2] + second if len(first) == 4 and len(second) == 2 else ""
    if len(first) != 4 or not whole or not 1400 <= int(first) < int(whole) < 2100 or _AFTER_THING.search(before(match, characters=40)):
        return None
    return Meaning(Calendar(int(first)), span="first"), Meaning(Calendar(int(whole)), span="second")


def _two_digits(match: re.Match[str]) -> Meaning:
    return Meaning(portioned(match, Era(1900 + int(match["short"]) // 10 * 10, Grain.DECADE)))


def _second_decade(match: re.Match[str]) -> Meaning:
    return Meaning(Era(1900 + int(match["short"]), Grain.DECADE), span="phrase", timex="phrase")


def _decade(match: re.Match[str]) -> Meaning:
    first = int(match["decade"])
    if match["bc"]:
        return Meaning(portioned(match, Era(-first, Grain.DECADE)))
    century = first % 100 == 0 and first < 2000
    return Meaning(portioned(match, Era(first // 100 + 1, Grain.CENTURY) if century else Era(first, Grain.DECADE)))


def _named_decade(match: re.Match[str]) -> Meaning:
    century = 1800 if key(match["century"] or "") == "eighteen" else 1900
    return Meaning(portioned(match, Era(century + TENS_OF_YEARS[match["tens"].lower()], Grain.DECADE)))


def _century(match: re.Match[str]) -> Meaning | None:
    count = ordinal(match["ordinal"])
    return Meaning(portioned(match, Era(-count if match["bc"] else count, Grain.CENTURY))) if count > 0 else None


def _two_centuries(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    """ "The 20th and 21st centuries"."""
    first, second = ordinal(match["early"]), ordinal(match["ordinal"])
    if not 0 < first < second:
        return None
    return Meaning(Era(first, Grain.CENTURY), span="first"), Meaning(Era(second, Grain.CENTURY), span="second")


def _fiscal(match: re.Match[str]) -> Meaning:
    """Where a fiscal year begins depends on whose it is: see `Portion.FISCAL`."""
    return Meaning(Part(Calendar(full_year(match["short_year"], pivot=50)), Portion.FISCAL))


# "The 470s BC", but not "100s of people".
_TENS_BC = rf"\d{{2}}0(?=['’]?s {BEFORE_CHRIST.replace('<bc>', '<ahead>')})"

FAMILY = Family(
    "years and longer",
    (
        Rule(
            "<portion> <year>",
            compiled(rf"{MAYBE_PORTION}(?:the year )?(?:{YEAR}{MAYBE_BC}|{OLD_YEAR})"),
            _years,
            (
                ("in 2022", Calendar(2022)),
                ("In 2014 Russian troops marched in", Calendar(2014)),
                ("by mid-2023", Part(Calendar(2023), Portion.MID)),
                ("the second half of 2024", Part(Calendar(2024), Portion.SECOND_HALF)),
                ("Resolution 1929", None),
                ("some 1500 soldiers", None),
            ),
            needs=(YEARS | {"bc", "bce", "b"},),
        ),
        Rule(
            "<year>–<year>",
            compiled(
                rf"(?P<first>(?P<from>\d{{1,4}})){_JOINT}(?P<second>(?P<to>\d{{1,4}})(?: {BEFORE_CHRIST})?)(?!{WORD_GOES_ON}|[.,-]\d)"
            ),
            _two_years,
            (
                ("the war of 1914–1918", Range(Calendar(1914), Calendar(1918))),
                ("in 1915-17", Range(Calendar(1915), Calendar(1917))),
                ("in 496 and 495 BC", Calendar(-496)),
                ("a score of 12-10", None),
            ),
            needs=(YEARS | {"bc", "bce", "b"},),
        ),
        Rule(
            "the <decade>s",
            compiled(rf"(?:the )?(?:{PORTION})?(?P<decade>1\d\d0|20\d0|{_TENS_BC})['’]?s\b{MAYBE_BC}"),
            _decade,
            (("the early 1990s", Part(Era(1990, Grain.DECADE), Portion.START)), ("in the 470s BC", Era(-470, Grain.DECADE))),
            needs=({"s"}, DIGITS),
        ),
        Rule(
            "the <tens>s",
            compiled(rf"(?:the (?:{PORTION})?['’]?|['’])(?P<short>[2-9]0)s\b"),
            _two_digits,
            (("in the ’80s", Era(1980, Grain.DECADE)), ("of the 70s", Era(1970, Grain.DECADE))),
            needs=({"s"}, DIGITS),
        ),
        Rule(
            "<tens>s and <tens>s",
            compiled(r"(?:the )?['’]?\d?\d?\d0s (?:and|or|to) (?P<phrase>(?:the )?['’]?(?P<short>[2-9]0)s)\b"),
            _second_decade,
            (("in the ’70s and ’80s", Era(1970, Grain.DECADE)),),
            needs=({"s"}, DIGITS),
        ),
        Rule(
            "the <tens in words>",
            compiled(rf"the (?:{PORTION})?(?:(?P<century>nineteen|eighteen)[-\s])?(?P<tens>{any_of(TENS_OF_YEARS)})\b"),
            _named_decade,
            (("in the late nineties", Part(Era(1990, Grain.DECADE), Portion.END)),),
            needs=(cue_words(TENS_OF_YEARS),),
        ),
        Rule(
            "the <ordinal> century",
            compiled(rf"(?:the )?(?:{PORTION})?{ORDINAL}[-\s]centur(?:y|ies)\b{MAYBE_BC}"),
            _century,
            (("in the 19th century", Era(19, Grain.CENTURY)), ("the early 21st century", Part(Era(21, Grain.CENTURY), Portion.START))),
            needs=({"century", "centuries"},),
        ),
        Rule(
            "the <ordinal> and <ordinal> centuries",
            compiled(
                rf"(?P<first>(?:the )?{ORDINAL.replace('<ordinal>', '<early>')}) (?:and|to) (?P<second>(?:the )?{ORDINAL} centuries)\b"
            ),
            _two_centuries,
            (("the 20th and 21st centuries", Era(20, Grain.CENTURY)),),
            needs=({"centuries"},),
        ),
        Rule(
            "fiscal <year>",
            compiled(r"(?:(?:the )?(?:fiscal|financial)(?: year)?|FY) ?['’]?(?P<short_year>(?:20|19)?\d\d)(?:[/–]\d\d)?\b(?!-)"),
            _fiscal,
            (("in fiscal 2025", Part(Calendar(2025), Portion.FISCAL)),),
            needs=({"fiscal", "financial", "fy"},),
        ),
    ),
)
