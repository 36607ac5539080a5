"""Months, years, decades, centuries, seasons and quarters: "late January", "mid-2023", "the early 1990s", "Q3", "spring"."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Era, Member, Part, Portion, Published, Range, Spoken, Unit, Weekday
from timeline.times.interval import Grain
from timeline.times.rule import (
    BEFORE_CHRIST,
    DIGITS,
    MONTH,
    MONTH_WORDS,
    OLD_YEAR,
    ORDINAL,
    PORTION,
    SEASON_WORDS,
    WEEKDAY_WORDS,
    WORD_GOES_ON,
    YEAR,
    YEAR_BESIDE,
    YEARS,
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
    of_which_year,
    ordinal,
    portioned,
    year_of,
)
from timeline.times.words import (
    COUNTED,
    COUNTING,
    EVENT_NOUNS,
    GIVEN_NAMES,
    MONTHS,
    NAMES_TOO,
    NUMBERED_THINGS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS_OF_YEARS,
    TIME_PREPOSITIONS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

_MAYBE_PORTION = rf"(?:{PORTION})?"
_BC = rf"(?: {BEFORE_CHRIST})?"
_WHICH_YEAR = rf"(?:{YEAR}{_BC}|{OLD_YEAR}|{YEAR_BESIDE})"
_OF_WHICH_YEAR = rf"(?:,? (?:of |in )?(?:the year |the )?{_WHICH_YEAR})?"
_JOINT = r"(?:\s?[-–—/]\s?| (?:to|and) )"
_SEASON = rf"(?P<season>{any_of(SEASONS)})\b"
_AFTER_TIME_WORD = re.compile(rf"(?:^|\W)(?:{any_of(TIME_PREPOSITIONS)})\s+$")
_AFTER_SEASON_WORD = re.compile(rf"(?:^|\W)(?:{any_of(set(TIME_PREPOSITIONS) - {'to'})})\s+$")
_AFTER_THING = re.compile(rf"\b(?:{any_of((*NUMBERED_THINGS, *COUNTING))})s?\.?\s+(?:\d+(?:,| and| or| to)\s+)?\(?(?:eu\)\s)?$")
_STREETS = r"(?:boulevard|street|avenue|road|drive|lane|square|way|st\.|ave\.)"
_BEFORE_COUNTED = re.compile(rf"[-\s]+(?:\w+\s){{1,2}}{_STREETS}|[-\s]+(?:\w+\s)?{any_of(COUNTED)}\b|\s*(?:%|°|hrs?\b|[a-z]m\b)")


def _month(match: re.Match[str]) -> Meaning | None:
    """A bare "May" or "March" is a month only after a word of time; an abbreviation needs its full stop."""
    word, groups = match["month"], match.groupdict()
    if not word[0].isupper():
        return None
    said = (
        groups.get("year")
        or groups.get("old")
        or groups.get("spoken")
        or groups.get("unit_step")
        or groups.get("portion")
        or groups.get("which")
    )
    bare = not said and not _AFTER_TIME_WORD.search(before(match))
    if bare and (word.lower() in NAMES_TOO or (len(word) < 4 and not match[0].endswith("."))):
        return None
    if not said and _is_in_a_name(match):
        return None
    if bare and word.lower() in GIVEN_NAMES and re.match(r" (?-i:[A-Z][a-z])", match.string[match.end() : match.end() + 3]):
        return None
    which = WHICH[key(match["which"])] if groups.get("which") else Calendar().which
    calendar = Calendar(year_of(match), MONTHS[word.lower()], None, which)
    return Meaning(portioned(match, of_which_year(match, calendar)))


def _is_in_a_name(match: re.Match[str]) -> bool:
    """ "The April Theses", "Red October": capital words around a month after an article, but for one that names a happening."""
    following = re.match(r" ([A-Z]\w+)", match.string[match.end() : match.end() + 24])
    article = re.search(r"\bthe $", before(match))
    return bool(article and following and following[1].lower() not in EVENT_NOUNS)


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


def _seasons_ago(match: re.Match[str]) -> Meaning | None:
    """ "Two summers ago": of the year before last."""
    count = number(match["count"])
    if count is None:
        return None
    return Meaning(Member(Unit(Grain.YEAR, -int(count), Published()), Era(SEASONS[match["season"].lower()], Grain.SEASON)))


def _two_centuries(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    """ "The 20th and 21st centuries"."""
    first, second = ordinal(match["early"]), ordinal(match["ordinal"])
    if not 0 < first < second:
        return None
    return Meaning(Era(first, Grain.CENTURY), span="first"), Meaning(Era(second, Grain.CENTURY), span="second")


def _season(match: re.Match[str]) -> Meaning | None:
    """A "fall" or "spring" counts when a year or a word of time stands beside it; before a name ("Winter Olympics") none does."""
    groups = match.groupdict()
    beside = (
        groups.get("year")
        or groups.get("old")
        or groups.get("spoken")
        or groups.get("unit_step")
        or groups.get("portion")
        or groups.get("which")
    )
    word_too = match["season"].lower() in {"fall", "spring"} and not _AFTER_SEASON_WORD.search(before(match))
    if not beside and (word_too or re.match(r" (?:[A-Z]|of )", match.string[match.end() : match.end() + 4])):
        return None
    if not beside and match["season"][0].isupper() and re.search(r"[A-Z]\w+\s$", match.string[max(match.start() - 24, 0) : match.start()]):
        return None
    which = WHICH[key(match["which"])] if groups.get("which") else Era(1, Grain.SEASON).which
    return Meaning(portioned(match, of_which_year(match, Era(SEASONS[match["season"].lower()], Grain.SEASON, year_of(match), which))))


def _half(match: re.Match[str]) -> Meaning:
    return Meaning(Part(Calendar(int(match["year"])), Portion.FIRST_HALF if match["half"] == "1" else Portion.SECOND_HALF))


def _quarter(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    count = int(match["number"]) if groups.get("number") else ordinal(match["ordinal"])
    count = 4 if count < 0 and match["ordinal"].lower() == "final" else count
    if not 1 <= count <= 4:
        return None
    return Meaning(of_which_year(match, Era(count, Grain.QUARTER, year_of(match))))


def _fiscal(match: re.Match[str]) -> Meaning:
    """Where a fiscal year begins depends on whose it is: see `Portion.FISCAL`."""
    year = int(match["short_year"])
    return Meaning(Part(Calendar(year if year > 99 else 2000 + year if year < 50 else 1900 + year), Portion.FISCAL))


def _weekday_of_month(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None
    month = Calendar(year_of(match), MONTHS[match["month"].lower()])
    return Meaning(Member(month, Weekday(WEEKDAYS[match["weekday"].lower()]), ordinal(match["ordinal"])))


def _unit_of(match: re.Match[str]) -> Meaning | None:
    """ "The last week of March": one of the weeks or days within a month."""
    month = match["month"]
    if not month[0].isupper():
        return None
    return Meaning(Member(Calendar(year_of(match), MONTHS[month.lower()]), UNITS[match["unit"].lower()], ordinal(match["ordinal"])))


FAMILY = Family(
    "months, years and longer",
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
            needs=(MONTH_WORDS,),
        ),
        Rule(
            "<portion> <year>",
            compiled(rf"{_MAYBE_PORTION}(?:the year )?(?:{YEAR}{_BC}|{OLD_YEAR})"),
            _years,
            (
                ("in 2022", Calendar(2022)),
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
            compiled(rf"(?:the )?(?:{PORTION})?(?P<decade>1\d\d0|20\d0|\d{{2}}0)['’]?s\b{_BC}"),
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
            compiled(rf"(?:the )?(?:{PORTION})?{ORDINAL}[-\s]centur(?:y|ies)\b{_BC}"),
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
            "<count> <season>s ago",
            compiled(rf"(?P<count>{any_of(NUMBERS)}) (?P<season>{any_of(SEASONS)})s? ago\b"),
            _seasons_ago,
            (("two summers ago", Member(Unit(Grain.YEAR, -2), Era(3, Grain.SEASON))),),
            needs=({"ago"}, SEASON_WORDS),
        ),
        Rule(
            "<season> <year>",
            compiled(rf"(?:the )?{_MAYBE_PORTION}(?:(?P<which>{any_of(WHICH)}) )?{_SEASON}{_OF_WHICH_YEAR}"),
            _season,
            (("in the spring of 2024", Era(2, Grain.SEASON, 2024)), ("a fall in prices", None)),
            needs=(SEASON_WORDS,),
        ),
        Rule(
            "H<number> <year>",
            compiled(rf"H(?P<half>[12])(?:,? (?:of )?{YEAR})"),
            _half,
            (("in H1 2025", Part(Calendar(2025), Portion.FIRST_HALF)),),
            needs=({"h"}, DIGITS),
        ),
        Rule(
            "Q<number> <year>",
            compiled(rf"Q(?P<number>[1-4])\b{_OF_WHICH_YEAR}"),
            _quarter,
            (("in Q3 2025", Era(3, Grain.QUARTER, 2025)),),
            needs=({"q"}, DIGITS),
        ),
        Rule(
            "the <ordinal> quarter of <year>",
            compiled(rf"(?:the )?{ORDINAL}[-\s]quarter\b{_OF_WHICH_YEAR}"),
            _quarter,
            (("the third quarter of 2024", Era(3, Grain.QUARTER, 2024)), ("the fourth quarter", Era(4, Grain.QUARTER))),
            needs=({"quarter"},),
        ),
        Rule(
            "fiscal <year>",
            compiled(r"(?:(?:the )?(?:fiscal|financial)(?: year)?|FY) ?['’]?(?P<short_year>(?:20|19)?\d\d)(?:[/–-]\d\d)?\b"),
            _fiscal,
            (("in fiscal 2025", Part(Calendar(2025), Portion.FISCAL)),),
            needs=({"fiscal", "financial", "fy"},),
        ),
        Rule(
            "the <ordinal> <weekday> of <month>",
            compiled(rf"(?:the )?{ORDINAL} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) {MONTH}(?:,? (?:of )?{YEAR})?"),
            _weekday_of_month,
            (("the first Monday of May", Member(Calendar(None, 5), Weekday(0), 1)),),
            needs=(WEEKDAY_WORDS, MONTH_WORDS),
        ),
        Rule(
            "the <ordinal> <unit> of <month>",
            compiled(rf"the (?P<ordinal>{any_of(ORDINALS)}) (?P<unit>week|day) (?:of|in) {MONTH}(?:,? (?:of )?{YEAR}{_BC})?"),
            _unit_of,
            (("the last week of March", Member(Calendar(None, 3), Grain.WEEK, -1)),),
            needs=({"week", "day"}, MONTH_WORDS),
        ),
    ),
)
