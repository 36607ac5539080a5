"""The plain-text table."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.sample_events import awkward, event, many, person, story
from timeline.model import Basis, Event, Place, Status
from timeline.strip import Strip
from timeline.table import in_order
from timeline.terminal import mark, render


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("events", [story(), awkward(), many(30)], ids=["story", "awkward", "thirty"])
def test_fits_the_width_and_loses_nothing(events: tuple[object, ...], width: int) -> None:
    text = render(in_order(events), width)  # type: ignore[arg-type]
    assert all(cell_len(line) <= width for line in text.splitlines())
    letters = "".join(text.split())
    assert "…" not in letters
    assert all(word in letters for word in ("".join(e.summary.split()[0]) for e in events))  # type: ignore[attr-defined]


def test_reads_like_this() -> None:
    assert render(in_order(story())).splitlines()[:6] == [
        "             date      in order       event",
        "─" * 80,
        "             2022  ●   ●━●            Norland blocks the Strait of Orm",
        "   Sun 1 Feb 2026  ◆       ◆          Ilse Brandt visits Vasa, meets foreign",
        "                                      minister Tomas Rehn",
        "by Mon 2 Feb 2026  ◁   ‹─────┤        Sund asks both sides for restraint in a",
    ]


@pytest.mark.parametrize(
    ("told", "drawn"),
    [
        (event("e", "2026-02-02"), "    ●"),
        (event("e", "2026-02-01", "2026-02-03"), "  ●━━━●"),
        (event("e", "2026-02-01", "2026-02-03", basis=Basis.BOUNDED), "  ├───┤"),
        (event("e", "", "2026-02-03", basis=Basis.ASSUMED), "‹─────┤"),
        (event("e", "2026-02-03", "", basis=Basis.BOUNDED), "      ├─›"),
        (event("e", None, ""), ""),
    ],
)
def test_strip(told: Event, drawn: str) -> None:
    days = [event(f"d{n}", f"2026-02-0{n}") for n in (1, 2, 3, 4)]
    strip = Strip.of([event("first", "2025-05-06"), *days], 24)
    assert strip.columns == 9
    assert strip.drawn(told, "●") == drawn


def test_the_strip_is_as_sure_as_the_events() -> None:
    """What comes before, by its days, stands to the left, at any number of events."""
    for count in (2, 7, 100, 300):
        events = in_order(many(count, days=9000))
        strip = Strip.of(events, 20)
        places = {e.start: strip.drawn(e, "x").index("x") for e in events if e.start == e.end and e.start}
        assert [places[day] for day in sorted(places)] == sorted(places.values())
        assert all(len(strip.drawn(e, "x")) <= 20 for e in events)


def test_no_colour_codes_and_no_control_of_the_terminal() -> None:
    text = render([event("e", "2026-02-01", summary="a \x1b[31mred\x07 [bold]word[/bold]")])
    assert "\x1b" not in text and "\x07" not in text
    assert "[bold]word[/bold]" in text


def test_legend_names_only_what_is_there() -> None:
    assert render(story()[3:5]).splitlines()[-1] == "● stated"
    assert "○ planned" in render([event("e", "2026-02-06", status=Status.PLANNED)])
    assert "× cancelled or denied" in render(awkward())


def test_who_and_where_are_told_once() -> None:
    told = event("e", "2026-02-01", summary="Moor visits Vasa", participants=(person("Edda Moor"),), place=Place("Vasa"))
    assert "·" not in render([told])
    untold = event("e", "2026-02-01", summary="Talks are held", participants=(person("Norland"), person("Vasa")), place=Place("Geneva"))
    assert "Talks are held · Norland, Vasa, Geneva" in render([untold])


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({}, "●"),
        ({"basis": Basis.DERIVED}, "◆"),
        ({"basis": Basis.DERIVED, "status": Status.PLANNED}, "◇"),
        ({"status": Status.ONGOING}, "●→"),
        ({"status": Status.DENIED}, "●×"),
        ({"basis": Basis.BOUNDED, "end": "2026-02-05"}, "◁▷"),
        ({"basis": Basis.BOUNDED, "end": ""}, "▷"),
    ],
)  # fmt: skip
def test_marks(changes: dict[str, object], sign: str) -> None:
    assert mark(event("e", "2026-02-01", **changes)) == sign  # type: ignore[arg-type]


def test_no_events() -> None:
    assert render([]) == "No events.\n"
