"""Named days: "Christmas Eve", "Easter Sunday 2024", "Ramadan", "Ukraine's Independence Day"."""

from __future__ import annotations

import re

from timeline.names import lookup
from timeline.times.expression import Calendar, Holiday
from timeline.times.rule import YEAR, Family, Meaning, Rule, any_of, compiled, cue_words, key
from timeline.times.words import EASTER_HOLIDAYS, FEASTS, FEASTS_BY_RULE, FIXED_HOLIDAYS, NATIONAL_DAYS

_KNOWN = (*FIXED_HOLIDAYS, *EASTER_HOLIDAYS, *FEASTS, *FEASTS_BY_RULE)
_NAME = any_of(_KNOWN).replace("'", "['’]")
_OF_YEAR = rf"(?:,? (?:of )?{YEAR})?"
_LAST_SENTENCE = re.compile(r"[.;!?\n]\s")
_SENTENCE = 160


def _known(match: re.Match[str]) -> Meaning | None:
    if not match["name"][0].isupper() and not match["name"].startswith("the "):
        return None
    return Meaning(Holiday(key(match["name"]), _year(match)))


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _national(match: re.Match[str]) -> Meaning | None:
    """The state is the one named beside the day, or the only one that its sentence names before it."""
    if not match["name"][0].isupper():
        return None
    before = _LAST_SENTENCE.split(match.string[max(match.start() - _SENTENCE, 0) : match.start()])[-1].split()
    code = _state_at_end(before) or _state_at_start(match)
    if code is None:
        named = {found for stop in range(len(before)) if (found := _state_at_end(before[:stop]))}
        code = named.pop() if len(named) == 1 else None
    return Meaning(Holiday(key(match["name"]), _year(match), code)) if code else None


def _state_at_end(words: list[str]) -> str | None:
    """ "Sri Lanka's", "the Ukrainian"."""
    if not words:
        return None
    last = re.sub(r"['’]s?$", "", words[-1].strip(',()"'))
    return next((code for n in (3, 2, 1) if len(words) >= n and (code := _state(" ".join([*words[-n:-1], last])))), None)


def _state_at_start(match: re.Match[str]) -> str | None:
    """ "Independence Day of Sri Lanka"."""
    words = re.findall(r"[^\s,;:]+", match.string[match.end("of") : match.end("of") + 60])[:4] if match["of"] else []
    return next((code for n in range(len(words), 0, -1) if (code := _state(" ".join(words[:n]).rstrip(".")))), None)


def _state(words: str) -> str | None:
    known = lookup(words)
    return known.code if known and known.is_state else None


def _d_day(_: re.Match[str]) -> Meaning:
    return Meaning(Calendar(1944, 6, 6))


FAMILY = Family(
    "holidays",
    (
        Rule(
            "<holiday> <year>",
            compiled(rf"(?P<name>{_NAME}){_OF_YEAR}(?!\w)"),
            _known,
            (
                ("on Christmas Eve", Holiday("christmas eve")),
                ("Easter Sunday 2024", Holiday("easter sunday", 2024)),
                ("during Ramadan", Holiday("ramadan")),
            ),
            needs=(cue_words(_KNOWN),),
        ),
        Rule(
            "<state>'s <national day>",
            compiled(rf"(?P<name>{any_of(NATIONAL_DAYS)})\b{_OF_YEAR}(?:(?=(?P<of> (?:of|in) (?:the )?)(?-i:[A-Z])))?"),
            _national,
            (
                ("on Ukraine's Independence Day", Holiday("independence day", None, "UKR")),
                ("came to Moscow for Victory Day", Holiday("victory day", None, "RUS")),
                ("the Independence Day of Sri Lanka", Holiday("independence day", None, "LKA")),
                ("an Independence Day for all", None),
            ),
            needs=({"day"}, cue_words({words.split()[0] for words in NATIONAL_DAYS} | {"forces"})),
        ),
        Rule("D-Day", compiled(r"D-Day\b"), _d_day, (("landed on D-Day", Calendar(1944, 6, 6)),), needs=({"day"}, {"d"})),
    ),
)
