"""What a text has told so far, which its next time phrases may hang on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Edge,
    Era,
    Expression,
    Member,
    Nth,
    Part,
    Period,
    Published,
    Range,
    Setting,
    Shift,
    Sign,
    Spoken,
    Unit,
    Weekday,
    Within,
    event_of,
)
from timeline.times.interval import Grain, Interval
from timeline.times.match import Match
from timeline.times.reference import Reference, Resolved
from timeline.times.tense import AHEAD, Direction
from timeline.times.what_follows import leads_its_sentence

OLD_DATES_OF_A_NARRATIVE = 3
LONGEST_MONTH = 31
A_YEAR = 366
STILL_TOLD = 300


@dataclass(frozen=True, slots=True)
class Story:
    """The times told up to a place in a text; `narrative` for one that tells of other times than its own, a history."""

    published: date
    narrative: bool
    told: Interval | None = None
    told_at: int = 0
    last: Interval | None = None
    quarter: Interval | None = None
    day: Interval | None = None
    year_bc: int | None = None
    heading: Match | None = None

    def reference(self, text: str, match: Match, looking: Direction | None, *, headed: bool) -> Reference:
        """What a phrase is read against; `headed` for one whose clause opens with `heading`, a time over that says its year."""
        goes_on = headed or (leads_its_sentence(text, match.start) and self._looks_back(text, match.start))
        narrative = self.narrative or (goes_on and looking not in AHEAD)
        return Reference(self.published, self.told, looking, narrative, self.last, self.quarter, self.day)

    def _looks_back(self, text: str, at: int) -> bool:
        """Whether news tells of an older time here: more than a year back, told in this paragraph by its day or month, or at the head."""
        told = self.told
        if (
            told is None
            or told.last is None
            or ((told.days or 0) > LONGEST_MONTH and (self.heading is None or self.heading.end != self.told_at))
            or at - self.told_at > STILL_TOLD
            or "\n" in text[self.told_at : at]
        ):
            return False
        return (self.published - told.last).days > A_YEAR

    def in_headed_year(self, match: Match) -> Match:
        """A month or day in the line that a year heads, of that year as long as the line has not gone on to another."""
        assert self.heading is not None and self.heading.expression is not None
        year = _year_in(self.heading.expression)
        told = self.told.first.year if self.told is not None and self.told.first is not None else None
        return match if year is None or told != year else _with_year(match, year)

    def going_on(self, text: str, match: Match, when: Resolved, reference: Reference) -> Story:
        """The story after a phrase that comes to these days.

        A year in passing ("the plans for 1919") does not replace a month told, nor "today" in a quotation the time of a history.
        """
        assert match.expression is not None
        if not isinstance(when, Interval) or when.first is None or not _is_a_time_told(match.expression, when, reference.narrative):
            if not self.narrative and _counts_from_an_event(match.expression):
                return replace(self, told=None, last=None, day=None)  # the text goes on from a day that only the solver will know
            return self
        quarter = when if when.grain is Grain.QUARTER else self.quarter
        day = when if when.days == 1 else self.day
        told = self.told
        leads = leads_its_sentence(text, match.start)
        passing = (when.days or 0) > LONGEST_MONTH and told is not None and (told.days or 0) <= LONGEST_MONTH
        if passing and not leads:
            return replace(self, last=when, quarter=quarter, day=day)
        over = when.last is not None and when.last < self.published
        heading = match if leads and over and _year_in(match.expression) is not None else self.heading
        return replace(self, told=when, told_at=match.end, last=when, quarter=quarter, day=day, heading=heading)


def opening(matches: Sequence[Match], published: date) -> Story:
    """The story before its first phrase.

    A history has mostly years long before its own, and hardly a "yesterday" or "on Tuesday".
    """
    old = now = 0
    for match in matches:
        match match.expression:
            case Calendar(year=int(year), month=month):
                old += year < published.year - 1
                now += year == published.year and month == published.month
            case Era(number=number, grain=Grain.DECADE | Grain.CENTURY as grain):
                old += number < (published.year - 10 if grain is Grain.DECADE else published.year // 100)
            case Weekday() | Unit(ref=Published()) | Shift(ref=Published()) | Within(ref=Published()):
                now += 1
    return Story(published, narrative=old >= OLD_DATES_OF_A_NARRATIVE and old > 2 * now)


def _is_a_time_told(expression: Expression, when: Interval, narrative: bool) -> bool:
    match expression:
        case Within() | Clock(of=Spoken()):
            return False
        case Shift() if when.grain is Grain.QUARTER:
            return False  # only compared with: "up from a year earlier"
    return not (narrative and _hangs_on_publication(expression))


def _counts_from_an_event(expression: Expression) -> bool:
    return event_of(expression) is not None and isinstance(expression, Shift | Nth | Adjacent)


def _hangs_on_publication(expression: Expression) -> bool:
    match expression:
        case Published() | Unit(ref=Published()) | Shift(ref=Published()) | Adjacent(ref=Published()):
            return True
        case Part(of=inner) | Clock(of=inner) | Member(of=inner) | Shift(ref=inner):
            return _hangs_on_publication(inner)
    return False


# --- years before Christ, which are no days here ---------------------------------------------------------------------


def before_christ(match: Match, told: int | None) -> tuple[Match, int | None]:
    """The match with the year before Christ last told where it has none of its own, and the one the text goes on from.

    Such years are no days here, so they are filled in before resolving.
    """
    assert match.expression is not None
    said = _year_in(match.expression)
    if said is not None:
        return match, said if said < 0 else None
    return (match, None) if told is None else (_with_year(match, told), told)


def _with_year(match: Match, year: int) -> Match:
    assert match.expression is not None
    timex = tuple((start, end, _in_year(inner, year)) for start, end, inner in match.timex)
    return replace(match, expression=_in_year(match.expression, year), timex=timex)


def _year_in(expression: Expression) -> int | None:
    match expression:
        case Calendar(year=int(year)) | Era(year=int(year)):
            return year
        case Era(number=number, grain=Grain.DECADE | Grain.CENTURY):
            return number
        case Part(of=inner) | Member(of=inner) | Edge(of=inner) | Clock(of=inner):
            return _year_in(inner)
        case Range(last=last):
            return _year_in(last)
    return None


def _in_year(expression: Expression, year: int) -> Expression:
    match expression:
        case Calendar(year=None):
            return replace(expression, year=year)
        case Era(year=None, grain=Grain.SEASON):
            return replace(expression, year=year)
        case Unit(unit=Grain.YEAR, steps=steps, ref=Spoken() | Setting()) if year + steps < 0:
            return Calendar(year + steps)
        case Shift(ref=Spoken(), period=Period(count=count, unit=Grain.YEAR), sign=sign) if count is not None:
            moved = year - int(count) if sign is Sign.BEFORE else year + int(count)
            return Calendar(moved) if moved < 0 else expression
        case Part(of=inner) | Member(of=inner):
            return replace(expression, of=_in_year(inner, year))
    return expression
