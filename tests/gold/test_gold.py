"""What the package finds in the annotated articles, held against floors.json, and the annotation held against its own rules."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.gold.score import ARTICLES, FLOORS, Json, Score, dates_right, found, load, score

LIMITS: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
GOLD = {path.stem: load(path) for path in ARTICLES}
EVENTS = [pytest.param(gold, event, id=f"{name}/{event['id']}") for name, gold in GOLD.items() for event in gold["events"]]

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "OTHER",
}
KINDS = {
    "call", "meeting", "visit", "talks", "summit", "press conference", "statement", "warning", "accusation", "appeal", "agreement",
    "treaty expiry", "treaty withdrawal", "sanctions", "sanctions relief", "ban", "expulsion", "recall", "appointment", "recognition",
    "relations", "aid", "ceasefire", "attack", "incident", "deployment", "exercise", "withdrawal", "protest", "vote", "election",
    "arrest", "release", "ruling", "resignation", "death", "other",
}
STATUSES = {"happened", "ongoing", "planned", "cancelled", "denied", "hypothetical"}

# The sorts of error that move a figure; see `Error`.
MISSES = ("MISSED", "FALSE")
CAUSES = {
    "detection": MISSES,
    "timeline": ("DATE", *MISSES),
    "dates": ("DATE",),
    "silently_wrong": ("DATE",),
    "participants": ("WHO",),
    "duplicates": ("DUPLICATE",),
}


@pytest.fixture(scope="module")
def measured() -> Score:
    return score((gold, found(gold)) for gold in GOLD.values())


@pytest.mark.parametrize(("figure", "floor"), LIMITS["floors"].items())
def test_no_figure_is_below_its_floor(figure: str, floor: float, measured: Score) -> None:
    value = measured.figures[figure]
    assert value >= floor, told(f"{figure}: {value:.4f} is below its floor {floor}", figure, measured)


@pytest.mark.parametrize(("figure", "ceiling"), LIMITS["ceilings"].items())
def test_no_figure_is_above_its_ceiling(figure: str, ceiling: float, measured: Score) -> None:
    value = measured.figures[figure]
    assert value <= ceiling, told(f"{figure}: {value:.4f} is above its ceiling {ceiling}", figure, measured)


def test_every_figure_has_a_limit(measured: Score) -> None:
    assert set(measured.figures) == {*LIMITS["floors"], *LIMITS["ceilings"]}


def test_what_the_annotation_says_gets_full_marks() -> None:
    figures = score((gold, [as_found(gold, e) for e in gold["events"] if e["required"]]) for gold in GOLD.values()).figures
    assert {name: value for name, value in figures.items() if value != 1} == {"silently_wrong": 0, "duplicates": 0, "clutter": 0}


def test_each_mistake_is_counted_where_it_belongs() -> None:
    gold = GOLD["iasi-pact"]
    right = [as_found(gold, e) for e in gold["events"] if e["required"]]
    late = right[0] | {"start": "2017-03-07", "end": "2017-03-07", "kind": "call"}
    open_ended = right[1] | {"end": None}
    twice = right[2] | {"mentions": right[2]["mentions"][:1]}
    invented = right[3] | {"mentions": [{"start": 0, "end": 3}]}
    result = score([(gold, [late, open_ended, *right[2:-1], twice, invented])])
    assert [error.sort for error in result.errors] == ["MISSED", "DUPLICATE", "FALSE", "DATE", "KIND", "DATE"]
    wanted = len(right)
    assert result.figures["detection.R"] == result.figures["detection.P"] == (wanted - 1) / wanted
    assert result.figures["timeline.R"] == (wanted - 3) / wanted
    assert result.figures["silently_wrong"] == 1 / (wanted - 2)


def test_no_date_is_right_where_the_text_gives_none() -> None:
    disputed = next(event for event in GOLD["dhilkash-trawler"]["events"] if event["id"] == "call")
    assert dates_right(disputed, {"start": None, "end": None})
    assert dates_right(disputed, {"start": "2020-02-21", "end": "2020-02-21"})
    assert not dates_right(disputed, {"start": "2020-02-21", "end": "2020-02-23"})


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD)
def test_an_article_is_whole(gold: Json) -> None:
    date.fromisoformat(gold["published"])
    assert GOLD[gold["id"]] is gold
    assert gold["title"]
    assert 150 <= len(gold["text"].split()) <= 450
    ids = [event["id"] for event in gold["events"]]
    assert len(set(ids)) == len(ids)
    spans = sorted((m["start"], m["end"]) for event in gold["events"] for m in event["mentions"])
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False)), "two mentions share letters"


@pytest.mark.parametrize(("gold", "event"), EVENTS)
def test_an_event_keeps_to_the_lists(gold: Json, event: Json) -> None:
    for field, allowed in (("type", TYPES), ("kind", KINDS), ("status", STATUSES)):
        assert event[field]
        assert {event[field]} <= allowed if isinstance(event[field], str) else set(event[field]) <= allowed
    assert isinstance(event["required"], bool)
    assert event["place"] is None or event["place"]
    assert all(event["participants"])


@pytest.mark.parametrize(("gold", "event"), EVENTS)
def test_a_mention_is_where_it_says(gold: Json, event: Json) -> None:
    assert event["mentions"]
    for mention in event["mentions"]:
        assert gold["text"][mention["start"] : mention["end"]] == mention["text"] == mention["text"].strip()
        assert 1 <= len(mention["text"].split()) <= 3


@pytest.mark.parametrize(("gold", "event"), EVENTS)
def test_dates_are_days_in_order(gold: Json, event: Json) -> None:
    intervals = [*([event["date"]] if event["date"] else []), *event["accept"]]
    for first, last in intervals:
        assert date.fromisoformat(first) <= date.fromisoformat(last)
    assert len({tuple(interval) for interval in intervals}) == len(intervals)
    if event["required"] and not event["date"]:
        assert event["note"], "say why a required event has no date"


def as_found(gold: Json, event: Json) -> Json:
    """The annotated event as a program that gets everything right would tell it."""
    first, last = event["date"] or (None, None)
    one = {field: event[field] if isinstance(event[field], str) else event[field][0] for field in ("type", "kind", "status")}
    names = [{"name": name} for name in event["participants"]]
    place = {"name": event["place"]} if event["place"] else None
    return one | {"start": first, "end": last, "basis": "stated", "participants": names, "place": place, "mentions": event["mentions"]}


def told(failure: str, figure: str, measured: Score) -> str:
    """The failure and the errors behind it."""
    name = figure.split(".")[0]
    sorts = CAUSES.get(name, (name.upper(),))
    return "\n".join([failure, *(str(error) for error in measured.errors if error.sort in sorts)])
