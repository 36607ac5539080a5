"""Times of day: "10 p.m. on Tuesday", "16:15 UTC", "dawn on 20 June"; alone they are of the day last spoken of."""

from __future__ import annotations

import re

from timeline.times.expression import Calendar, Clock, DayPart, Spoken, Unknown
from timeline.times.rule import (
    DIGITS,
    JOINED,
    NUMBER_WORDS,
    PART_WORDS,
    YEARS,
    Family,
    Meaning,
    Rule,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    number,
)
from timeline.times.words import CIRCA, DAY_PART_ADJECTIVES, DAY_PARTS, NUMBERS, ZONES

_ZONE = rf"(?:\s?\(?(?P<zone>{any_of(ZONES)})(?!\w)(?:\s?(?P<plus>[+-]\d{{1,2}})(?!\d))?\)?)?"
_CIRCA = rf"(?:{any_of(CIRCA)} )?"
_HALF = r"(?P<half>a\.m\.|p\.m\.|am\b|pm\b)"
_PART = rf"(?P<part>{any_of(DAY_PARTS)})"
_AFTER_TIME_WORD = re.compile(r"\b(?:at|by|until|from|since|around|about|before|after|to|and|between|till)\s+$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?\n][\"”’)]?\s*|[“\"])$")
_NOON = 12
# "Night raids", "at night": of no certain day.
_SOME_DAY = Unknown("of no certain day")


def _hour(match: re.Match[str]) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= _NOON or minute > 59:
        return None
    hour = hour % _NOON + (_NOON if match["half"].lower().startswith("p") else 0)
    return Meaning(Clock(Spoken(), None, hour, minute, _zone(match)))


def _colon(match: re.Match[str]) -> Meaning | None:
    """Hours and minutes count as a time with a zone or after a word of time, else they may be a score or a verse."""
    hour, minute = int(match["hour"]), int(match["minute"])
    said = match["zone"] or match["hours"] or _AFTER_TIME_WORD.search(before(match))
    return Meaning(Clock(Spoken(), None, hour % 24, minute, _zone(match))) if said and _is_time(hour, minute) else None


def _of_a_part(match: re.Match[str]) -> Meaning | None:
    """ "5:30 in the morning", "three in the afternoon"."""
    hour, minute = number(match["hour"]), int(match["minute"] or 0)
    if hour is None or not 1 <= hour <= _NOON or minute > 59:
        return None
    late = match["part"].lower() != "morning" and not (match["part"].lower() == "night" and hour < 5)
    return Meaning(Clock(Spoken(), None, int(hour) % _NOON + (_NOON if late else 0), minute))


def _in_words(match: re.Match[str]) -> Meaning | None:
    """ "Three o'clock", "half past seven", "a quarter to six": of which half of the day the words behind may say."""
    hour = number(match["hour"] or match["oclock"])
    if hour is None or not 1 <= hour <= _NOON:
        return None
    minute = {"half": 30, "quarter": 15}.get((match["minutes"] or "").lower(), 0)
    before_it = (match["side"] or "").lower() == "to"
    return Meaning(Clock(Spoken(), None, (int(hour) - before_it) % _NOON, 60 - minute if before_it else minute))


def _four_digits(match: re.Match[str]) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return Meaning(Clock(Spoken(), None, hour % 24, minute, _zone(match))) if _is_time(hour, minute) else None


