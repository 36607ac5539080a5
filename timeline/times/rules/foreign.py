"""Calendar dates in other languages, as names and quotations bring them: "le 4 février 2026", "4. Februar 2026", "2026年2月4日".

The one file that uses dateparser: strictly, for whole dates only, with the languages it is to try.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.times.expression import Calendar
from timeline.times.rule import YEARS, Family, Meaning, Rule, compiled, numbered_date
from timeline.times.words import MONTHS

LANGUAGES = ("fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "fi", "cs", "hu", "ro", "el")
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_MONTH_WORD = r"(?P<word>[^\W\d_]{3,12})"


@cache
def _parser() -> Any:
    """Untyped, as dateparser leaves it."""
    from dateparser.date import DateDataParser  # a quarter of a second: only when a text holds such a date

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    return DateDataParser(languages=list(LANGUAGES), settings=settings)


def _words(match: re.Match[str]) -> Meaning | None:
    """English months have rules of their own; what dateparser does not know to the day is no date."""
    if match["word"].lower() in MONTHS:
        return None
    found = _parser().get_date_data(f"{match['day']} {match['word']} {match['year']}")
    if found.date_obj is None or found.period != "day" or found.date_obj.day != int(match["day"]):
        return None
    return Meaning(Calendar(found.date_obj.year, found.date_obj.month, found.date_obj.day))


FAMILY = Family(
    "dates in other languages",
    (
        Rule(
            "<day> <foreign month> <year>",
            compiled(rf"{_DAY}(?:\.|er|º|°)? (?:de |di )?{_MONTH_WORD}\.?,? (?:de |del )?(?P<year>1\d{{3}}|20\d\d)(?!\w)"),
            _words,
            (("le 4 février 2026", Calendar(2026, 2, 4)), ("4 de marzo de 2024", Calendar(2024, 3, 4)), ("the 4 ministers", None)),
            needs=(YEARS,),
        ),
        Rule(
            "<year>年<month>月<day>日",
            re.compile(r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
            numbered_date,
            (("2026年2月4日", Calendar(2026, 2, 4)),),
            needs=(YEARS,),
        ),
    ),
)
