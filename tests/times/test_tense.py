"""The direction that the words around give a bare weekday, without a parse."""

from __future__ import annotations

import pytest

from tests.times.table import cases
from timeline.times.tense import direction


@pytest.mark.parametrize(("sentence", "words", "wanted"), cases("tense.tsv", 3))
def test_tense(sentence: str, words: str, wanted: str) -> None:
    start = sentence.index(words)
    assert str(direction(sentence, start, start + len(words)) or "none") == wanted