def _iso(match: re.Match[str]) -> Meaning | None:
    """A date with its time in ISO 8601."""
    hour, minute, month, day = int(match["hour"]), int(match["minute"]), int(match["month"]), int(match["day"])
    if not (_is_time(hour, minute) and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    second = int(match["second"]) if match["second"] else None
    return Meaning(Clock(Calendar(int(match["year"]), month, day), None, hour, minute, match["offset"] or "", second))


def _is_time(hour: int, minute: int) -> bool:
    return (hour < 24 and minute < 60) or (hour, minute) == (24, 0)


def _zone(match: re.Match[str]) -> str:
    if not match["zone"]:
        return ""
    plus = match.groupdict().get("plus")
    return f"{int(plus):+03d}" if plus else ZONES[key(match["zone"])]


def _noon(match: re.Match[str]) -> Meaning | None:
    if _is_a_name(match, "word"):
        return None
    return Meaning(Clock(Spoken(), None, 0 if match["word"].lower() == "midnight" else _NOON, 0, _zone(match)))


def _is_a_name(match: re.Match[str], group: str) -> bool:
    """ "Malik Noon", "the Dawn newspaper": a capital within a sentence."""
    start = match.start(group)
    return match[group][0].isupper() and not _SENTENCE_BEGINS.search(match.string[max(start - 4, 0) : start])


def _whole_part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Spoken(), DAY_PARTS[match["part"].lower()]))


def _part(match: re.Match[str]) -> Meaning | None:
    if _is_a_name(match, "part"):
        return None
    return Meaning(Clock(Spoken(), DAY_PARTS[match["part"].lower()]), span="phrase", timex="phrase")


def _small_hours(_: re.Match[str]) -> Meaning:
    return Meaning(Clock(Spoken(), DayPart.MORNING))


def _some_night(match: re.Match[str]) -> Meaning | None:
    if _is_a_name(match, "part"):
        return None
    return Meaning(Clock(_SOME_DAY, DAY_PARTS[match["part"].lower()]), span="phrase", timex="phrase")


