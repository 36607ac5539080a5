"""The network of points and bounds, and the narrowing of every bound to a fixed point."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from timeline.model import Bound, Constraint, End, Point
from timeline.solve.move import apply, greatest, least

Side = tuple[Point, Bound]
"""One side of a point: its lower bound (AT_LEAST) or its upper bound (AT_MOST)."""

MOST_UPDATES = 200
"""A bound that moves more often than this goes round a cycle that nothing can satisfy."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A bound on a side, the constraint that gave it, and the bound of another side that it came through.

    No constraint: it came from the event's own other end, since no event ends before it begins. The bound it came through is kept
    as it was then: two events that round each other to a weekday would otherwise prove each other.
    """

    side: Side
    day: date
    constraint: Constraint | None
    source: Known | None = field(default=None, repr=False)


class Network:
    """Constraints between points, and the bounds they give; the one place that keeps state while it works."""

    def __init__(self, constraints: Iterable[Constraint]) -> None:
        self._links: dict[Side, list[Constraint]] = defaultdict(list)
        self._fixed: list[Constraint] = []
        self._known: dict[Side, Known] = {}
        self._queue: deque[Side] = deque()
        for constraint in constraints:
            self._register(constraint)

    @property
    def known(self) -> Mapping[Side, Known]:
        return self._known

    def narrow(self) -> Side | None:
        """Narrow every bound as far as all constraints allow; the side that crossed its opposite, when one did.

        What was narrowed until then stays: after `take_out` it goes on from there.
        """
        return self._run(self._fixed, [])

    def take_out(self, event: str, concerns: Callable[[Constraint], bool]) -> tuple[Constraint, ...]:
        """Take constraints on an event out, and every bound that came through one of them; they are returned."""
        taken = [c for c in self._fixed if concerns(c)]
        self._fixed = [c for c in self._fixed if not concerns(c)]
        for own in [(Point(event, end), bound) for end in End for bound in Bound]:
            for constraint in [c for c in self._links[own] if concerns(c)]:
                taken.append(constraint)
                for listed in self._lists(constraint):
                    listed.remove(constraint)
        gone = self._resting_on(concerns)
        for side in gone:
            del self._known[side]
        for point, bound in gone:
            around = (c.target if c.term.point == point else c.term.point for c in self._links[point, _other(bound)])
            across = Point(point.event, _other_end(point.end))
            self._queue.extend((p, bound) for p in (*around, across) if p is not None and (p, bound) in self._known)
        return tuple(taken)

    def add(self, constraint: Constraint) -> bool:
        """Take one more constraint if it contradicts nothing; otherwise leave everything as it was and say False."""
        trail: list[tuple[Side, Known | None]] = []
        self._register(constraint)
        ends = (constraint.target, constraint.term.point)
        self._queue.extend((p, b) for p in ends if p is not None for b in Bound if (p, b) in self._known)
        if self._run([constraint], trail) is None:
            return True
        self._queue.clear()
        for side, before in reversed(trail):
            if before is None:
                del self._known[side]
            else:
                self._known[side] = before
        for listed in self._lists(constraint):
            listed.pop()
        return False

    def _register(self, constraint: Constraint) -> None:
        for listed in self._lists(constraint):
            listed.append(constraint)

    def _lists(self, constraint: Constraint) -> tuple[list[Constraint], ...]:
        if constraint.term.point is None:
            return (self._fixed,)
        return (self._links[constraint.term.point, constraint.bound], self._links[constraint.target, _other(constraint.bound)])

    def _resting_on(self, concerns: Callable[[Constraint], bool]) -> list[Side]:
        """The sides whose bounds came through such a constraint, however far back."""
        rests: dict[Known, bool] = {}
        for known in self._known.values():
            passed: list[Known] = []
            current: Known | None = known
            while current is not None and current not in rests and not (current.constraint and concerns(current.constraint)):
                passed.append(current)
                current = current.source
            found = current is not None and rests.get(current, True)
            rests |= dict.fromkeys([*passed, known], found)
        return [side for side, known in self._known.items() if rests[known]]

    def _run(self, fixed: Iterable[Constraint], trail: list[tuple[Side, Known | None]]) -> Side | None:
        updates: dict[Side, int] = defaultdict(int)
        source: Known | None = None
        waiting = [Known((c.target, c.bound), d, c) for c in fixed if c.term.day and (d := apply(c.term.move, c.term.day))]
        while waiting or self._queue:
            for new in waiting:
                side = new.side
                if not self._says_more(new):
                    continue
                trail.append((side, self._known.get(side)))
                self._known[side] = new
                updates[side] += 1
                self._queue.append(side)
                if updates[side] > MOST_UPDATES or self._crossed(side[0]):
                    if source is not None:
                        self._queue.appendleft(source.side)
                    return side
            source = self._known.get(self._queue.popleft()) if self._queue else None
            waiting = list(self._consequences(source)) if source is not None else []
        return None

    def _says_more(self, new: Known) -> bool:
        old = self._known.get(new.side)
        return old is None or (new.day > old.day if new.side[1] is Bound.AT_LEAST else new.day < old.day)

    def _crossed(self, point: Point) -> bool:
        low, high = self._known.get((point, Bound.AT_LEAST)), self._known.get((point, Bound.AT_MOST))
        return low is not None and high is not None and low.day > high.day

    def _consequences(self, known: Known) -> Iterator[Known]:
        """What a new bound says of other points: along each constraint, against it, and across the event."""
        point, bound = known.side
        for constraint in self._links[known.side]:
            source = constraint.term.point
            if source == point and constraint.bound is bound:
                moved = apply(constraint.term.move, known.day)
                reached = constraint.target
            else:
                turn = greatest if bound is Bound.AT_MOST else least
                moved = turn(constraint.term.move, known.day)
                reached = source or constraint.target
            if moved is not None:
                yield Known((reached, bound), moved, constraint, known)
        if (point.end is End.FIRST) == (bound is Bound.AT_LEAST):
            yield Known((Point(point.event, _other_end(point.end)), bound), known.day, None, known)


def _other(bound: Bound) -> Bound:
    return Bound.AT_MOST if bound is Bound.AT_LEAST else Bound.AT_LEAST


def _other_end(end: End) -> End:
    return End.LAST if end is End.FIRST else End.FIRST
