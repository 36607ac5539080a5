"""Phrases that hang on another event → constraints between the two."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline.anchor.stay import at, not_after, not_before, of
from timeline.model import Basis, Bound, Constraint, End, Evidence, Happening, Move, Relation, TimePhrase
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    DayPart,
    Edge,
    Era,
    EventRef,
    Expression,
    Hedge,
    Member,
    Nth,
    Part,
    Period,
    Portion,
    Range,
    Shift,
    Sign,
    Spoken,
    Unit,
    Weekday,
    Within,
)
from timeline.times.interval import DAYS_IN, HOURS_IN_A_DAY, SATURDAY, Grain, Interval

# The end of the other event from which a relation that sets one side only counts.
NEAR_END = {
    Relation.BEFORE: End.FIRST, Relation.AFTER: End.LAST, Relation.SINCE: End.FIRST, Relation.UNTIL: End.LAST, Relation.BY: End.LAST,
}  # fmt: skip
ENDS_NAMED = {"arrival": End.FIRST, "landing": End.FIRST, "departure": End.LAST, "return": End.LAST}
LATE, SHORTEST_MONTH = 22, 28
_NEARLY = re.compile(r"(?:shortly|just|soon|immediately|right)\b", re.IGNORECASE)
EDGES = {Portion.START: End.FIRST, Portion.FIRST_DAYS: End.FIRST, Portion.END: End.LAST, Portion.LAST_DAYS: End.LAST}


def amid(event: str, between: tuple[Happening, Happening], why: Evidence) -> Iterator[Constraint]:
    """After the first of two events and before the second."""
    first, last = between
    yield not_before(event, of(first.id, End.LAST), why)
    yield not_after(event, of(last.id, End.FIRST), why)


@dataclass(frozen=True, slots=True)
class Told:
    """The event that a phrase hangs on: its id, how many days it lasts where that is told, and what dates it."""

    id: str
    days: int | None
    phrases: tuple[TimePhrase, ...]

    @property
    def ends(self) -> bool:
        """Whether its last day is told apart from the first."""
        whole = (isinstance(p.expression, Range) or p.relation in {Relation.ENDS, Relation.UNTIL} for p in self.phrases)
        return self.days is not None or any(whole)


def against(happening: Happening, anchor: Told, phrase: TimePhrase, why: Evidence) -> Iterator[Constraint]:
    """The constraints that a phrase puts between an event and the one it hangs on; `why` already has the fitting basis."""
    event = happening.id
    match phrase.expression:
        case Shift(ref=EventRef() as ref) if _end_named(ref) is End.LAST and not anchor.ends:
            return  # "the day after her departure", from a visit of unknown length
        case Nth(number=0) if anchor.days is not None:
            yield not_before(event, of(anchor.id, End.FIRST, Move((anchor.days - 1) // 2)), why)
            yield not_after(event, of(anchor.id, End.FIRST, Move(anchor.days // 2)), why)
        case Shift(period=period, sign=Sign.AFTER) if period.hours is not None and period.hours < HOURS_IN_A_DAY and _is_late(anchor):
            yield not_before(event, of(anchor.id, End.LAST, Move(1 if _is_midnight(anchor) else 0)), why)
            yield not_after(event, of(anchor.id, End.LAST, Move(1)), why)
        case EventRef() if phrase.relation is Relation.AFTER and happening.mentions[0].kind == "press conference":
            that_day = of(anchor.id, End.LAST)  # "at a press conference after the talks"
            yield from at(event, that_day, that_day, replace(why, basis=Basis.DERIVED))
        case Within(period=period) if _vague(period) and _is_coarse(anchor):
            yield from _related(event, anchor.id, Relation.AT, why)  # "within days of the coup of 2023"
        case EventRef() if _NEARLY.match(phrase.text) and phrase.relation in NEAR_END and _is_coarse(anchor):
            yield from _related(event, anchor.id, Relation.AT, why)  # "shortly before the coup of 2023"
        case _:
            yield from _on_one_side(_of_expression(event, anchor.id, phrase.expression, phrase.relation, why), phrase.relation)


def _is_late(anchor: Told) -> bool:
    """Whether it took place late at night, so that hours after may be on the next day."""
    return any(isinstance(p.expression, Clock) and _of_the_night(p.expression) for p in anchor.phrases)


def _of_the_night(clock: Clock) -> bool:
    return clock.part is DayPart.NIGHT or clock.hour == 0 or (clock.hour or 0) >= LATE


def _is_midnight(anchor: Told) -> bool:
    return any(isinstance(p.expression, Clock) and p.expression.hour == 0 for p in anchor.phrases)


def _is_coarse(anchor: Told) -> bool:
    """Known by its month or year alone, which "shortly before" hardly leaves."""
    spans = [p.when.days or 0 for p in anchor.phrases if isinstance(p.when, Interval)]
    return bool(spans) and min(spans) >= SHORTEST_MONTH


def _on_one_side(constraints: Iterable[Constraint], relation: Relation) -> Iterator[Constraint]:
    """ "By the second day of the siege" sets no first day, "since the week of the vote" no last one."""
    kept = {
        Relation.BEFORE: (Bound.AT_MOST, End.LAST), Relation.BY: (Bound.AT_MOST, End.LAST), Relation.UNTIL: (Bound.AT_MOST, End.LAST),
        Relation.AFTER: (Bound.AT_LEAST, End.FIRST), Relation.SINCE: (Bound.AT_LEAST, End.FIRST),
    }.get(relation)  # fmt: skip
    end = {Relation.STARTS: End.FIRST, Relation.ENDS: End.LAST}.get(relation)
    return (c for c in constraints if (kept is None or (c.bound, c.target.end) == kept) and end in {None, c.target.end})


def basis_of(phrase: TimePhrase) -> Basis:
    """Exact offsets and settings give a derived date, "before" and "after" only a bound."""
    match phrase.expression:
        case Shift(period=period) if _vague(period):
            return Basis.BOUNDED
        case Within() | Edge() | Member():
            return Basis.BOUNDED
        case _ if phrase.relation in {Relation.BEFORE, Relation.AFTER, Relation.BY, Relation.UNTIL}:
            return Basis.BOUNDED
    return Basis.DERIVED


def _of_expression(event: str, anchor: str, expression: Expression, relation: Relation, why: Evidence) -> Iterator[Constraint]:
    match expression:
        case EventRef() | Spoken():
            yield from _related(event, anchor, relation, why)
        case Part(of=EventRef() | Spoken() as inner, which=which) if which in EDGES and relation in NEAR_END:
            yield from _of_edge(event, anchor, EDGES[which], relation, why)
        case Part(of=inner) | Clock(of=inner):
            yield from _of_expression(event, anchor, inner, relation, why)
        case Unit(unit=unit, steps=steps):
            yield from _stepped(event, anchor, unit, steps, why)
        case Shift(ref=EventRef() | Spoken() as ref, period=period, sign=sign):
            yield from _shifted(event, anchor, period, sign, _end_named(ref) or (End.FIRST if sign is Sign.BEFORE else End.LAST), why)
        case Shift(ref=Part(of=EventRef() | Spoken(), which=which), period=period, sign=sign) if which in EDGES:
            yield from _shifted(event, anchor, period, sign, EDGES[which], why)
        case Adjacent(what=what, sign=sign):
            yield from _adjacent(event, anchor, what, sign, why)
        case Nth(number=number):
            yield from _nth(event, anchor, number, why)
        case Within(period=period, sign=sign):
            yield from _within(event, anchor, period, sign, why)
        case Edge(period=period, sign=sign):
            yield from _edge(event, anchor, period, sign, why)
        case Member(what=Grain() as unit, number=number):
            yield from _which(event, anchor, unit, number, why)


def _end_named(ref: EventRef | Spoken) -> End | None:
    """ "His arrival" is the first day of the visit, "her departure" the last."""
    return next((ENDS_NAMED[w] for w in ref.words.lower().split() if w in ENDS_NAMED), None) if isinstance(ref, EventRef) else None


def _related(event: str, anchor: str, relation: Relation, why: Evidence) -> Iterator[Constraint]:
    if relation in NEAR_END:
        yield from _of_edge(event, anchor, NEAR_END[relation], relation, why)
    else:
        yield not_before(event, of(anchor, End.FIRST), why)
        yield not_after(event, of(anchor, End.LAST), why)


def _stepped(event: str, anchor: str, unit: Grain, steps: int, why: Evidence) -> Iterator[Constraint]:
    """ "The same day", "the following day", "the next month": the calendar unit so many on from the other event's."""
    end = End.FIRST if steps < 0 else End.LAST
    if unit is Grain.DAY and steps:
        term = of(anchor, end, Move(steps))
        yield from at(event, term, term, why)
    elif unit is Grain.DAY:
        yield from _related(event, anchor, Relation.AT, why)
    else:
        yield not_before(event, of(anchor, end, Move(steps, unit, snap=unit, edge=End.FIRST)), why)
        yield not_after(event, of(anchor, end, Move(steps, unit, snap=unit, edge=End.LAST)), why)