FAMILY = Family(
    "times of day",
    (
        Rule(
            "<date>T<time>",
            compiled(
                r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[T\s](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
                r"(?P<offset>Z|[+-]\d\d:?\d\d)?(?![\w:])"
            ),
            _iso,
            (("sent 2024-03-12T10:00:00Z", Clock(Calendar(2024, 3, 12), None, 10, 0, "Z", 0)),),
            needs=(JOINED,),
        ),
        Rule(
            "<hour> p.m.",
            compiled(rf"{_CIRCA}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?{_HALF}{_ZONE}"),
            _hour,
            (("at 10 p.m.", Clock(Spoken(), None, 22, 0)), ("at 5:30PM", Clock(Spoken(), None, 17, 30))),
            needs=({"m", "am", "pm"}, DIGITS),
        ),
        Rule(
            "<hour>:<minute> <zone>",
            compiled(rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?P<hours>\s?(?:hrs?|hours)\b)?{_ZONE}(?![:\d])"),
            _colon,
            (("at 16:15 UTC", Clock(Spoken(), None, 16, 15, "Z")), ("won 21:15", None)),
            needs=(JOINED,),
        ),
        Rule(
            "<hour>:<minute> in the <part of the day>",
            compiled(
                rf"(?P<hour>\d{{1,2}}|{any_of(NUMBERS)})(?:[:.](?P<minute>\d\d))? (?:in the (?=morning|afternoon|evening)|at (?=night))"
                r"(?P<part>morning|afternoon|evening|night)\b"
            ),
            _of_a_part,
            (("at 5:30 in the morning", Clock(Spoken(), None, 5, 30)), ("nine at night", Clock(Spoken(), None, 21, 0))),
            needs=({"morning", "afternoon", "evening", "night"}, NUMBER_WORDS),
        ),
        Rule(
            "half past <hour>",
            compiled(
                rf"(?:(?:a )?(?P<minutes>half|quarter) (?P<side>past|to) (?P<hour>{any_of(NUMBERS)}|\d{{1,2}})"
                rf"|(?P<oclock>{any_of(NUMBERS)}|\d{{1,2}}) o['’]clock)"
                rf"(?:{_ZONE})\b"
            ),
            _in_words,
            (("at half past seven", Clock(Spoken(), None, 7, 30)), ("three o'clock", Clock(Spoken(), None, 3, 0))),
            needs=({"half", "quarter", "clock"}, NUMBER_WORDS),
        ),
        Rule(
            "<hour><minute> GMT",
            compiled(rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?(?:(?P<zone>{any_of(ZONES)})|hrs|hours|h)(?!\w)"),
            _four_digits,
            (("at 0630 GMT", Clock(Spoken(), None, 6, 30, "Z")),),
            needs=(cue_words(ZONES) | {"hrs", "hours", "h"}, YEARS),
        ),
        Rule(
            "noon",
            compiled(rf"(?:12 )?(?P<word>noon|midnight)\b{_ZONE}"),
            _noon,
            (("at noon", Clock(Spoken(), None, 12, 0)),),
            needs=({"noon", "midnight"},),
        ),
        Rule(
            "the <part of the day> of",
            compiled(rf"(?:early (?:in )?|late (?:in )?)?(?:the )?{_PART}(?=(?: hours)? (?:of|on) (?:\d|the \d|(?-i:[A-Z])))"),
            _whole_part,
            (
                ("on the morning of 5 March", Clock(Calendar(None, 3, 5), DayPart.MORNING)),
                ("at dawn on 5 March", Clock(Calendar(None, 3, 5), DayPart.MORNING)),
            ),
            needs=(PART_WORDS,),
        ),
        Rule(
            "the early hours of",
            compiled(r"the (?:early (?:morning )?|small |late )hours\b"),
            _small_hours,
            (("in the early hours of 5 March", Clock(Calendar(None, 3, 5), DayPart.MORNING)),),
            needs=({"hours"},),
        ),
        Rule(
            "in the <part of the day>",
            compiled(rf"(?:in|during|through|throughout|for) (?P<phrase>(?:the )?(?:early |late |mid-?)?{_PART})\b"),
            _part,
            (("late in the evening", Clock(Spoken(), DayPart.EVENING)),),
            needs=(PART_WORDS,),
        ),
        Rule(
            "a <part of the day> <noun>",
            compiled(
                r"(?:an?|the|in|early|late|at|by) (?P<phrase>(?P<part>morning|afternoon|evening|dawn))(?= (?-i:[a-z])|[,.;])"
                r"(?! (?:before|after|of|on|when|that)\b)"
            ),
            _part,
            (("in morning trading", Clock(Spoken(), DayPart.MORNING)),),
            needs=({"morning", "afternoon", "evening", "dawn"},),
        ),
        Rule(
            "by daybreak",
            compiled(
                r"(?:at|by|before|after|until|since|around|from) "
                r"(?P<phrase>(?P<part>dawn|daybreak|dusk|nightfall|sunrise|sunset|mid-?morning|mid-?afternoon))\b"
            ),
            _part,
            (("shortly after dawn", Clock(Spoken(), DayPart.MORNING)),),
            needs=(PART_WORDS,),
        ),
        Rule(
            "all night",
            compiled(r"(?P<phrase>all (?P<part>morning|afternoon|evening|night))\b"),
            _part,
            (("They talked all night.", Clock(Spoken(), DayPart.NIGHT)),),
            needs=({"all"}, PART_WORDS),
        ),
        Rule(
            "at night",
            compiled(r"(?:at|by) (?P<phrase>(?P<part>night|nights))\b"),
            _some_night,
            (("moved at night", Clock(_SOME_DAY, DayPart.NIGHT)),),
            needs=({"night", "nights"},),
        ),
        Rule(
            "night <noun>",
            compiled(
                rf"(?P<phrase>(?P<part>{any_of(DAY_PART_ADJECTIVES)}))(?=[-\s](?-i:[a-z]))"
                r"(?! (?:of|before|after|on|in|at|and|or|that|when|was|is)\b)"
            ),
            _some_night,
            (("a night attack", Clock(_SOME_DAY, DayPart.NIGHT)),),
            needs=(cue_words(DAY_PART_ADJECTIVES),),
        ),
    ),
)
