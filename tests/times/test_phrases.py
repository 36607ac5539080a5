"""Every phrase of the tables with the days and the TIMEX3 that a careful reader gives it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.times.table import cases
from timeline.model import TimePhrase
from timeline.times.find import find_times
from timeline.times.interval import Interval

# published, sentence, phrase, first, last, type, value: a star is not looked at, a phrase without a type is evidence as a whole
ROWS = [*cases("phrases.tsv", 7), *cases("known_failures.tsv", 7)]


def extents(phrase: TimePhrase) -> dict[str, tuple[str, str]]:
    """The words that count as found, with type and value: those of the whole phrase and of each TIMEX3 in it."""
    parts = {phrase.text[t.start - phrase.start : t.end - phrase.start]: (t.type, t.value) for t in phrase.timexes}
    return {phrase.text: ("", ""), **parts}


def agree(wanted: str, found: object) -> bool:
    return wanted in ("*", str(found or ""))


@pytest.mark.parametrize(("published", "sentence", "words", "first", "last", "kind", "value"), ROWS)
def test_phrases(published: str, sentence: str, words: str, first: str, last: str, kind: str, value: str) -> None:
    found = [p for p in find_times(sentence, date.fromisoformat(published)) if words in extents(p)]
    assert found, f"no phrase {words!r}"
    when = found[0].when
    days = (when.first, when.last) if isinstance(when, Interval) else (None, None)
    assert agree(first, days[0]) and agree(last, days[1]), f"{words!r}: {when}"
    if kind:
        found_kind, found_value = extents(found[0])[words]
        assert found_kind == kind and agree(value, found_value), f"{words!r}: {found_kind} {found_value}"