def _shifted(event: str, anchor: str, period: Period, sign: Sign, end: End, why: Evidence) -> Iterator[Constraint]:
    """Counted from the first or the last day of the other event; of a hedged count only the side is sure, "about" makes a guess of it."""
    term = of(anchor, end, _move(period, sign))
    if not _vague(period):
        yield from at(event, term, term, why)
    elif period.hedge is Hedge.MORE and period.count is not None:
        yield not_after(event, term, why) if sign is Sign.BEFORE else not_before(event, term, why)
    else:
        yield from _of_edge(event, anchor, end, Relation.BEFORE if sign is Sign.BEFORE else Relation.AFTER, why)
        if period.hedge is Hedge.LESS and period.count is not None:
            yield not_before(event, term, why) if sign is Sign.BEFORE else not_after(event, term, why)
        elif period.count is not None:
            yield from at(event, term, term, replace(why, basis=Basis.DERIVED, approximate=True))


def _of_edge(event: str, anchor: str, end: End, relation: Relation, why: Evidence) -> Iterator[Constraint]:
    """ "After the start of the siege", "by its end"."""
    if relation in {Relation.AFTER, Relation.SINCE}:
        yield not_before(event, of(anchor, end), why)
    else:
        yield not_after(event, of(anchor, end), why)


