"""What a phrase is read against, and what comes of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.model import Unresolved
from timeline.times.interval import Grain, Interval
from timeline.times.tense import Direction

OUT_OF_YEARS = Unresolved("outside the years 1 to 9999")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a phrase is read against: the day of publication, the time last told, and the tense of its clause.

    `narrative` is for a text that tells of other times than its own, a history: there a bare month is of the year last spoken of.
    `last` is the time last said, also in passing, `quarter` and `day` the last quarter of a year and the last day that were.
    """

    published: date
    spoken: Interval | None = None
    direction: Direction | None = None
    narrative: bool = False
    last: Interval | None = None
    quarter: Interval | None = None
    day: Interval | None = None

    def spoken_for(self, unit: Grain) -> Interval | None:
        """What "four years later" counts from, also a year just said in passing; what is finer counts from the time told."""
        return (self.last or self.spoken) if unit in {Grain.YEAR, Grain.DECADE, Grain.CENTURY} else self.spoken


Resolved = Interval | Unresolved
