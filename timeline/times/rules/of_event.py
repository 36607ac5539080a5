"""What is a part of another event: "the first two weeks of the war", "the second day of the visit", "the evening of the raid"."""

from __future__ import annotations

import re

from timeline.times.expression import (
    Calendar,
    Clock,
    DayPart,
    Edge,
    EventRef,
    Member,
    Nth,
    Part,
    Period,
    Portion,
    Setting,
    Shift,
    Sign,
    Unit,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    ONE_UNIT,
    ORDINAL,
    ORDINAL_WORDS,
    PLURAL_UNIT,
    SOMETHING,
    UNIT_WORDS,
    WHAT_FOLLOWS,
    Family,
    Meaning,
    Rule,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    ordinal,
    period,
)
from timeline.times.words import DAY_PARTS, PORTIONS, UNITS

_CLAUSE = 160
_EDGES = frozenset({"first", "last", "final", "opening", "closing"})
_EDGE = rf"(?:the|its|their|his|her) (?:very )?(?P<edge>{any_of(sorted(_EDGES))})"
# What a time or an event begins with, not a mass of something: "the week of the vote", not "the week of fighting".
_NAMED = r"(?=(?:the|that|this|his|her|their|its)\s|(?-i:[A-Z])|\d)"
_PORTIONS = {words: portion for words, portion in PORTIONS.items() if words.startswith("the ")}

# The month and day of the first day of a year and of the last.
NEW_YEAR = {1: (1, 1), -1: (12, 31)}


def _edge(match: re.Match[str]) -> Meaning:
    """ "The first two weeks of the war", "the closing days of 2024"."""
    return Meaning(Edge(WHAT_FOLLOWS, period(match), _side(match)), timex="amount")


def _edge_of_unit(match: re.Match[str]) -> Meaning:
    return Meaning(Edge(Unit(UNITS[match["whole"].lower()], 0, Setting()), period(match), _side(match)))


def _member_of_unit(match: re.Match[str]) -> Meaning:
    """The first and last day of a year are dates, of the year that the tense gives: in January "the last day of the year" is over."""
    whole, unit, number = UNITS[match["whole"].lower()], UNITS[match["unit"].lower()], ordinal(match["ordinal"])
    if whole is Grain.YEAR and unit is Grain.DAY and number in NEW_YEAR:
        return Meaning(Calendar(None, *NEW_YEAR[number]))
    return Meaning(Member(Unit(whole, 0, Setting()), unit, number))


def _side(match: re.Match[str]) -> Sign:
    """Counted up to the end, or from the beginning on."""
    return Sign.BEFORE if ordinal(match["edge"]) < 0 else Sign.AFTER


def _which(match: re.Match[str]) -> Meaning:
    return Meaning(Member(WHAT_FOLLOWS, UNITS[match["unit"].lower()], ordinal(match["ordinal"])), timex="words")


def _into(match: re.Match[str]) -> Meaning | None:
    """ "Two days into the visit" is its third day."""
    length = period(match)
    if length.count is None or length.hedge or length.hours is not None:
        return None
    number = int(length.count) + 1
    return Meaning(Nth(WHAT_FOLLOWS, number) if length.unit is Grain.DAY else Member(WHAT_FOLLOWS, length.unit, number), timex="amount")


def _unit_of(match: re.Match[str]) -> Meaning | None:
    """ "The day of the vote", "the week of 4 March", not "the Year of Action"."""
    if match["unit"][0].isupper():
        return None
    return Meaning(Unit(UNITS[match["unit"].lower()], 0, WHAT_FOLLOWS), timex=None)


def _week_beginning(match: re.Match[str]) -> Meaning:
    sign = Sign.BEFORE if match["which"].lower() in {"ending", "ended", "to"} else Sign.AFTER
    return Meaning(Within(WHAT_FOLLOWS, Period(6, Grain.DAY), sign))


def _weekend_of(_: re.Match[str]) -> Meaning:
    return Meaning(Part(Unit(Grain.WEEK, 0, WHAT_FOLLOWS), Portion.WEEKEND))


def _part_of(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(WHAT_FOLLOWS, DAY_PARTS[match["part"].lower()]), timex="words")