def _vague(period: Period) -> bool:
    return period.hours is None and (period.count is None or period.hedge is not None)


def _move(period: Period, sign: Sign) -> Move:
    """Hours shorter than a day stay on the day."""
    direction = -1 if sign is Sign.BEFORE else 1
    if period.hours is not None:
        return Move(direction * math.floor(period.hours / HOURS_IN_A_DAY))
    return Move(direction * round(period.count or 0), period.unit)


def _adjacent(event: str, anchor: str, what: Weekday | Calendar | Era | Grain | Portion, sign: Sign, why: Evidence) -> Iterator[Constraint]:
    end, amount = (End.FIRST, -1) if sign is Sign.BEFORE else (End.LAST, 1)
    if isinstance(what, Weekday):
        term = of(anchor, end, Move(amount=amount, weekday=what.weekday))
        yield from at(event, term, term, why)
    elif isinstance(what, Calendar | Era):
        yield from _related(event, anchor, Relation.BEFORE if sign is Sign.BEFORE else Relation.AFTER, why)
    elif isinstance(what, Grain):
        yield not_before(event, of(anchor, end, Move(amount, what, snap=what, edge=End.FIRST)), why)
        yield not_after(event, of(anchor, end, Move(amount, what, snap=what, edge=End.LAST)), why)
    else:
        saturday = of(anchor, end, Move(amount=amount, weekday=SATURDAY))
        yield from at(event, saturday, of(event, End.FIRST, Move(1)), why)


def _nth(event: str, anchor: str, number: int, why: Evidence) -> Iterator[Constraint]:
    """The first day is 1, the last -1; 0 is midway, of which only the stay is sure."""
    if number == 0:
        yield from _related(event, anchor, Relation.DURING, why)
    else:
        term = of(anchor, End.FIRST, Move(number - 1)) if number > 0 else of(anchor, End.LAST, Move(number + 1))
        yield from at(event, term, term, why)


def _within(event: str, anchor: str, period: Period, sign: Sign, why: Evidence) -> Iterator[Constraint]:
    if sign is Sign.AFTER:
        yield not_before(event, of(anchor, End.FIRST), why)
        if not _vague(period):
            yield not_after(event, of(anchor, End.LAST, _reach(period, sign)), why)
    else:
        yield not_after(event, of(anchor, End.LAST), why)
        if not _vague(period):
            yield not_before(event, of(anchor, End.FIRST, _reach(period, sign)), why)


def _reach(period: Period, sign: Sign) -> Move:
    """ "Within 36 hours" may reach into the second day."""
    if period.hours is None:
        return _move(period, sign)
    return Move((-1 if sign is Sign.BEFORE else 1) * math.ceil(period.hours / HOURS_IN_A_DAY))


def _edge(event: str, anchor: str, period: Period, sign: Sign, why: Evidence) -> Iterator[Constraint]:
    """ "The first two weeks of the war": within the other event, and no further from its edge."""
    yield from _related(event, anchor, Relation.DURING, why)
    if _vague(period):
        return
    if sign is Sign.AFTER:
        yield not_after(event, of(anchor, End.FIRST, _inside(_move(period, sign))), why)
    else:
        yield not_before(event, of(anchor, End.LAST, _inside(_move(period, sign))), why)


def _which(event: str, anchor: str, unit: Grain, number: int, why: Evidence) -> Iterator[Constraint]:
    """ "The third week of the war" (3), "the last month" (-1): counted from the first day of the other event or from its last."""
    if number > 0:
        yield not_before(event, of(anchor, End.FIRST, Move(number - 1, unit)), why)
        yield not_after(event, of(anchor, End.FIRST, _inside(Move(number, unit))), why)
    else:
        yield not_before(event, of(anchor, End.LAST, _inside(Move(number, unit))), why)
        yield not_after(event, of(anchor, End.LAST, Move(number + 1, unit)), why)


def _inside(move: Move) -> Move:
    """So many days from a day on, that day counted; of months and years, whose days differ, a day more is let in."""
    if move.unit not in DAYS_IN:
        return move
    days = move.amount * DAYS_IN[move.unit]
    return Move(days - 1 if days > 0 else days + 1)
