"""Days to places on the track: stretches of time, each with a scale of its own, set apart where much time passes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.parting import part

MOST_SEGMENTS = 5
GAP = 14.0
INSET = 7.0
LEAST_WIDTH = 54.0


@dataclass(frozen=True, slots=True)
class Segment:
    """The days `first` to `last` (ordinals, both included) drawn between `left` and `right` (points)."""

    first: int
    last: int
    left: float
    right: float

    def x(self, moment: float) -> float:
        """The place of a moment: a day's ordinal is its beginning, half a day later its middle."""
        share = (moment - self.first) / (self.last + 1 - self.first)
        return self.left + INSET + share * (self.right - self.left - 2 * INSET)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The segments of a track, in order of time."""

    segments: tuple[Segment, ...]

    def middle(self, when: date) -> float:
        """The place of the middle of this day."""
        return self._segment(when).x(when.toordinal() + 0.5)

    def beginning(self, when: date) -> float:
        return self._segment(when).x(when.toordinal())

    def finish(self, when: date) -> float:
        return self._segment(when).x(when.toordinal() + 1)

    def _segment(self, when: date) -> Segment:
        index = bisect_right([segment.first for segment in self.segments], when.toordinal()) - 1
        return self.segments[max(index, 0)]


def time_scale(days: Iterable[date], left: float, right: float) -> TimeScale:
    """The scale for these days (at least one) between two places of the track.

    >>> scale = time_scale([date(2022, 1, 1), date(2022, 12, 31), date(2026, 2, 1), date(2026, 2, 5)], 0, 300)
    >>> [date.fromordinal(s.first).year for s in scale.segments]
    [2022, 2026]
    """
    ordinals = sorted({day.toordinal() for day in days})
    groups = part(ordinals, most=max(1, min(MOST_SEGMENTS, int((right - left) / (LEAST_WIDTH + GAP)))))
    if len(groups) == 1 and ordinals[-1] - ordinals[0] < 4:
        groups = [[max(ordinals[0] - 2, 1), min(ordinals[-1] + 2, date.max.toordinal())]]
    widths = _widths([len(group) for group in groups], right - left)
    segments, at = [], left
    for group, width in zip(groups, widths, strict=True):
        segments.append(Segment(group[0], group[-1], at, at + width))
        at += width + GAP
    return TimeScale(tuple(segments))


def _widths(counts: Sequence[int], whole: float) -> list[float]:
    """The room for each segment: by the days it holds, but never too little for its label."""
    room = whole - GAP * (len(counts) - 1)
    least = min(LEAST_WIDTH, room / len(counts))
    spare = room - least * len(counts)
    return [least + spare * max(count - 1, 0.5) / sum(max(c - 1, 0.5) for c in counts) for count in counts]
