"""A real browser for the pages, and an eye on what they do in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
Show = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after its module: Playwright keeps an event loop running, which the tests of other modules may want for themselves."""
    chromium = next((path for path in ("/usr/bin/chromium", shutil.which("chromium") or "") if path and Path(path).exists()), None)
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Chromium to open pages with")
        pytest.skip("there is no Chromium to open pages with")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens HTML as a file; afterwards the page must have complained of nothing and asked for nothing but itself."""
    complaints: list[str] = []
    requests: list[str] = []
    contexts = []
    file = tmp_path / "page.html"

    def opened(html: str, *, fragment: str = "", width: int = 1280, height: int = 800, **more: Any) -> Page:
        file.write_bytes(html.encode("utf-8"))
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: requests.append(request.url.split("#")[0]))
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(requests) == {file.as_uri()}
