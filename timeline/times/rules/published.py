"""What hangs on the day of publication: "today", "on Tuesday", "last week", "two weeks ago", "earlier this month"."""

from __future__ import annotations

import re

from timeline.times.expression import (
    Clock,
    DayPart,
    Expression,
    Member,
    Part,
    Period,
    Portion,
    Published,
    Range,
    Setting,
    Shift,
    Sign,
    Unit,
    Vague,
    Weekday,
    Which,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    PART_WORDS,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    Family,
    Meaning,
    Rule,
    amount,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    number,
    period,
    portioned,
)
from timeline.times.words import CUTS, DAY_PARTS, EVENT_NOUNS, HOURS, NUMBERS, PORTIONS, STEPS, UNITS, WEEKDAYS, WHICH

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_PARTS = {"tonight": (0, DayPart.NIGHT), "last night": (-1, DayPart.NIGHT)}
SATURDAY = 5
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


# A night told as news lies on two days.
_LAST_NIGHT = Clock(Range(Unit(Grain.DAY, -1), Unit(Grain.DAY, 0)), DayPart.NIGHT)


def _overnight(_: re.Match[str]) -> Meaning:
    return Meaning(_LAST_NIGHT)


def _weekday(match: re.Match[str]) -> Meaning | None:
    """A weekday needs its capital letter, and a proper name around it makes it none ("Sunday Times")."""
    word = match["weekday"]
    if not word[0].isupper() or _is_in_a_name(match):
        return None
    which = WHICH[key(match["which"])] if match["which"] else Which.NEAREST
    day: Expression = Weekday(WEEKDAYS[word.lower().rstrip(".")], which)
    part = match["part"]
    return Meaning(Clock(day, DAY_PARTS[part.lower()]) if part else day)


def _is_in_a_name(match: re.Match[str]) -> bool:
    """ "The Sunday Times", "the Friday mosque": an article before the day, another name behind it."""
    following = re.match(r" ([A-Z]\w+|mosque)", match.string[match.end() : match.end() + 24])
    return bool(following and following[1].lower() not in EVENT_NOUNS and re.search(r"\bthe $", before(match)) and not match["which"])


def _this_part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Unit(Grain.DAY, 0), DAY_PARTS[match["part"].lower()]))


def _weekday_of_week(match: re.Match[str]) -> Meaning | None:
    if not match["weekday"][0].isupper():
        return None
    return Meaning(Member(Unit(Grain.WEEK, STEPS[key(match["step"])]), Weekday(WEEKDAYS[match["weekday"].lower().rstrip(".")])))


def _early_weekday(match: re.Match[str]) -> Meaning | None:
    if not match["weekday"][0].isupper():
        return None
    day = Weekday(WEEKDAYS[match["weekday"].lower().rstrip(".")])
    return Meaning(Clock(day, DAY_PARTS[match["part"].lower()]) if match["part"] else day)


def _weekdays_ago(match: re.Match[str]) -> Meaning | None:
    """ "Two Fridays ago": the second one back."""
    count = number(match["count"])
    if count is None or not match["weekday"][0].isupper():
        return None
    day = Weekday(WEEKDAYS[match["weekday"].lower()], Which.LAST)
    return Meaning(Shift(day, Period(count - 1, Grain.WEEK), Sign.BEFORE) if count > 1 else day)


def _before_last(match: re.Match[str]) -> Meaning | None:
    """ "The week before last", "the year after next"."""
    steps = -1 if match["side"].lower() == "before last" else 1
    unit = UNITS.get(match["unit"].lower())
    if unit is not None:
        return Meaning(Unit(unit, 2 * steps))
    if match["unit"].lower() == "weekend":
        return Meaning(Part(Unit(Grain.WEEK, 2 * steps), Portion.WEEKEND))
    day = Weekday(WEEKDAYS[match["unit"].lower()], Which.LAST if steps < 0 else Which.NEXT)
    return Meaning(Shift(day, Period(1, Grain.WEEK), Sign.BEFORE if steps < 0 else Sign.AFTER))


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
    """Bare it follows the tense as a weekday does."""
    if match["step"]:
        return Meaning(Part(Unit(Grain.WEEK, STEPS[key(match["step"])]), Portion.WEEKEND))
    return Meaning(Part(Weekday(SATURDAY), Portion.WEEKEND))


def _midweek(_: re.Match[str]) -> Meaning:
    return Meaning(Part(Unit(Grain.WEEK, 0), Portion.MID), timex=None)


def _ago(match: re.Match[str]) -> Meaning:
    """Plain "two weeks ago" is that week; "exactly two weeks ago" and "two years ago today" a day, "30 years ago this month" a month."""
    if match["this"]:
        return Meaning(Shift(Unit(UNITS[match["this"].lower()], 0), period(match), Sign.BEFORE))
    exact = match["exactly"] or match["today"]
    return Meaning(Shift(Unit(Grain.DAY, 0) if exact else Published(), period(match), Sign.BEFORE))


def _some_ago(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), amount(None, match["unit"].lower()), Sign.BEFORE), span="phrase", timex="phrase")


def _hence(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), period(match), Sign.AFTER))


def _in_time(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(Published(), period(match), Sign.AFTER), timex="words")


def _ahead(match: re.Match[str]) -> Meaning:
    return Meaning(Within(Published(), amount(None, match["unit"].lower()), Sign.AFTER))


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
    return Meaning(Within(Published(), Period(None, UNITS[match["unit"].lower()]), sign))


