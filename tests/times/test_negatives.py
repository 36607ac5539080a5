"""Sentences in which nothing is a time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.times.table import cases
from timeline.times.find import find_times


@pytest.mark.parametrize("sentence", cases("negatives.tsv", 1))
def test_negatives(sentence: str) -> None:
    assert [p.text for p in find_times(sentence, date(2024, 3, 14))] == []
