"""The page in a browser, as a reader has it. That no page complains or fetches anything is checked after every test, in conftest."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.export.conftest import Show
from tests.export.stories import HARM, NORD, VASA, conflicts, harmful, hundred, story
from tests.sample_events import awkward
from tests.sample_events import story as plain_story
from timeline.export.html import to_html

STORY = to_html(story(), (NORD, VASA), conflicts(), title="Norland and Vasa")
IDS = [event.id for event in story()]


def row(page: Page, event_id: str) -> Locator:
    return page.locator(f'[id="event-{event_id}"] > .row')


def chosen(page: Page) -> list[str]:
    """The ids of the events that are told as the current one."""
    return events(page, "li:has(> [aria-current=true])")


def shown(page: Page) -> list[str]:
    return events(page, "li.event:not([hidden])")


def events(page: Page, selector: str) -> list[str]:
    return [str(id_).removeprefix("event-") for id_ in page.eval_on_selector_all(selector, "all => all.map(e => e.id)")]


def lit(page: Page) -> str:
    """The words of the article that are lit up."""
    return " ".join(page.locator("article:visible .told.on").all_inner_texts())


def axis(page: Page) -> list[str]:
    return page.locator(".axis text").all_text_contents()


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
def test_zoom_spreads_the_axis_and_fit_brings_all_back(show: Show, zoom_in: object) -> None:
    page = show(to_html(*hundred()))
    whole = axis(page)
    for _ in range(4):
        zoom_in(page)  # type: ignore[operator]
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