def _portion(match: re.Match[str]) -> Meaning | None:
    """ "At the end of the visit", but not "the end of the pier"."""
    if not re.search(r"\b(?:at|by|towards?|near|until|since|around|before|after|from)\s+$", before(match)):
        return None
    return Meaning(Part(WHAT_FOLLOWS, PORTIONS[key(match["portion"])]), timex=None)


def _anniversary(match: re.Match[str]) -> Meaning | None:
    """The day itself only in "on the anniversary of"; what is done "to mark the anniversary" may be done on another."""
    if not re.search(r"\b(?:on|before|after|until|since|by)\s+$", before(match)):
        return None
    return Meaning(Shift(WHAT_FOLLOWS, Period(ordinal(match["ordinal"]), Grain.YEAR), Sign.AFTER), timex=None)


def _nth(match: re.Match[str]) -> Meaning:
    return Meaning(Nth(WHAT_FOLLOWS, ordinal(match["ordinal"])), timex=None)


def _nth_of_it(match: re.Match[str]) -> Meaning:
    """ "On its second day", "on the closing day": of the stay told last."""
    return Meaning(Nth(EventRef(match["it"], match.start("it"), match.end("it")), ordinal(match["ordinal"])), timex=None)


def _nth_again(match: re.Match[str]) -> Meaning | None:
    """ "On the first day of the visit he laid a wreath; on the third he signed": days of the same stay."""
    if not re.search(r"\bday\b[^.!?]*$", before(match, characters=_CLAUSE)):
        return None
    return _nth_of_it(match)


def _midway(match: re.Match[str]) -> Meaning:
    return Meaning(Nth(WHAT_FOLLOWS, 0), timex=None)


