"""What a phrase is read against, and what comes of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.model import Unresolved
from timeline.times.interval import Interval
from timeline.times.tense import Direction

OUT_OF_YEARS = Unresolved("outside the years 1 to 9999")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a phrase is read against: the day of publication, the time last spoken of, and the tense of its clause.

    `narrative` is for a text that tells of other times than its own, a history: there a bare month is of the year last spoken of.
    """

    published: date
    spoken: Interval | None = None
    direction: Direction | None = None
    narrative: bool = False


Resolved = Interval | Unresolved
