"""Phrases that hang on an event: what they say of it, and the words that name it."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from tests.times.readable import readable
from tests.times.table import cases
from timeline.parse import load
from timeline.times.expression import event_of
from timeline.times.find import find_times

# sentence, phrase, what it says, the event's words; without a comma behind them only the parse tells where those words end
ROWS = cases("through_events.tsv", 4)
PARSED_ROWS = [*ROWS, *cases("through_events_parsed.tsv", 4)]


def check(sentence: str, words: str, says: str, event: str, doc: Doc | None) -> None:
    found = {p.text: p for p in find_times(sentence, date(2024, 3, 14), doc=doc)}
    assert words in found, f"no phrase {words!r} in {list(found)}"
    ref = event_of(found[words].expression)
    assert (readable(found[words]), ref.words if ref else "") == (says, event)


@pytest.mark.parametrize(("sentence", "words", "says", "event"), ROWS)
def test_plain(sentence: str, words: str, says: str, event: str) -> None:
    check(sentence, words, says, event, None)


@pytest.mark.parametrize(("sentence", "words", "says", "event"), PARSED_ROWS)
def test_parsed(sentence: str, words: str, says: str, event: str) -> None:
    check(sentence, words, says, event, load()(sentence))
