"""Named days: "Christmas Eve", "Easter Sunday 2024", "Thanksgiving"; those that other calendars move stay without a day."""

from __future__ import annotations

import re

from timeline.times.expression import Holiday, Unknown
from timeline.times.rule import YEAR, Family, Meaning, Rule, any_of, compiled, cue_words, key
from timeline.times.words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, MOVING_HOLIDAYS, WEEKDAY_HOLIDAYS

_KNOWN = (*FIXED_HOLIDAYS, *EASTER_HOLIDAYS, *WEEKDAY_HOLIDAYS)
_NAME = any_of(_KNOWN).replace("'", "['’]")
_OF_YEAR = rf"(?:,? (?:of )?{YEAR})?"


def _known(match: re.Match[str]) -> Meaning | None:
    if not match["name"][0].isupper() and not match["name"].startswith("the "):
        return None
    return Meaning(Holiday(key(match["name"]), int(match["year"]) if match["year"] else None))


def _moving(match: re.Match[str]) -> Meaning | None:
    return Meaning(Unknown("a feast whose day another calendar gives")) if match["name"][0].isupper() else None


FAMILY = Family(
    "holidays",
    (
        Rule(
            "<holiday> <year>",
            compiled(rf"(?P<name>{_NAME}){_OF_YEAR}(?!\w)"),
            _known,
            (("on Christmas Eve", Holiday("christmas eve")), ("Easter Sunday 2024", Holiday("easter sunday", 2024))),
            needs=(cue_words(_KNOWN),),
        ),
        Rule(
            "<feast of another calendar>",
            compiled(rf"(?P<name>{any_of(MOVING_HOLIDAYS)})\b"),
            _moving,
            (("during Ramadan", Unknown("a feast whose day another calendar gives")),),
            needs=(cue_words(MOVING_HOLIDAYS),),
        ),
    ),
)
