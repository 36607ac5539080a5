"""Months, years, decades, centuries, seasons and quarters: "late January", "mid-2023", "the early 1990s", "Q3", "spring"."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Era, Expression, Member, Part, Portion, Published, Range, Spoken, Unit, Weekday
from timeline.times.interval import Grain
from timeline.times.rule import (
    BEFORE_CHRIST,
    DIGITS,
    MONTH,
    ORDINAL,
    PORTION,
    YEAR,
    Family,
    Meaning,
    Rule,
    after,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    number,
    ordinal,
    portioned,
    year_of,
)
from timeline.times.words import (
    COUNTED,
    COUNTING,
    MONTHS,
    NAMES_TOO,
    NUMBERED_THINGS,
    ORDINALS,
    SEASONS,
    SPOKEN_STEPS,
    STEPS,
    TENS_OF_YEARS,
    TIME_PREPOSITIONS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

_MAYBE_PORTION = rf"(?:{PORTION})?"
_BC = rf"(?: {BEFORE_CHRIST})?"
_WHICH_YEAR = rf"(?:{YEAR}{_BC}|(?P<spoken>{any_of(SPOKEN_STEPS)}) year|(?P<unit_step>{any_of(STEPS)}) year)"
_OF_WHICH_YEAR = rf"(?:,? (?:of |in )?(?:the year |the )?{_WHICH_YEAR})?"
_JOINT = r"(?:\s?[-–—]\s?| (?:to|and) )"
_SEASON = rf"(?P<season>{any_of(SEASONS)})\b"
_AFTER_TIME_WORD = re.compile(rf"(?:^|\W)(?:{any_of(TIME_PREPOSITIONS)})\s+$")
_AFTER_SEASON_WORD = re.compile(rf"(?:^|\W)(?:{any_of(set(TIME_PREPOSITIONS) - {'to'})})\s+$")
_AFTER_THING = re.compile(rf"\b(?:{any_of((*NUMBERED_THINGS, *COUNTING))})\.?\s+\(?$")
_BEFORE_COUNTED = re.compile(rf"[-\s]+(?:\w+\s)?{any_of(COUNTED)}\b|\s*(?:%|°|hrs?\b|[a-z]m\b)")


def _of_year(match: re.Match[str], what: Calendar | Era) -> Expression:
    """A month or season of the year named, of "that year", or of the one that the context gives."""
    groups = match.groupdict()
    if groups.get("spoken"):
        return Member(Unit(Grain.YEAR, SPOKEN_STEPS[key(match["spoken"])], Spoken()), what)
    if groups.get("unit_step"):
        return Member(Unit(Grain.YEAR, STEPS[key(match["unit_step"])], Published()), what)
    return what


def _month(match: re.Match[str]) -> Meaning | None:
    """A bare "May" or "March" is a month only after a word of time; an abbreviation needs its full stop."""
    word, groups = match["month"], match.groupdict()
    if not word[0].isupper():
        return None
    said = groups.get("year") or groups.get("spoken") or groups.get("unit_step") or groups.get("portion") or groups.get("which")
    bare = not said and not _AFTER_TIME_WORD.search(before(match))
    if bare and (word.lower() in NAMES_TOO or (len(word) < 4 and not match[0].endswith("."))):
        return None
    which = WHICH[key(match["which"])] if groups.get("which") else Calendar().which
    calendar = Calendar(year_of(match), MONTHS[word.lower()], None, which)
    return Meaning(portioned(match, _of_year(match, calendar)))


def _years(match: re.Match[str]) -> Meaning | None:
    """A number of four digits is a year unless it counts or numbers things."""
    if _BEFORE_COUNTED.match(after(match)) or _AFTER_THING.search(before(match, characters=40)):
        return None
    year = year_of(match)
    if not match.groupdict().get("portion") and not 1400 <= abs(year or 0) < 2100 and not _AFTER_TIME_WORD.search(before(match)):
        return None
    return Meaning(portioned(match, Calendar(year)))


def _two_years(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    """ "1914–1918", "1915–17", "499 to 493 BC": the second year says what the first one leaves out."""
    first, second = match["from"], match["to"]
    if match["bc"]:
        if int(first) <= int(second) or not int(second):
            return None
        return Meaning(Calendar(-int(first)), span="first"), Meaning(Calendar(-int(second)), span="second")
    whole = second if len(second) == 4 else first[:2] + second if len(first) == 4 and len(second) == 2 else ""
    if len(first) != 4 or not whole or not 1400 <= int(first) < int(whole) < 2100 or _AFTER_THING.search(before(match, characters=40)):
        return None
    return Meaning(Calendar(int(first)), span="first"), Meaning(Calendar(int(whole)), span="second")


def _two_digits(match: re.Match[str]) -> Meaning:
    return Meaning(portioned(match, Era(1900 + int(match["short"]) // 10 * 10, Grain.DECADE)))


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


def _season(match: re.Match[str]) -> Meaning | None:
    """A "fall" or "spring" counts when a year or a word of time stands beside it; before a name ("Winter Olympics") none does."""
    groups = match.groupdict()
    beside = groups.get("year") or groups.get("spoken") or groups.get("unit_step") or groups.get("portion") or groups.get("which")
    word_too = match["season"].lower() in {"fall", "spring"} and not _AFTER_SEASON_WORD.search(before(match))
    if not beside and (word_too or re.match(r" (?:[A-Z]|of |in )", match.string[match.end() : match.end() + 4])):
        return None
    which = WHICH[key(match["which"])] if groups.get("which") else Era(1, Grain.SEASON).which
    return Meaning(portioned(match, _of_year(match, Era(SEASONS[match["season"].lower()], Grain.SEASON, year_of(match), which))))


def _quarter(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    count = int(match["number"]) if groups.get("number") else ordinal(match["ordinal"])
    if not 1 <= count <= 4:
        return None
    return Meaning(_of_year(match, Era(count, Grain.QUARTER, year_of(match))))


def _fiscal(match: re.Match[str]) -> Meaning:
    year = int(match["short_year"])
    return Meaning(Calendar(year if year > 99 else 2000 + year))


def _weekday_of_month(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None
    month = Calendar(year_of(match), MONTHS[match["month"].lower()])
    return Meaning(Member(month, Weekday(WEEKDAYS[match["weekday"].lower()]), ordinal(match["ordinal"])))


def _unit_of(match: re.Match[str]) -> Meaning | None:
    """ "The last week of March": one of the weeks or days within a longer time."""
    month, unit = match["month"], UNITS[match["unit"].lower()]
    count = number(match["count"]) if match["count"] else None
    if not month[0].isupper() or unit not in {Grain.DAY, Grain.WEEK}:
        return None
    whole = Calendar(year_of(match), MONTHS[month.lower()])
    if match["count"]:
        portion = Portion.END if ordinal(match["ordinal"]) < 0 else Portion.START
        return Meaning(Part(whole, portion)) if count is None or count > 1 else None
    return Meaning(Member(whole, unit, ordinal(match["ordinal"])))


FAMILY = Family(
    "months, years and longer",
    DIGITS
    | cue_words(MONTHS)
    | cue_words(SEASONS)
    | cue_words(TENS_OF_YEARS)
    | cue_words({"century", "centurie", "quarter", "fiscal", *(w for w in MONTHS if len(w) < 5)}),
    (
        Rule(
            "<portion> <month> <year>",
            compiled(rf"{_MAYBE_PORTION}(?:(?P<which>{any_of(WHICH)}) )?{MONTH}{_OF_WHICH_YEAR}"),
            _month,
            (
                ("in February 2026", Calendar(2026, 2)),
                ("in late January", Part(Calendar(None, 1), Portion.END)),
                ("in August of that year", Member(Unit(Grain.YEAR, 0, Spoken()), Calendar(None, 8))),
                ("Theresa May said", None),
                ("a March on the capital", None),
            ),
        ),
        Rule(
            "<portion> <year>",
            compiled(rf"{_MAYBE_PORTION}(?:the year )?{YEAR}{_BC}"),
            _years,
            (
                ("in 2022", Calendar(2022)),
                ("by mid-2023", Part(Calendar(2023), Portion.MID)),
                ("the second half of 2024", Part(Calendar(2024), Portion.SECOND_HALF)),
                ("Resolution 1929", None),
                ("some 1500 soldiers", None),
            ),
        ),
        Rule(
            "<year>–<year>",
            compiled(rf"(?P<first>(?P<from>\d{{1,4}})){_JOINT}(?P<second>(?P<to>\d{{1,4}})(?: {BEFORE_CHRIST})?)(?![\w%]|[.,-]\d)"),
            _two_years,
            (
                ("the war of 1914–1918", Range(Calendar(1914), Calendar(1918))),
                ("in 1915-17", Range(Calendar(1915), Calendar(1917))),
                ("in 496 and 495 BC", Calendar(-496)),
                ("a score of 12-10", None),
            ),
        ),
        Rule(
            "the <decade>s",
            compiled(rf"(?:the )?(?:{PORTION})?(?P<decade>1\d\d0|20\d0|\d{{2}}0)['’]?s\b{_BC}"),
            _decade,
            (("the early 1990s", Part(Era(1990, Grain.DECADE), Portion.START)), ("in the 470s BC", Era(-470, Grain.DECADE))),
        ),
        Rule(
            "the <tens>s",
            compiled(rf"(?:the (?:{PORTION})?['’]?|['’])(?P<short>[2-9]0)s\b"),
            _two_digits,
            (("in the ’80s", Era(1980, Grain.DECADE)), ("of the 70s", Era(1970, Grain.DECADE))),
        ),
        Rule(
            "the <tens in words>",
            compiled(rf"the (?:{PORTION})?(?:(?P<century>nineteen|eighteen)[- ])?(?P<tens>{any_of(TENS_OF_YEARS)})\b"),
            _named_decade,
            (("in the late nineties", Part(Era(1990, Grain.DECADE), Portion.END)),),
        ),
        Rule(
            "the <ordinal> century",
            compiled(rf"(?:the )?(?:{PORTION})?{ORDINAL}[- ]centur(?:y|ies)\b{_BC}"),
            _century,
            (("in the 19th century", Era(19, Grain.CENTURY)), ("the early 21st century", Part(Era(21, Grain.CENTURY), Portion.START))),
        ),
        Rule(
            "<season> <year>",
            compiled(rf"(?:the )?{_MAYBE_PORTION}(?:(?P<which>{any_of(WHICH)}) )?{_SEASON}{_OF_WHICH_YEAR}"),
            _season,
            (("in the spring of 2024", Era(2, Grain.SEASON, 2024)), ("a fall in prices", None)),
        ),
        Rule(
            "Q<number> <year>",
            compiled(rf"Q(?P<number>[1-4])\b{_OF_WHICH_YEAR}"),
            _quarter,
            (("in Q3 2025", Era(3, Grain.QUARTER, 2025)),),
        ),
        Rule(
            "the <ordinal> quarter of <year>",
            compiled(rf"(?:the )?{ORDINAL}[- ]quarter\b{_OF_WHICH_YEAR}"),
            _quarter,
            (("the third quarter of 2024", Era(3, Grain.QUARTER, 2024)), ("the fourth quarter", Era(4, Grain.QUARTER))),
        ),
        Rule(
            "fiscal <year>",
            compiled(r"(?:fiscal(?: year)?|FY) ?(?P<short_year>(?:20|19)?\d\d)\b"),
            _fiscal,
            (("in fiscal 2025", Calendar(2025)),),
        ),
        Rule(
            "the <ordinal> <weekday> of <month>",
            compiled(rf"the {ORDINAL} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) {MONTH}(?:,? (?:of )?{YEAR})?"),
            _weekday_of_month,
            (("the first Monday of May", Member(Calendar(None, 5), Weekday(0), 1)),),
        ),
        Rule(
            "the <ordinal> <unit> of <month>",
            compiled(
                rf"the (?P<ordinal>{any_of(ORDINALS)})(?: (?P<count>few|two|three|ten|five|several))? (?P<unit>week|day)s?"
                rf" (?:of|in) {MONTH}(?:,? (?:of )?{YEAR}{_BC})?"
            ),
            _unit_of,
            (("the last week of March", Member(Calendar(None, 3), Grain.WEEK, -1)),),
        ),
    ),
)
