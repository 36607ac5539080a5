"""What hangs on the time last spoken of: "the following day", "two weeks later", "that week", "the next morning"."""

from __future__ import annotations

import re

from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Era,
    Expression,
    Member,
    Part,
    Period,
    Portion,
    Setting,
    Shift,
    Sign,
    Spoken,
    Unit,
    Weekday,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    MAYBE_CUT,
    MONTH,
    MONTH_WORDS,
    ORDINAL,
    PART_WORDS,
    SEASON_WORDS,
    UNIT,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    Family,
    Meaning,
    Rule,
    after,
    amount,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    period,
    portioned,
)
from timeline.times.words import DAY_PARTS, EVENT_NOUNS, MONTHS, PORTIONS, SEASONS, SPOKEN_STEPS, UNITS, WEEKDAYS

_STEP = rf"(?P<step>{any_of(SPOKEN_STEPS)})"
_UNIT = r"day|week|month|quarter|year|decade|century"
_DIRECTION = r"later|earlier|afterwards?|previously|beforehand|before|after|on"
_BESIDE = r"before|after"
# Behind "the day" and the like nothing that says which one or of what: "the day he died", "the week of the vote".
_NOTHING_NAMED = (
    r"(?!(?:['’]s|-)| (?:of|before|after|when|that|which|on which|in which|following|ended|ending|end|beginning|to come"
    r"|ahead|he|she|they|it|we|I)\b)"
)
_NO_NOUN = rf"(?! (?:same )?(?:\w+ )?(?:{any_of(EVENT_NOUNS)})\b)"


def _unit(match: re.Match[str]) -> Meaning | None:
    """ "That week", "later that month"; with "of the talks" after it the phrase hangs on those instead."""
    unit = UNITS[match["unit"].lower()]
    if re.match(r"\s+(?:of|after|before)\b", after(match)) and unit is Grain.DAY:
        return None
    if (
        key(match["step"]) == "the next"
        and unit is not Grain.DAY
        and re.search(r"\b(?:over|in|within|during|for|throughout)\s+$", before(match))
    ):
        return None  # "over the next year" goes on from now
    whole = Unit(unit, SPOKEN_STEPS[key(match["step"])], Spoken())
    return Meaning(whole if unit is Grain.DAY else portioned(match, whole))


def _the_unit(match: re.Match[str]) -> Meaning | None:
    """ "The end of the year", "later in the month": a unit with a portion needs no word that says which."""
    unit = UNITS[match["unit"].lower()]
    whole = Unit(unit, 0, Setting())
    return Meaning(whole if unit is Grain.DAY else portioned(match, whole))


def _day_part(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(Unit(Grain.DAY, SPOKEN_STEPS[key(match["step"])], Spoken()), DAY_PARTS[match["part"].lower()]))


def _later(match: re.Match[str]) -> Meaning | None:
    """ "Two weeks later", "a day earlier", "three days before" where no event follows."""
    word = key(match["direction"])
    if word in {"before", "after", "on"} and not _ends_here(match):
        return None
    sign = Sign.BEFORE if word in {"earlier", "before", "previously", "beforehand"} else Sign.AFTER
    return Meaning(Shift(Spoken(), period(match), sign))


def _units_later(match: re.Match[str]) -> Meaning | None:
    word = key(match["direction"])
    if word in {"before", "after"} and not (_ends_here(match) or re.match(r"\s*(?:when|while|as)\b", after(match))):
        return None
    sign = Sign.BEFORE if word in {"earlier", "before"} else Sign.AFTER
    return Meaning(Shift(Spoken(), amount(None, match["unit"].lower()), sign))


def _within_the_hour(_: re.Match[str]) -> Meaning:
    """ "It was reopened within the hour": on the day told, or in the first hours of the next."""
    return Meaning(Shift(Spoken(), Period(None, Grain.DAY, hours=1.0), Sign.AFTER), timex=None)


def _ends_here(match: re.Match[str]) -> bool:
    """Whether the clause ends behind a phrase, so that it hangs on nothing said there."""
    return bool(re.match(r"\s*(?:$|[,.;:)—–])", after(match)))


