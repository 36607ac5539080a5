"""What hangs on another event: "three days before the conversation", "on the eve of the vote", "in that meeting"."""

from __future__ import annotations

import re

from timeline.model import Relation
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    DayPart,
    Edge,
    Era,
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
    Weekday,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    ORDINAL,
    ORDINAL_WORDS,
    PART_WORDS,
    SEASON_WORDS,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    WHAT_FOLLOWS,
    Family,
    Meaning,
    Rule,
    amount,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    ordinal,
    period,
)
from timeline.times.words import (
    AFTER_WORDS,
    AT_WORDS,
    BEFORE_WORDS,
    DAY_PARTS,
    EVENT_NOUNS,
    HOURS,
    PLAIN_RELATIONS,
    PORTIONS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_BEFORE = rf"(?P<before>{any_of(BEFORE_WORDS)})"
_AFTER = rf"(?P<after>{any_of(AFTER_WORDS)})"
_EITHER = rf"(?:{_BEFORE}|{_AFTER})"
_SOMETHING = r"(?= \w)"
_PLURAL = rf"(?P<unit>{any_of((*UNITS, *HOURS))})s"
_EDGE = r"(?:the|its|their|his|her) (?:very )?(?P<edge>first|last|final|opening|closing)"
# What a time or an event begins with, not a mass of something: "the week of the vote", not "the week of fighting".
_NAMED = r"(?=(?:the|that|this|his|her|their|its)\s|(?-i:[A-Z])|\d)"
_PORTIONS = {words: portion for words, portion in PORTIONS.items() if words.startswith("the ")}
_NEARNESS = r"(?:shortly|soon|just|immediately|right|ever|long|only|well)"
_DETERMINER = r"(?:the|that|this|those|these|their|his|her|its|both)"


def _sign(match: re.Match[str]) -> Sign:
    return Sign.BEFORE if match["before"] else Sign.AFTER


def _counted(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(WHAT_FOLLOWS, period(match), _sign(match)), timex="amount")


def _uncounted(match: re.Match[str]) -> Meaning:
    """ "Hours after the vote", "weeks before the election"."""
    return Meaning(Shift(WHAT_FOLLOWS, amount(None, match["unit"].lower()), _sign(match)), timex="amount")


def _eve(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(WHAT_FOLLOWS, Period(1, Grain.DAY), Sign.BEFORE), timex=None)


def _beside(match: re.Match[str]) -> Meaning:
    """ "The day after the talks" is one day on, "the month before the election" the whole month before."""
    unit = UNITS[match["unit"].lower()]
    if unit is Grain.DAY:
        return Meaning(Shift(WHAT_FOLLOWS, Period(1, Grain.DAY), _sign(match)), timex="unit_words")
    return Meaning(Adjacent(WHAT_FOLLOWS, unit, _sign(match)), timex="unit_words")


def _weekday(match: re.Match[str]) -> Meaning | None:
    if not match["weekday"][0].isupper():
        return None
    return Meaning(Adjacent(WHAT_FOLLOWS, Weekday(WEEKDAYS[match["weekday"].lower()]), _sign(match)), timex="weekday")


def _season(match: re.Match[str]) -> Meaning:
    return Meaning(Adjacent(WHAT_FOLLOWS, Era(SEASONS[match["season"].lower()], Grain.SEASON), _sign(match)), timex="words")


def _weekend(match: re.Match[str]) -> Meaning:
    return Meaning(Adjacent(WHAT_FOLLOWS, Portion.WEEKEND, _sign(match)), timex=None)


def _day_part(match: re.Match[str]) -> Meaning:
    return Meaning(Shift(WHAT_FOLLOWS, Period(1, Grain.DAY), _sign(match)), timex=None)


def _edge(match: re.Match[str]) -> Meaning:
    """ "The first two weeks of the war", "the closing days of 2024"."""
    sign = Sign.BEFORE if ordinal(match["edge"]) < 0 else Sign.AFTER
    length = period(match) if match.groupdict().get("count") else amount(None, match["unit"].lower())
    return Meaning(Edge(WHAT_FOLLOWS, length, sign), timex="amount")


def _edge_of_unit(match: re.Match[str]) -> Meaning:
    sign = Sign.BEFORE if ordinal(match["edge"]) < 0 else Sign.AFTER
    return Meaning(Edge(Unit(UNITS[match["whole"].lower()], 0, Setting()), period(match), sign))


def _which(match: re.Match[str]) -> Meaning:
    return Meaning(Member(WHAT_FOLLOWS, UNITS[match["unit"].lower()], ordinal(match["ordinal"])), timex="words")


def _into(match: re.Match[str]) -> Meaning | None:
    """ "Two days into the visit" is its third day."""
    length = period(match)
    if length.count is None or length.hedged or length.hours is not None:
        return None
    number = int(length.count) + 1
    return Meaning(Nth(WHAT_FOLLOWS, number) if length.unit is Grain.DAY else Member(WHAT_FOLLOWS, length.unit, number), timex="amount")


def _unit_of(match: re.Match[str]) -> Meaning:
    """ "The day of the vote", "the week of 4 March"."""
    return Meaning(Unit(UNITS[match["unit"].lower()], 0, WHAT_FOLLOWS), timex=None)


def _week_beginning(match: re.Match[str]) -> Meaning:
    back = match["which"].lower() in {"ending", "ended", "to"}
    return Meaning(
        Within(WHAT_FOLLOWS, Period(6, Grain.DAY), Sign.BEFORE) if back else Within(WHAT_FOLLOWS, Period(6, Grain.DAY), Sign.AFTER)
    )


def _part_of(match: re.Match[str]) -> Meaning:
    return Meaning(Clock(WHAT_FOLLOWS, DAY_PARTS[match["part"].lower()]), timex="words")


def _portion(match: re.Match[str]) -> Meaning | None:
    """ "At the end of the visit", but not "the end of the pier"."""
    if not re.search(r"\b(?:at|by|towards?|near|until|since|around|before|after)\s+$", before(match)):
        return None
    return Meaning(Part(WHAT_FOLLOWS, PORTIONS[key(match["portion"])]), timex=None)


def _anniversary(match: re.Match[str]) -> Meaning | None:
    """The day itself only in "on the anniversary of"; what is done "to mark the anniversary" may be done on another."""
    if not re.search(r"\b(?:on|before|after|until|since|by)\s+$", before(match)):
        return None
    return Meaning(Shift(WHAT_FOLLOWS, Period(ordinal(match["ordinal"]), Grain.YEAR), Sign.AFTER), timex=None)


def _within_some(match: re.Match[str]) -> Meaning:
    return Meaning(Within(WHAT_FOLLOWS, amount(None, match["unit"].lower()), Sign.AFTER), timex="amount")


def _within(match: re.Match[str]) -> Meaning:
    return Meaning(Within(WHAT_FOLLOWS, period(match), Sign.AFTER), timex="amount")


def _nth(match: re.Match[str]) -> Meaning:
    return Meaning(Nth(WHAT_FOLLOWS, ordinal(match["ordinal"])), timex=None)


def _midway(match: re.Match[str]) -> Meaning:
    return Meaning(Nth(WHAT_FOLLOWS, 0), timex=None)


def _related(match: re.Match[str]) -> Meaning:
    return Meaning(WHAT_FOLLOWS, PLAIN_RELATIONS[key(match["relation"])], timex=None)


def _setting(match: re.Match[str]) -> Meaning:
    """ "In that meeting", "at the summit": the event's own words are inside the match."""
    return Meaning(EventRef(match["event"], match.start("event"), match.end("event")), Relation.AT, timex=None)


_BESIDE_WORDS = cue_words((*BEFORE_WORDS, *AFTER_WORDS))
_EDGES = frozenset({"first", "last", "final", "opening", "closing"})
# The telling word of each relation: "time" of "by the time of".
_RELATION_WORDS = frozenset(
    next(w for w in words.replace("-", " ").split() if w not in {"in", "the", "on", "as", "by", "at"}) for words in PLAIN_RELATIONS
)

FAMILY = Family(
    "hanging on an event",
    (
        Rule(
            "<count> <unit> before <event>",
            compiled(rf"{FOCUS}(?P<amount>{HEDGE}{AMOUNT})(?: to the day)? {_EITHER}{_SOMETHING}"),
            _counted,
            (
                ("three days before the conversation", Shift(EventRef("the conversation"), Period(3, Grain.DAY), Sign.BEFORE)),
                ("Two weeks after the summit, it left.", Shift(EventRef("the summit"), Period(2, Grain.WEEK), Sign.AFTER)),
            ),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "<unit>s before <event>",
            compiled(rf"(?:just |only |barely )?(?P<amount>(?P<unit>{any_of((*UNITS, *HOURS))})s) {_EITHER}{_SOMETHING}"),
            _uncounted,
            (("Hours after the vote, it left.", Shift(EventRef("the vote"), Period(None, Grain.DAY, hours=1.0), Sign.AFTER)),),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "on the eve of <event>",
            compiled(rf"(?:on )?the (?:very )?eve of{_SOMETHING}"),
            _eve,
            (("on the eve of the vote", Shift(EventRef("the vote"), Period(1, Grain.DAY), Sign.BEFORE)),),
            needs=({"eve"},),
        ),
        Rule(
            "the <unit> before <event>",
            compiled(rf"(?P<unit_words>the (?:very )?(?P<unit>day|week|month|year)) {_EITHER}{_SOMETHING}"),
            _beside,
            (
                ("the day after the signing", Shift(EventRef("the signing"), Period(1, Grain.DAY), Sign.AFTER)),
                ("the month before the election", Adjacent(EventRef("the election"), Grain.MONTH, Sign.BEFORE)),
            ),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the <weekday> before <event>",
            compiled(rf"the {WEEKDAY} {_EITHER}{_SOMETHING}"),
            _weekday,
            (("the Tuesday after the vote", Adjacent(EventRef("the vote"), Weekday(1), Sign.AFTER)),),
            needs=(WEEKDAY_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the <season> before <event>",
            compiled(rf"(?P<words>the (?P<season>{any_of(SEASONS)})) {_EITHER}{_SOMETHING}"),
            _season,
            (("the summer before the war", Adjacent(EventRef("the war"), Era(3, Grain.SEASON), Sign.BEFORE)),),
            needs=(SEASON_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the weekend before <event>",
            compiled(rf"the weekend {_EITHER}{_SOMETHING}"),
            _weekend,
            (("the weekend before the summit", Adjacent(EventRef("the summit"), Portion.WEEKEND, Sign.BEFORE)),),
            needs=({"weekend"}, _BESIDE_WORDS),
        ),
        Rule(
            "the <part of the day> after <event>",
            compiled(rf"the (?:morning|evening|night) {_EITHER}{_SOMETHING}"),
            _day_part,
            (("the morning after the vote", Shift(EventRef("the vote"), Period(1, Grain.DAY), Sign.AFTER)),),
            needs=(PART_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "within <count> <unit> of <event>",
            compiled(rf"within (?P<amount>{HEDGE}{AMOUNT}) (?:of|after){_SOMETHING}"),
            _within,
            (("within 48 hours of the vote", Within(EventRef("the vote"), Period(48, Grain.DAY, hours=48.0), Sign.AFTER)),),
            needs=({"within"}, UNIT_WORDS),
        ),
        Rule(
            "within <unit>s of <event>",
            compiled(rf"within (?P<amount>{_PLURAL}) (?:of|after){_SOMETHING}"),
            _within_some,
            (("within days of the coup", Within(EventRef("the coup"), Period(None, Grain.DAY), Sign.AFTER)),),
            needs=({"within"}, UNIT_WORDS),
        ),
        Rule(
            "the first <count> <unit> of <event>",
            compiled(rf"(?P<amount>{_EDGE} {AMOUNT}) (?:of|in){_SOMETHING}"),
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
            "the first <unit>s of <event>",
            compiled(rf"(?P<amount>{_EDGE} (?:few |several )?{_PLURAL}) of{_SOMETHING}"),
            _edge,
            (("the closing hours of the talks", Edge(EventRef("the talks"), Period(None, Grain.DAY, hours=1.0), Sign.BEFORE)),),
            needs=(_EDGES, UNIT_WORDS),
        ),
        Rule(
            "the <ordinal> <unit> of <event>",
            compiled(rf"(?P<words>(?:the |its |their )?{ORDINAL} (?P<unit>week|month|quarter|year|decade)) of{_SOMETHING}"),
            _which,
            (
                ("in the third week of the war", Member(EventRef("the war"), Grain.WEEK, 3)),
                ("the last month of 2023", Member(Calendar(2023), Grain.MONTH, -1)),
            ),
            needs=(ORDINAL_WORDS, cue_words({"week", "month", "quarter", "year", "decade"})),
        ),
        Rule(
            "<count> <unit> into <event>",
            compiled(rf"{FOCUS}(?P<amount>{HEDGE}{AMOUNT}) into{_SOMETHING}"),
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
            compiled(rf"(?P<portion>{any_of(_PORTIONS)}){_SOMETHING}"),
            _portion,
            (("at the end of his visit", Part(EventRef("his visit"), Portion.END)),),
            needs=(cue_words(_PORTIONS),),
        ),
        Rule(
            "the <ordinal> anniversary of <event>",
            compiled(rf"the {ORDINAL} anniversary of{_SOMETHING}"),
            _anniversary,
            (("on the third anniversary of the coup", Shift(EventRef("the coup"), Period(3, Grain.YEAR), Sign.AFTER)),),
            needs=({"anniversary"},),
        ),
        Rule(
            "the <ordinal> day of <event>",
            compiled(rf"(?:the |its |their )?{ORDINAL} day of{_SOMETHING}"),
            _nth,
            (("on the second day of the visit", Nth(EventRef("the visit"), 2)), ("the last day of talks", Nth(EventRef("talks"), -1))),
            needs=({"day"}, ORDINAL_WORDS),
        ),
        Rule(
            "midway through <event>",
            compiled(rf"(?:midway|halfway) through{_SOMETHING}"),
            _midway,
            (("midway through the visit", Nth(EventRef("the visit"), 0)),),
            needs=({"midway", "halfway"},),
        ),
        Rule(
            "<relation> <event>",
            compiled(rf"(?:{_NEARNESS} )?(?P<relation>{any_of(PLAIN_RELATIONS)}){_SOMETHING}"),
            _related,
            (("ahead of the summit", EventRef("the summit")), ("since the coup", EventRef("the coup"))),
            needs=(_RELATION_WORDS,),
        ),
        Rule(
            "in that <event>",
            compiled(rf"(?:{any_of(AT_WORDS)}) (?P<event>{_DETERMINER} (?:same )?(?:(?!\d)\w+ )?(?:{any_of(EVENT_NOUNS)}))\b"),
            _setting,
            (("in that meeting", EventRef("that meeting")), ("at the same summit", EventRef("the same summit"))),
            needs=(cue_words(EVENT_NOUNS), frozenset(AT_WORDS)),
        ),
    ),
)