FAMILY = Family(
    "a part of an event",
    (
        Rule(
            "the first <count> <unit> of <event>",
            compiled(rf"(?P<amount>{_EDGE} {AMOUNT}) (?:of|in(?= \d)){SOMETHING}"),
            _edge,
            (
                ("the first two weeks of the war", Edge(EventRef("the war"), Period(2, Grain.WEEK), Sign.AFTER)),
                ("the last six months of 2023", Edge(Calendar(2023), Period(6, Grain.MONTH), Sign.BEFORE)),
            ),
            needs=(_EDGES, UNIT_WORDS),
        ),
        Rule(
            "the first <count> <unit> of the <unit>",
            compiled(rf"{_EDGE} {AMOUNT} (?:of|in) the (?P<whole>week|month|quarter|year|decade|century)\b(?! of)"),
            _edge_of_unit,
            (("in the first two months of the year", Edge(Unit(Grain.YEAR, 0, Setting()), Period(2, Grain.MONTH), Sign.AFTER)),),
            needs=(_EDGES, UNIT_WORDS),
        ),
        Rule(
            "the <ordinal> <unit> of the <longer unit>",
            compiled(rf"(?:the )?{ORDINAL} {ONE_UNIT} of the (?P<whole>week|month|quarter|year|decade|century)\b(?! of)"),
            _member_of_unit,
            (
                ("on the first day of the year", Calendar(None, 1, 1)),
                ("in the last week of the month", Member(Unit(Grain.MONTH, 0, Setting()), Grain.WEEK, -1)),
            ),
            needs=(ORDINAL_WORDS, UNIT_WORDS),
        ),
        Rule(
            "the first <unit>s of <event>",
            compiled(rf"(?P<amount>{_EDGE} (?:few |several )?{PLURAL_UNIT}) of{SOMETHING}"),
            _edge,
            (("the closing hours of the talks", Edge(EventRef("the talks"), Period(None, Grain.DAY, hours=1.0), Sign.BEFORE)),),
            needs=(_EDGES, UNIT_WORDS),
        ),
        Rule(
            "the <ordinal> <unit> of <event>",
            compiled(rf"(?P<words>(?:the |its |their )?{ORDINAL} (?P<unit>week|month|quarter|year|decade)) of{SOMETHING}"),
            _which,
            (
                ("in the third week of the war", Member(EventRef("the war"), Grain.WEEK, 3)),
                ("the last month of 2023", Member(Calendar(2023), Grain.MONTH, -1)),
            ),
            needs=(ORDINAL_WORDS, cue_words({"week", "month", "quarter", "year", "decade"})),
        ),
        Rule(
            "<count> <unit> into <event>",
            compiled(rf"{FOCUS}(?P<amount>{HEDGE}{AMOUNT}) into{SOMETHING}"),
            _into,
            (("two days into the visit", Nth(EventRef("the visit"), 3)),),
            needs=({"into"}, UNIT_WORDS),
        ),
        Rule(
            "the <unit> of <event>",
            compiled(rf"the (?:very )?(?P<unit>day|week|month|year) of {_NAMED}"),
            _unit_of,
            (
                ("on the day of the vote", Unit(Grain.DAY, 0, EventRef("the vote"))),
                ("the week of 4 March", Unit(Grain.WEEK, 0, Calendar(None, 3, 4))),
            ),
            needs=({"day", "week", "month", "year"},),
        ),
        Rule(
            "the weekend of <time>",
            compiled(rf"the weekend of {_NAMED}"),
            _weekend_of,
            (("on the weekend of 8 June", Part(Unit(Grain.WEEK, 0, Calendar(None, 6, 8)), Portion.WEEKEND)),),
            needs=({"weekend"},),
        ),
        Rule(
            "the week beginning <time>",
            compiled(r"the week (?P<which>beginning|starting|ending|ended|to)(?: on)?(?= \w)"),
            _week_beginning,
            (("the week ending 4 March", Within(Calendar(None, 3, 4), Period(6, Grain.DAY), Sign.BEFORE)),),
            needs=({"week"}, {"beginning", "starting", "ending", "ended", "to"}),
        ),
        Rule(
            "the <part of the day> of <event>",
            compiled(rf"(?P<words>the (?P<part>morning|afternoon|evening|night)) of {_NAMED}"),
            _part_of,
            (("on the evening of the vote", Clock(EventRef("the vote"), DayPart.EVENING)),),
            needs=({"morning", "afternoon", "evening", "night"},),
        ),
        Rule(
            "at the <portion> of <event>",
            compiled(rf"(?P<portion>{any_of(_PORTIONS)}){SOMETHING}"),
            _portion,
            (("at the end of his visit", Part(EventRef("his visit"), Portion.END)),),
            needs=(cue_words(_PORTIONS),),
        ),
        Rule(
            "the <ordinal> anniversary of <event>",
            compiled(rf"the {ORDINAL} anniversary of{SOMETHING}"),
            _anniversary,
            (("on the third anniversary of the coup", Shift(EventRef("the coup"), Period(3, Grain.YEAR), Sign.AFTER)),),
            needs=({"anniversary"},),
        ),
        Rule(
            "the <ordinal> day of <event>",
            compiled(rf"(?:the |its |their )?{ORDINAL} day of{SOMETHING}"),
            _nth,
            (("on the second day of the visit", Nth(EventRef("the visit"), 2)), ("the last day of talks", Nth(EventRef("talks"), -1))),
            needs=({"day"}, ORDINAL_WORDS),
        ),
        Rule(
            "on its <ordinal> day",
            compiled(rf"(?:on|during) (?P<it>the|its|their) (?:very )?{ORDINAL} day\b(?! (?:of|in|since|after)\b)"),
            _nth_of_it,
            (("on its second day he met the emir", Nth(EventRef("its"), 2)), ("on the closing day", Nth(EventRef("the"), -1))),
            needs=({"day"}, ORDINAL_WORDS),
        ),
        Rule(
            "on the <ordinal>",
            compiled(rf"on (?P<it>the) {ORDINAL}(?= (?:he|she|they|it|the|(?-i:[A-Z]))|[,.;]|$)"),
            _nth_again,
            (("day and night; on the third he signed", Nth(EventRef("the"), 3)),),
            needs=({"on"}, ORDINAL_WORDS),
        ),
        Rule(
            "midway through <event>",
            compiled(rf"(?:midway|halfway) through{SOMETHING}"),
            _midway,
            (("midway through the visit", Nth(EventRef("the visit"), 0)),),
            needs=({"midway", "halfway"},),
        ),
    ),
)
