"""Which events the text itself puts one before the other, whether or not either has a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from timeline.model import Basis, Bound, Constraint, End

Order = tuple[tuple[str, str], ...]
"""Pairs of event ids: the first event was over before the second began."""


def told_order(constraints: Iterable[Constraint]) -> Order:
    """The pairs that findings put in order: "b before a", "b three days after a"; what is assumed puts nothing in order."""
    found = [c for c in constraints if c.why.basis is not Basis.ASSUMED and c.term.point and c.term.point.event != c.target.event]
    whole = {(c.target.event, c.bound, c.term) for c in found}
    return tuple(sorted({pair for c in found if (pair := _pair(c)) and not _on_the_day(c, whole)}))


def _pair(constraint: Constraint) -> tuple[str, str] | None:
    target, point, amount = constraint.target, constraint.term.point, constraint.term.move.amount
    if point is None:
        return None
    if constraint.bound is Bound.AT_MOST and (target.end, point.end) == (End.LAST, End.FIRST) and amount <= 0:
        return target.event, point.event
    if constraint.bound is Bound.AT_LEAST and (target.end, point.end) == (End.FIRST, End.LAST) and amount >= 0:
        return point.event, target.event
    return None


def _on_the_day(constraint: Constraint, whole: Collection[tuple[str, Bound, object]]) -> bool:
    """Bound from both sides to one day of the other event, which is no order."""
    both = all((constraint.target.event, bound, constraint.term) in whole for bound in Bound)
    return both and constraint.term.move.amount == 0


def among(order: Order, ids: Collection[str]) -> Order:
    """The order of these events alone, also where it goes through others."""
    after = successors(order)
    return tuple(sorted((a, b) for a in ids for b in _reached(a, after, stop=ids) if b in ids))


def follows(order: Order, a: str, b: str) -> bool:
    """Whether b comes after a, through any number of pairs."""
    return b in _reached(a, successors(order), stop={b})


def arranged(ids: Sequence[str], order: Order) -> tuple[str, ...]:
    """The ids as given, save that what comes before one of them is drawn forward to stand before it.

    >>> arranged(["call", "vote", "visit"], (("visit", "vote"),))
    ('call', 'visit', 'vote')
    """
    earlier: dict[str, list[str]] = {id_: [] for id_ in ids}
    for a, b in order:
        if a in earlier and b in earlier:
            earlier[b].append(a)
    places = {id_: i for i, id_ in enumerate(ids)}
    done: dict[str, None] = {}
    entered: set[str] = set()
    waiting = list(reversed(ids))
    while waiting:
        last = waiting[-1]
        entered.add(last)
        first = sorted((i for i in earlier[last] if i not in entered), key=places.__getitem__, reverse=True)
        waiting += first
        if not first:
            done.setdefault(waiting.pop())
    return tuple(done)


def _reached(event: str, after: Mapping[str, tuple[str, ...]], stop: Collection[str]) -> set[str]:
    """The events that follow, as far as the first of `stop` on each way."""
    seen: set[str] = set()
    waiting = [event]
    while waiting:
        fresh = set(after.get(waiting.pop(), ())) - seen
        seen |= fresh
        waiting += [e for e in fresh if e not in stop]
    return seen - {event}


def successors(order: Order) -> Mapping[str, tuple[str, ...]]:
    """What directly follows each event."""
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in order:
        found[a].append(b)
    return {a: tuple(following) for a, following in found.items()}
