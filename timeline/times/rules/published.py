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
    Range,
    Shift,
    Sign,
    Unit,
    Weekday,
    Which,
)
from timeline.times.interval import SATURDAY, Grain
from timeline.times.rule import (
    MAYBE_CUT,
    ONE_UNIT,
    PART_WORDS,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    Family,
    Meaning,
    Rule,
    any_of,
    compiled,
    cue_words,
    is_in_a_name,
    key,
    number,
    portioned,
)
from timeline.times.words import DAY_PARTS, EVENT_NOUNS, NUMBERS, STEPS, UNITS, WEEKDAYS, WHICH

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_PARTS = {"tonight": (0, DayPart.NIGHT), "last night": (-1, DayPart.NIGHT)}
_DAY_PART = rf"(?P<part>{any_of(DAY_PARTS)})\b"
_LONG_WEEKDAY = rf"(?P<weekday>{any_of(w for w in WEEKDAYS if len(w) > 5)}|{any_of(w for w in WEEKDAYS if len(w) < 6)}\.)(?!\w)"


def _day(match: re.Match[str]) -> Meaning | None:
    if match["day"][0].isupper() and re.search(r"[A-Z]\w+ $", match.string[max(match.start() - 24, 0) : match.start()]):
        return None  # "Russia Today"
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
    if not word[0].isupper() or (not match["which"] and is_in_a_name(match, behind=r"[A-Z]\w+|mosque")):
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
    steps = -1 if key(match["side"]) == "before last" else 1
    unit = UNITS.get(match["unit"].lower())
    if unit is not None:
        return Meaning(Unit(unit, 2 * steps))
    if match["unit"].lower() == "weekend":
        return Meaning(Part(Unit(Grain.WEEK, 2 * steps), Portion.WEEKEND))
    day = Weekday(WEEKDAYS[match["unit"].lower()], Which.LAST if steps < 0 else Which.NEXT)
    return Meaning(Shift(day, Period(1, Grain.WEEK), Sign.BEFORE if steps < 0 else Sign.AFTER))


def _weeks_from(match: re.Match[str]) -> Meaning | None:
    """ "A week on Monday", "Friday fortnight": the coming such day and as many weeks."""
    if match["weekday"][0].islower():
        return None
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
            compiled(r"overnight\b(?! (?:stays?|bags?|trains?|flights?|guests?|trips?)\b)"),
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
            compiled(rf"(?:the )?{_LONG_WEEKDAY}(?: of)? (?:the )?(?P<step>{any_of(STEPS)}) week\b"),
            _weekday_of_week,
            (("Monday of last week", Member(Unit(Grain.WEEK, -1), Weekday(0))),),
            needs=({"week"}, WEEKDAY_WORDS),
        ),
        Rule(
            "<step> week on <weekday>",
            compiled(rf"(?P<step>{any_of(STEPS)}) week,? on {_LONG_WEEKDAY}"),
            _weekday_of_week,
            (("last week on Monday", Member(Unit(Grain.WEEK, -1), Weekday(0))),),
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
            compiled(rf"(?P<weeks>a week|a fortnight|two weeks) (?:on|from) {WEEKDAY}(?!['’]s)"),
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
            "<step> <unit>",
            compiled(rf"{MAYBE_CUT}(?:the )?(?P<step>{any_of(STEPS)}) (?:calendar |financial |academic )?{ONE_UNIT}(?!-)"),
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
            compiled(rf"(?:(?P<step>{any_of(STEPS)}) |the )weekend\b(?! of\b)"),
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
    ),
)
