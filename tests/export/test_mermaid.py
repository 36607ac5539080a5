"""Mermaid diagrams, read back by Mermaid itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.export.reading import HOSTILE, one_line, page_with
from tests.sample_events import awkward, event, many, story
from timeline.export.mermaid import to_mermaid
from timeline.model import Basis, Event, Status
from timeline.times.interval import Grain, Interval

DRAW = """async source => {
    mermaid.initialize({startOnLoad: false});
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
    const drawn = await mermaid.render('drawn', source);
    document.getElementById('here').innerHTML = drawn.svg;
    return {
        kind: (await mermaid.parse(source)).diagramType,
        texts: [...document.querySelectorAll('#here text')].map(text => text.textContent.replace(/\\s+/g, '')),
        elements: [...document.querySelectorAll('#here *')].map(element => element.localName),
        title: document.title,
        tasks: diagram.db.getTasks().map(task => [task.section, task.task.trim(), task.events.length]),
    };
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with page_with(browser, "mermaid/dist/mermaid.min.js") as opened:
        yield opened


def drawn(page: Page, events: tuple[Event, ...], title: str = "") -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(DRAW, to_mermaid(events, title=title))
    return found


def sections(events: tuple[Event, ...]) -> list[str]:
    return [line.strip().removeprefix("section ") for line in to_mermaid(events).splitlines() if line.strip().startswith("section ")]


def test_mermaid_tells_the_story(page: Page) -> None:
    found = drawn(page, story(), "A phone call")
    assert found["kind"] == "timeline"
    assert found["tasks"] == [
        ["2022", "2022", 1], ["2026", "Sun 1 Feb 2026", 1], ["2026", "by Mon 2 Feb 2026", 1], ["2026", "Tue 3 Feb 2026", 1],
        ["2026", "Wed 4 Feb 2026", 2], ["2026", "Thu 5 Feb 2026", 1],
    ]  # fmt: skip
    assert "Aphonecall" in found["texts"]
    assert all(any(e.summary.replace(" ", "") in text for text in found["texts"]) for e in story())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_mermaid(page: Page, text: str) -> None:
    events = (event("a", "2026-02-04", summary=text), event("b", "2026-02-05", summary=f"before {text}"))
    found = drawn(page, events, text)
    squeezed = "".join(text.split())
    assert found["texts"].count(squeezed) == 2  # as event and as title
    assert f"before{squeezed}" in found["texts"]
    assert found["tasks"] == [["February 2026", "Wed 4 Feb 2026", 1], ["February 2026", "Thu 5 Feb 2026", 1]]
    assert not {"script", "img", "a"} & set(found["elements"])
    assert found["title"] == ""


@pytest.mark.parametrize("events", [(), many(60), awkward(), (event("blank", "2026-02-04", summary=" "),)])
def test_mermaid_draws_them_all(page: Page, events: tuple[Event, ...]) -> None:
    assert sum(count for _, _, count in drawn(page, events)["tasks"]) == len(events)


SECTIONED = {
    "one year: months": (("2026-02-04", None), ("2026-03-01", "2026-03-31"), ["February 2026", "March 2026"]),
    "several years: years": (("2022-01-01", "2022-12-31"), ("2026-02-04", None), ["2022", "2026"]),
    "somewhere in two months": (("2026-01-20", "2026-02-10"), ("2026-02-11", None), ["20 Jan – 10 Feb 2026", "February 2026"]),
    "the year among its months": (("2026-01-01", "2026-12-31"), ("2026-02-11", None), ["2026", "February 2026"]),
    "an open side": (("", "2026-02-04"), ("2026-02-11", ""), ["February 2026"]),
    "a century": (("1801-01-01", "1900-12-31"), ("1901-05-06", None), ["1801–1900", "1901"]),
    "open sides": (("2026-02-04", ""), ("", "2026-03-04"), ["February 2026", "March 2026"]),
    "no date": (("2026-02-04", None), (None, ""), ["February 2026", "no date"]),
    "early years": (("0007-02-04", None), ("9999-12-31", None), ["7", "9999"]),
}


@pytest.mark.parametrize("case", SECTIONED)
def test_sections(case: str) -> None:
    first, second, expected = SECTIONED[case]
    assert sections((event("a", *first), event("b", *second))) == expected


def test_a_section_that_comes_again_has_a_name_of_its_own() -> None:
    """Mermaid draws the tasks of two sections of one name under both."""
    days = (("2026-01-05", None), ("2026-01-20", "2026-02-10"), ("2026-01-25", None))
    assert sections(tuple(event(f"e{n}", *span) for n, span in enumerate(days))) == [
        "January 2026", "20 Jan – 10 Feb 2026", "January 2026 (2)",
    ]  # fmt: skip


def test_uncertainty_is_in_the_words() -> None:
    readings = (Interval(date(2026, 2, 4), date(2026, 2, 4)), Interval(date(2026, 2, 9), date(2026, 2, 9)))
    lines = to_mermaid((
        event("a", "2026-02-01", "2026-02-28", basis=Basis.BOUNDED, grain=Grain.MONTH, summary="A pact"),
        event("b", None, "", alternatives=readings, summary="A call"),
        event("c", "2026-02-10", basis=Basis.ASSUMED, status=Status.DENIED, summary="A raid"),
    )).splitlines()
    assert [one_line(line) for line in lines[2:]] == [
        "within Feb 2026 : A pact", "Wed 4 Feb 2026 or Mon 9 Feb 2026 : A call", "Tue 10 Feb 2026 : A raid (denied, date assumed)",
    ]  # fmt: skip
