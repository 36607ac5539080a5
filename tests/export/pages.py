"""A page for the tests, and what can be seen on one."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.export.stories import NORD, VASA, conflicts, story
from timeline.export.html import to_html

STORY = to_html(story(), (NORD, VASA), conflicts(), title="Norland and Vasa")
IDS = [event.id for event in story()]


def row(page: Page, event_id: str) -> Locator:
    return page.locator(f'[id="event-{event_id}"] > .row')


def chosen(page: Page) -> list[str]:
    """The ids of the events that are told as the current one."""
    return _events(page, "li:has(> [aria-current=true])")


def shown(page: Page) -> list[str]:
    return _events(page, "li.event:not([hidden])")


def _events(page: Page, selector: str) -> list[str]:
    return [str(id_).removeprefix("event-") for id_ in page.eval_on_selector_all(selector, "all => all.map(e => e.id)")]


def lit(page: Page) -> str:
    """The words of the article that are lit up."""
    return " ".join(page.locator("article:visible .told.on").all_inner_texts())


def axis(page: Page) -> list[str]:
    return page.locator(".axis text").all_text_contents()
