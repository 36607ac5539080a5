"""Months, years, decades, centuries, seasons and quarters: "late January", "mid-2023", "the early 1990s", "Q3", "spring"."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Era, Member, Part, Portion, Published, Spoken, Unit, Weekday
from timeline.times.interval import Grain
from timeline.times.rule import (
    AFTER_TIME_WORD,
    DIGITS,
    MAYBE_BC,
    MAYBE_PORTION,
    MONTH,
    MONTH_WORDS,
    OLD_YEAR,
    ORDINAL,
    SEASON_WORDS,
    SHORT_YEAR,
    WEEKDAY_WORDS,
    YEAR,
    YEAR_BESIDE,
    Family,
    Meaning,
    Rule,
    any_of,
    before,
    compiled,
    is_in_a_name,
    key,
    number,
    of_which_year,
    ordinal,
    portioned,
    unit_beside,
    year_of,
)
from timeline.times.words import (
    GIVEN_NAMES,
    MONTHS,
    NAMES_TOO,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SPOKEN_STEPS,
    STEPS,
    TIME_PREPOSITIONS,
    UNITS,
    WEEKDAYS,
    WHICH,
)

_WHICH_YEAR = rf"(?:{YEAR}{MAYBE_BC}|{OLD_YEAR}|{SHORT_YEAR}|{YEAR_BESIDE})"
_OF_WHICH_YEAR = rf"(?:,? (?:of |in )?(?:the year |the )?{_WHICH_YEAR})?"
_TO_ANOTHER = re.compile(rf"(?:\s(?:through|to|until|and)\s|\s?[-–]\s?)(?:{any_of(w.capitalize() for w in MONTHS if len(w) > 3)})\b")
_SHORT_MONTHS = frozenset({"june", "july"})
_SEASON = rf"(?P<season>{any_of(SEASONS)})\b"
_AFTER_SEASON_WORD = re.compile(rf"(?:^|\W)(?:{any_of(set(TIME_PREPOSITIONS) - {'to'})})\s+$")


def _month(match: re.Match[str]) -> Meaning | None:
    """A bare "May" or "March" is a month only after a word of time; an abbreviation needs its full stop."""
    word = match["month"]
    if not word[0].isupper():
        return None
    said = _says_which(match)
    bare = not said and not AFTER_TIME_WORD.search(before(match)) and not _TO_ANOTHER.match(match.string, match.end())
    if bare and (word.lower() in NAMES_TOO or (len(word) < 5 and word.lower() not in _SHORT_MONTHS and not match[0].endswith("."))):
        return None
    if not said and is_in_a_name(match):
        return None
    if bare and word.lower() in GIVEN_NAMES and re.match(r" (?-i:[A-Z][a-z])", match.string[match.end() : match.end() + 3]):
        return None
    which = WHICH[key(match["which"])] if match["which"] else Calendar().which
    calendar = Calendar(year_of(match), MONTHS[word.lower()], None, which)
    return Meaning(portioned(match, of_which_year(match, calendar)))


def _says_which(match: re.Match[str]) -> bool:
    """Whether a year, a part or a "last" stands beside a month or season."""
    return any(match[group] for group in ("year", "old", "spoken", "step", "portion", "which"))


def _seasons_ago(match: re.Match[str]) -> Meaning | None:
    """ "Two summers ago": of the year before last."""
    count = number(match["count"])
    if count is None:
        return None
    return Meaning(Member(Unit(Grain.YEAR, -int(count), Published()), Era(SEASONS[match["season"].lower()], Grain.SEASON)))


def _season(match: re.Match[str]) -> Meaning | None:
    """A "fall" or "spring" counts when a year or a word of time stands beside it; before a name ("Winter Olympics") none does."""
    beside = _says_which(match)
    word_too = match["season"].lower() in {"fall", "spring"} and not _AFTER_SEASON_WORD.search(before(match))
    if not beside and (word_too or re.match(r" (?:[A-Z]|of )", match.string[match.end() : match.end() + 4])):
        return None
    if not beside and match["season"][0].isupper() and re.search(r"[A-Z]\w+\s$", match.string[max(match.start() - 24, 0) : match.start()]):
        return None
    which = WHICH[key(match["which"])] if match["which"] else Era(1, Grain.SEASON).which
    return Meaning(portioned(match, of_which_year(match, Era(SEASONS[match["season"].lower()], Grain.SEASON, year_of(match), which))))


def _half(match: re.Match[str]) -> Meaning:
    return Meaning(Part(Calendar(int(match["year"])), Portion.FIRST_HALF if match["half"] == "1" else Portion.SECOND_HALF))


def _quarter(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    count = int(match["number"]) if groups.get("number") else ordinal(match["ordinal"])
    if groups.get("ordinal") and match["ordinal"].lower() in {"opening", "closing"}:
        return None
    count = 4 if count < 0 and match["ordinal"].lower() == "final" else count
    if not 1 <= count <= 4:
        return None
    return Meaning(of_which_year(match, Era(count, Grain.QUARTER, year_of(match))))


def _weekday_of_month(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None
    month = Calendar(year_of(match), MONTHS[match["month"].lower()])
    return Meaning(Member(month, Weekday(WEEKDAYS[match["weekday"].lower()]), ordinal(match["ordinal"])))


def _weekday_of_step(match: re.Match[str]) -> Meaning | None:
    """ "The second Sunday of next month"."""
    if not match["weekday"][0].isupper():
        return None
    month = unit_beside(match, Grain.MONTH)
    assert month is not None
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
            compiled(rf"(?:the (?=(?:{any_of(MONTHS)}) of \d))?{MAYBE_PORTION}(?:(?P<which>{any_of(WHICH)}) )?{MONTH}{_OF_WHICH_YEAR}"),
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
            "<count> <season>s ago",
            compiled(rf"(?P<count>{any_of(NUMBERS)}) (?P<season>{any_of(SEASONS)})s? ago\b"),
            _seasons_ago,
            (("two summers ago", Member(Unit(Grain.YEAR, -2), Era(3, Grain.SEASON))),),
            needs=({"ago"}, SEASON_WORDS),
        ),
        Rule(
            "<season> <year>",
            compiled(rf"(?:the )?{MAYBE_PORTION}(?:(?P<which>{any_of(WHICH)}) )?{_SEASON}{_OF_WHICH_YEAR}(?:(?<=\d)[-–/]\d\d(?:\d\d)?\b)?"),
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
            "the <ordinal> <weekday> of <month>",
            compiled(rf"(?:the )?{ORDINAL} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) {MONTH}(?:,? (?:of )?{YEAR})?"),
            _weekday_of_month,
            (("the first Monday of May", Member(Calendar(None, 5), Weekday(0), 1)),),
            needs=(WEEKDAY_WORDS, MONTH_WORDS),
        ),
        Rule(
            "the <ordinal> <weekday> of <step> month",
            compiled(
                rf"(?:the )?{ORDINAL} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) "
                rf"(?:(?P<step>{any_of(STEPS)})|(?P<spoken>{any_of(SPOKEN_STEPS)})) month\b"
            ),
            _weekday_of_step,
            (("the second Sunday of next month", Member(Unit(Grain.MONTH, 1), Weekday(6), 2)),),
            needs=(WEEKDAY_WORDS, {"month"}),
        ),
        Rule(
            "the <ordinal> <unit> of <month>",
            compiled(rf"the (?P<ordinal>{any_of(ORDINALS)}) (?P<unit>week|day) (?:of|in) {MONTH}(?:,? (?:of )?{YEAR}{MAYBE_BC})?"),
            _unit_of,
            (("the last week of March", Member(Calendar(None, 3), Grain.WEEK, -1)),),
            needs=({"week", "day"}, MONTH_WORDS),
        ),
    ),
)
