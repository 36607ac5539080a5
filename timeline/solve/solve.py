"""Constraints → the first and last possible day of each event; knows nothing of language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Conflict, Constraint, Dating, Evidence
from timeline.solve.dispute import Dispute, find_dispute
from timeline.solve.network import Known, Network, Side
from timeline.solve.reasons import Step, basis, chain, days
from timeline.times.interval import Grain, Interval, month, week, year


@dataclass(frozen=True)
class Solution:
    """What is known of each event once no constraint says more."""

    events: tuple[str, ...]
    known: Mapping[Side, Known]
    conflicts: tuple[Conflict, ...]
    alternatives: Mapping[str, tuple[Interval, ...]]

    def dating(self, event: str) -> Dating:
        """The first and last day of an event and how they are known; an event in dispute has no single date."""
        if event in self.alternatives:
            return Dating(None, None, Basis.UNKNOWN, alternatives=self.alternatives[event])
        first, last = days(self.known, event)
        return Dating(first, last, basis(self.known, event), grain_of(first, last))

    def chain(self, event: str) -> tuple[Step, ...]:
        """The steps that gave the date, nearest first."""
        return () if event in self.alternatives else chain(self.known, event)

    def before(self, a: str, b: str) -> bool | None:
        """Whether the first event was over before the second began; None when the dates do not say."""
        a_first, a_last = days(self.known, a)
        b_first, b_last = days(self.known, b)
        if a_last and b_first and a_last < b_first:
            return True
        return False if a_first and b_last and a_first >= b_last else None


def solve(constraints: Iterable[Constraint], events: Iterable[str]) -> Solution:
    """Narrow all events to a fixed point; what contradicts is taken out of the network and told as a conflict.

    Assumed constraints are defaults: each is taken only where it contradicts nothing. The answer does not depend on the order
    of the constraints.
    """
    ordered = sorted(constraints, key=_key)
    findings = [c for c in ordered if c.why.basis is not Basis.ASSUMED]
    conflicts: list[Conflict] = []
    alternatives: dict[str, tuple[Interval, ...]] = {}
    network = Network(findings)
    while (broken := network.narrow()) is not None:
        dispute = find_dispute(network.known, broken)
        conflicts.append(Conflict(dispute.event, dispute.evidence, _chains(findings, dispute)))
        alternatives[dispute.event] = (*alternatives.get(dispute.event, ()), *_readings(findings, dispute))
        findings = [c for c in findings if not dispute.concerns(c)]
        network = Network(findings)
    for constraint in ordered:
        if constraint.why.basis is Basis.ASSUMED and constraint.target.event not in alternatives:
            network.add(constraint)
    return Solution(tuple(sorted(set(events))), network.known, tuple(conflicts), alternatives)


def _readings(findings: Iterable[Constraint], dispute: Dispute) -> tuple[Interval, ...]:
    """What each of the two pieces of evidence alone would say of the event."""
    spans = [days(_alone(findings, dispute, why), dispute.event) for why in dispute.evidence]
    return tuple(Interval(first, last, grain_of(first, last)) for first, last in spans if not (first and last and last < first))


def _chains(findings: Iterable[Constraint], dispute: Dispute) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The evidence behind each of the two readings."""
    first, second = (
        tuple(step.evidence for step in chain(_alone(findings, dispute, why), dispute.event)) for why in dispute.evidence
    )
    return first, second


def _alone(findings: Iterable[Constraint], dispute: Dispute, why: Evidence) -> Mapping[Side, Known]:
    """The bounds when this is the only evidence on the event in dispute."""
    network = Network(c for c in findings if c.target.event != dispute.event or c.why == why)
    network.narrow()
    return network.known


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
