"""What a rule is: a name that reads like the phrase, a pattern, what it builds, and examples that run as tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline.model import Relation
from timeline.times.expression import EventRef, Expression, Part, Period
from timeline.times.interval import Grain
from timeline.times.words import (
    BETWEEN_COUNT_AND_UNIT,
    FOCUS_WORDS,
    HEDGES,
    HOURS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PORTIONS,
    TIMES_A_UNIT,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

# Stands in an expression for the event or date that the words after the match name.
WHAT_FOLLOWS = EventRef("")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a match means: an expression, how what happened stands to it, and which parts of the match count.

    `span` names the group that is the phrase, `timex` the group that TimeML annotates, both the whole match when empty; a `timex`
    of None annotates nothing. Without an expression the words only look like a time, and nothing inside them is one.
    """

    expression: Expression | None
    relation: Relation | None = None
    span: str = ""
    timex: str | None = ""


Built = Meaning | tuple[Meaning, ...] | None
Build = Callable[[re.Match[str]], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of phrase; `examples` pairs a text with the first expression found in it."""

    name: str
    pattern: re.Pattern[str]
    build: Build
    examples: tuple[tuple[str, Expression | None], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that are tried only where one of the cue words stands; a digit is a word of its own."""

    name: str
    cues: frozenset[str]
    rules: tuple[Rule, ...]


DIGITS = frozenset("0123456789")


def compiled(pattern: str) -> re.Pattern[str]:
    """A blank in a pattern stands for up to three of the text, line breaks among them."""
    return re.compile(r"(?<![\w$€£-])(?:" + pattern.replace("\\ ", " ").replace(" ", r"\s{1,3}") + ")", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def cue_words(words: Iterable[str]) -> frozenset[str]:
    """The last words of phrases, with their plurals, to look for before a family is tried."""
    last = {re.findall(r"[a-z]+", w)[-1] for w in words}
    return frozenset(last | {w + "s" for w in last})


_TENS = any_of(w for w, n in NUMBERS.items() if 20 <= n < 100)
_ONES = any_of(w for w, n in NUMBERS.items() if 1 <= n <= 9 and w not in {"a", "an"})
MONTH = rf"(?:(?P<month>{any_of(MONTHS)})\b(?:(?<=\bjan|\bfeb|\bmar|\bapr|\bjun|\bjul|\baug|\bsep|\boct|\bnov|\bdec)\.|(?<=\bsept)\.)?)"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})\b(?:(?<!day)\.)?"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d)"
YEAR = r"(?P<year>1\d{3}|20\d\d)(?!\w|[.,]\d{3}|-\d{3}(?!\d)|\.\d|%|[-–]\w+[-–])"
BEFORE_CHRIST = r"(?P<bc>b\.?c\.?(?:e\.?)?)(?!\w)"
COUNT = (
    rf"(?P<count>\d{{1,4}}(?:[.,]\d{{1,3}})?|{_TENS}[-\s]{_ONES}|{any_of((*NUMBERS, *VAGUE_NUMBERS))}(?:(?: or | to |-to-){_ONES})?"
    rf"|half an?|\d{{1,3}}(?: to |[-–]| or )\d{{1,3}})"
)
_AND_A_HALF = r"(?P<half>(?:[-\s]and[-\s](?:a[-\s])?half))?"
UNIT = rf"(?P<unit>{any_of((*UNITS, *HOURS))})s?\b(?P<late_half> and a half)?"
AMOUNT = rf"{COUNT}{_AND_A_HALF} (?:{any_of(BETWEEN_COUNT_AND_UNIT)},? ){{0,2}}{UNIT}"
HEDGE = rf"(?:(?P<hedge>{any_of(HEDGES)}) )?"
FOCUS = rf"(?:{any_of(FOCUS_WORDS)} )?"
ORDINAL = rf"(?P<ordinal>{any_of(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
PORTION = rf"(?P<portion>{any_of(PORTIONS)})(?:[-\s]|\s{{1,3}}the )"

_ONLY_IN_HOURS = 1.0


def period(match: re.Match[str]) -> Period:
    """The amount of time in the groups `hedge`, `count` and `unit`."""
    groups = match.groupdict()
    unit = match["unit"].lower()
    count = number(match["count"])
    if count is not None and (groups.get("half") or groups.get("late_half")):
        count += 0.5
    hedged = bool(groups.get("hedge"))
    if unit in HOURS:
        return Period(count, Grain.DAY, hedged, hours=(count if count is not None else _ONLY_IN_HOURS) * HOURS[unit])
    return Period(count * TIMES_A_UNIT.get(unit, 1) if count is not None else None, UNITS[unit], hedged)


def number(word: str) -> float | None:
    """The number a word or numeral stands for; None for "a few" and for a choice such as "two or three".

    >>> number("forty-two"), number("an"), number("several")
    (42, 1, None)
    """
    word = re.sub(r"\s+", " ", word.lower())
    if re.search(r" or | to |-to-|\d[-–]\d", word):
        return None
    if word[0].isdigit():
        return float(word) if "." in word else int(word.replace(",", ""))
    if word.startswith("half"):
        return 0.5
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.replace("-", " ").partition(" ")
    return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and ones in NUMBERS else None


def ordinal(word: str) -> int:
    """
    >>> ordinal("third"), ordinal("21st"), ordinal("last")
    (3, 21, -1)
    """
    return ORDINALS[word.lower()] if word.lower() in ORDINALS else int(word[:-2])


def key(words: str) -> str:
    """Words as the tables have them: lower case, single blanks."""
    return re.sub(r"\s+", " ", words.strip().lower().replace("’", "'"))


def portioned(match: re.Match[str], whole: Expression) -> Expression:
    """The portion named in the group `portion`, or the whole without one."""
    named = match.groupdict().get("portion")
    return Part(whole, PORTIONS[key(named.rstrip("-"))]) if named else whole


def before(match: re.Match[str], *, characters: int = 24) -> str:
    """The text right before a match, in lower case."""
    return match.string[max(match.start() - characters, 0) : match.start()].lower()


def after(match: re.Match[str], *, characters: int = 24) -> str:
    """The text right after a match, in lower case."""
    return match.string[match.end() : match.end() + characters].lower()
