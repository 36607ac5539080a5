"""The network of points and bounds, and the narrowing of every bound to a fixed point."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.model import Bound, Constraint, End, Point
from timeline.solve.move import apply, greatest, least

Side = tuple[Point, Bound]
"""One side of a point: its lower bound (AT_LEAST) or its upper bound (AT_MOST)."""

MOST_UPDATES = 200
"""A bound that moves more often than this goes round a cycle that nothing can satisfy."""


@dataclass(frozen=True, slots=True)
class Known:
    """A bound, the constraint that gave it, and the side it came from when it came through another point.

    No constraint: it came from the event's own other end, since no event ends before it begins.
    """

    day: date
    constraint: Constraint | None
    source: Side | None


class Network:
    """Constraints between points, and the bounds they give; the one place that keeps state while it works."""

    def __init__(self, constraints: Iterable[Constraint]) -> None:
        self._links: dict[Side, list[Constraint]] = defaultdict(list)
        self._fixed: list[Constraint] = []
        self._known: dict[Side, Known] = {}
        for constraint in constraints:
            self._register(constraint)

    @property
    def known(self) -> Mapping[Side, Known]:
        return self._known

    def narrow(self) -> Side | None:
        """Narrow every bound as far as all constraints allow; the side that crossed its opposite, when one did."""
        return self._run(self._fixed, [])

    def add(self, constraint: Constraint) -> bool:
        """Take one more constraint if it contradicts nothing; otherwise leave everything as it was and say False."""
        trail: list[tuple[Side, Known | None]] = []
        self._register(constraint)
        ends = (constraint.target, constraint.term.point)
        touched = [(p, b) for p in ends if p is not None for b in Bound if (p, b) in self._known]
        if self._run([constraint], trail, touched) is None:
            return True
        for side, before in reversed(trail):
            if before is None:
                del self._known[side]
            else:
                self._known[side] = before
        self._forget(constraint)
        return False

    def _register(self, constraint: Constraint) -> None:
        for listed in self._lists(constraint):
            listed.append(constraint)

    def _forget(self, constraint: Constraint) -> None:
        for listed in self._lists(constraint):
            listed.remove(constraint)

    def _lists(self, constraint: Constraint) -> tuple[list[Constraint], ...]:
        if constraint.term.point is None:
            return (self._fixed,)
        return (self._links[constraint.term.point, constraint.bound], self._links[constraint.target, _other(constraint.bound)])

    def _run(self, fixed: Iterable[Constraint], trail: list[tuple[Side, Known | None]], touched: Iterable[Side] = ()) -> Side | None:
        queue: deque[Side] = deque(touched)
        updates: dict[Side, int] = defaultdict(int)
        waiting = [((c.target, c.bound), Known(d, c, None)) for c in fixed if c.term.day and (d := apply(c.term.move, c.term.day))]
        while waiting or queue:
            for side, new in waiting:
                if not self._says_more(side, new):
                    continue
                trail.append((side, self._known.get(side)))
                self._known[side] = new
                updates[side] += 1
                if updates[side] > MOST_UPDATES or self._crossed(side[0]):
                    return side
                queue.append(side)
            waiting = list(self._consequences(queue.popleft())) if queue else []
        return None

    def _says_more(self, side: Side, new: Known) -> bool:
        old = self._known.get(side)
        return old is None or (new.day > old.day if side[1] is Bound.AT_LEAST else new.day < old.day)

    def _crossed(self, point: Point) -> bool:
        low, high = self._known.get((point, Bound.AT_LEAST)), self._known.get((point, Bound.AT_MOST))
        return low is not None and high is not None and low.day > high.day

    def _consequences(self, side: Side) -> Iterator[tuple[Side, Known]]:
        """What a new bound says of other points: along each constraint, against it, and across the event."""
        point, bound = side
        day = self._known[side].day
        for constraint in self._links[side]:
            source = constraint.term.point
            if source == point and constraint.bound is bound:
                moved = apply(constraint.term.move, day)
                reached = constraint.target
            else:
                turn = greatest if bound is Bound.AT_MOST else least
                moved = turn(constraint.term.move, day)
                reached = source or constraint.target
            if moved is not None:
                yield (reached, bound), Known(moved, constraint, side)
        if (point.end is End.FIRST) == (bound is Bound.AT_LEAST):
            across = Point(point.event, End.LAST if point.end is End.FIRST else End.FIRST)
            yield (across, bound), Known(day, None, side)


def _other(bound: Bound) -> Bound:
    return Bound.AT_MOST if bound is Bound.AT_LEAST else Bound.AT_LEAST
