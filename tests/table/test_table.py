"""Events as rows, in order."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from tests.sample_events import awkward, event, many, person, story
from timeline.model import Basis, Event, Mention
from timeline.table import COLUMNS, evidence, in_order, row, to_frame

# what comes first, what comes after it
ORDER = [
    ("2022 before a day of 2026", event("a", "2022-01-01", "2022-12-31"), event("b", "2026-02-01")),
    ("by a day just before that day", event("a", "", "2026-02-01"), event("b", "2026-02-01")),
    ("a day earlier before by a day", event("a", "2026-01-31"), event("b", "", "2026-02-01")),
    ("from a day just after that day", event("a", "2026-02-01"), event("b", "2026-02-01", "")),
    ("from a day before the next", event("a", "2026-02-01", ""), event("b", "2026-02-02")),
    ("the shorter first", event("a", "2026-02-01"), event("b", "2026-02-01", "2026-02-03")),
    ("without a date last", event("a", "9999-12-31"), event("b", None, "")),
    ("the year 1 is early", event("a", "0001-01-01"), event("b", "0002-01-01")),
    (
        "told earlier first",
        event("z", "2026-02-01", mentions=(Mention("a1", 10, 12, "met", "They met."),)),
        event("b", "2026-02-01", mentions=(Mention("a1", 50, 52, "left", "They left."),)),
    ),
    ("the same in all else by id", event("a", "2026-02-01"), event("b", "2026-02-01")),
]


@pytest.mark.parametrize(("first", "after"), [case[1:] for case in ORDER], ids=[case[0] for case in ORDER])
def test_order(first: object, after: object) -> None:
    assert in_order([after, first]) == (first, after) == in_order([first, after])  # type: ignore[list-item]


def test_order_does_not_depend_on_the_order_given() -> None:
    events = [*many(60, dense=20), *awkward(), *story()]
    sorted_once = in_order(events)
    for seed in range(5):
        random.Random(seed).shuffle(events)
        assert in_order(events) == sorted_once


def test_row_has_the_columns() -> None:
    found = row(story()[1])
    assert tuple(found) == COLUMNS
    assert found["participants"] == ("Ilse Brandt", "Tomas Rehn")
    assert found["countries"] == ("NRL", "VAS")
    assert found["place"] == "Vasa"
    assert found["mentions"] == 2
    assert found["phrase"] == "Just three days before the phone call"


def test_evidence_prefers_the_mention_with_a_phrase() -> None:
    bare, dated = Mention("a1", 1, 2, "x", "Bare."), Mention("a1", 3, 4, "y", "Dated on Monday.", "on Monday")
    assert evidence(event("e", "2026-02-02", mentions=(bare, dated))) is dated
    assert evidence(event("e", "2026-02-02", mentions=(bare,))) is bare
    assert evidence(event("e", "2026-02-02", mentions=())) is None


def test_frame_keeps_every_year_and_missing_ends() -> None:
    frame = to_frame([event("a", "0001-01-01"), event("b", "", "9999-12-31", basis=Basis.BOUNDED)])
    assert tuple(frame.columns) == COLUMNS
    assert frame["start"].iloc[0] == "0001-01-01"
    assert pd.isna(frame["start"].iloc[1])
    assert frame["end"].tolist() == ["0001-01-01", "9999-12-31"]
    assert frame["cameo"].tolist() == ["044", "044"]


def test_frame_of_nothing_has_the_same_types() -> None:
    assert to_frame([]).dtypes.astype(str).to_dict() == to_frame(story()).dtypes.astype(str).to_dict()


def test_frame_explodes_to_who_took_part() -> None:
    events = [event("a", "2026-02-01", participants=(person("X"), person("Y"))), event("b", "2026-02-02", participants=(person("X"),))]
    assert to_frame(events).explode("participants")["participants"].value_counts().to_dict() == {"X": 2, "Y": 1}


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (event("e", "2026-01-12", "2026-01-24"), "12–24 Jan 2026"),
        (event("e", "2026-01-12", "2026-01-24", basis=Basis.BOUNDED), "within 12–24 Jan 2026"),
        (event("e", "2026-01-12", "2026-01-12", basis=Basis.BOUNDED), "Mon 12 Jan 2026"),
        (event("e", "", "2026-01-12", basis=Basis.ASSUMED), "by Mon 12 Jan 2026"),
        (event("e", None, "", basis=Basis.UNKNOWN), "?"),
    ],
)  # fmt: skip
def test_when_tells_a_stretch_from_bounds(found: Event, said: str) -> None:
    assert found.when() == said
