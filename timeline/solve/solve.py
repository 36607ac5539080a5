"""Constraints → the first and last possible day of each event; knows nothing of language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Bound, Conflict, Constraint, Dating, End, Point
from timeline.solve.dispute import Dispute, find_dispute
from timeline.solve.network import Known, Network, Side
from timeline.solve.order import Order, told_order
from timeline.solve.reasons import Step, basis, chain, days, trace
from timeline.times.interval import Grain, Interval, month, week, year


@dataclass(frozen=True)
class Solution:
    """What is known of each event once no constraint says more."""

    events: tuple[str, ...]
    known: Mapping[Side, Known]
    conflicts: tuple[Conflict, ...]
    alternatives: Mapping[str, tuple[Interval, ...]]
    order: Order

    def dating(self, event: str) -> Dating:
        """The first and last day of an event and how they are known; an event in dispute has no single date."""
        if event in self.alternatives:
            return Dating(None, None, Basis.UNKNOWN, alternatives=self.alternatives[event])
        first, last = days(self.known, event)
        about = any(step.evidence.approximate for step in chain(self.known, event))
        return Dating(first, last, basis(self.known, event), grain_of(first, last), approximate=about)

    def chain(self, event: str) -> tuple[Step, ...]:
        """The steps that gave the date, nearest first."""
        return () if event in self.alternatives else chain(self.known, event)


def solve(constraints: Iterable[Constraint], events: Iterable[str]) -> Solution:
    """Narrow all events to a fixed point; what contradicts is taken out of the network and told as a conflict.

    What is approximate, then what is assumed, are defaults, each taken only where it contradicts nothing. The answer does not depend
    on the order of the constraints.
    """
    ordered = sorted(constraints, key=_key)
    network = Network(c for c in ordered if not _is_default(c))
    disputes: list[tuple[Dispute, tuple[Constraint, ...]]] = []
    while (broken := network.narrow()) is not None:
        dispute = find_dispute(network.known, broken)
        disputes.append((dispute, network.take_out(dispute.event, dispute.concerns)))
    conflicts: list[Conflict] = []
    alternatives: dict[str, tuple[Interval, ...]] = {}
    for dispute, taken in disputes:
        readings = [_alone(network.known, [c for c in taken if c.why == why]) for why in dispute.evidence]
        first, second = (tuple(step.evidence for step in chain(known, dispute.event)) for known in readings)
        conflicts.append(Conflict(dispute.event, dispute.evidence, (first, second)))
        spans = (_span(*days(known, dispute.event)) for known in readings)
        alternatives[dispute.event] = (*alternatives.get(dispute.event, ()), *(span for span in spans if span))
    for constraint in sorted(filter(_is_default, ordered), key=lambda c: c.why.basis is Basis.ASSUMED):
        if constraint.target.event not in alternatives:
            network.add(constraint)
    disputed = {id(c) for _, taken in disputes for c in taken}
    order = told_order(c for c in ordered if id(c) not in disputed)
    return Solution(tuple(sorted(set(events))), network.known, tuple(conflicts), alternatives, order)


def _alone(known: Mapping[Side, Known], evidence: Sequence[Constraint]) -> Mapping[Side, Known]:
    """The bounds when this is the only evidence on an event: it, and what proves the bounds of the events it hangs on."""
    points = [Point(c.term.point.event, end) for c in evidence if c.term.point for end in End]
    proofs = (c for point in points for bound in Bound for _, c in trace(known, (point, bound)))
    network = Network({id(c): c for c in (*proofs, *evidence)}.values())
    network.narrow()
    return network.known


def _is_default(constraint: Constraint) -> bool:
    return constraint.why.basis is Basis.ASSUMED or constraint.why.approximate


def _span(first: date | None, last: date | None) -> Interval | None:
    return None if first and last and last < first else Interval(first, last, grain_of(first, last))


def grain_of(first: date | None, last: date | None) -> Grain:
    """The calendar unit that these days are exactly, else a span.

    >>> grain_of(date(2022, 1, 1), date(2022, 12, 31))
    <Grain.YEAR: 'year'>
    """
    if first is None or last is None:
        return Grain.SPAN
    if first == last:
        return Grain.DAY
    units = (week(first), month(first.year, first.month), year(first.year))
    return next((u.grain for u in units if (u.first, u.last) == (first, last)), Grain.SPAN)


def _key(constraint: Constraint) -> tuple[str, ...]:
    why, target = constraint.why, constraint.target
    return (target.event, target.end, constraint.bound, why.article, f"{why.sentence.start:09}", why.phrase, repr(constraint.term))