def _day_beside(match: re.Match[str]) -> Meaning | None:
    """ "The day before", "the day after" and "the day following" where nothing follows that they could hang on."""
    if not _ends_here(match):
        return None
    sign = Sign.BEFORE if match["direction"].lower() == "before" else Sign.AFTER
    return Meaning(Shift(Spoken(), Period(1, UNITS[match["unit"].lower()]), sign))


def _after_that(match: re.Match[str]) -> Meaning:
    sign = Sign.BEFORE if match["direction"].lower() == "before" else Sign.AFTER
    return Meaning(Shift(Spoken(), amount(1, match["only"].lower()) if match["only"] else period(match), sign))


def _weekday(match: re.Match[str]) -> Meaning | None:
    """ "The following Wednesday", "the previous Friday", "that Tuesday": beside the time told last, or in its week."""
    if not match["weekday"][0].isupper():
        return None
    weekday, steps = Weekday(WEEKDAYS[match["weekday"].lower()]), SPOKEN_STEPS[key(match["step"])]
    day: Expression = Member(Unit(Grain.WEEK, 0, Spoken()), weekday) if steps == 0 else Adjacent(Spoken(), weekday, _side(steps))
    return Meaning(Clock(day, DAY_PARTS[match["part"].lower()]) if match["part"] else day)


def _month(match: re.Match[str]) -> Meaning | None:
    if not match["month"][0].isupper():
        return None
    month, steps = Calendar(None, MONTHS[match["month"].lower()]), SPOKEN_STEPS[key(match["step"])]
    return Meaning(
        portioned(match, Member(Unit(Grain.YEAR, 0, Spoken()), month) if steps == 0 else Adjacent(Spoken(), month, _side(steps)))
    )


def _side(steps: int) -> Sign:
    return Sign.BEFORE if steps < 0 else Sign.AFTER


def _weekend(match: re.Match[str]) -> Meaning:
    steps = SPOKEN_STEPS[key(match["step"])]
    weekend = Part(Unit(Grain.WEEK, 0, Spoken()), Portion.WEEKEND)
    return Meaning(weekend if steps == 0 else Adjacent(Spoken(), Portion.WEEKEND, _side(steps)))


def _stretch(match: re.Match[str]) -> Meaning:
    """ "The following two years", "the preceding three weeks"."""
    return Meaning(Within(Spoken(), period(match), _side(SPOKEN_STEPS[f"the {match['step'].lower()}"])))


def _the_day(match: re.Match[str]) -> Meaning:
    return Meaning(Unit(Grain.DAY, 0, Setting()), span="phrase")


def _the_whole(match: re.Match[str]) -> Meaning:
    """ "For the year", "in the quarter"."""
    return Meaning(Unit(UNITS[match["unit"].lower()], 0, Setting()), span="phrase")


def _year_ago(match: re.Match[str]) -> Meaning:
    """ "The year-earlier quarter", "the year-ago period"."""
    ref = Unit(Grain.QUARTER, 0, Setting()) if (match["what"] or "").lower() == "quarter" else Spoken()
    return Meaning(Shift(ref, Period(1, UNITS[match["unit"].lower()]), Sign.BEFORE))


def _same_period(_: re.Match[str]) -> Meaning:
    """ "The same period last year", of the quarter or month told."""
    return Meaning(Shift(Spoken(), Period(1, Grain.YEAR), Sign.BEFORE))


def _in_a_row(match: re.Match[str]) -> Meaning:
    """ "For a third straight day" is that day."""
    return Meaning(Unit(UNITS[match["unit"].lower()], 0, Setting()))


def _units_end(match: re.Match[str]) -> Meaning:
    """ "By year's end", "at month's end", "by year-end"."""
    return Meaning(Part(Unit(UNITS[match["unit"].lower()], 0, Setting()), Portion.END))


def _season(match: re.Match[str]) -> Meaning:
    steps = SPOKEN_STEPS[key(match["step"])]
    return Meaning(Member(Unit(Grain.YEAR, steps, Spoken()), Era(SEASONS[match["season"].lower()], Grain.SEASON)))


