"""One event told by many articles, and events that only look alike; the cases were written without sight of the code."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

import timeline
from timeline import Article, Event, Timeline
from timeline.model import Field, Place

CASES = Path(__file__).parent / "cases"
# What keeps a cluster from being one event of the right days today.
KNOWN = {
    "attack-both-sides": "whose post was shelled stands in no word of the one article, and the other names no town",
    "ceasefire-agreed": "the parse has 'that his commander concluded' say what he praised, not which truce",
}


def cases(name: str) -> Iterator[ParameterSet]:
    for case in json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")):
        why = KNOWN.get(case["id"])
        yield pytest.param(case, id=case["id"], marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


def extracted(case: dict[str, Any], **more: Any) -> Timeline:
    articles = [Article(a["id"], date.fromisoformat(a["published"]), a["text"], a["title"]) for a in case["articles"]]
    return timeline.extract(articles, minor=True, **more)


def told(found: Timeline, case: dict[str, Any], article: str, trigger: str) -> Event | None:
    at = next(a["text"] for a in case["articles"] if a["id"] == article).index(trigger)
    places = ((e, m) for e in found for m in e.mentions if m.article == article and m.field is Field.TEXT)
    return next((e for e, m in places if m.start < at + len(trigger) and at < m.end), None)


@pytest.mark.parametrize("case", list(cases("same")))
def test_told_by_many_it_is_one_event(case: dict[str, Any]) -> None:
    found = extracted(case)
    events = [told(found, case, article, trigger) for article, trigger in case["told"].items()]
    assert events[0] is not None
    assert all(event is events[0] for event in events)
    assert [str(events[0].start), str(events[0].end)] == case["date"]
    assert events[0].sources == len(case["told"])
    assert len(events[0].joined) >= len(case["told"]) - 1


@pytest.mark.parametrize("case", list(cases("apart")))
def test_what_only_looks_alike_stays_apart(case: dict[str, Any]) -> None:
    found = extracted(case)
    first, second = (told(found, case, article, trigger) for article, trigger in case["apart"].items())
    assert first is not None and second is not None
    assert first.id != second.id


OSLO = (
    "Norway's Foreign Minister Ingrid Solheim telephoned Wanjiru Odhiambo of Kenya on Tuesday. "
    "Two days before the call Norway had recalled its envoy."
)
NAIROBI = (
    "Kenyan Foreign Minister Wanjiru Odhiambo spoke with her Norwegian counterpart Ingrid Solheim by telephone. "
    "Kenya expelled a consul the day after the conversation."
)
CALL = {
    "articles": [
        {"id": "oslo", "published": "2024-03-13", "title": "", "text": OSLO},
        {"id": "nairobi", "published": "2024-03-14", "title": "", "text": NAIROBI},
    ]
}


def test_a_day_reaches_what_another_article_hangs_on_the_event() -> None:
    found = extracted(CALL)
    call = next(e for e in found if e.kind == "call")
    assert call.articles == ("oslo", "nairobi")
    assert call.joined == ("nairobi and oslo tell a call of Wanjiru Odhiambo and Ingrid Solheim, the only one told around then",)
    assert {e.kind: str(e.start) for e in found} == {"recall": "2024-03-10", "call": "2024-03-12", "expulsion": "2024-03-13"}
    assert "one event: nairobi and oslo tell a call" in found.explain(call.id)


def test_the_order_of_articles_does_not_matter() -> None:
    turned = {"articles": CALL["articles"][::-1]}
    assert extracted(turned).events == extracted(CALL).events


def test_what_is_joined_can_be_split_and_said_to_be_different() -> None:
    found = extracted(CALL)
    call = next(e for e in found if e.kind == "call")
    other = next(m for m in call.mentions if m.article == "nairobi")
    for apart in (found.split(call.id, other), extracted(CALL, different=[(call.mentions[0], other)])):
        calls = [e for e in apart if e.kind == "call"]
        assert [e.articles for e in calls] == [("oslo",), ("nairobi",)]
        assert call.id in {e.id for e in calls}
    with pytest.raises(ValueError, match="told by no other article"):
        recall = next(e for e in found if e.kind == "recall")
        found.split(recall.id, recall.mentions[0])


def test_what_is_said_to_be_the_same_is_one_and_says_when_it_cannot_be() -> None:
    alone = extracted(CALL, merge=False)
    recall, expulsion = (next(e for e in alone if e.kind == kind) for kind in ("recall", "expulsion"))
    found = extracted(CALL, same=[(recall.mentions[0], expulsion.mentions[0])])
    one = next(e for e in found if set(e.articles) == {"oslo", "nairobi"} and e.kind != "call")
    assert {str(i.first) for i in one.alternatives} == {"2024-03-10", "2024-03-13"}
    assert [c.event for c in found.conflicts] == [one.id]
    assert "what you say is the same" in one.joined[0]


def test_a_known_call_on_another_day_is_disputed() -> None:
    vidal, ugarte = "Peru's Foreign Minister Rosa Vidal", "Chile's Foreign Minister Inés Ugarte"
    articles = [
        Article("lima", date(2026, 3, 6), f"{vidal} telephoned {ugarte} on Thursday."),
        Article("quito", date(2026, 3, 9), f"The call of {vidal} with {ugarte} took place on Wednesday 4 March."),
        Article("bogota", date(2026, 3, 20), f"{vidal} and {ugarte} spoke by telephone on Tuesday."),
    ]
    calls = [e for e in timeline.extract(articles) if e.kind == "call"]
    assert [e.articles for e in calls] == [("lima", "quito"), ("bogota",)]
    assert calls[0].readings() == "Wed 4 Mar 2026 or Thu 5 Mar 2026"
    assert calls[1].when() == "Tue 17 Mar 2026"


def test_a_copy_counts_once_as_a_source() -> None:
    text = "Kenya expelled two Chadian diplomats on Tuesday."
    articles = [Article(name, date(2024, 3, 13), text) for name in ("daily", "weekly")] + [
        Article("own", date(2024, 3, 14), "Chad protested on Wednesday after Kenya, on Tuesday, expelled two Chadian diplomats.")
    ]
    event = next(e for e in timeline.extract(articles) if e.kind == "expulsion")
    assert (event.articles, event.sources) == (("daily", "weekly", "own"), 2)


def test_a_timeline_can_be_sent_to_another_process() -> None:
    found = extracted(CALL)
    assert pickle.loads(pickle.dumps(found)) == found


GENEVA = "Foreign Minister Ararat Petrosyan of Armenia met Azerbaijan's Foreign Minister Elchin Mamedov in Geneva on Wednesday."
LAUSANNE = "Elchin Mamedov of Azerbaijan met Ararat Petrosyan of Armenia in Lausanne on 13 March."


def test_towns_that_articles_disagree_on_are_all_kept() -> None:
    found = timeline.extract([Article("dawn", date(2024, 3, 14), GENEVA), Article("dusk", date(2024, 3, 14), LAUSANNE)])
    (event,) = found
    assert event.place == Place("Switzerland", "CHE")
    assert event.places == ((Place("Geneva", "CHE"), ("dawn",)), (Place("Lausanne", "CHE"), ("dusk",)))
    assert "told of different places: Geneva (dawn) or Lausanne (dusk)" in found.explain(event.id)
    assert "Geneva (dawn) or Lausanne (dusk)" in event._repr_html_()
    assert [p["articles"] for p in json.loads(found.to_json())["events"][0]["places"]] == [["dawn"], ["dusk"]]
    assert len(found.select(place="lausanne")) == 1
    assert [(c.about, [piece.phrase for piece in c.evidence]) for c in found.conflicts] == [("place", ["Geneva", "Lausanne"])]


def test_articles_that_name_other_people_of_a_state_are_kept_with_who_says_so() -> None:
    told = "{} met Foreign Ministers Ana Reyes of Peru and Luis Soto of Chile in Lima on Tuesday."
    heads = {"dawn": "Foreign Minister Ines Paz of Bolivia", "dusk": "Deputy Foreign Minister Juan Rua of Bolivia"}
    found = timeline.extract([Article(name, date(2024, 3, 14), told.format(head)) for name, head in heads.items()])
    (event,) = found
    assert [(who.name, articles) for who, articles in event.people] == [("Ines Paz", ("dawn",)), ("Juan Rua", ("dusk",))]
    assert {"Ines Paz", "Juan Rua"} <= {p.name for p in event.participants}
    assert [(c.about, [piece.phrase for piece in c.evidence]) for c in found.conflicts] == [("participants", ["Ines Paz", "Juan Rua"])]
    assert "told with different people: Ines Paz (dawn) or Juan Rua (dusk)" in found.explain(event.id)
    assert "Ines Paz (dawn) or Juan Rua (dusk)" in event._repr_html_()
    assert [p["articles"] for p in json.loads(found.to_json())["events"][0]["people"]] == [["dawn"], ["dusk"]]


def test_a_name_without_its_accents_is_the_same_person() -> None:
    articles = [
        Article("rabat", date(2024, 10, 1), "French President Étienne Lagarde will travel to Morocco on a state visit"
                " from 28 to 30 October."),
        Article("paris", date(2024, 10, 31), "President Etienne Lagarde ended a three-day state visit to Morocco on Wednesday."),
    ]
    (visit,) = timeline.extract(articles)
    assert (visit.articles, visit.readings()) == (("rabat", "paris"), "28–30 Oct 2024")


def test_towns_that_articles_agree_on_are_no_dispute() -> None:
    articles = [Article("dawn", date(2024, 3, 14), GENEVA), Article("dusk", date(2024, 3, 14), LAUSANNE.replace("Lausanne", "Geneva"))]
    (event,) = timeline.extract(articles)
    assert (event.place, event.places) == (Place("Geneva", "CHE"), ())
