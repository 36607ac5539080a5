"""What a rule is: a name that reads like the phrase, a pattern, what it builds, and examples that run as tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import Any

from timeline.model import Relation
from timeline.times.expression import Calendar, Era, EventRef, Expression, Hedge, Member, Part, Period, Spoken, Unit
from timeline.times.interval import Grain
from timeline.times.words import (
    BETWEEN_COUNT_AND_UNIT,
    CUTS,
    DAY_PARTS,
    EVENT_NOUNS,
    FOCUS_WORDS,
    HEDGES,
    HOURS,
    LESS_THAN,
    MONTHS,
    MORE_THAN,
    NUMBERS,
    ORDINALS,
    PORTIONS,
    SEASONS,
    SPOKEN_STEPS,
    STEPS,
    TIME_PREPOSITIONS,
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
    """A form of phrase; `examples` pairs a text with the first expression found in it.

    `needs` are sets of words of which the phrase holds one each: the rule is tried only where these stand near each other.
    """

    name: str
    pattern: re.Pattern[str]
    build: Build
    examples: tuple[tuple[str, Expression | None], ...]
    needs: tuple[Set[str], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules for one kind of phrase."""

    name: str
    rules: tuple[Rule, ...]


BLANK = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]{0,2})"
# Numbers are words of these names: any, one of four digits, one joined to others ("10:30", "2026-02-04"), one behind a mark ("'89").
DIGITS = frozenset({"0"})
YEARS = frozenset({"0000"})
JOINED = frozenset({"0:0"})
AFTER_APOSTROPHE = frozenset({"'0", "’0"})
AFTER_PLUS = frozenset({"+0"})


