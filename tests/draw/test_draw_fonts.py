"""Text in glyphs that there are, no wider than it has room for."""

from __future__ import annotations

import pytest

from timeline.draw import fonts
from timeline.draw.fonts import families, from_the_left, legible, width
from timeline.draw.labels import wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("a \x1b[31mred\x1b[0m bell\x07", "a [31mred[0m bell"),
        ("Сергей Лавров", "Сергей Лавров"),
        ("محمد بن سلمان", "محمد بن سلمان"),
        ("$5bn to $7bn", "$5bn to $7bn"),
    ],
)  # fmt: skip
def test_legible(text: str, shown: str) -> None:
    assert legible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("习近平 meets", "[Chinese] meets"),
        ("岸田さん speaks", "[Japanese] speaks"),
        ("윤석열", "[Korean]"),
        ("ประยุทธ์ and 习近平", "[Thai] and [Chinese]"),
        ("boom 🧨!", "boom [symbol]!"),
    ],
)  # fmt: skip
def test_a_script_without_a_font_is_named(monkeypatch: pytest.MonkeyPatch, text: str, shown: str) -> None:
    monkeypatch.setattr(fonts, "_can_write", lambda character: ord(character) < 0x500)
    assert legible.__wrapped__(text) == shown


def test_a_line_runs_from_the_left_whoever_it_names_first() -> None:
    assert from_the_left("محمد بن سلمان meets Lund") == "\u200eمحمد بن سلمان meets Lund"
    assert from_the_left("Lund meets 习近平") == "Lund meets 习近平"
    assert width("محمد بن سلمان meets Lund", 9) == pytest.approx(width("Lund meets محمد بن سلمان", 9), rel=0.05)


def test_fonts_begin_with_one_that_comes_with_matplotlib() -> None:
    assert families()[0] == "DejaVu Sans"
    assert families("headline")[0] == "DejaVu Serif"


@pytest.mark.parametrize("room", [30, 60, 120, 400])
def test_wrapped_lines_fit_and_lose_nothing(room: float) -> None:
    text = "Delegations of the coastal states sign Donaudampfschifffahrtsgesellschaftsvertrag in Geneva"
    lines = wrap(text, room, 9)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 9) <= room * 1.02 for line in lines)


def test_no_word_is_left_alone() -> None:
    lines = wrap("President Moor and Prime Minister Lund talk by phone", width("President Moor and Prime Minister Lund talk by", 9) + 1, 9)
    assert len(lines) == 2
    assert " " in lines[1]


def test_nothing_gives_one_empty_line() -> None:
    assert wrap("", 100, 9) == ("",)
