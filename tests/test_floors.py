"""The gate on quality: which figures pass it."""

from __future__ import annotations

import pytest

from bench.measure_floors import failed, flat


def test_nested_figures_get_dotted_names() -> None:
    assert dict(flat({"detection": {"F1": 0.5}, "clutter": 2, "note": "text"})) == {"detection.F1": 0.5, "clutter": 2}


@pytest.mark.parametrize(
    ("limits", "failures"),
    [
        ({"floors": {"gold": {"timeline.F1": 0.5}}}, []),
        ({"floors": {"gold": {"timeline.F1": 0.6}}}, ["gold timeline.F1: 0.5 is below its floor 0.6"]),
        ({"ceilings": {"gold": {"duplicates": 3}}}, []),
        ({"ceilings": {"gold": {"duplicates": 2}}}, ["gold duplicates: 3 is above its ceiling 2"]),
        ({"floors": {"gold": {"gone": 0.1}}}, ["gold gone: not measured"]),
        ({"floors": {"news": {"timeline.F1": 0.1}}}, ["news timeline.F1: not measured"]),
    ],
)
def test_a_figure_outside_its_limit_fails(limits: dict[str, dict[str, dict[str, float]]], failures: list[str]) -> None:
    board = {"gold": {"timeline.F1": 0.5, "duplicates": 3}}
    assert list(failed(board, limits)) == failures