_STRETCHES = frozenset({"last", "past", "next", "coming", "previous", "recent"})

FAMILY = Family(
    "hanging on publication",
    (
        Rule(
            "today",
            compiled(rf"(?:(?:earlier|later|late|early) )?(?P<day>{any_of(_DAYS)})(?: {_DAY_PART})?(?!\w)"),
            _day,
            (("earlier today", Unit(Grain.DAY, 0)), ("yesterday evening", Clock(Unit(Grain.DAY, -1), DayPart.EVENING))),
            needs=(frozenset(_DAYS),),
        ),
        Rule(
            "tonight",
            compiled(rf"(?P<night>{any_of(_PARTS)})\b"),
            _night,
            (("last night", Clock(Unit(Grain.DAY, -1), DayPart.NIGHT)),),
            needs=(cue_words(_PARTS),),
        ),
        Rule(
            "overnight",
            compiled(r"overnight\b(?! (?:in|at|with|stay))"),
            _overnight,
            (("struck overnight", _LAST_NIGHT),),
            needs=({"overnight"},),
        ),
        Rule(
            "this <part of the day>",
            compiled(rf"(?:early |late |later |earlier )?this {_DAY_PART}"),
            _this_part,
            (("this morning", Clock(Unit(Grain.DAY, 0), DayPart.MORNING)),),
            needs=({"this"}, PART_WORDS),
        ),
        Rule(
            "<weekday> of <step> week",
            compiled(rf"{_LONG_WEEKDAY}(?: of)? (?:the )?(?P<step>{any_of(STEPS)}) week\b"),
            _weekday_of_week,
            (("Monday of last week", Member(Unit(Grain.WEEK, -1), Weekday(0))),),
            needs=({"week"}, WEEKDAY_WORDS),
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
            needs=(WEEKDAY_WORDS,),
        ),
        Rule(
            "early <weekday>",
            compiled(rf"(?:early|late|later|earlier)(?: on)? {_LONG_WEEKDAY}(?: {_DAY_PART})?"),
            _early_weekday,
            (("late on Monday", Weekday(0)), ("late Tuesday night", Clock(Weekday(1), DayPart.NIGHT))),
            needs=({"early", "late", "later", "earlier"}, WEEKDAY_WORDS),
        ),
        Rule(
            "<count> <weekday>s ago",
            compiled(rf"(?P<count>{any_of(NUMBERS)}) (?P<weekday>{any_of(w for w in WEEKDAYS if len(w) > 5)})s? ago\b"),
            _weekdays_ago,
            (("two Fridays ago", Shift(Weekday(4, Which.LAST), Period(1, Grain.WEEK), Sign.BEFORE)),),
            needs=({"ago"}, WEEKDAY_WORDS),
        ),
        Rule(
            "the <unit> before last",
            compiled(
                rf"the (?P<unit>week|weekend|month|quarter|year|decade|century|{any_of(w for w in WEEKDAYS if len(w) > 5)})"
                rf" (?P<side>before last|after next)\b(?! \w+(?:['’]s|ly)? (?:{any_of(EVENT_NOUNS)}))"
            ),
            _before_last,
            (("the week before last", Unit(Grain.WEEK, -2)),),
            needs=({"last", "next"}, {"before", "after"}),
        ),
        Rule(
            "a week on <weekday>",
            compiled(rf"(?P<weeks>a week|a fortnight|two weeks) (?:on|from) {WEEKDAY}"),
            _weeks_from,
            (("a week on Monday", Shift(Weekday(0, Which.NEXT), Period(1, Grain.WEEK), Sign.AFTER)),),
            needs=(UNIT_WORDS, WEEKDAY_WORDS),
        ),
        Rule(
            "<weekday> week",
            compiled(rf"{WEEKDAY} (?P<weeks>week|fortnight)\b(?! of)"),
            _weeks_from,
            (("on Friday fortnight", Shift(Weekday(4, Which.NEXT), Period(2, Grain.WEEK), Sign.AFTER)),),
            needs=({"week", "fortnight"}, WEEKDAY_WORDS),
        ),
        Rule(
            "the past <unit>",
            compiled(rf"(?:the|this) (?P<step>past|last|coming|next) {_UNIT}(?!-| of\b)"),
            _whole_stretch,
            (
                ("in the past year", Within(Published(), Period(1, Grain.YEAR), Sign.BEFORE)),
                ("over the last month", Within(Published(), Period(1, Grain.MONTH), Sign.BEFORE)),
            ),
            needs=({"past", "last", "coming", "next"}, UNIT_WORDS),
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
            needs=(cue_words(STEPS), UNIT_WORDS),
        ),
        Rule(
            "<step> weekend",
            compiled(rf"(?:(?P<step>{any_of(STEPS)}) |the )weekend\b"),
            _weekend,
            (("over the weekend", Part(Weekday(5), Portion.WEEKEND)), ("next weekend", Part(Unit(Grain.WEEK, 1), Portion.WEEKEND))),
            needs=({"weekend"},),
        ),
        Rule(
            "midweek",
            compiled(r"mid-?week\b"),
            _midweek,
            (("They met midweek.", Part(Unit(Grain.WEEK, 0), Portion.MID)),),
            needs=({"midweek", "mid"},),
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
            compiled(rf"(?:just |only )?(?P<phrase>(?P<unit>{any_of((*UNITS, *HOURS))})s ago)\b"),
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
