"""The events as an HTML list: date and summary, and under each why it has that date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.export.page.words import event_link, event_name, mention_name, shown
from timeline.model import Basis, Conflict, Event, Evidence, Matter, Participant, Place, Status
from timeline.names import called

# How a date is known, in plain words.
BASES = {
    Basis.STATED: "stated in the text",
    Basis.DERIVED: "worked out through another event",
    Basis.BOUNDED: "only known to be before or after",
    Basis.ASSUMED: "assumed from the tense, not said",
    Basis.UNKNOWN: "the text does not tell",
}
DISPUTED = "told with different dates that cannot all be right"
STATUSES = {Status.ONGOING: "under way"}


def event_list(events: Sequence[Event], conflicts: Sequence[Conflict]) -> str:
    """One `<li>` an event, in the order given."""
    return "\n".join(_item(number, event, [c for c in conflicts if c.event == event.id]) for number, event in enumerate(events))


def known(event: Event) -> str:
    """How the date of an event is known, in plain words."""
    return DISPUTED if event.alternatives else BASES[event.basis]


def _item(number: int, event: Event, conflicts: Sequence[Conflict]) -> str:
    status = "" if event.status is Status.HAPPENED else f' <span class="tag">{STATUSES.get(event.status, event.status.value)}</span>'
    return (
        f'<li class="event" id="{event_name(event.id)}" data-basis="{event.basis}" data-status="{event.status}">'
        f'<a class="row" href="{event_link(event.id)}"><span class="when">{shown(_date(event, "short"))}</span> '
        f'<span class="what"><bdi>{shown(event.summary)}</bdi>{status} <span class="unseen">(date {known(event)})</span></span></a>\n'
        f'<div class="about"><dl>{"".join(_facts(number, event, conflicts))}</dl></div></li>'
    )


def _date(event: Event, style: str) -> str:
    words = event.readings(style="long" if style == "long" else "short")
    return "no date" if words == "?" else words


def _facts(number: int, event: Event, conflicts: Sequence[Conflict]) -> Iterable[str]:
    edtf = f" <code>{shown(event.edtf)}</code>" if event.edtf else ""
    yield _fact("Date", f'{shown(_date(event, "long"))}{edtf}<br><span class="basis">{known(event)}</span>')
    if event.because:
        yield _fact("Because", _listed(event.because, "ol"))
    for conflict in (c for c in conflicts if c.about is Matter.DATE):
        yield _fact("Conflict", "<p>or</p>".join(_chain(chain) for chain in conflict.chains))
    yield _fact("What", f"{shown(event.kind)}, {STATUSES.get(event.status, event.status.value)}")
    if event.participants:
        yield _fact("Who", _listed([_who(p) for p in event.participants]))
    if event.people:
        yield _fact("Or who", f"articles disagree: {shown(event.company())}")
    if event.places:
        yield _fact("Where", f"articles disagree: {shown(event.whereabouts())}")
    elif event.place:
        yield _fact("Where", shown(_where(event.place)))
    if event.joined:
        yield _fact("One event", _listed(event.joined))
    if event.mentions:
        yield _fact("In the text", _mentions(number, event))


def _fact(name: str, html: str) -> str:
    return f"<dt>{name}</dt><dd>{html}</dd>"


def _listed(lines: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li><bdi>{shown(line)}</bdi></li>' for line in lines)}</{tag}>"


def _who(participant: Participant) -> str:
    country = called(participant.country) if participant.country else None
    own = country if country != participant.name else None
    return ", ".join(words for words in (participant.name, participant.title, own, participant.role.value) if words)


def _where(place: Place) -> str:
    country = called(place.country) if place.country else place.name
    return place.name if country == place.name else f"{place.name}, {country}"


def _chain(chain: Sequence[Evidence]) -> str:
    return _listed((f"“{why.phrase}”: {' '.join(why.sentence.text.split())} ({why.article})" for why in chain), "ol")


def _mentions(number: int, event: Event) -> str:
    """The words that tell it, article by article, each a link to where they stand."""
    lines = []
    for article in event.articles:
        links = ", ".join(
            f'<a class="mention" href="#{mention_name(number, place)}">“{shown(mention.trigger)}”</a>'
            for place, mention in enumerate(event.mentions)
            if mention.article == article
        )
        lines.append(f"{shown(article)}: {links}" if len(event.articles) > 1 else links)
    return "".join(f"<p>{line}</p>" for line in lines)
