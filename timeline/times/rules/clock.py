"""Times of day: "10 p.m. on Tuesday", "16:15 UTC", "the night of 20 June"; alone they are of the day last spoken of."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Clock, Spoken
from timeline.times.rule import DIGITS, Family, Meaning, Rule, any_of, before, compiled, cue_words
from timeline.times.words import DAY_PARTS, ZONES

_ZONE = rf"(?:\s?\(?(?P<zone>{any_of(ZONES)})\)?(?!\w))?"
_AFTER_TIME_WORD = re.compile(r"\b(?:at|by|until|from|since|around|about|before|after|to|and)\s+$")
_NOON = 12


def _hour(match: re.Match[str]) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
    return Meaning(Clock(Spoken(), None, hour, minute, _zone(match)))


def _colon(match: re.Match[str]) -> Meaning | None:
    """Hours and minutes count as a time with a zone or after a word of time, else they may be a score or a verse."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59 or not (match["zone"] or _AFTER_TIME_WORD.search(before(match))):
        return None
    return Meaning(Clock(Spoken(), None, hour % 24, minute, _zone(match)))


def _zone(match: re.Match[str]) -> str:
    zone = (match["zone"] or "").lower()
    return "Z" if zone in {"utc", "gmt", "z"} else ""


def _noon(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Spoken(), None, 0 if match["word"].lower() == "midnight" else _NOON, 0))


def _whole_part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Spoken(), DAY_PARTS[match["part"].lower()]))


def _part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Spoken(), DAY_PARTS[match["part"].lower()]), span="phrase", timex="phrase")


FAMILY = Family(
    "times of day",
    DIGITS | cue_words(DAY_PARTS) | frozenset({"midnight", "noon"}),
    (
        Rule(
            "<hour> p.m.",
            compiled(rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>a\.m\.|p\.m\.|am\b|pm\b){_ZONE}"),
            _hour,
            (("at 10 p.m.", Clock(Spoken(), None, 22, 0)), ("at 5:30PM", Clock(Spoken(), None, 17, 30))),
        ),
        Rule(
            "<hour>:<minute> <zone>",
            compiled(rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d){_ZONE}(?![:\d])"),
            _colon,
            (("at 16:15 UTC", Clock(Spoken(), None, 16, 15, "Z")), ("won 21:15", None)),
        ),
        Rule(
            "noon",
            compiled(r"(?P<word>noon|midnight)\b"),
            _noon,
            (("at noon", Clock(Spoken(), None, 12, 0)),),
        ),
        Rule(
            "the <part of the day> of",
            compiled(rf"(?:early (?:in )?|late (?:in )?)?the (?P<part>{any_of(DAY_PARTS)})(?= (?:of|on) (?:\d|the \d|[A-Z]))"),
            _whole_part,
            (("on the morning of 5 March", Clock(Calendar(None, 3, 5), DAY_PARTS["morning"])),),
        ),
        Rule(
            "in the <part of the day>",
            compiled(rf"in (?P<phrase>(?:the )?(?:early |late )?(?P<part>{any_of(DAY_PARTS)}))\b"),
            _part,
            (("late in the evening", Clock(Spoken(), DAY_PARTS["evening"])),),
        ),
    ),
)
