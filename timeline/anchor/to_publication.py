"""What tense alone says against the publication date; every such bound is marked as assumed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.anchor.stay import covering, inside, not_after, not_before
from timeline.model import Constraint, Evidence, Status, Term
from timeline.times.interval import day

TENSE_NOTES = {
    Status.HAPPENED: "told as past",
    Status.ONGOING: "told as under way",
    Status.PLANNED: "told as still to come",
}


def by_tense(event: str, status: Status, published: date, why: Evidence) -> Iterator[Constraint]:
    """The past is not after publication, the future not before it, the present holds that day."""
    if status is Status.HAPPENED:
        yield not_after(event, Term(day=published), why)
    elif status is Status.PLANNED:
        yield not_before(event, Term(day=published), why)
    elif status is Status.ONGOING:
        yield from covering(event, published, why)


def on_the_day(event: str, published: date, why: Evidence) -> Iterator[Constraint]:
    """Under way on publication day, and no other day is given."""
    yield from inside(event, day(published), why)
