"""What the package finds in articles of our own, written as newswire of many years and desks and annotated after TimeML.

Figures as in TempEval-3 (UzZaman et al. 2013): a phrase is found when the extents overlap (relaxed) or are equal (strict); value and
type are counted over what is found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timeline.times.find import find_times

ARTICLES = [json.loads(line) for line in (Path(__file__).parent / "newswire.jsonl").read_text(encoding="utf-8").splitlines()]
# A little below what was measured; raise them when a figure rises.
FLOORS = {"strict": 0.975, "relaxed": 0.99, "value": 0.935, "type": 0.98}

Timex = dict[str, Any]


def found(article: dict[str, Any]) -> list[Timex]:
    phrases = find_times(article["text"], date.fromisoformat(article["published"]))
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for p in phrases for t in p.timexes]


def pairs(gold: list[Timex], answers: list[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Each annotated phrase with the answer that overlaps it, one of equal extent first; no answer is used twice."""
    left = list(answers)
    open_ = list(gold)
    for equal in (True, False):
        for wanted in list(open_):
            for answer in left:
                same = (wanted["start"], wanted["end"]) == (answer["start"], answer["end"])
                if same if equal else answer["start"] < wanted["end"] and wanted["start"] < answer["end"]:
                    left.remove(answer)
                    open_.remove(wanted)
                    yield wanted, answer
                    break


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    right = dict.fromkeys(FLOORS, 0)
    total = 0
    for article in ARTICLES:
        answers = found(article)
        total += len(article["timexes"]) + len(answers)
        for wanted, answer in pairs(article["timexes"], answers):
            right["relaxed"] += 1
            right["strict"] += (wanted["start"], wanted["end"]) == (answer["start"], answer["end"])
            right["value"] += wanted["value"] == answer["value"]
            right["type"] += wanted["type"] == answer["type"]
    return {name: 2 * count / total for name, count in right.items()}


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_is_below_its_floor(figure: str, figures: dict[str, float]) -> None:
    assert figures[figure] >= FLOORS[figure], f"{figure}: {figures[figure]:.4f}"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_the_annotation_is_sound(article: dict[str, Any]) -> None:
    places = [(t["start"], t["end"]) for t in article["timexes"]]
    assert places == sorted(places) and all(a[1] <= b[0] for a, b in zip(places, places[1:], strict=False))
    assert all(article["text"][t["start"] : t["end"]] == t["text"] for t in article["timexes"])
