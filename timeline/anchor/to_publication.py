"""What tense alone says against the publication date; every such bound is marked as assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from timeline.anchor.stay import covering, inside, not_after, not_before
from timeline.model import Constraint, EventMention, Evidence, Field, Happening, Relation, Status, Term, TimePhrase
from timeline.times.expression import EventRef, Vague, event_of
from timeline.times.interval import Interval, day

TENSE_NOTES = {
    Status.HAPPENED: "told as past",
    Status.ONGOING: "told as under way",
    Status.PLANNED: "told as still to come",
}


# A byline or a place and date may stand before the first sentence that tells something.
LAST_OPENING = 3


def is_ahead(phrase: TimePhrase, published: date) -> bool:
    """Whether all the days of a phrase are after publication, or it is "the future": none of those of what is over."""
    if phrase.expression is Vague.FUTURE:
        return True
    return isinstance(phrase.when, Interval) and phrase.when.first is not None and phrase.when.first > published


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


def lead_of(
    happenings: Sequence[Happening], phrases: Mapping[EventMention, Sequence[TimePhrase]], times: Sequence[TimePhrase]
) -> int | None:
    """The sentence of the text, by its number, that opens it by telling what took place; None where that has a time of its own.

    `times` are all phrases of the text: one that dates nothing found, or only a saying, may be the day of what is told.
    """
    told = [m for h in happenings for m in h.mentions if m.field is Field.TEXT and m.status is Status.HAPPENED]
    lead = min((m.sentence for m in told), key=lambda s: s.number, default=None)
    if lead is None or lead.number > LAST_OPENING:
        return None
    claimed = {(p.field, p.start) for m, found in phrases.items() if m.passing and not m.minor for p in found}
    inside = (p for p in times if p.field is Field.TEXT and lead.start <= p.start < lead.end)
    return None if any(_gives_a_day(p) and (p.field, p.start) not in claimed for p in inside) else lead.number


def _gives_a_day(phrase: TimePhrase) -> bool:
    if isinstance(phrase.expression, EventRef) and phrase.relation is Relation.DURING:
        return False
    return (isinstance(phrase.when, Interval) and phrase.when.days == 1) or event_of(phrase.expression) is not None


def is_news(mention: EventMention, lead: int | None) -> bool:
    """A mention in the lead that tells what happened, rather than taking up or quoting something known."""
    in_lead = mention.field is Field.TEXT and mention.sentence.number == lead
    return in_lead and mention.status is Status.HAPPENED and mention.in_line
