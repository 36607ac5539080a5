"""Where an axis may leave time out, so that one far event does not crush a dense week.

The days that matter are parted into groups so that within each they stand as evenly as can be: the cost of a group is the sum,
over its gaps, of log(mean gap / gap), which is nothing for even gaps and grows as some are crushed; each part more costs a little.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log

CANDIDATES = 40


def part(ordinals: Sequence[int], *, most: int) -> list[list[int]]:
    """The sorted days in at most so many groups, parted where the parting gains more evenness than it costs.

    >>> part([1, 2, 3, 1000, 1001], most=5)
    [[1, 2, 3], [1000, 1001]]
    """
    cost = _Unevenness(ordinals)
    price = 3 + 0.4 * max(0, len(ordinals) - 5)
    ends = [*cost.cuts(), len(ordinals)]
    paths: dict[int, tuple[float, tuple[int, ...]]] = {end: (cost(0, end), (0, end)) for end in ends}
    best = paths[ends[-1]]
    for _ in range(1, most):
        paths = {
            end: min((spent + price + cost(cut, end), (*way, end)) for cut, (spent, way) in paths.items() if cut < end)
            for end in ends
            if end > min(paths)
        }
        if not paths:
            break
        best = min(best, paths[ends[-1]])
    return [list(ordinals[first:after]) for first, after in pairwise(best[1])]


class _Unevenness:
    """What it costs to draw the days `first` to before `after` (by index) on one scale."""

    def __init__(self, ordinals: Sequence[int]) -> None:
        self._ordinals = ordinals
        self._gaps = [later - earlier for earlier, later in pairwise(ordinals)]
        self._logs = list(accumulate((log(gap) for gap in self._gaps), initial=0.0))

    def __call__(self, first: int, after: int) -> float:
        count = after - 1 - first
        if count < 2:
            return 0.0
        mean = (self._ordinals[after - 1] - self._ordinals[first]) / count
        return count * log(mean) - (self._logs[after - 1] - self._logs[first])

    def cuts(self) -> list[int]:
        """Where it is worth trying to part: after the widest gaps, never between days as close as their neighbours."""
        gaps = self._gaps
        wide = [i for i, gap in enumerate(gaps) if gap >= 2 * min((*gaps[max(i - 1, 0) : i], *gaps[i + 1 : i + 2]), default=gap)]
        return sorted(i + 1 for i in sorted(wide, key=lambda i: (-gaps[i], i))[:CANDIDATES])