_STEPS = cue_words(SPOKEN_STEPS)
_LATER = cue_words(_DIRECTION.replace("s?", "").split("|"))

FAMILY = Family(
    "hanging on the time last spoken of",
    (
        Rule(
            "<spoken step> <unit>",
            compiled(rf"{MAYBE_CUT}{_STEP} (?P<unit>{any_of(UNITS)})\b(?!-)"),
            _unit,
            (
                ("the following day", Unit(Grain.DAY, 1, Spoken())),
                ("later that month", Part(Unit(Grain.MONTH, 0, Spoken()), Portion.LATER)),
                ("the previous year", Unit(Grain.YEAR, -1, Spoken())),
            ),
            needs=(_STEPS, UNIT_WORDS),
        ),
        Rule(
            "<portion> the <unit>",
            compiled(rf"(?P<portion>{any_of(PORTIONS)}) the (?P<unit>{_UNIT})\b(?! (?:of|when|he|she)\b)"),
            _the_unit,
            (("by the end of the year", Part(Unit(Grain.YEAR, 0, Setting()), Portion.END)),),
            needs=(cue_words(PORTIONS), UNIT_WORDS),
        ),
        Rule(
            "<spoken step> <part of the day>",
            compiled(rf"(?:(?:early|late|later) )?{_STEP} (?P<part>{any_of(DAY_PARTS)})\b"),
            _day_part,
            (("the next morning", Clock(Unit(Grain.DAY, 1, Spoken()), DAY_PARTS["morning"])),),
            needs=(_STEPS, PART_WORDS),
        ),
        Rule(
            "<count> <unit> later",
            compiled(rf"{FOCUS}{HEDGE}(?P<amount>{AMOUNT}) (?P<direction>{_DIRECTION})\b(?! than)"),
            _later,
            (
                ("two weeks later", Shift(Spoken(), Period(2, Grain.WEEK), Sign.AFTER)),
                ("A day earlier, it had voted.", Shift(Spoken(), Period(1, Grain.DAY), Sign.BEFORE)),
            ),
            needs=(_LATER, UNIT_WORDS),
        ),
        Rule(
            "<unit>s later",
            compiled(rf"(?:just |only )?{UNIT} (?P<direction>later|earlier|before|after)\b(?! than)"),
            _units_later,
            (("Hours later, it was denied.", Shift(Spoken(), Period(None, Grain.DAY, hours=1.0), Sign.AFTER)),),
            needs=(_LATER, UNIT_WORDS),
        ),
        Rule(
            "within the hour",
            compiled(r"within (?:the|an) hour\b|within (?:minutes|hours)(?! of)\b|moments later\b"),
            _within_the_hour,
            (("It was reopened within the hour.", Shift(Spoken(), Period(None, Grain.DAY, hours=1.0), Sign.AFTER)),),
            needs=({"hour", "hours", "minutes", "moments"},),
        ),
        Rule(
            "the <unit> before",
            compiled(r"the (?P<unit>day|week|month|year) (?P<direction>before|after|following)\b"),
            _day_beside,
            (("It had begun the day before.", Shift(Spoken(), Period(1, Grain.DAY), Sign.BEFORE)),),
            needs=({"before", "after", "following"}, UNIT_WORDS),
        ),
        Rule(
            "<count> <unit> after that",
            compiled(rf"{FOCUS}{HEDGE}(?:the (?P<only>day|week|month|year)|{AMOUNT}) (?P<direction>{_BESIDE}) (?:that|this)\b{_NO_NOUN}"),
            _after_that,
            (
                ("on the day after that Togo left", Shift(Spoken(), Period(1, Grain.DAY), Sign.AFTER)),
                ("Two weeks before that, it left.", Shift(Spoken(), Period(2, Grain.WEEK), Sign.BEFORE)),
            ),
            needs=({"before", "after"}, UNIT_WORDS),
        ),
        Rule(
            "<spoken step> <weekday>",
            compiled(rf"{_STEP} {WEEKDAY}(?: (?P<part>{any_of(DAY_PARTS)})\b)?"),
            _weekday,
            (("the following Wednesday", Adjacent(Spoken(), Weekday(2), Sign.AFTER)),),
            needs=(_STEPS, WEEKDAY_WORDS),
        ),
        Rule(
            "<spoken step> <month>",
            compiled(rf"{MAYBE_CUT}{_STEP} {MONTH}(?! \d)"),
            _month,
            (("the previous April", Adjacent(Spoken(), Calendar(None, 4), Sign.BEFORE)),),
            needs=(_STEPS, MONTH_WORDS),
        ),
        Rule(
            "<spoken step> weekend",
            compiled(rf"{_STEP} weekend\b"),
            _weekend,
            (("that weekend", Part(Unit(Grain.WEEK, 0, Spoken()), Portion.WEEKEND)),),
            needs=({"weekend"},),
        ),
        Rule(
            "the following <count> <unit>",
            compiled(rf"the (?P<step>following|ensuing|subsequent|preceding) {HEDGE}{AMOUNT}"),
            _stretch,
            (("over the following two years", Within(Spoken(), Period(2, Grain.YEAR), Sign.AFTER)),),
            needs=({"following", "ensuing", "subsequent", "preceding"}, UNIT_WORDS),
        ),
        Rule(
            "end the day",
            compiled(
                rf"(?:(?:end|clos|start|begin|open|finish)(?:s|ed|es|ing|ning)?|in|during|throughout|into) "
                rf"(?P<phrase>the day)\b{_NOTHING_NAMED}"
            ),
            _the_day,
            (("the index ended the day lower", Unit(Grain.DAY, 0, Setting())),),
            needs=({"day"},),
        ),
        Rule(
            "for the <unit>",
            compiled(
                r"(?:for|in|during|throughout|over) "
                rf"(?P<phrase>the (?:full |whole |entire )?(?P<unit>week|month|quarter|year))\b{_NOTHING_NAMED}"
            ),
            _the_whole,
            (("a loss for the quarter", Unit(Grain.QUARTER, 0, Setting())),),
            needs=({"week", "month", "quarter", "year"},),
        ),
        Rule(
            "the year-earlier <unit>",
            compiled(r"(?:the |its )?(?P<unit>week|month|quarter|year)-(?:ago|earlier)(?: (?P<what>period|quarter|month|week))?\b"),
            _year_ago,
            (("in the year-ago period", Shift(Spoken(), Period(1, Grain.YEAR), Sign.BEFORE)),),
            needs=({"ago", "earlier"}, UNIT_WORDS),
        ),
        Rule(
            "the same period last year",
            compiled(
                r"the same (?:period|time|month|quarter|week|stretch|point)(?: of| in)? "
                r"(?:last year|a year (?:earlier|ago|before)|(?:of |in )?the (?:previous|preceding|prior) year|the year before)\b"
            ),
            _same_period,
            (("than in the same period last year", Shift(Spoken(), Period(1, Grain.YEAR), Sign.BEFORE)),),
            needs=({"same"}, {"year"}),
        ),
        Rule(
            "a <ordinal> straight <unit>",
            compiled(rf"(?:a|the|its|their|his|her) {ORDINAL} (?:consecutive|straight|successive) (?P<unit>day|week|month|quarter|year)\b"),
            _in_a_row,
            (("for a third straight day", Unit(Grain.DAY, 0, Setting())),),
            needs=({"consecutive", "straight", "successive"}, {"day", "week", "month", "quarter", "year"}),
        ),
        Rule(
            "by <unit>'s end",
            compiled(r"(?P<unit>week|month|quarter|year|decade|century)(?:['’]s end|-end)\b"),
            _units_end,
            (("by year's end", Part(Unit(Grain.YEAR, 0, Setting()), Portion.END)),),
            needs=({"end"}, UNIT_WORDS),
        ),
        Rule(
            "<spoken step> <season>",
            compiled(rf"{_STEP} (?P<season>{any_of(SEASONS)})\b"),
            _season,
            (("the following spring", Member(Unit(Grain.YEAR, 1, Spoken()), Era(2, Grain.SEASON))),),
            needs=(_STEPS, SEASON_WORDS),
        ),
    ),
)
