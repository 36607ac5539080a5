"""The timeline as linked data: JSON-LD with the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from timeline.explain import explain
from timeline.export.days import edtf_of, exact, outermost, precise, shared
from timeline.export.telling import headline, line
from timeline.model import Article, Event, Participant, Place, Role, Status
from timeline.names import Sort, alpha_2, called, is_state, lookup

Json = dict[str, Any]

SCHEMA = "https://schema.org/"
CONTEXT: Json = {
    "@vocab": SCHEMA,
    **{term: {"@id": f"{SCHEMA}{term}", "@type": f"{SCHEMA}Date"} for term in ("startDate", "endDate", "datePublished")},
    **{term: {"@id": f"{SCHEMA}{term}", "@type": "@id"} for term in ("eventStatus", "propertyID")},
}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
ROLES = {Role.ACTOR: "actor", Role.COUNTERPART: "attendee", Role.HOST: "organizer", Role.MEDIATOR: "contributor"}
# schema.org has no word for what is denied or only imagined; its name says so instead.
STATUSES = {
    Status.HAPPENED: "EventScheduled",
    Status.ONGOING: "EventScheduled",
    Status.PLANNED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
}


def to_jsonld(events: Iterable[Event], articles: Iterable[Article] = ()) -> str:
    """The JSON-LD text of an `Event` each, with the context inside so that it is read without a network.

    `startDate` and `endDate` are given where they are known: both days of an exact date, otherwise the month or year that holds all
    the days it may have been on, and nothing where none does, one side is open or the date is approximate. The EDTF string,
    the basis, the kind and the status are in `additionalProperty`. `articles` tell title and date of what an event is the
    `subjectOf`. Source of the format: JSON-LD 1.1, https://www.w3.org/TR/json-ld11/, and https://schema.org/Event

    >>> json.loads(to_jsonld(()))["@graph"]
    []
    """
    named = {article.id: article for article in articles}
    whole = {"@context": CONTEXT, "@graph": [_event(event, named) for event in events]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _event(event: Event, named: Mapping[str, Article]) -> Json:
    places = [place for place, _ in event.places] or ([event.place] if event.place else [])
    out: Json = {
        "@id": _urn("event", event.id),
        "@type": "Event",
        "identifier": event.id,
        "name": line(event.summary) if event.status in STATUSES else headline(event),
        "description": explain(event),
        **_days(event),
    }
    if event.status in STATUSES:
        out["eventStatus"] = f"{SCHEMA}{STATUSES[event.status]}"
    if places:
        out["location"] = [_place(place) for place in places]
    for role, term in ROLES.items():
        if parties := [_party(p) for p in event.participants if p.role is role]:
            out[term] = parties
    out["subjectOf"] = [_article(id_, named.get(id_)) for id_ in event.articles]
    out["additionalProperty"] = [
        *({**_property("edtf", text), "propertyID": EDTF} for text in edtf_of(event)),
        *(_property(name, value) for name, value in (("basis", event.basis), ("kind", event.kind), ("status", event.status))),
    ]
    return out


def _days(event: Event) -> Json:
    first, last = outermost(event)
    if exact(event) and first and last:
        return dict(zip(("startDate", "endDate"), precise(first, last), strict=True))
    known = shared(first, last) if first and last and "~" not in event.edtf else None
    return {"startDate": known, "endDate": known} if known else {}


def _property(name: str, value: str) -> Json:
    return {"@type": "PropertyValue", "name": name, "value": str(value)}


def _place(place: Place) -> Json:
    out: Json = {"@type": "Place", "name": place.name}
    if place.country:
        short = alpha_2(place.country)
        out["address"] = {"@type": "PostalAddress", **({"addressCountry": short} if short else {"identifier": place.country})}
    return out


def _party(party: Participant) -> Json:
    """A person with the state or body that he or she is of, a state, or a body."""
    known = lookup(party.name)
    if party.person or party.title:
        return {
            "@type": "Person",
            "name": party.name,
            **({"jobTitle": party.title} if party.title else {}),
            **({"affiliation": _body(called(party.country), party.country)} if party.country else {}),
        }
    if known and known.is_state and known.sort is Sort.NAME:
        return _body(party.name, known.code)
    return {"@type": "Organization", "name": party.name, **({"identifier": party.country} if party.country else {})}


def _body(name: str, code: str) -> Json:
    return {"@type": "Country" if is_state(code) else "Organization", "name": name, "identifier": code}


def _article(id_: str, article: Article | None) -> Json:
    out: Json = {"@id": _urn("article", id_), "@type": "NewsArticle", "identifier": id_}
    if article:
        out |= {"datePublished": article.published.isoformat(), **({"headline": article.title} if article.title else {})}
    return out


def _urn(sort: str, id_: str) -> str:
    return f"urn:timeline:{sort}:{quote(id_, safe='')}"
