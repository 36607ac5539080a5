"""The sample pictures of outputs/sample beside that of the demo: `python -m tests.draw.gallery FOLDER` draws them anew."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import timeline
from tests.sample_events import PUBLISHED, event, many
from timeline.draw import draw, save
from timeline.model import Event

DPI = 80
ROOT = Path(__file__).parents[2]
COUNTRIES = {
    "Edda Moor": "NOR", "Karl Lund": "DNK", "Ilse Brandt": "DEU", "Tomas Rehn": "SWE", "Aino Vik": "FIN", "Pavel Strand": "POL",
    "Mara Quist": "NLD",
}  # fmt: skip


def two_calendars() -> Axes:
    """An article whose sources contradict each other, with bounds and a cancelled visit."""
    return timeline.extract(ROOT / "examples" / "two-calendars.json").plot()


def a_month() -> Axes:
    """A hundred events of one month, ten of them on one day."""
    return draw(sorted(many(100, dense=10), key=_start), published=(PUBLISHED,), title="A hundred events of one month")


def thirty_years() -> Axes:
    """Three hundred events of thirty years, a lane for each country."""
    events = [_of_country(e) for e in sorted(many(300, days=11_000), key=_start)]
    return draw(events, published=(PUBLISHED,), title="Three hundred events of thirty years, by country", by="country")


def five_scripts() -> Axes:
    """Names as their owners write them; where no font has the glyphs, the picture says which script it is."""
    told = (
        ("2026-01-28", "習近平 receives 岸田さん in 北京"),
        ("2026-01-29", "윤석열 telephones Сергей Лавров"),
        ("2026-01-30", "محمد بن سلمان and Володимир Зеленський meet in الرياض"),
        ("2026-02-02", "Ngô Đình Diệm, Þórdís Gylfadóttir and Łukasz Żółć sign a pact worth $5bn to $7bn"),
    )
    events = [event(f"e{n}", day, summary=summary) for n, (day, summary) in enumerate(told)]
    return draw(events, published=(PUBLISHED,), title="Names in five scripts: 汉字, かな, 한글, العربية, Кириллица")


PICTURES: dict[str, Callable[[], Axes]] = {
    "two-calendars": two_calendars, "a-month": a_month, "thirty-years": thirty_years, "five-scripts": five_scripts,
}  # fmt: skip


def write(name: str, folder: Path) -> Path:
    """Draw one of the pictures into a folder; coarser than usual, to keep the repository small."""
    ax = PICTURES[name]()
    page = ax.get_figure(root=True)
    assert isinstance(page, Figure)
    page.set_dpi(DPI)
    save(ax, folder / f"{name}.png")
    return folder / f"{name}.png"


def _start(told: Event) -> date:
    assert told.start is not None
    return told.start


def _of_country(told: Event) -> Event:
    """With the one who acts, and where he is from."""
    actor = told.participants[0]
    return replace(told, participants=(replace(actor, country=COUNTRIES[actor.name]),))


if __name__ == "__main__":
    for name in PICTURES:
        write(name, Path(sys.argv[1]))
