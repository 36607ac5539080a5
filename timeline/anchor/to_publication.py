"""What tense alone says against the publication date; every such bound is marked as assumed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.anchor.stay import covering, inside, not_after, not_before
from timeline.model import Constraint, EventMention, Evidence, Field, Happening, Status, Term
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
    """Under way on publication day, or its news, and no other day is given."""
    yield from inside(event, day(published), why)


def lead_of(happenings: Sequence[Happening]) -> int | None:
    """The sentence of the text, by its number, that first tells what took place."""
    told = [m for h in happenings for m in h.mentions if m.field is Field.TEXT and not m.minor and m.status is Status.HAPPENED]
    return min((m.sentence.number for m in told), default=None)


def is_news(mention: EventMention, lead: int | None) -> bool:
    """A mention in the lead that tells what happened, rather than taking up or quoting something known."""
    in_lead = mention.field is Field.TEXT and mention.sentence.number == lead
    return in_lead and mention.status is Status.HAPPENED and not (mention.definite or mention.minor or mention.passing or mention.quoted)
