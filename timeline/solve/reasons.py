"""Why a bound holds: the constraints it came through, nearest first, back to a fixed day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Bound, Constraint, End, Evidence, Point
from timeline.solve.network import Known, Side

# From the surest to the least: a date is as sure as the weakest link of its chain.
STRENGTH = (Basis.STATED, Basis.DERIVED, Basis.BOUNDED, Basis.ASSUMED)


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: what is known of an event, and the evidence for it."""

    event: str
    first: date | None
    last: date | None
    evidence: Evidence


def sides(event: str) -> tuple[Side, Side]:
    """The two sides that give an event's first and last possible day."""
    return (Point(event, End.FIRST), Bound.AT_LEAST), (Point(event, End.LAST), Bound.AT_MOST)


def days(known: Mapping[Side, Known], event: str) -> tuple[date | None, date | None]:
    """The first and the last day that an event may have, None where nothing bounds it."""
    first, last = (known.get(side) for side in sides(event))
    return first.day if first else None, last.day if last else None


def trace(known: Mapping[Side, Known], side: Side) -> Iterator[tuple[Point, Constraint]]:
    """The points and the constraints behind one bound, nearest first."""
    current = known.get(side)
    while current is not None:
        if current.constraint is not None:
            yield current.side[0], current.constraint
        current = current.source


def reasons(known: Mapping[Side, Known], side: Side) -> Iterator[tuple[Point, Evidence]]:
    """The evidence behind one bound; that an event is only taken to last a day is no reason for its date and left out."""
    for point, constraint in trace(known, side):
        across = constraint.term.point is not None and constraint.term.point.event == constraint.target.event
        if not (across and constraint.why.basis is Basis.ASSUMED):
            yield point, constraint.why


def chain(known: Mapping[Side, Known], event: str) -> tuple[Step, ...]:
    """The steps that date an event: of its first day, then what its last day adds.

    Each piece of evidence is told once, of the event that it narrows.
    """
    steps: dict[tuple[str, str, int], Step] = {}
    for side in sides(event):
        for point, why in reasons(known, side):
            key = (point.event, why.phrase, why.sentence.start)
            steps.setdefault(key, Step(point.event, *days(known, point.event), why))
    return tuple(steps.values())


def basis(known: Mapping[Side, Known], event: str) -> Basis:
    """How the date of an event is known: the weakest link of the surer side, of both sides when neither is assumed.

    "After the vote, told as past" is bounded, not assumed: one side has a finding.
    """
    found = [_side_basis(known, side) for side in sides(event) if side in known]
    findings = [b for b in found if b is not Basis.ASSUMED]
    if not found:
        return Basis.UNKNOWN
    if not findings:
        return Basis.ASSUMED
    if len(findings) < len(found):
        return max(findings[0], Basis.BOUNDED, key=STRENGTH.index)
    return max(findings, key=STRENGTH.index)


def _side_basis(known: Mapping[Side, Known], side: Side) -> Basis:
    links = list(reasons(known, side))
    through_others = len({point.event for point, _ in links}) > 1
    weakest = max((why.basis for _, why in links), key=STRENGTH.index)
    return Basis.DERIVED if through_others and weakest is Basis.STATED else weakest
