"""JSON-LD, read back by rdflib without a network."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from tests.export.reading import HOSTILE, one_line
from tests.sample_events import awkward, event, person, story
from timeline.export.jsonld import to_jsonld
from timeline.model import Article, Basis, Event, Mention, Participant, Place, Role, Status
from timeline.times.interval import Grain, Interval

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own use of it

SCHEMA = Namespace("https://schema.org/")
DISPUTED = (Interval(date(2026, 3, 4), date(2026, 3, 4)), Interval(date(2026, 3, 9), date(2026, 3, 9)))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)


def read(events: tuple[Event, ...], articles: tuple[Article, ...] = ()) -> Graph:
    return Graph().parse(data=to_jsonld(events, articles), format="json-ld")


def node(id_: str) -> URIRef:
    return URIRef(f"urn:timeline:event:{id_}")


def values(graph: Graph, subject: Any, *path: str) -> list[str]:
    """The values at the end of a path of schema.org properties, sorted."""
    subjects = [subject]
    for term in path:
        subjects = [o for s in subjects for o in graph.objects(s, RDF.type if term == "a" else SCHEMA[term])]
    return sorted(str(s).removeprefix(str(SCHEMA)) for s in subjects)


def properties(graph: Graph, id_: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in graph.objects(node(id_), SCHEMA.additionalProperty):
        found.setdefault(str(graph.value(one, SCHEMA.name)), []).extend(values(graph, one, "value"))
    return {name: sorted(told) for name, told in found.items()}


def test_jsonld_tells_the_story() -> None:
    graph = read(story(), (Article("a1", date(2026, 2, 4), "", "A call"),))
    assert {str(s) for s in graph.subjects(RDF.type, SCHEMA.Event)} == {str(node(e.id)) for e in story()}
    assert values(graph, node("visit"), "name") == [story()[1].summary]
    assert graph.value(node("visit"), SCHEMA.startDate) == Literal("2026-02-01", datatype=SCHEMA.Date)
    assert values(graph, node("visit"), "location", "name") == ["Vasa"]
    assert values(graph, node("visit"), "actor", "name") == ["Ilse Brandt", "Tomas Rehn"]
    assert values(graph, node("visit"), "actor", "jobTitle") == ["foreign minister", "security adviser"]
    assert values(graph, node("visit"), "subjectOf", "headline") == ["A call"]
    assert values(graph, node("visit"), "subjectOf", "datePublished") == ["2026-02-04"]
    assert values(graph, node("talks"), "location", "address", "addressCountry") == ["CH"]
    assert properties(graph, "letter") == {"edtf": ["../2026-02-02"], "basis": ["bounded"], "kind": ["appeal"], "status": ["happened"]}


DAYS = {
    "a day": (event("e", "2026-02-04"), "2026-02-04", "2026-02-04"),
    "an early day": (event("e", "0007-02-04"), "0007-02-04", "0007-02-04"),
    "some days": (event("e", "2026-05-06", "2026-05-08"), "2026-05-06", "2026-05-08"),
    "a month": (event("e", "2026-02-01", "2026-02-28", grain=Grain.MONTH), "2026-02", "2026-02"),
    "within a month": (event("e", "2026-02-01", "2026-02-28", basis=Basis.BOUNDED), "2026-02", "2026-02"),
    "within some days": (event("e", "2026-01-12", "2026-01-24", basis=Basis.BOUNDED), "2026-01", "2026-01"),
    "within two months": (event("e", "2026-01-30", "2026-02-02", basis=Basis.BOUNDED), "2026", "2026"),
    "about the new year": (event("e", "2025-12-30", "2026-01-02", basis=Basis.BOUNDED), None, None),
    "a week": (event("e", "2026-02-02", "2026-02-08", grain=Grain.WEEK), "2026-02", "2026-02"),
    "a year": (event("e", "2022-01-01", "2022-12-31", grain=Grain.YEAR), "2022", "2022"),
    "a decade": (event("e", "1990-01-01", "1999-12-31", grain=Grain.DECADE), None, None),
    "by": (event("e", "", "2026-02-04", basis=Basis.BOUNDED), None, None),
    "from": (event("e", "2026-02-04", "", basis=Basis.BOUNDED), None, None),
    "undated": (event("e", None, "", basis=Basis.UNKNOWN), None, None),
    "about a day": (replace(event("e", "2026-02-04"), edtf="2026-02-04~"), None, None),
    "disputed": (event("e", None, "", alternatives=DISPUTED), "2026-03", "2026-03"),
}


@pytest.mark.parametrize("case", DAYS)
def test_no_more_of_a_date_than_is_known(case: str) -> None:
    one, start, end = DAYS[case]
    graph = read((one,))
    assert values(graph, node("e"), "startDate") == [start] * (start is not None)
    assert values(graph, node("e"), "endDate") == [end] * (end is not None)


def test_each_reading_of_a_dispute_has_its_edtf() -> None:
    graph = read((event("e", None, "", alternatives=DISPUTED),))
    assert properties(graph, "e")["edtf"] == ["2026-03-04", "2026-03-09"]
    half = read((event("e", None, "", alternatives=(DISPUTED[0], Interval(None, None))),))
    assert properties(half, "e")["edtf"] == ["2026-03-04"] and values(half, node("e"), "startDate") == []


@pytest.mark.parametrize(
    ("status", "expected", "name"),
    [
        (Status.HAPPENED, ["EventScheduled"], "A summit"),
        (Status.PLANNED, ["EventScheduled"], "A summit"),
        (Status.CANCELLED, ["EventCancelled"], "A summit"),
        (Status.DENIED, [], "A summit (denied)"),
        (Status.HYPOTHETICAL, [], "A summit (hypothetical)"),
    ],
)
def test_what_became_of_it(status: Status, expected: list[str], name: str) -> None:
    graph = read((event("e", "2026-02-04", status=status, summary="A summit"),))
    assert values(graph, node("e"), "eventStatus") == expected
    assert values(graph, node("e"), "name") == [name]
    assert properties(graph, "e")["status"] == [status.value]


PARTIES = {
    "a state": (Participant("Portugal", Role.ACTOR, "PRT"), "actor", "Country", ["PRT"]),
    "a body": (Participant("Sund Fishing League", Role.COUNTERPART, "SFL"), "attendee", "Organization", ["SFL"]),
    "a seat of government": (Participant("Kremlin", Role.ACTOR, "RUS"), "actor", "Organization", ["RUS"]),
    "somebody": (Participant("Marta Lund", Role.HOST, "PRT", "minister", person=True), "organizer", "Person", []),
    "a go-between": (Participant("Aino Vik", Role.MEDIATOR, person=True), "contributor", "Person", []),
}


@pytest.mark.parametrize("case", PARTIES)
def test_who_took_part(case: str) -> None:
    party, term, sort, codes = PARTIES[case]
    graph = read((event("e", "2026-02-04", participants=(party,)),))
    assert values(graph, node("e"), term, "name") == [party.name]
    assert values(graph, node("e"), term, "a") == [sort]
    assert values(graph, node("e"), term, "identifier") == codes


def test_a_person_is_of_a_state() -> None:
    graph = read((event("e", "2026-02-04", participants=(Participant("Marta Lund", Role.ACTOR, "PRT", person=True),)),))
    assert values(graph, node("e"), "actor", "affiliation", "name") == ["Portugal"]
    assert values(graph, node("e"), "actor", "affiliation", "a") == ["Country"]


def test_every_article_and_every_disputed_place_is_there() -> None:
    told = tuple(Mention(f"a{n}", 0, 3, "met", "They met.") for n in range(30))
    places = ((Place("Geneva", "CHE"), ("a1",)), (Place("Sund", "SND"), ("a2",)))
    graph = read((event("e", "2026-02-04", mentions=told, places=places),), (Article("a1", date(987, 5, 6), ""),))
    assert values(graph, node("e"), "subjectOf", "identifier") == sorted(f"a{n}" for n in range(30))
    assert values(graph, node("e"), "subjectOf", "datePublished") == ["0987-05-06"]
    assert values(graph, node("e"), "location", "name") == ["Geneva", "Sund"]
    assert values(graph, node("e"), "location", "address", "identifier") == ["SND"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_jsonld(text: str) -> None:
    told = (Mention(text, 0, 4, "four", text, None),)
    hostile = event(text, "2026-02-04", summary=text, kind=text, place=Place(text), mentions=told, participants=(person(text),))
    graph = read((hostile,), (Article(text, date(2026, 2, 4), "", text),))
    [subject] = graph.subjects(RDF.type, SCHEMA.Event)
    assert values(graph, subject, "name") == [one_line(text)]
    for path in (("identifier",), ("location", "name"), ("actor", "name"), ("subjectOf", "headline"), ("subjectOf", "identifier")):
        assert values(graph, subject, *path) == [text]


def test_all_events_or_none() -> None:
    events = (*story(), *awkward())
    assert len(set(read(events).subjects(RDF.type, SCHEMA.Event))) == len(events)
    assert len(read(())) == 0
    assert to_jsonld(events) == to_jsonld(events)
