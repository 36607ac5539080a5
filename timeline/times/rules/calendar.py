"""Whole calendar dates: "4 February 2026", "Wednesday, Feb. 4", "2026-02-04", "May 3–5", "44 BC"."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Expression, Member, Range, Slashed, Spoken, Unit
from timeline.times.interval import Grain
from timeline.times.rule import (
    AFTER_APOSTROPHE,
    BEFORE_CHRIST,
    DAY,
    DIGITS,
    JOINED,
    MONTH,
    MONTH_WORDS,
    ORDINAL,
    ORDINAL_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
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
    full_year,
    numbered_date,
    of_which_year,
    ordinal,
    unit_beside,
    year_of,
)
from timeline.times.words import MONTHS, ROMAN_MONTHS, SPOKEN_STEPS, STEPS

# "May 3, 500 people" has no year: one of three digits needs an end behind it.
_A_YEAR = rf"{YEAR}|(?P<old>\d{{1,4}})(?= b\.?c\b)|(?P<any>[1-9]\d{{2,3}}|0\d{{3}})(?=\s*(?:[.;:)?!]|,(?!\d)|$))"
_OF_YEAR = rf"(?:(?:,? (?:of |in )?(?:the year )?|/)(?:{_A_YEAR}|{YEAR_BESIDE}))?(?: {BEFORE_CHRIST})?"
_OTHER_MONTH = MONTH.replace("<month>", "<other>")
_ORDINAL_DAY = r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_JOINT = r"(?:\s?[-–—/]\s?| (?:to|and|until|through|till|or) |, )"
_BARE_BC = rf"(?:(?:ca?\.|circa) ?)?(?P<old>\d{{1,4}}) {BEFORE_CHRIST}"


def _day(group: str) -> str:
    return rf"(?P<{group}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"


_SECOND_DAY = _day("second_day") + r"(?![\w%]|[.,:]\d)"


def _date(match: re.Match[str]) -> Meaning | None:
    return _date_of(match, int(match["day"]))


def _date_of(match: re.Match[str], day: int) -> Meaning | None:
    expression = _calendar(match, day)
    return Meaning(expression) if expression else None


def _calendar(match: re.Match[str], day: int) -> Expression | None:
    """The date in the groups; the month must have its capital letter, or a "may" is taken for May."""
    if not match["month"][0].isupper():
        return None
    return of_which_year(match, Calendar(year_of(match), MONTHS[match["month"].lower()], day))


def _in_words(match: re.Match[str]) -> Meaning | None:
    """ "The fourth of February", "August the fourteenth"."""
    day = ordinal(match["ordinal"])
    return _date_of(match, day) if 1 <= day <= 31 and match["ordinal"].lower() != "opening" else None


def _listed(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    """ "2, 5 and 9 February": each a day of its own."""
    days = [
        (group, number) for group, number in (("first", "one"), ("second", "two"), ("third", "three"), ("last", "day")) if match[number]
    ]
    dates = [(group, _calendar(match, int(match[number]))) for group, number in days]
    return tuple(Meaning(date, span=group) for group, date in dates) if all(date for _, date in dates) else None


def _two_dates(match: re.Match[str]) -> tuple[Meaning, ...] | None:
    first, second = _calendar(match, int(match["day"])), _calendar(match, int(match["second_day"]))
    if first is None or second is None or int(match["second_day"]) <= int(match["day"]):
        return None
    return Meaning(first, span="first"), Meaning(second, span="second")


def _slashes(match: re.Match[str]) -> Meaning | None:
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"], pivot=50)
    return Meaning(Slashed(first, second, year)) if 1 <= min(first, second) <= 12 and max(first, second) <= 31 else None


def _anno_domini(match: re.Match[str]) -> Meaning | None:
    year = year_of(match)
    return Meaning(Calendar(year)) if year and match[0].replace(".", "").strip("0123456789 ").isupper() else None


def _short_year(match: re.Match[str]) -> Meaning:
    return Meaning(Calendar(year_of(match)), span="phrase", timex="phrase")


def _before_christ(match: re.Match[str]) -> Meaning | None:
    return Meaning(Calendar(-int(match["old"]))) if int(match["old"]) else None


def _weekday_the_day(match: re.Match[str]) -> Meaning | None:
    """ "Wednesday the 4th"."""
    return Meaning(Calendar(day=int(match["day"]))) if match["weekday"][0].isupper() else None


def _day_of_step(match: re.Match[str]) -> Meaning:
    """ "The 20th of last month", "the 4th of the following month"."""
    month = unit_beside(match, Grain.MONTH) or Unit(Grain.MONTH, 0, Spoken())
    return Meaning(Member(month, Calendar(day=int(match["day"]))))


def _roman(match: re.Match[str]) -> Meaning | None:
    """ "3.IX.1939"."""
    month = ROMAN_MONTHS.get(match["roman"].upper())
    return Meaning(Calendar(int(match["year"]), month, int(match["day"]))) if month and 1 <= int(match["day"]) <= 31 else None


def _the_day(match: re.Match[str]) -> Meaning | None:
    """A bare "the 4th" is a date after a preposition and where no noun follows."""
    if not re.search(r"\b(?:on|until|till|by|from|since|to|between|and|of)\s+$", before(match)):
        return None
    if not re.match(r"\s*(?:$|[,.;:()]|(?:and|to|until|in|at|when|after|before|but|with)\b)", after(match)):
        return None
    return Meaning(Calendar(day=int(match["day"])))


_BEFORE_CHRIST_WORDS = frozenset({"bc", "bce", "b"})

FAMILY = Family(
    "calendar dates",
    (
        Rule(
            "<day> to <day> <month>",
            compiled(rf"(?P<first>(?:the )?{DAY}){_JOINT}(?P<second>(?:the )?{_SECOND_DAY}(?: of)? {MONTH}{_OF_YEAR})"),
            _two_dates,
            (
                ("from 3 to 5 May 2024", Range(Calendar(2024, 5, 3), Calendar(2024, 5, 5))),
                ("on 6-7 January", Range(Calendar(None, 1, 6), Calendar(None, 1, 7))),
            ),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "<month> <day> to <day>",
            compiled(rf"(?P<first>{MONTH} {DAY}){_JOINT}(?P<second>(?:the )?{_SECOND_DAY}(?!\s{_OTHER_MONTH}){_OF_YEAR})"),
            _two_dates,
            (
                ("May 3–5, 2024", Range(Calendar(2024, 5, 3), Calendar(2024, 5, 5))),
                ("on May 4 and 5", Range(Calendar(None, 5, 4), Calendar(None, 5, 5))),
            ),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "<day>, <day> and <day> <month>",
            compiled(
                rf"(?P<first>(?:the )?{_day('one')}), (?:(?P<second>{_day('two')}), )?(?:(?P<third>{_day('three')}),? )??"
                rf"(?:and|or) (?P<last>(?:the )?{DAY}(?: of)? {MONTH}{_OF_YEAR})"
            ),
            _listed,
            (("on 2, 5 and 9 February", Calendar(None, 2, 2)),),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "<month> <day>, <day> and <day>",
            compiled(
                rf"(?P<first>{MONTH} {_day('one')}), (?:(?P<second>{_day('two')}), )?(?:(?P<third>{_day('three')}),? )??"
                rf"(?:and|or) (?P<last>{DAY}(?!\s{_OTHER_MONTH}){_OF_YEAR})"
            ),
            _listed,
            (("on May 4, 5 and 9", Calendar(None, 5, 4)),),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "the <ordinal> of <month>",
            compiled(rf"(?:{WEEKDAY},? )?the {ORDINAL}(?: day)? of {MONTH}{_OF_YEAR}(?!\w)"),
            _in_words,
            (("the fourth of February", Calendar(None, 2, 4)),),
            needs=(MONTH_WORDS, ORDINAL_WORDS),
        ),
        Rule(
            "<month> the <ordinal>",
            compiled(rf"(?:{WEEKDAY},? )?{MONTH} the {ORDINAL}{_OF_YEAR}(?!\w)"),
            _in_words,
            (("on August the fourteenth, 1947", Calendar(1947, 8, 14)),),
            needs=(MONTH_WORDS, ORDINAL_WORDS),
        ),
        Rule(
            "<day> <month> <year>",
            compiled(
                rf"(?:{WEEKDAY},? )?(?:the )?(?<!\d[.,]){DAY}(?: day)?(?: of| in)?[-\s]{{1,3}}{MONTH}"
                rf"(?:-{YEAR.replace('<year>', '<dashed>')}|{_OF_YEAR})(?!\w)"
            ),
            _date,
            (
                ("on 4 February 2026", Calendar(2026, 2, 4)),
                ("the 4th of May", Calendar(None, 5, 4)),
                ("6 April 480 BC", Calendar(-480, 4, 6)),
            ),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "<month> <day>, <year>",
            compiled(rf"(?:{WEEKDAY},? (?:the )?)?{MONTH} (?:the )?{DAY}{_OF_YEAR}"),
            _date,
            (("on Feb. 4, 2026", Calendar(2026, 2, 4)), ("Wednesday, February 4", Calendar(None, 2, 4)), ("you may 4 times", None)),
            needs=(MONTH_WORDS, DIGITS),
        ),
        Rule(
            "<year>-<month>-<day>",
            compiled(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-]*\d)"),
            numbered_date,
            (("dated 2026-02-04", Calendar(2026, 2, 4)), ("2026-13-04", None)),
            needs=(JOINED,),
        ),
        Rule(
            "<year>/<month>/<day>",
            compiled(r"(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)(?![\w/-])"),
            numbered_date,
            (("dated 2026/02/25", Calendar(2026, 2, 25)),),
            needs=(JOINED,),
        ),
        Rule(
            "<day>.<month>.<year>",
            compiled(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?!\w|\.\d)"),
            numbered_date,
            (("dated 04.02.2026", Calendar(2026, 2, 4)),),
            needs=(JOINED,),
        ),
        Rule(
            "<number>/<number>/<year>",
            compiled(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\w/])"),
            _slashes,
            (("on 25/2/2026", Calendar(2026, 2, 25)), ("on 4/2/2026", Slashed(4, 2, 2026))),
            needs=(JOINED,),
        ),
        Rule(
            "AD <number>",
            compiled(r"(?:A\.?D\.? (?P<year>\d{1,4})(?!\w|[.,]\d)|(?P<old>\d{1,4}) (?:A\.D\.|AD\b|CE\b))"),
            _anno_domini,
            (("in AD 79", Calendar(79)), ("by 410 AD", Calendar(410))),
            needs=({"ad", "ce", "d"}, DIGITS),
        ),
        Rule(
            "'<year>",
            compiled(r"(?:in|of|since|by|until|from|to) (?P<phrase>['’](?P<short>[2-9]\d))(?![\w'’])"),
            _short_year,
            (("fell in '89", Calendar(1989)),),
            needs=(AFTER_APOSTROPHE,),
        ),
        Rule(
            "<number> BC",
            compiled(_BARE_BC),
            _before_christ,
            (("in 44 BC", Calendar(-44)), ("c. 490 B.C.", Calendar(-490))),
            needs=(_BEFORE_CHRIST_WORDS, DIGITS),
        ),
        Rule(
            "<weekday> the <ordinal day>",
            compiled(rf"{WEEKDAY},? (?:the )?{_ORDINAL_DAY}\b(?! (?:of|{any_of(MONTHS)})\b)"),
            _weekday_the_day,
            (("on Wednesday the 4th", Calendar(day=4)),),
            needs=({"st", "nd", "rd", "th"}, WEEKDAY_WORDS),
        ),
        Rule(
            "the <ordinal day> of <step> month",
            compiled(
                rf"the {_ORDINAL_DAY} of "
                rf"(?:(?P<step>{any_of(STEPS)})|(?P<spoken>{any_of(SPOKEN_STEPS)})|the) month\b"
            ),
            _day_of_step,
            (("the 20th of last month", Member(Unit(Grain.MONTH, -1), Calendar(day=20))),),
            needs=({"month"}, DIGITS),
        ),
        Rule(
            "<day>.<roman month>.<year>",
            compiled(r"(?P<day>\d{1,2})\.\s?(?P<roman>[IVX]{1,4})\.\s?(?P<year>\d{4})(?!\w)"),
            _roman,
            (("dated 3.IX.1939", Calendar(1939, 9, 3)),),
            needs=(YEARS,),
        ),
        Rule(
            "the <ordinal day>",
            compiled(rf"the {_ORDINAL_DAY}\b"),
            _the_day,
            (("They met on the 4th.", Calendar(day=4)), ("on the 4th floor", None)),
            needs=({"st", "nd", "rd", "th"},),
        ),
    ),
)
