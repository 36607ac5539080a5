"""What the readers of exported files share: hostile texts, and a blank page with a library from npm that may load nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

LIBRARIES = Path(__file__).parent / "readers" / "node_modules"

HOSTILE = (
    "Talks: round 2; agenda #5 :: end : of",
    "%% no comment %%",
    "%%{init: {'theme': 'dark'}}%%",
    "--- title: x ---",
    "<script>document.title = 'owned'</script>",
    '<img src=x onerror="document.title = \'owned\'">',
    "&lt;b&gt; &amp; #35; #colon; &#58;",
    "a | b \\| c `code` ``x``",
    "*bold* _it_ **b** __u__ ~~gone~~ ![i](j) [a](b) [c]: d",
    "https://example.org www.example.org <https://example.org> ann@example.org",
    "www.x'onmouseover='document.title=1'y='",
    "section title timeline style a:#x; classDef b:#y;",
    "line one\nline two\r\nBEGIN:VEVENT\nSUMMARY:no",
    "he said \"yes\", 'no', „ja“ \\n \\, \\; $x$ {y} ^z",
    "fﬂ°°60¶ß ¶",
    "習近平, Сергей, محمد, 🙂",
    "]]> <!-- c --> <?pi?>",
)


def one_line(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def page_with(browser: Browser, *libraries: str) -> Iterator[Page]:
    """A blank page with these files of npm packages, on which nothing may be fetched and no error may go by."""
    paths = [LIBRARIES / library for library in libraries]
    if not all(path.is_file() for path in paths):
        (pytest.fail if os.environ.get("CI") else pytest.skip)("needs `npm ci --ignore-scripts` in tests/export/readers")
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.set_content('<div id="here" style="width: 1280px; height: 780px"></div>')
    for path in paths:
        page.add_style_tag(path=path) if path.suffix == ".css" else page.add_script_tag(path=path)
    try:
        yield page
        assert not asked
    finally:
        page.close()