def compiled(pattern: str) -> re.Pattern[str]:
    """A blank in a pattern stands for up to three of the text, one line break among them, but not for an empty line."""
    return re.compile(r"(?<![\w$€£-])(?<!\d/)(?<!(?-i:[A-Z])/)(?:" + pattern.replace("\\ ", " ").replace(" ", BLANK) + ")", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Alternatives, the longest first; what begins alike is tried once: "mon(?:day|th)".

    >>> any_of(("mon", "month", "may"))
    '(?:m(?:on(?:th)?|ay))'
    """
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(trie)})"


def _branches(node: dict[str, Any]) -> str:
    """The alternatives below a letter; where a word may end there too, they are optional."""
    ways = [re.escape(letter) + _branches(below) for letter, below in node.items() if letter]
    if not ways:
        return ""
    if "" in node:
        return f"(?:{'|'.join(ways)})?"
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def cue_words(words: Iterable[str]) -> frozenset[str]:
    """The last words of phrases, with their plurals, for a rule to name as what it needs."""
    last = {re.findall(r"[a-z]+", re.sub(r" (?:of|in)$", "", w))[-1] for w in words}
    return frozenset(last | {w + "s" for w in last})


NUMBER_WORDS = cue_words(NUMBERS.keys() - {"a", "an"}) | DIGITS
UNIT_WORDS = cue_words((*UNITS, *HOURS))
MONTH_WORDS = cue_words(MONTHS)
WEEKDAY_WORDS = cue_words(WEEKDAYS)
PART_WORDS = cue_words(DAY_PARTS)
SEASON_WORDS = cue_words(SEASONS)
ORDINAL_WORDS = cue_words(ORDINALS) | DIGITS


_TENS = any_of(w for w, n in NUMBERS.items() if 20 <= n < 100)
_TEENS = any_of(w for w, n in NUMBERS.items() if 10 <= n < 20 and " " not in w)
_ONES = any_of(w for w, n in NUMBERS.items() if 1 <= n <= 9 and w not in {"a", "an"})
MONTH = rf"(?:(?P<month>{any_of(MONTHS)})\b(?:(?<=\bjan|\bfeb|\bmar|\bapr|\bjun|\bjul|\baug|\bsep|\boct|\bnov|\bdec)\.|(?<=\bsept)\.)?)"
WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})\b(?:(?<!day)\.)?"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%°]|[.,:]\d)"
# A lost line break glues a heading's year to the next word: "1864-1865At the beginning".
WORD_GOES_ON = r"(?-i:(?![A-Z][a-z])[\w%])"
YEAR = rf"(?P<year>1\d{{3}}|20\d\d)(?!{WORD_GOES_ON}|[.,]\d{{3}}|-\d{{3}}(?!\d)|\.\d|/\d{{3}}|[-–]\w+[-–])"
BEFORE_CHRIST = r"(?P<bc>b\.c\.e\.|b\.c\.|b\.?c\.?e|b\.?c)(?!\w)"
MAYBE_BC = rf"(?: {BEFORE_CHRIST})?"
OLD_YEAR = rf"(?P<old>\d{{1,4}}) {BEFORE_CHRIST.replace('<bc>', '<old_bc>')}"
# "May '68", "the spring of '68".
PIVOT = 30
SHORT_YEAR = r"['’](?P<short>[2-9]\d)(?![\w'’])"
YEAR_BESIDE = rf"(?P<spoken>{any_of(SPOKEN_STEPS)}) year|(?P<step>{any_of(STEPS)}) year"
_AND_MORE = rf"(?: (?:hundred|thousand))?(?:(?<=hundred|housand)(?: and)? (?:{_TENS}(?:[-\s]{_ONES})?|{_TEENS}|{_ONES}))?"
COUNT = (
    rf"(?P<count>\d{{1,4}}(?:[.,]\d{{1,3}})?|half an?|(?:a )?quarter of an?|{_TENS}[-\s]{_ONES}"
    rf"|{any_of((*NUMBERS, *VAGUE_NUMBERS))}{_AND_MORE}(?:(?: or | to |-to-){_ONES})?|\d{{1,3}}½|\d{{1,3}}(?: to |[-–]| or )\d{{1,3}})"
)
_AND_A_HALF = r"(?P<half>(?:[-\s]and[-\s](?:a[-\s])?half))?"
UNIT = rf"(?P<unit>{any_of((*UNITS, *HOURS))})s?\b(?P<late_half> and a half)?"
AMOUNT = rf"{COUNT}{_AND_A_HALF} (?:{any_of(BETWEEN_COUNT_AND_UNIT)},? ){{0,2}}{UNIT}"
HEDGE = rf"(?:(?P<hedge>{any_of(HEDGES)}) )?"
FOCUS = rf"(?:{any_of(FOCUS_WORDS)} )?"
_HIGHER_ORDINAL = rf"(?:twenty|thirty)-{any_of(w for w, n in ORDINALS.items() if 1 <= n <= 9)}"
ORDINAL = rf"(?P<ordinal>{any_of(ORDINALS)}|{_HIGHER_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))"
PORTION = rf"(?P<portion>{any_of(PORTIONS)})(?:-| the | )"
MAYBE_PORTION = rf"(?:{PORTION})?"
MAYBE_CUT = rf"(?:(?P<portion>{any_of((*PORTIONS, *CUTS))})(?: in| on)? )?"
ONE_UNIT = rf"(?P<unit>{any_of(UNITS)})\b"
PLURAL_UNIT = rf"(?P<unit>{any_of((*UNITS, *HOURS))})s"
# Behind it an event or a time is to follow.
SOMETHING = r"(?= \w)"
AFTER_TIME_WORD = re.compile(rf"(?:^|\W)(?:{any_of(TIME_PREPOSITIONS)})\s+$")
WORKING_DAY = re.compile(r"\b(?:working|business|trading)[\s-]days?\b", re.IGNORECASE)


def period(match: re.Match[str]) -> Period:
    """The amount of time in the groups `hedge`, `count` and `unit`; how much is open in "weeks ago", which has no count."""
    groups = match.groupdict()
    count = number(groups["count"]) if groups.get("count") else None
    if count is not None and (groups.get("half") or groups.get("late_half")):
        count += 0.5
    unit = "working day" if WORKING_DAY.search(match[0]) else match["unit"].lower()
    return amount(count, unit, hedge=_hedge(groups.get("hedge")))


def _hedge(word: str | None) -> Hedge | None:
    if word is None:
        return None
    low = key(word)
    return Hedge.MORE if low in MORE_THAN else Hedge.LESS if low in LESS_THAN else Hedge.ABOUT


def amount(count: float | None, unit: str, *, hedge: Hedge | None = None) -> Period:
    """So many of a unit, by its word; of a unit finer than a day a count that is not said stands for one.

    >>> amount(2, "fortnight").count, amount(None, "hour").hours
    (4, 1.0)
    """
    if unit in HOURS:
        return Period(count, Grain.DAY, hedge, hours=(1 if count is None else count) * HOURS[unit])
    return Period(None if count is None else count * TIMES_A_UNIT.get(unit, 1), UNITS[unit], hedge)


def number(word: str) -> float | None:
    """The number a word or numeral stands for; None for "a few" and for a choice such as "two or three".

    >>> number("forty-two"), number("two hundred and fifty"), number("an"), number("several")
    (42, 250, 1, None)
    """
    word = re.sub(r"\s+", " ", word.lower())
    if re.search(r" or | to |-to-|\d[-–]\d", word):
        return None
    if word.endswith("½"):
        return int(word[:-1]) + 0.5
    if re.search(r"\b(?:hundred|thousand)\b", word) and word not in NUMBERS:
        return _large(word.replace("-", " ").split())
    if word[0].isdigit():
        thousands = re.fullmatch(r"\d{1,3},\d{3}", word)
        return int(word.replace(",", "")) if thousands or word.isdigit() else float(word.replace(",", "."))
    if word.startswith("half"):
        return 0.5
    if word.endswith(("quarter of a", "quarter of an")):
        return 0.25
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.replace("-", " ").partition(" ")
    return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and ones in NUMBERS else None


def _large(words: list[str]) -> float:
    """ "Two hundred and fifty"."""
    total = 0.0
    for word in words:
        if word in {"hundred", "thousand"}:
            total *= NUMBERS["hundred"] * (1 if word == "hundred" else 10)
        elif word != "and":
            total += int(word) if word.isdigit() else NUMBERS[word]
    return int(total)


def ordinal(word: str) -> int:
    """
    >>> ordinal("third"), ordinal("twenty-first"), ordinal("21st"), ordinal("last")
    (3, 21, 21, -1)
    """
    word = word.lower()
    tens, _, ones = word.partition("-")
    return ORDINALS[word] if word in ORDINALS else NUMBERS[tens] + ORDINALS[ones] if ones else int(word[:-2])


def key(words: str) -> str:
    """Words as the tables have them: lower case, single blanks."""
    return re.sub(r"\s+", " ", words.strip().lower().replace("’", "'"))


def portioned(match: re.Match[str], whole: Expression) -> Expression:
    """The portion named in the group `portion`, or the whole without one; "earlier" and "later" cut it at the day of the text."""
    named = match.groupdict().get("portion")
    return Part(whole, (PORTIONS | CUTS)[key(named.rstrip("-"))]) if named else whole


def year_of(match: re.Match[str]) -> int | None:
    """The year in the group `year`, or `old` for one of any number of digits; negative with the group `bc`."""
    groups = match.groupdict()
    if groups.get("short"):
        return full_year(groups["short"], pivot=PIVOT)
    year = groups.get("year") or groups.get("old") or groups.get("any") or groups.get("dashed")
    if year is None:
        return None
    return -int(year) if groups.get("bc") or groups.get("old_bc") else int(year)


def full_year(digits: str, *, pivot: int) -> int:
    """A year, one of two digits before the pivot in this century and from it on in the last.

    >>> full_year("2026", pivot=50), full_year("26", pivot=50), full_year("89", pivot=50)
    (2026, 2026, 1989)
    """
    year = int(digits)
    return year if year > 99 else year + (2000 if year < pivot else 1900)


def unit_beside(match: re.Match[str], unit: Grain) -> Unit | None:
    """The year or month of "that year" (group `spoken`) or "last year" (`step`)."""
    groups = match.groupdict()
    if groups.get("spoken"):
        return Unit(unit, SPOKEN_STEPS[key(match["spoken"])], Spoken())
    return Unit(unit, STEPS[key(match["step"])]) if groups.get("step") else None


def of_which_year(match: re.Match[str], what: Calendar | Era) -> Expression:
    """A day, month or season of the year named, of "that year", of "last year", or of the context's."""
    year = unit_beside(match, Grain.YEAR)
    return Member(year, what) if year else what


def is_in_a_name(match: re.Match[str], *, behind: str = r"[A-Z]\w+") -> bool:
    """ "The April Theses", "the Sunday Times": an article before it and such a word behind, but for one that names a happening."""
    following = re.match(f" ({behind})", match.string[match.end() : match.end() + 24])
    return bool(following and following[1].lower() not in EVENT_NOUNS and re.search(r"\bthe $", before(match)))


def numbered_date(match: re.Match[str]) -> Meaning | None:
    """The date in the groups `year`, `month` and `day` when all are numbers that can be one."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return Meaning(Calendar(year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 and year else None


def before(match: re.Match[str], *, characters: int = 24) -> str:
    """The text right before a match, in lower case."""
    return match.string[max(match.start() - characters, 0) : match.start()].lower()


def after(match: re.Match[str], *, characters: int = 24) -> str:
    """The text right after a match, in lower case."""
    return match.string[match.end() : match.end() + characters].lower()
