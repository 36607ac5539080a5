"""How the time of solving grows: 10,000 events under 30,000 constraints beside a tenth of them, with and without contradictions.

    .venv/bin/python bench/solve.py

Exits with 1 when ten times as many take more than twenty times as long.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from timeline.anchor.stay import at, lasting, not_after, not_before, of
from timeline.model import Basis, Constraint, End, Evidence, Move, Sentence, Term
from timeline.solve.solve import solve

EVENTS, TIMES, MOST = 1_000, 10, 20
ROUNDS = 3
FIRST, DAYS = date(2020, 1, 1), 2_000


def main() -> int:
    worst = 0.0
    print("contradictions  events  constraints  conflicts  seconds  ratio")
    for share in (0.0, 0.02):
        small = 0.0
        for events in (EVENTS, EVENTS * TIMES):
            constraints = list(_network(events, share))
            seconds, conflicts = min(_timed(constraints) for _ in range(ROUNDS))
            small = small or seconds
            worst = max(worst, seconds / small)
            print(f"{share:14.0%}  {events:6}  {len(constraints):11}  {conflicts:9}  {seconds:7.2f}  {seconds / small:5.1f}")
    return int(worst > MOST)


def _timed(constraints: list[Constraint]) -> tuple[float, int]:
    start = time.perf_counter()
    solution = solve(constraints, {c.target.event for c in constraints})
    return time.perf_counter() - start, len(solution.conflicts)


def _network(events: int, contradictions: float) -> Iterator[Constraint]:
    """Some three constraints an event: a fifth are stated, a fifth counted from another event, all one before or after another."""
    chance = random.Random(events)
    true = [FIRST + timedelta(chance.randrange(DAYS)) for _ in range(events)]
    for number in range(events):
        event, other = f"e{number}", chance.randrange(events)
        apart = (true[number] - true[other]).days
        yield lasting(event, 1, _why(number, Basis.ASSUMED))
        if number % 5 == 0:
            yield from at(event, Term(day=true[number]), Term(day=true[number]), _why(number, Basis.STATED))
        elif number % 5 == 1:
            days = apart + DAYS * (chance.random() < contradictions)
            yield from at(event, of(f"e{other}", End.FIRST, Move(days)), of(f"e{other}", End.LAST, Move(days)), _why(number, Basis.DERIVED))
        another = chance.randrange(events)
        if true[number] < true[another]:
            yield not_after(event, of(f"e{another}", End.FIRST), _why(number, Basis.BOUNDED))
        elif true[number] > true[another]:
            yield not_before(event, of(f"e{another}", End.LAST), _why(number, Basis.BOUNDED))


def _why(number: int, basis: Basis) -> Evidence:
    return Evidence("bench", FIRST, Sentence(number, 1, number, number + 1, ""), f"{basis} {number}", basis)


if __name__ == "__main__":
    sys.exit(main())
