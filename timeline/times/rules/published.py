"""What hangs on the day of publication: "today", "on Tuesday", "last week", "two weeks ago", "earlier this month"."""

from __future__ import annotations

import re

from timeline.times.expression import (
    Adjacent,
    Clock,
    DayPart,
    Expression,
    Member,
    Part,
    Period,
    Portion,
    Published,
    Shift,
    Sign,
    Unit,
    Weekday,
    Which,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    WEEKDAY,
    Family,
    Meaning,
    Rule,
    amount,
    any_of,
    compiled,
    cue_words,
    key,
    period,
    portioned,
)
from timeline.times.words import CUTS, DAY_PARTS, HOURS, PORTIONS, STEPS, UNITS, WEEKDAYS, WHICH

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_PARTS = {"tonight": (0, DayPart.NIGHT), "last night": (-1, DayPart.NIGHT), "overnight": (0, DayPart.NIGHT)}
_UNIT = rf"(?P<unit>{any_of(UNITS)})\b"
_DAY_PART = rf"(?P<part>{any_of(DAY_PARTS)})\b"
_MAYBE_PORTION = rf"(?:(?P<portion>{any_of((*PORTIONS, *CUTS))})(?: in| on)? )?"
_LONG_WEEKDAY = rf"(?P<weekday>{any_of(w for w in WEEKDAYS if len(w) > 5)}|{any_of(w for w in WEEKDAYS if len(w) < 6)}\.)(?!\w)"


def _day(match: re.Match[str]) -> Meaning:
    day = Unit(Grain.DAY, _DAYS[match["day"].lower()])
    part = match["part"]
    return Meaning(Clock(day, DAY_PARTS[part.lower()]) if part else day)


def _night(match: re.Match[str]) -> Meaning:
    steps, part = _PARTS[key(match["night"])]
    return Meaning(Clock(Unit(Grain.DAY, steps), part))


def _weekday(match: re.Match[str]) -> Meaning | None:
    """A weekday needs its capital letter, and a proper name around it makes it none ("Sunday Times")."""
    word = match["weekday"]
    if not word[0].isupper() or re.match(r" (?:Times|Telegraph|Mirror|mosque)\b", match.string[match.end() : match.end() + 12]):
        return None
    which = WHICH[key(match["which"])] if match["which"] else Which.NEAREST
    day: Expression = Weekday(WEEKDAYS[word.lower().rstrip(".")], which)
    part = match["part"]
    return Meaning(Clock(day, DAY_PARTS[part.lower()]) if part else day)


def _this_part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Unit(Grain.DAY, 0), DAY_PARTS[match["part"].lower()]))


def _weekday_of_week(match: re.Match[str]) -> Meaning | None:
    if not match["weekday"][0].isupper():
        return None
    return Meaning(Member(Unit(Grain.WEEK, STEPS[key(match["step"])]), Weekday(WEEKDAYS[match["weekday"].lower().rstrip(".")])))


def _early_weekday(match: re.Match[str]) -> Meaning | None:
    return Meaning(Weekday(WEEKDAYS[match["weekday"].lower().rstrip(".")])) if match["weekday"][0].isupper() else None


def _weeks_from(match: re.Match[str]) -> Meaning:
    """ "A week on Monday", "Friday fortnight": the coming such day and as many weeks."""
    day = Weekday(WEEKDAYS[match["weekday"].lower().rstrip(".")], Which.NEXT)
    weeks = {"a week": 1, "week": 1, "a fortnight": 2, "fortnight": 2, "two weeks": 2}[key(match["weeks"])]
    return Meaning(Shift(day, Period(weeks, Grain.WEEK), Sign.AFTER))


def _unit(match: re.Match[str]) -> Meaning | None:
    unit, steps = UNITS[match["unit"].lower()], STEPS[key(match["step"])]
    if unit is Grain.DAY and steps >= 0:
        return None
    if unit is Grain.WEEK and match["unit"].lower() == "fortnight":
        return None
    return Meaning(portioned(match, Unit(unit, steps)))


def _weekend(match: re.Match[str]) -> Meaning:
    steps = STEPS.get(key(match["step"]), 0) if match["step"] else 0
    if steps == 0:
        return Meaning(Part(Unit(Grain.WEEK, 0), Portion.WEEKEND))
    return Meaning(Adjacent(Published(), Portion.WEEKEND, Sign.BEFORE if steps < 0 else Sign.AFTER))


def _ago(match: re.Match[str]) -> Meaning:
    if match["exact"]:
        return Meaning(Shift(Unit(Grain.DAY, 0), period(match), Sign.BEFORE))
    return Meaning(Shift(Published(), period(match), Sign.BEFORE))


def _some_ago(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), amount(None, match["unit"].lower()), Sign.BEFORE))


def _hence(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), period(match), Sign.AFTER))


def _within(match: re.Match[str]) -> Meaning:
    return Meaning(Within(Published(), period(match), Sign.AFTER), span="phrase", timex="amount")


def _stretch(match: re.Match[str]) -> Meaning:
    """ "The past three weeks" ends at publication, "the next three weeks" begins there; TimeML calls both durations."""
    step = key(match["step"])
    return Meaning(Within(Published(), period(match), Sign.BEFORE if step in {"last", "past", "previous"} else Sign.AFTER))


def _vague_stretch(match: re.Match[str]) -> Meaning:
    sign = Sign.BEFORE if key(match["step"]) in {"last", "past", "recent"} else Sign.AFTER
    return Meaning(Within(Published(), Period(None, UNITS[match["unit"].lower()]), sign))


