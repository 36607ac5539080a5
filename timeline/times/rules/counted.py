"""What is counted from publication: "two weeks ago", "within 48 hours", "the past year", "in the coming weeks"."""

from __future__ import annotations

import re

from timeline.times.expression import (
    Period,
    Published,
    Setting,
    Shift,
    Sign,
    Unit,
    Vague,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    ONE_UNIT,
    PLURAL_UNIT,
    UNIT_WORDS,
    Family,
    Meaning,
    Rule,
    any_of,
    before,
    compiled,
    key,
    period,
)
from timeline.times.words import UNITS


def _ago(match: re.Match[str]) -> Meaning:
    """Plain "two weeks ago" is that week; "exactly two weeks ago" and "two years ago today" a day, "30 years ago this month" a month."""
    if match["this"]:
        return Meaning(Shift(Unit(UNITS[match["this"].lower()], 0), period(match), Sign.BEFORE))
    exact = match["exactly"] or match["today"]
    return Meaning(Shift(Unit(Grain.DAY, 0) if exact else Published(), period(match), Sign.BEFORE))


def _some_ago(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), period(match), Sign.BEFORE), span="phrase", timex="phrase")


def _hence(match: re.Match[str]) -> Meaning:
    today = match[0].lower().endswith("today")
    return Meaning(Shift(Unit(Grain.DAY, 0) if today else Published(), period(match), Sign.AFTER))


def _in_time(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), period(match), Sign.AFTER), timex="words")


def _ahead(match: re.Match[str]) -> Meaning:
    return Meaning(Within(Published(), period(match), Sign.AFTER))


def _within(match: re.Match[str]) -> Meaning:
    return Meaning(Within(Published(), period(match), Sign.AFTER), span="phrase", timex="amount")


def _stretch(match: re.Match[str]) -> Meaning:
    """ "The past three weeks" ends at publication, "the next three weeks" begins there; TimeML calls both durations."""
    step = key(match["step"])
    ref = Setting() if step in {"next", "previous"} else Published()
    return Meaning(Within(ref, period(match), Sign.BEFORE if step in {"last", "past", "previous"} else Sign.AFTER))


def _whole_stretch(match: re.Match[str]) -> Meaning | None:
    """ "The past year" and "over the last month" reach up to publication, "the coming month" goes on from it."""
    step, unit = key(match["step"]), UNITS[match["unit"].lower()]
    over = re.search(r"\b(?:in|over|during|within|for|throughout|of|than)\s+$", before(match))
    if unit in {Grain.DAY, Grain.CENTURY} or (step not in {"past", "coming"} and not over):
        return None
    ref = Setting() if step == "next" else Published()
    return Meaning(Within(ref, Period(1, unit), Sign.BEFORE if step in {"last", "past"} else Sign.AFTER))


def _vague_stretch(match: re.Match[str]) -> Meaning:
    """ "Recent years" only lie in the past, "the coming weeks" go on from publication."""
    if key(match["step"]) == "recent":
        return Meaning(Vague.PAST)
    sign = Sign.BEFORE if key(match["step"]) in {"last", "past"} else Sign.AFTER
    return Meaning(Within(Published(), period(match), sign))


_STRETCHES = frozenset({"last", "past", "next", "coming", "previous", "recent"})

FAMILY = Family(
    "counted from publication",
    (
        Rule(
            "the past <unit>",
            compiled(rf"(?:the|this) (?P<step>past|last|coming|next) {ONE_UNIT}(?!-| of\b)"),
            _whole_stretch,
            (
                ("in the past year", Within(Published(), Period(1, Grain.YEAR), Sign.BEFORE)),
                ("over the last month", Within(Published(), Period(1, Grain.MONTH), Sign.BEFORE)),
            ),
            needs=({"past", "last", "coming", "next"}, UNIT_WORDS),
        ),
        Rule(
            "<count> <unit> ago",
            compiled(
                rf"(?:(?P<exactly>exactly|precisely) )?{FOCUS}{HEDGE}(?P<amount>{AMOUNT}) ago"
                r"(?:(?P<today>,? today| to the day)| this (?P<this>week|month|quarter|year))?\b"
            ),
            _ago,
            (
                ("two weeks ago", Shift(Published(), Period(2, Grain.WEEK), Sign.BEFORE)),
                ("a year ago today", Shift(Unit(Grain.DAY, 0), Period(1, Grain.YEAR), Sign.BEFORE)),
            ),
            needs=({"ago"}, UNIT_WORDS),
        ),
        Rule(
            "<unit>s ago",
            compiled(rf"(?:just |only )?(?P<phrase>{PLURAL_UNIT} ago)\b"),
            _some_ago,
            (("weeks ago", Shift(Published(), Period(None, Grain.WEEK), Sign.BEFORE)),),
            needs=({"ago"}, UNIT_WORDS),
        ),
        Rule(
            "<count> <unit> from now",
            compiled(rf"{FOCUS}{HEDGE}(?P<amount>{AMOUNT}) (?:from now|from today|hence)\b"),
            _hence,
            (("three days from now", Shift(Published(), Period(3, Grain.DAY), Sign.AFTER)),),
            needs=({"now", "today", "hence"}, UNIT_WORDS),
        ),
        Rule(
            "in <count> <unit>'s time",
            compiled(rf"in (?P<words>{HEDGE}(?P<amount>{AMOUNT})['’]?(?:s['’]?|['’]s)? time)\b"),
            _in_time,
            (("in three days' time", Shift(Published(), Period(3, Grain.DAY), Sign.AFTER)),),
            needs=({"time"}, UNIT_WORDS),
        ),
        Rule(
            "within <count> <unit>",
            compiled(rf"(?P<phrase>within {HEDGE}(?P<amount>(?:the (?:next|coming) )?{AMOUNT}))(?! of\b| after\b)"),
            _within,
            (("within 48 hours", Within(Published(), Period(48, Grain.DAY, hours=48.0), Sign.AFTER)),),
            needs=({"within"}, UNIT_WORDS),
        ),
        Rule(
            "the <step> <count> <unit>",
            compiled(rf"(?:the|these) (?P<step>last|past|next|coming|previous) {HEDGE}(?P<amount>{AMOUNT})"),
            _stretch,
            (("over the past three weeks", Within(Published(), Period(3, Grain.WEEK), Sign.BEFORE)),),
            needs=(_STRETCHES, UNIT_WORDS),
        ),
        Rule(
            "the <unit>s ahead",
            compiled(rf"the (?P<unit>{any_of(UNITS)})s (?:ahead|to come)\b(?! of)"),
            _ahead,
            (("in the days ahead", Within(Published(), Period(None, Grain.DAY), Sign.AFTER)),),
            needs=({"ahead", "come"}, UNIT_WORDS),
        ),
        Rule(
            "in recent <unit>s",
            compiled(rf"(?:the )?(?P<step>recent|past|last|coming|next) (?P<unit>{any_of(UNITS)})s\b"),
            _vague_stretch,
            (("in the coming weeks", Within(Published(), Period(None, Grain.WEEK), Sign.AFTER)),),
            needs=(_STRETCHES, UNIT_WORDS),
        ),
    ),
)
