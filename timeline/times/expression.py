"""What a time phrase means, as a typed tree, before it has a date.

A leaf of every tree is a reference: the calendar itself, the publication date, the time last spoken of, or an event of the text.
Only `resolve` (for the first three) and `anchor` with `solve` (for events) make days out of a tree. The operators follow
timenorm's (Bethard and Parker 2016, "A Semantically Compositional Annotation Scheme for Time Normalization").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from timeline.times.interval import Grain


class Sign(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Which(StrEnum):
    """Which one of a repeating day or month is meant; NEAREST leaves it to the tense of the clause."""

    NEAREST = "nearest"
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class DateOrder(StrEnum):
    """Which stands first in a date such as "4/2/2026"."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Portion(StrEnum):
    """A portion of a longer time; TIMEX3 writes the first three as `mod` START, MID, END.

    "Earlier this month" is what lies before the day of publication, "so far this month" that day included, "later" what lies after it. A
    fiscal year begins or ends within the calendar year of its number.
    """

    START = "start"
    MID = "mid"
    END = "end"
    FIRST_DAYS = "first days"
    LAST_DAYS = "last days"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    WEEKEND = "weekend"
    EARLIER = "earlier"
    SO_FAR = "so far"
    LATER = "later"
    FISCAL = "fiscal"


class DayPart(StrEnum):
    """A part of the day, with its TIMEX3 code."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAY = "DT"


class Vague(StrEnum):
    """A time that says only where it lies, with its TIMEX3 value."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class Hedge(StrEnum):
    """On which side of a count the truth may lie: "about", "more than", "less than"."""

    ABOUT = "about"
    MORE = "more than"
    LESS = "less than"


@dataclass(frozen=True, slots=True)
class Period:
    """An amount of time: "three days", "a few weeks" (count None), "about two months" (with a hedge).

    "72 hours" is three days; `hours` keeps what is finer than a day.
    """

    count: float | None
    unit: Grain
    hedge: Hedge | None = None
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication: "today", and what "two weeks ago" counts from."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The time last spoken of: what "the following day" counts from."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The time a text is set in: publication for news, the time last spoken of for a history. "By the end of the year"."""


@dataclass(frozen=True, slots=True)
class EventRef:
    """An event named by the text's own words: "the conversation"; the offsets say where those words stand."""

    words: str
    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year by its number; what is missing is taken from tense or from the text before."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class Slashed:
    """A date in numbers of which the day or the month may stand first: "4/2/2026"."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday."""

    weekday: int
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class Era:
    """A decade ("the 1990s": first=1990, grain decade), a century, a quarter or a season, by number.

    `number` is the first year of a decade, the century's number, 1 to 4 for quarters and for seasons (winter, spring, summer,
    autumn); `year` is that of a quarter or season, when said.
    """

    number: int
    grain: Grain
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day, by the name the tables use for it; a national one ("Independence Day") with the state whose it is."""

    name: str
    year: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit counted from the one that holds the reference: "last week" is -1, "this year" 0, "the next month" 1."""

    unit: Grain
    steps: int
    ref: Expression = field(default_factory=Published)


@dataclass(frozen=True, slots=True)
class Shift:
    """A period before or after a reference: "three days before the conversation", "two weeks ago", "the following day"."""

    ref: Expression
    period: Period
    sign: Sign


@dataclass(frozen=True, slots=True)
class Adjacent:
    """The nearest such weekday, weekend, week, month or year beside a reference: "the Tuesday after the vote", "the previous April"."""

    ref: Expression
    what: Weekday | Calendar | Era | Grain | Portion
    sign: Sign


@dataclass(frozen=True, slots=True)
class Nth:
    """A day counted within a stay: "on the second day of the visit" is 2, "the last day" -1, "midway through" 0."""

    ref: Expression
    number: int


@dataclass(frozen=True, slots=True)
class Within:
    """From the reference to a period beyond it: "within 48 hours of the vote", "in the coming weeks"."""

    ref: Expression
    period: Period
    sign: Sign


@dataclass(frozen=True, slots=True)
class Edge:
    """So much of a longer time from its first day on, or up to its last: "the first two weeks of February"."""

    of: Expression
    period: Period
    sign: Sign


@dataclass(frozen=True, slots=True)
class Part:
    """A portion of a longer time: "late January", "the second half of 2024"."""

    of: Expression
    which: Portion


@dataclass(frozen=True, slots=True)
class Clock:
    """A part of the day or an hour on a day: "Friday morning", "10 p.m. on Tuesday"."""

    of: Expression
    part: DayPart | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str = ""
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One out of a longer time: "the last week of March" (-1), "May of that year", "the spring of next year"."""

    of: Expression
    what: Calendar | Weekday | Era | Grain
    number: int = 1


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Between:
    """After one event and before another; without `last`, `first` stands for both: "between the two rounds", "in the interval"."""

    first: EventRef
    last: EventRef | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when: "three days of talks"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often, not when: "every Monday", "weekly", "twice a year"; `each` is its TIMEX3 value."""

    each: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words of time whose meaning is not known, and why."""

    reason: str


Expression = (
    Published | Spoken | Setting | EventRef | Calendar | Slashed | Weekday | Era | Holiday | Unit | Shift | Adjacent | Nth | Within | Edge
    | Part | Clock | Member | Range | Between | Duration | Repeat | Vague | Unknown
)  # fmt: skip


def event_of(expression: Expression) -> EventRef | None:
    """The event a phrase hangs on, if it hangs on one.

    >>> event_of(Shift(EventRef("the conversation"), Period(3, Grain.DAY), Sign.BEFORE)).words
    'the conversation'
    """
    match expression:
        case EventRef():
            return expression
        case Shift(ref=inner) | Adjacent(ref=inner) | Nth(ref=inner) | Within(ref=inner) | Unit(ref=inner):
            return event_of(inner)
        case Part(of=inner) | Clock(of=inner) | Member(of=inner) | Edge(of=inner):
            return event_of(inner)
        case Range(first=first, last=last):
            return event_of(first) or event_of(last)
        case Between(first=first):
            return first
        case _:
            return None


def with_reference(expression: Expression, ref: Expression) -> Expression:
    """The same expression hanging on `ref` where it hung on an event.

    >>> with_reference(Nth(EventRef(""), 2), EventRef("the visit"))
    Nth(ref=EventRef(words='the visit', start=-1, end=-1), number=2)
    """
    match expression:
        case EventRef():
            return ref
        case Shift() | Adjacent() | Nth() | Within() | Unit():
            return replace(expression, ref=with_reference(expression.ref, ref))
        case Part() | Clock() | Member() | Edge():
            return replace(expression, of=with_reference(expression.of, ref))
        case _:
            return expression
