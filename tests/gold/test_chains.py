"""Short articles whose events are dated through each other, written without sight of the code: figures held against chains_floors.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gold.score import Score, found, load, score

FOLDER = Path(__file__).parent
LIMITS: dict[str, dict[str, float]] = json.loads((FOLDER / "chains_floors.json").read_text(encoding="utf-8"))
CHAINS = [load(path) for path in sorted((FOLDER / "chains").glob("*.json"))]


@pytest.fixture(scope="module")
def measured() -> Score:
    return score((gold, found(gold)) for gold in CHAINS)


@pytest.mark.parametrize(("figure", "floor"), LIMITS["floors"].items())
def test_no_figure_is_below_its_floor(figure: str, floor: float, measured: Score) -> None:
    assert measured.figures[figure] >= floor


@pytest.mark.parametrize(("figure", "ceiling"), LIMITS["ceilings"].items())
def test_no_figure_is_above_its_ceiling(figure: str, ceiling: float, measured: Score) -> None:
    assert measured.figures[figure] <= ceiling


def test_a_mention_is_where_it_says() -> None:
    for gold in CHAINS:
        for mention in (m for event in gold["events"] for m in event["mentions"]):
            assert gold["text"][mention["start"] : mention["end"]] == mention["text"]
