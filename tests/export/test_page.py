"""What a reader does on the page, in a browser. That no page complains or fetches anything is checked after every test, in conftest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.export.conftest import Show
from tests.export.pages import IDS, STORY, axis, chosen, lit, row, shown
from tests.export.stories import HARM, harmful, hundred
from timeline.export.html import to_html


def test_choosing_an_event_shows_its_reasons_and_its_sentence(show: Show) -> None:
    page = show(STORY)
    expect(page.get_by_text("published Wednesday 4 February 2026")).to_be_hidden()
    row(page, "visit").click()
    assert chosen(page) == ["visit"]
    expect(page.locator("#event-visit .about")).to_contain_text("visit on Sunday 1 February 2026 ← “three days before the call”")
    assert lit(page) == "Ilse Brandt flew to Vasa three days before the call."
    expect(page.locator("article:visible u.phrase.on")).to_have_text("three days before the call")
    expect(page.locator("article:visible a.trigger.on")).to_have_text("flew")


def test_the_sentence_is_brought_into_view_in_its_article(show: Show) -> None:
    page = show(STORY, height=420)
    expect(page.get_by_role("heading", name="Norland and Vasa talk at last")).to_be_visible()
    row(page, "map").click()
    expect(page.get_by_role("heading", name="Lund on the call")).to_be_visible()
    expect(page.get_by_role("combobox", name="Article")).to_have_value("1")
    expect(page.locator("article:visible a.trigger.on")).to_be_in_viewport()


def test_a_trigger_in_the_article_chooses_its_event(show: Show) -> None:
    page = show(STORY)
    for words, event_id in (("flew", "visit"), ("talk", "call"), ("telephoned", "call")):
        page.locator("article:visible").get_by_role("link", name=words, exact=True).click()
        assert chosen(page) == [event_id]
    page.get_by_role("link", name="also: Officials hold talks in Geneva").click()
    assert chosen(page) == ["talks"]


def test_a_mention_leads_to_its_place_in_another_article(show: Show) -> None:
    page = show(STORY)
    row(page, "call").click()
    page.locator("#event-call .mention").nth(2).click()
    expect(page.get_by_role("heading", name="Lund on the call")).to_be_visible()
    assert chosen(page) == ["call"]
    assert "Karl Lund told parliament of the call" in lit(page)


def test_an_article_can_be_chosen(show: Show) -> None:
    page = show(STORY)
    page.get_by_role("combobox", name="Article").select_option("Fri 6 Feb 2026 – Lund on the call")
    expect(page.get_by_text("Karl Lund told parliament")).to_be_visible()
    expect(page.get_by_text("President Edda Moor telephoned")).to_be_hidden()


FILTERS = [
    pytest.param({"participant": "Ilse Brandt (2)"}, ["visit", "return"], id="participant"),
    pytest.param({"country": "Finland (1)"}, ["border"], id="country of the place"),
    pytest.param({"country": "Norway (4)"}, ["visit", "release", "call", "return"], id="country of who took part"),
    pytest.param({"kind": "visit (2)"}, ["visit", "return"], id="kind"),
    pytest.param({"status": "ongoing (1)"}, ["talks"], id="status"),
    pytest.param({"kind": "visit (2)", "status": "planned (1)"}, ["return"], id="kind and status"),
    pytest.param(
        {"participant": "Ilse Brandt (2)", "country": "Norway (4)", "kind": "visit (2)", "status": "happened (5)"}, ["visit"], id="all four"
    ),
    pytest.param({"kind": "call (1)", "status": "planned (1)"}, [], id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "expected"), FILTERS)
def test_filters_narrow_the_list(show: Show, wanted: dict[str, str], expected: list[str]) -> None:
    page = show(STORY)
    for name, option in wanted.items():
        page.get_by_role("combobox", name=name).select_option(option)
    assert shown(page) == expected
    expect(page.get_by_role("status")).to_have_text(f"{len(expected)} of 7 events")
    expect(page.get_by_text("No event fits these filters.")).to_be_visible(visible=not expected)
    page.get_by_role("button", name="Clear").click()
    assert shown(page) == IDS
    expect(page.get_by_role("button", name="Clear")).to_be_disabled()


def test_a_hidden_event_comes_back_when_it_is_chosen_in_the_article(show: Show) -> None:
    page = show(STORY)
    row(page, "visit").click()
    page.get_by_role("combobox", name="status").select_option("ongoing (1)")
    assert chosen(page) == []
    page.locator("article:visible").get_by_role("link", name="flew").click()
    assert (chosen(page), shown(page)) == (["visit"], IDS)


def test_all_by_keyboard(show: Show) -> None:
    page = show(STORY)
    walked = []
    for key in ("j", "ArrowDown", "j", "k", "ArrowUp", "ArrowUp", "Escape"):
        page.keyboard.press(key)
        walked.append("".join(chosen(page)))
    assert walked == ["border", "visit", "release", "visit", "border", "border", ""]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert chosen(page) == ["visit"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="participant")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert chosen(page) == ["visit"]


def _wheel(page: Page) -> None:
    page.locator(".axis").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -140)
    page.keyboard.up("Control")


ZOOMS = [
    pytest.param(lambda page: page.get_by_role("button", name="Zoom in").click(), id="button"),
    pytest.param(lambda page: page.keyboard.press("+"), id="key"),
    pytest.param(_wheel, id="wheel"),
]


@pytest.mark.parametrize("zoom_in", ZOOMS)
def test_zoom_spreads_the_axis_and_fit_brings_all_back(show: Show, zoom_in: Callable[[Page], None]) -> None:
    page = show(to_html(*hundred()))
    whole = axis(page)
    for _ in range(4):
        zoom_in(page)
    assert len(set(axis(page)) & {"Jan", "Apr", "Jul", "Oct"}) >= 2
    assert axis(page) != whole
    page.get_by_role("button", name="Fit").click()
    assert axis(page) == whole


def test_dragging_and_arrows_move_in_time(show: Show) -> None:
    page = show(to_html(*hundred()))
    for _ in range(5):
        page.keyboard.press("+")
    before = axis(page)
    page.keyboard.press("ArrowLeft")
    earlier = axis(page)
    page.keyboard.press("ArrowRight")
    assert (axis(page), earlier != before) == (before, True)
    box = page.locator(".axis").bounding_box()
    assert box
    page.mouse.move(box["x"] + 100, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 180, box["y"] + 40)
    page.mouse.up()
    assert axis(page) == earlier
    row(page, "e000").click()
    assert chosen(page) == ["e000"]


def test_an_event_out_of_view_is_brought_in(show: Show) -> None:
    page = show(to_html(*hundred()))
    for _ in range(5):
        page.keyboard.press("+")
    last = page.locator("li.event").last
    expect(last.locator(".track .mark")).to_have_count(0)
    last.locator(".row").click()
    expect(last.locator(".track .mark .body")).to_be_in_viewport()


def test_two_fingers_zoom(show: Show) -> None:
    page = show(to_html(*hundred()), has_touch=True)
    whole = axis(page)
    page.evaluate(
        """() => {
            const axis = document.querySelector(".axis"), x = axis.getBoundingClientRect().left;
            const touch = (type, pointerId, at) =>
                axis.dispatchEvent(new PointerEvent(type, { pointerId, clientX: x + at, clientY: 150, bubbles: true }));
            touch("pointerdown", 1, 100); touch("pointerdown", 2, 140); touch("pointermove", 2, 300);
            touch("pointerup", 1, 100); touch("pointerup", 2, 300);
        }"""
    )
    assert axis(page) != whole


def test_a_filtered_timeline_fits_to_what_is_shown(show: Show) -> None:
    page = show(STORY)
    whole = axis(page)
    page.get_by_role("combobox", name="status").select_option("planned (1)")
    page.get_by_role("button", name="Fit").click()
    assert axis(page) != whole
    expect(page.locator("li.event:not([hidden]) .track .mark")).to_have_count(1)


@pytest.mark.parametrize("fragment", ["#event-return", "#event-map"])
def test_a_link_to_an_event_opens_it(show: Show, fragment: str) -> None:
    page = show(STORY, fragment=fragment)
    assert chosen(page) == [fragment.removeprefix("#event-")]
    page.evaluate("location.hash = '#event-visit'")
    expect(row(page, "visit")).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    assert "#" not in page.url


@pytest.mark.parametrize("fragment", ["#event-nobody", "#event-%E0%A4%A", "#"])
def test_a_broken_link_opens_nothing(show: Show, fragment: str) -> None:
    assert chosen(show(STORY, fragment=fragment)) == []


def test_a_harmful_article_is_text(show: Show) -> None:
    page = show(to_html(*harmful(), title=HARM), fragment="#event-a%20%22b%22%20%23c%25")
    assert chosen(page) == ['a "b" #c%']
    assert page.locator("img, iframe, script:not([id]):not([type]):not(head *)").count() == 0
    assert HARM in str(page.locator("h1").text_content())
    assert f"They met {HARM}" in str(page.locator("#article-0 p").nth(1).text_content())
    row(page, "a").or_(page.locator("li.event > .row")).first.click()
    assert "alert(1)" in lit(page)
