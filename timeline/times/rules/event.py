"""What hangs on another event: "three days before the conversation", "on the eve of the vote", "in that meeting"."""

from __future__ import annotations

import re

from timeline.model import Relation
from timeline.times.expression import (
    Adjacent,
    Between,
    Era,
    EventRef,
    Period,
    Portion,
    Shift,
    Sign,
    Weekday,
    Within,
)
from timeline.times.interval import Grain
from timeline.times.rule import (
    AMOUNT,
    FOCUS,
    HEDGE,
    PART_WORDS,
    PLURAL_UNIT,
    SEASON_WORDS,
    SOMETHING,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    WHAT_FOLLOWS,
    Family,
    Meaning,
    Rule,
    any_of,
    before,
    compiled,
    cue_words,
    key,
    period,
)
from timeline.times.words import (
    AFTER_WORDS,
    AT_WORDS,
    BEFORE_WORDS,
    EVENT_NOUNS,
    PLAIN_RELATIONS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

_BEFORE = rf"(?P<before>{any_of(BEFORE_WORDS)})"
# "A month from the vote", not "three hours from Kabul".
_FROM = rf"from(?= (?:the|that|this|his|her|its|their|then|tomorrow|\d|{any_of(WEEKDAYS)})\b)"
_FOR = re.compile(r"\bfor (?:[\w-]+ ){0,2}$")
_AFTER = rf"(?P<after>{any_of(w for w in AFTER_WORDS if w != 'from')}|{_FROM})"
_EITHER = rf"(?:{_BEFORE}|{_AFTER})"
# "The weekend that preceded the ballot".
_BESIDE = (
    rf"(?:(?P<before>{any_of(BEFORE_WORDS)}|(?:that|which) (?:immediately |had )?(?:preceded|came before))"
    rf"|(?P<after>{any_of(w for w in AFTER_WORDS if w != 'from')}|(?:that|which) (?:immediately |had )?(?:followed|came after)))"
)
_NEARNESS = r"(?:shortly|soon|just|immediately|right|ever|long|only|well)"
_PLURALS = frozenset(f"{noun}s" for noun in EVENT_NOUNS if not noun.endswith("s")) | {"talks", "parleys"}
_EVENT = rf"(?:the|this|that|his|her|its|their) (?:\w+ ){{0,2}}(?:{any_of((*EVENT_NOUNS, 'coup', 'ratification', 'announcement'))})"
_DETERMINER = r"(?:the|that|this|those|these|their|his|her|its|both)"
_CONFERENCE = r"(?:an?|the|their|his|her) (?:joint |later |brief )?(?:press|news) conference"


def _sign(match: re.Match[str]) -> Sign:
    return Sign.BEFORE if match["before"] else Sign.AFTER


def _counted(match: re.Match[str]) -> Meaning | None:
    if match["unit"].lower() == "second" and not match["amount"].lower().endswith("s"):
        return None
    if (match["after"] or "").lower().startswith("from") and _FOR.search(before(match)):
        return None  # "for five days from 6 May": so long, and when it began
    return Meaning(Shift(WHAT_FOLLOWS, period(match), _sign(match)), timex="amount")


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


def _within(match: re.Match[str]) -> Meaning:
    return Meaning(Within(WHAT_FOLLOWS, period(match), Sign.AFTER), timex="amount")


def _related(match: re.Match[str]) -> Meaning | None:
    """Who "is following" somebody comes after nothing."""
    if re.search(r"\b(?:is|are|was|were|be|been|the|this)\s+$", before(match)) and key(match["relation"]) in {"following", "preceding"}:
        return None
    return Meaning(WHAT_FOLLOWS, PLAIN_RELATIONS[key(match["relation"])], timex=None)


def _between(match: re.Match[str]) -> Meaning:
    """ "Between the coup and the vote": after the one, before the other."""
    first, last = (EventRef(match[name], match.start(name), match.end(name)) for name in ("first", "last"))
    return Meaning(Between(first, last), timex=None)


def _between_two(match: re.Match[str]) -> Meaning:
    """ "Between the two rounds", "in the interval": the two told last."""
    name = "both" if match["both"] else "apart"
    return Meaning(Between(EventRef(match[name], match.start(name), match.end(name))), timex=None)


def _setting(match: re.Match[str]) -> Meaning:
    """ "In that meeting", "at the summit": the event's own words are inside the match."""
    return Meaning(EventRef(match["event"], match.start("event"), match.end("event")), Relation.AT, timex=None)


_BESIDE_WORDS = cue_words((*BEFORE_WORDS, *AFTER_WORDS)) | {"preceded", "followed"}
# The telling word of each relation: "time" of "by the time of".
_RELATION_WORDS = frozenset(
    next(w for w in words.replace("-", " ").split() if w not in {"in", "the", "on", "as", "by", "at"}) for words in PLAIN_RELATIONS
)

FAMILY = Family(
    "hanging on an event",
    (
        Rule(
            "<count> <unit> before <event>",
            compiled(rf"{FOCUS}(?P<amount>{HEDGE}{AMOUNT})(?: to the day)? {_EITHER}{SOMETHING}"),
            _counted,
            (
                ("three days before the conversation", Shift(EventRef("the conversation"), Period(3, Grain.DAY), Sign.BEFORE)),
                ("Two weeks after the summit, it left.", Shift(EventRef("the summit"), Period(2, Grain.WEEK), Sign.AFTER)),
            ),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "<unit>s before <event>",
            compiled(rf"(?:just |only |barely )?(?P<amount>{PLURAL_UNIT}) {_EITHER}{SOMETHING}"),
            _counted,
            (("Hours after the vote, it left.", Shift(EventRef("the vote"), Period(None, Grain.DAY, hours=1.0), Sign.AFTER)),),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "on the eve of <event>",
            compiled(rf"(?:on )?the (?:very )?eve of{SOMETHING}"),
            _eve,
            (("on the eve of the vote", Shift(EventRef("the vote"), Period(1, Grain.DAY), Sign.BEFORE)),),
            needs=({"eve"},),
        ),
        Rule(
            "the <unit> before <event>",
            compiled(rf"(?P<unit_words>the (?:very )?(?P<unit>day|week|month|year)) {_BESIDE}{SOMETHING}"),
            _beside,
            (
                ("the day after the signing", Shift(EventRef("the signing"), Period(1, Grain.DAY), Sign.AFTER)),
                ("the month before the election", Adjacent(EventRef("the election"), Grain.MONTH, Sign.BEFORE)),
            ),
            needs=(UNIT_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the <weekday> before <event>",
            compiled(rf"the {WEEKDAY} {_BESIDE}{SOMETHING}"),
            _weekday,
            (("the Tuesday after the vote", Adjacent(EventRef("the vote"), Weekday(1), Sign.AFTER)),),
            needs=(WEEKDAY_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the <season> before <event>",
            compiled(rf"(?P<words>the (?P<season>{any_of(SEASONS)})) {_EITHER}{SOMETHING}"),
            _season,
            (("the summer before the war", Adjacent(EventRef("the war"), Era(3, Grain.SEASON), Sign.BEFORE)),),
            needs=(SEASON_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "the weekend before <event>",
            compiled(rf"the weekend {_BESIDE}{SOMETHING}"),
            _weekend,
            (("the weekend before the summit", Adjacent(EventRef("the summit"), Portion.WEEKEND, Sign.BEFORE)),),
            needs=({"weekend"}, _BESIDE_WORDS),
        ),
        Rule(
            "the <part of the day> after <event>",
            compiled(rf"the (?:morning|evening|night) {_BESIDE}{SOMETHING}"),
            _day_part,
            (("the morning after the vote", Shift(EventRef("the vote"), Period(1, Grain.DAY), Sign.AFTER)),),
            needs=(PART_WORDS, _BESIDE_WORDS),
        ),
        Rule(
            "within <count> <unit> of <event>",
            compiled(rf"within (?P<amount>{HEDGE}{AMOUNT}) (?:of|after){SOMETHING}"),
            _within,
            (("within 48 hours of the vote", Within(EventRef("the vote"), Period(48, Grain.DAY, hours=48.0), Sign.AFTER)),),
            needs=({"within"}, UNIT_WORDS),
        ),
        Rule(
            "within <unit>s of <event>",
            compiled(rf"within (?P<amount>{PLURAL_UNIT}) (?:of|after){SOMETHING}"),
            _within,
            (("within days of the coup", Within(EventRef("the coup"), Period(None, Grain.DAY), Sign.AFTER)),),
            needs=({"within"}, UNIT_WORDS),
        ),
        Rule(
            "<relation> <event>",
            compiled(rf"(?:{_NEARNESS} )?(?P<relation>{any_of(PLAIN_RELATIONS)}){SOMETHING}"),
            _related,
            (("ahead of the summit", EventRef("the summit")), ("since the coup", EventRef("the coup"))),
            needs=(_RELATION_WORDS,),
        ),
        Rule(
            "between <event> and <event>",
            compiled(rf"between (?P<first>{_EVENT}) and (?P<last>{_EVENT})\b"),
            _between,
            (("between the coup and the election", Between(EventRef("the coup"), EventRef("the election"))),),
            needs=({"between"}, {"and"}),
        ),
        Rule(
            "between the two <event>s",
            compiled(
                rf"between (?P<both>(?:the|these|those) two (?:{any_of(_PLURALS)}))\b"
                r"|in (?P<apart>the (?:interval|interim|(?:days|weeks|time|months) (?:that lay )?(?:in )?between))\b"
            ),
            _between_two,
            (("between the two rounds", Between(EventRef("the two rounds"))), ("in the interval", Between(EventRef("the interval")))),
            needs=({"between", "interval", "interim"},),
        ),
        Rule(
            "in that <event>",
            compiled(
                rf"(?:{any_of(AT_WORDS)}) "
                rf"(?P<event>{_CONFERENCE}|{_DETERMINER} (?:same )?(?:(?!\d)\w+ )?(?:{any_of(EVENT_NOUNS)}))\b"
                r"(?!-| (?:table|exchange|room|hall|office)\b)"
            ),
            _setting,
            (("in that meeting", EventRef("that meeting")), ("at the same summit", EventRef("the same summit"))),
            needs=(cue_words((*EVENT_NOUNS, "conference")), frozenset(AT_WORDS)),
        ),
    ),
)
