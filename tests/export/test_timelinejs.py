"""TimelineJS, read back by TimelineJS itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.export.reading import HOSTILE, one_line, page_with
from tests.sample_events import PUBLISHED, awkward, event, story
from timeline.export.timelinejs import to_timelinejs
from timeline.model import Article, Basis, Event, Mention, Place, Status
from timeline.times.interval import Grain, Interval

SHOW = """async shown => {
    const here = document.getElementById('here');
    here.innerHTML = '';
    const timeline = new TL.Timeline('here', shown, {font: null, hash_bookmark: false});
    for (let i = 0; i < 100 && !timeline.ready; i++) await new Promise(done => setTimeout(done, 20));
    return {
        errors: timeline.config.messages.errors,
        markers: [...here.querySelectorAll('.tl-timemarker .tl-headline')].map(found => found.textContent),
        groups: [...here.querySelectorAll('.tl-timegroup-message')].map(found => found.textContent),
        slides: [...here.querySelectorAll('.tl-slide')].map(slide => ({
            date: (slide.querySelector('.tl-headline-date') || {}).textContent,
            headline: slide.querySelector('.tl-headline').textContent,
            text: (slide.querySelector('.tl-text-content') || {}).textContent,
        })),
        days: timeline.config.events.map(event => [event.start_date, event.end_date || event.start_date].map(
            day => [day.data.date_obj.getFullYear(), day.data.date_obj.getMonth() + 1, day.data.date_obj.getDate()])),
        elements: [...here.querySelectorAll('*')].map(element => element.localName),
        handlers: here.querySelectorAll('[onmouseover], [onerror], .tl-slide a').length,
        title: document.title,
    };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    package = "@knight-lab/timelinejs/dist"
    with page_with(browser, f"{package}/css/timeline.css", f"{package}/js/timeline.js") as opened:
        yield opened


def shown(page: Page, events: tuple[Event, ...], articles: tuple[Article, ...] = (), title: str = "") -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SHOW, json.loads(to_timelinejs(events, articles, title=title)))
    return found


def slide(one: Event) -> dict[str, Any]:
    [found] = json.loads(to_timelinejs((one,)))["events"]
    assert isinstance(found, dict)
    return found


def test_timelinejs_tells_the_story(page: Page) -> None:
    found = shown(page, story(), (Article("a1", PUBLISHED, "", "A call & a visit"),), "The week of the call")
    assert found["errors"] == []
    assert found["slides"][0]["headline"] == "The week of the call"
    assert [s["date"] for s in found["slides"][1:4]] == ["2022", "Sun 1 Feb 2026", "by Mon 2 Feb 2026"]
    assert [s["headline"] for s in found["slides"][1:3]] == [e.summary for e in story()[:2]]
    visit = found["slides"][2]["text"]
    assert "(derived)" in visit and "“Just three days before the phone call” (sentence 7)" in visit and "Place: Vasa" in visit
    assert "Just three days before the phone call, Brandt flew to Vasa." in visit and "A call & a visit, Wed 4 Feb 2026" in visit
    assert set(found["groups"]) == {"incident", "visit", "appeal", "call", "talks", "treaty expiry"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_timelinejs(page: Page, text: str) -> None:
    told = (Mention("a1", 0, 4, "four", text, None),)
    hostile = event("a", "2026-02-04", summary=text, because=(text,), mentions=told, place=Place(text), kind=f"kind {text}")
    found = shown(page, (hostile, event("b", "2026-02-05")), (Article("a1", PUBLISHED, "", text),), text)
    [title, first, _] = found["slides"]
    assert one_line(title["headline"]) == one_line(first["headline"]) == one_line(text)
    assert one_line(text) in found["markers"]
    assert one_line(first["text"]).count(one_line(text)) == 4  # reason, place, sentence and source
    assert one_line(re.sub("[<>&]", "", f"kind {text}")) in found["groups"]
    assert not {"script", "iframe"} & set(found["elements"]) and found["handlers"] == 0 and found["title"] == ""


def test_what_the_library_places(page: Page) -> None:
    """From the first to the last day: what is somewhere in a month is drawn over all of it, not as a point on its first."""
    events = (
        event("early", "0007-02-04"),
        event("year", "2022-01-01", "2022-12-31", grain=Grain.YEAR),
        event("month", "2026-02-01", "2026-02-28", basis=Basis.BOUNDED),
        event("tour", "2026-03-09", "2026-03-13"),
        event("last", "9999-01-01", "9999-12-31", grain=Grain.YEAR),
    )
    assert shown(page, events)["days"] == [
        [[7, 2, 4], [7, 2, 4]], [[2022, 1, 1], [2022, 12, 31]], [[2026, 2, 1], [2026, 2, 28]], [[2026, 3, 9], [2026, 3, 13]],
        [[9999, 1, 1], [9999, 12, 31]],
    ]  # fmt: skip


READINGS = (Interval(date(2026, 2, 9), None), Interval(date(2026, 2, 4), date(2026, 2, 5)))
STARTS = {
    "a day": (event("e", "2026-02-04"), (2026, 2, 4), "Wed 4 Feb 2026"),
    "a month": (event("e", "2026-02-01", "2026-02-28", grain=Grain.MONTH), (2026, 2), "Feb 2026"),
    "within a month": (event("e", "2026-02-01", "2026-02-28", basis=Basis.BOUNDED), (2026, 2), "within Feb 2026"),
    "a year": (event("e", "2022-01-01", "2022-12-31", grain=Grain.YEAR), (2022,), "2022"),
    "a decade": (event("e", "1990-01-01", "1999-12-31", grain=Grain.DECADE), (1990,), "1990s"),
    "by": (event("e", "", "2026-02-04", basis=Basis.BOUNDED), (2026, 2, 4), "by Wed 4 Feb 2026"),
    "from": (event("e", "2026-02-04", "", basis=Basis.BOUNDED), (2026, 2, 4), "from Wed 4 Feb 2026"),
    "disputed": (event("e", None, "", alternatives=READINGS), (2026, 2, 4), "from Mon 9 Feb 2026 or 4–5 Feb 2026"),
}


@pytest.mark.parametrize("case", STARTS)
def test_no_more_of_the_start_than_is_known(case: str) -> None:
    one, parts, words = STARTS[case]
    found = slide(one)
    assert tuple(value for key, value in found["start_date"].items() if key != "display_date") == parts
    assert found["display_date"] == words


def test_what_never_came_says_so() -> None:
    assert slide(event("e", "2026-02-04", summary="A summit", status=Status.CANCELLED))["text"]["headline"] == "A summit (cancelled)"


def test_undated_is_left_out_and_nothing_is_still_json() -> None:
    found = json.loads(to_timelinejs(awkward()))["events"]
    assert [s["unique_id"] for s in found] == [e.id for e in awkward() if e.id != "undated"]
    assert json.loads(to_timelinejs(())) == {"events": []}
