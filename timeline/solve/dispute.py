"""Which event two pieces of evidence disagree about, once two bounds have crossed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.model import Bound, Constraint, Evidence
from timeline.solve.network import Known, Side
from timeline.solve.reasons import trace


@dataclass(frozen=True, slots=True)
class Dispute:
    """An event and the two pieces of evidence on it that cannot both hold."""

    event: str
    evidence: tuple[Evidence, Evidence]

    def concerns(self, constraint: Constraint) -> bool:
        """Whether a constraint on the event rests on either of the two."""
        return constraint.target.event == self.event and constraint.why in self.evidence


def find_dispute(known: Mapping[Side, Known], broken: Side) -> Dispute:
    """The event in dispute when the bounds of a point have crossed.

    It is the one that hangs on another and also has evidence of its own: the one it hangs on keeps its date. Without such, it
    is the event whose bounds crossed.
    """
    point = broken[0]
    behind = [c for bound in (Bound.AT_LEAST, Bound.AT_MOST) for _, c in trace(known, (point, bound))]
    hanging = [c for c in behind if c.term.point is not None and c.term.point.event != c.target.event]
    for link in hanging:
        own = next((c for c in behind if c.target.event == link.target.event and c.why != link.why), None)
        if own is not None:
            return Dispute(link.target.event, (own.why, link.why))
    own_evidence = [c.why for c in behind if c.target.event == point.event] or [c.why for c in behind]
    first = own_evidence[0]
    return Dispute(_event_of(behind, first), (first, next((why for why in own_evidence if why != first), first)))


def _event_of(constraints: list[Constraint], why: Evidence) -> str:
    return next(c.target.event for c in constraints if c.why == why)