FAMILY = Family(
    "hanging on publication",
    cue_words((*_DAYS, *UNITS, *WEEKDAYS, *DAY_PARTS, "tonight", "overnight", "weekend", "ago", "hence", "hour", "minute", "second")),
    (
        Rule(
            "today",
            compiled(rf"(?:(?:earlier|later|late|early) )?(?P<day>{any_of(_DAYS)})(?: {_DAY_PART})?(?!\w)"),
            _day,
            (("earlier today", Unit(Grain.DAY, 0)), ("yesterday evening", Clock(Unit(Grain.DAY, -1), DayPart.EVENING))),
        ),
        Rule(
            "tonight",
            compiled(rf"(?P<night>{any_of(_PARTS)})\b"),
            _night,
            (("last night", Clock(Unit(Grain.DAY, -1), DayPart.NIGHT)),),
        ),
        Rule(
            "this <part of the day>",
            compiled(rf"(?:early |late |later |earlier )?this {_DAY_PART}"),
            _this_part,
            (("this morning", Clock(Unit(Grain.DAY, 0), DayPart.MORNING)),),
        ),
        Rule(
            "<weekday> of <step> week",
            compiled(rf"{_LONG_WEEKDAY}(?: of)? (?:the )?(?P<step>{any_of(STEPS)}) week\b"),
            _weekday_of_week,
            (("Monday of last week", Member(Unit(Grain.WEEK, -1), Weekday(0))),),
        ),
        Rule(
            "<which> <weekday> <part of the day>",
            compiled(rf"(?:(?P<which>{any_of(WHICH)}) )?{_LONG_WEEKDAY}(?: {_DAY_PART})?"),
            _weekday,
            (
                ("on Tuesday", Weekday(1)),
                ("last Friday", Weekday(4, Which.LAST)),
                ("Friday morning", Clock(Weekday(4), DayPart.MORNING)),
                ("the Sunday Times", None),
            ),
        ),
        Rule(
            "early <weekday>",
            compiled(rf"(?:early|late)(?: on)? {_LONG_WEEKDAY}"),
            _early_weekday,
            (("late on Monday", Weekday(0)),),
        ),
        Rule(
            "a week on <weekday>",
            compiled(rf"(?P<weeks>a week|a fortnight|two weeks) (?:on|from) {WEEKDAY}"),
            _weeks_from,
            (("a week on Monday", Shift(Weekday(0, Which.NEXT), Period(1, Grain.WEEK), Sign.AFTER)),),
        ),
        Rule(
            "<weekday> week",
            compiled(rf"{WEEKDAY} (?P<weeks>week|fortnight)\b(?! of)"),
            _weeks_from,
            (("on Friday fortnight", Shift(Weekday(4, Which.NEXT), Period(2, Grain.WEEK), Sign.AFTER)),),
        ),
        Rule(
            "<step> <unit>",
            compiled(rf"{_MAYBE_PORTION}(?:the )?(?P<step>{any_of(STEPS)}) (?:calendar |financial |academic )?{_UNIT}(?!-)"),
            _unit,
            (
                ("last week", Unit(Grain.WEEK, -1)),
                ("earlier this month", Part(Unit(Grain.MONTH, 0), Portion.EARLIER)),
                ("the end of last year", Part(Unit(Grain.YEAR, -1), Portion.END)),
            ),
        ),
        Rule(
            "<step> weekend",
            compiled(rf"(?:(?P<step>{any_of(STEPS)}) |the )weekend\b"),
            _weekend,
            (("over the weekend", Part(Unit(Grain.WEEK, 0), Portion.WEEKEND)),),
        ),
        Rule(
            "<count> <unit> ago",
            compiled(rf"{FOCUS}{HEDGE}(?P<amount>{AMOUNT}) ago(?P<exact> today)?\b"),
            _ago,
            (
                ("two weeks ago", Shift(Published(), Period(2, Grain.WEEK), Sign.BEFORE)),
                ("a year ago today", Shift(Unit(Grain.DAY, 0), Period(1, Grain.YEAR), Sign.BEFORE)),
            ),
        ),
        Rule(
            "<unit>s ago",
            compiled(rf"(?:just |only )?(?P<unit>{any_of((*UNITS, *HOURS))})s ago\b"),
            _some_ago,
            (("weeks ago", Shift(Published(), Period(None, Grain.WEEK), Sign.BEFORE)),),
        ),
        Rule(
            "<count> <unit> from now",
            compiled(rf"{FOCUS}{HEDGE}(?P<amount>{AMOUNT}) (?:from now|from today|hence)\b"),
            _hence,
            (("three days from now", Shift(Published(), Period(3, Grain.DAY), Sign.AFTER)),),
        ),
        Rule(
            "in <count> <unit>'s time",
            compiled(rf"in {HEDGE}(?P<amount>{AMOUNT})['’]? time\b"),
            _hence,
            (("in three days' time", Shift(Published(), Period(3, Grain.DAY), Sign.AFTER)),),
        ),
        Rule(
            "within <count> <unit>",
            compiled(rf"(?P<phrase>within {HEDGE}(?:the next )?(?P<amount>{AMOUNT}))(?! of\b| after\b)"),
            _within,
            (("within 48 hours", Within(Published(), Period(48, Grain.DAY, hours=48.0), Sign.AFTER)),),
        ),
        Rule(
            "the <step> <count> <unit>",
            compiled(rf"(?:the|these) (?P<step>last|past|next|coming|previous) {HEDGE}(?P<amount>{AMOUNT})"),
            _stretch,
            (("over the past three weeks", Within(Published(), Period(3, Grain.WEEK), Sign.BEFORE)),),
        ),
        Rule(
            "in recent <unit>s",
            compiled(rf"(?:the )?(?P<step>recent|past|last|coming|next) (?P<unit>{any_of(UNITS)})s\b"),
            _vague_stretch,
            (("in the coming weeks", Within(Published(), Period(None, Grain.WEEK), Sign.AFTER)),),
        ),
    ),
)
