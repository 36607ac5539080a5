"""A short notation for networks worked out by hand: "call = 2026-02-04; visit = call - 3 day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from timeline.anchor.stay import at, inside, not_after, not_before, of
from timeline.model import Basis, Constraint, End, Evidence, Move, Sentence, Term
from timeline.times.interval import Grain, Interval

PUBLISHED = date(2026, 2, 4)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def evidence(phrase: str, basis: Basis) -> Evidence:
    return Evidence("case", PUBLISHED, Sentence(1, 1, 0, len(phrase), phrase), phrase, basis)


def network(text: str) -> list[Constraint]:
    """Clauses parted by ";": `a = DAY`, `a = DAY..DAY` (a stay), `a in DAY..DAY` (some day of them), `a < b`, `a > b`, `a @ b` (during),
    `a = b + 3 day`, `a = b - 1 month`, `a = b + Tue`; `a lasts 1` (a day, by default); a leading "?" makes it an assumption."""
    return [c for clause in text.split(";") if clause.strip() for c in _clause(clause.strip())]


def _clause(clause: str) -> Iterator[Constraint]:
    assumed, clause = clause.startswith("?"), clause.removeprefix("?").strip()
    event, sign, rest = clause.split(" ", 2)
    days = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?", rest)
    if sign == "lasts":
        yield not_after(event, of(event, End.FIRST), evidence(clause, Basis.ASSUMED))
        return
    plain = Basis.ASSUMED if assumed else Basis.STATED
    bounded = Basis.ASSUMED if assumed else Basis.BOUNDED
    if days:
        first, last = (date.fromisoformat(d or days[1]) for d in days.groups())
        if sign == "<":
            yield not_after(event, Term(day=first), evidence(clause, bounded))
        elif sign == ">":
            yield not_before(event, Term(day=first), evidence(clause, bounded))
        elif sign == "in":
            yield from inside(event, Interval(first, last), evidence(clause, plain))
        else:
            yield from at(event, Term(day=first), Term(day=last), evidence(clause, plain))
    elif sign == "<":
        yield not_after(event, of(rest, End.FIRST), evidence(clause, bounded))
    elif sign == ">":
        yield not_before(event, of(rest, End.LAST), evidence(clause, bounded))
    elif sign == "@":
        yield not_before(event, of(rest, End.FIRST), evidence(clause, Basis.DERIVED))
        yield not_after(event, of(rest, End.LAST), evidence(clause, Basis.DERIVED))
    else:
        other, plus, *step = rest.split()
        term = of(other, End.LAST if plus == "+" else End.FIRST, _move(plus, step))
        yield from at(event, term, term, evidence(clause, Basis.DERIVED))


def _move(plus: str, step: list[str]) -> Move:
    if step[0] in WEEKDAYS:
        return Move(1 if plus == "+" else -1, weekday=WEEKDAYS.index(step[0]))
    return Move(int(step[0]) * (1 if plus == "+" else -1), Grain(step[1]))
