"""How the page looks and for whom: on the axis, on a phone, in the dark, on paper, without a script, to who does not see."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from playwright.sync_api import expect

from tests.export.conftest import Show
from tests.export.pages import STORY, chosen, row
from tests.export.stories import HARM, NORD, harmful, hundred
from tests.sample_events import awkward
from tests.sample_events import story as plain_story
from timeline.export.html import to_html

BOXES = "all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.right])"


@pytest.mark.parametrize("days", [7, 11_000])
def test_words_on_the_axis_do_not_collide(show: Show, days: int) -> None:
    page = show(to_html(*hundred(days=days)))
    for _ in range(8):
        for kind in ("fine", "context"):
            boxes = sorted(page.eval_on_selector_all(f".axis .{kind}:not(.told-on)", BOXES))
            assert all(right < left for (_, right), (left, _) in zip(boxes, boxes[1:], strict=False))
        assert page.locator(".axis .fine:not(.told-on)").count() >= 2
        page.keyboard.press("+")


MARKS = {
    "border": "disputed", "visit": "derived happened", "release": "bounded happened", "call": "stated happened", "talks": "assumed ongoing",
    "return": "stated planned",
}  # fmt: skip


def test_how_a_date_is_known_can_be_seen(show: Show) -> None:
    page = show(STORY)
    for event_id, look in MARKS.items():
        mark = page.locator(f"#event-{event_id} .track .mark")
        told = f"{mark.get_attribute('data-basis')} {mark.get_attribute('data-status')}"
        assert ("disputed" if "disputed" in str(mark.get_attribute("class")) else told) == look
    expect(page.locator("#event-map .track")).to_have_text("?")
    fill = "e => getComputedStyle(e).fill"
    assert page.eval_on_selector("#event-call .body", fill) != page.eval_on_selector("#event-return .body", fill)
    assert page.locator(".key li").all_inner_texts() == [
        "stated in the text", "worked out through another event", "only known to be before or after", "assumed from the tense", "planned",
        "under way", "told with different dates",
    ]  # fmt: skip


@pytest.mark.parametrize("html", [STORY, to_html(*hundred()), to_html(*harmful(), title=HARM)], ids=["story", "hundred", "harm"])
def test_a_phone_need_not_scroll_sideways(show: Show, html: str) -> None:
    page = show(html, width=360, height=740)
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.locator("li.event > .row").nth(1).click()
    expect(page.locator("article:visible a.trigger.on").first).to_be_in_viewport()
    page.get_by_role("button", name="Close the article").click()
    assert chosen(page) == []


CONTRAST = """selector => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const paint = (...colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    };
    return [...document.querySelectorAll(selector)].filter(e => e.checkVisibility() && e.textContent.trim()).map(e => {
        const grounds = [];
        for (let at = e; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
        const style = getComputedStyle(e), ink = e.closest("svg") ? style.fill : style.color;
        const [a, b] = [paint(...grounds), paint(...grounds, ink)].sort((a, b) => a - b);
        return [(b + 0.05) / (a + 0.05), e.className.baseVal ?? e.className, e.textContent.slice(0, 20)];
    }).filter(([ratio]) => ratio < 4.5);
}"""
WORDS = "p, a, dt, dd, li, label, select, button:enabled, h1, h3, span, bdi, code, u, output, text"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(show: Show, scheme: str) -> None:
    for html in (STORY, to_html((*plain_story(), *awkward()))):
        page = show(html, color_scheme=scheme)
        for chosen_row in page.locator("li.event > .row").all():
            chosen_row.click()
            assert page.evaluate(CONTRAST, WORDS) == []


def test_dark_is_dark(show: Show) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = show(STORY, color_scheme=scheme)
        for _ in range(2):
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            page.get_by_role("button", name="Dark or light").click()
    light, dark = "rgb(255, 255, 255)", "rgb(23, 25, 28)"
    assert grounds == [light, dark, dark, light]


def test_in_print_all_is_said_and_nothing_can_be_pressed(show: Show) -> None:
    page = show(STORY, color_scheme="dark")
    page.emulate_media(media="print")
    for text in ("visit on Sunday 1 February 2026", "President Edda Moor telephoned", "Karl Lund told parliament"):
        expect(page.get_by_text(text).first).to_be_visible()
    assert [e for e in page.locator("button, select, .axis, .track").all() if e.is_visible()] == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_without_a_script_all_can_be_read(show: Show) -> None:
    page = show(STORY, java_script_enabled=False)
    for text in ("visit on Sunday 1 February 2026", "President Edda Moor telephoned", "Karl Lund told parliament", "worked out through"):
        expect(page.get_by_text(text).first).to_be_visible()
    assert [e for e in page.locator("button, select, .axis").all() if e.is_visible()] == []


def test_a_hundred_events_open_within_a_second(show: Show) -> None:
    html = to_html(*hundred())
    show(html)
    begun = perf_counter()
    page = show(html)
    expect(page.locator(".track .mark")).to_have_count(100)
    assert perf_counter() - begun < 1


def test_a_reader_who_does_not_see_finds_the_way(show: Show) -> None:
    page = show(STORY)
    for role in ("banner", "main", "search"):
        expect(page.get_by_role(role)).to_have_count(1)
    for name in ("Events", "Articles"):
        expect(page.get_by_role("region", name=name)).to_be_visible()
    tree = page.locator("body").aria_snapshot()
    assert not re.findall(r"- (?:button|link|combobox|dialog|region|group)(?::|$)", tree, re.MULTILINE)
    expect(row(page, "visit")).to_have_accessible_name("Sun 1 Feb 2026 Ilse Brandt visits Vasa (date worked out through another event)")


def test_without_events_the_page_says_so(show: Show) -> None:
    page = show(to_html((), (NORD,)))
    expect(page.get_by_text("No events were found")).to_be_visible()
    expect(page.get_by_text("President Edda Moor telephoned")).to_be_visible()
    assert chosen(show(to_html(()))) == []
