"""The pictures of the page beside this file: `python docs/page/shoot.py` takes them anew, with Chromium and Playwright."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import timeline

HERE = Path(__file__).parent
ARTICLE = HERE.parents[1] / "examples" / "xi-putin-video-call.json"
WIDE, NARROW = (1280, 800), (360, 740)
# The size of the window, the colours, and the kind of the event that is chosen, if one is.
PICTURES = {
    "wide-light": (WIDE, "light", "visit"),
    "wide-dark": (WIDE, "dark", ""),
    "narrow-light": (NARROW, "light", ""),
    "narrow-dark": (NARROW, "dark", "visit"),
}


def shoot(browser: Browser, address: str, name: str) -> None:
    """Take one of the pictures of the page at this address."""
    (width, height), colours, kind = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours, reduced_motion="reduce")
    page.goto(address)
    if kind:
        page.locator(f'li[id^="event-{kind}"] > .row').click()
        page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    page.screenshot(path=HERE / f"{name}.png")
    page.close()
    with Image.open(HERE / f"{name}.png") as picture:
        fewer = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE)  # a third of the size
    fewer.save(HERE / f"{name}.png", optimize=True)


def main() -> None:
    """Write the page to a passing folder, open it, take all pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        timeline.extract(ARTICLE).to_html(file)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for name in PICTURES:
            shoot(browser, file.as_uri(), name)
        browser.close()


if __name__ == "__main__":
    main()
