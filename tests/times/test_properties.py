"""What holds of any text: no exception, true offsets, the same answer everywhere, and time in proportion to the length."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import TimePhrase
from timeline.times.find import find_times
from timeline.times.interval import Interval
from timeline.times.rules import FAMILIES
from timeline.times.words import (
    DAY_PARTS,
    FEASTS,
    FIXED_HOLIDAYS,
    HEDGES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PORTIONS,
    SEASONS,
    SPOKEN_STEPS,
    STEPS,
    UNITS,
    WEEKDAYS,
    ZONES,
)

PUBLISHED = date(2024, 3, 14)
EDGES = (date.min, date(1, 2, 28), date(1582, 10, 15), date(9999, 2, 28), date(9999, 12, 25), date.max)
TABLES = (
    DAY_PARTS, FEASTS, FIXED_HOLIDAYS, HEDGES, MONTHS, NUMBERS, ORDINALS, PORTIONS, SEASONS, SPOKEN_STEPS, STEPS, UNITS, WEEKDAYS, ZONES,
)  # fmt: skip
EXAMPLES = sorted({text for family in FAMILIES for rule in family.rules for text, _ in rule.examples})
JOINTS = (" ", " ", " ", ", ", "-", "–", "\n", ".", " of ", " to ", " and ", " before ", " after ", " the ", " ago", "'s", "s ", "İ", "’")
NUMERALS = ("0", "4th", "31", "29", "12:30", "2023", "9999", "0001", "1/2/34", "44 BC", "'80s", "1990s", "25:61", "10 p.m.", "²", "٣")
WORDS = sorted({w for table in TABLES for word in table for w in (word, word.title())})
PIECES = [*WORDS, *NUMERALS, "vote", "the talks", "weekend", "will", "was"]
texts_of_time = st.lists(st.sampled_from(PIECES) | st.sampled_from(EXAMPLES) | st.sampled_from(JOINTS), max_size=24)


def check(text: str, published: date) -> None:
    found = find_times(text, published)
    for phrase in found:
        assert 0 <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.text
        for timex in phrase.timexes:
            assert phrase.start <= timex.start < timex.end <= phrase.end
            assert timex.type in {"DATE", "TIME", "DURATION", "SET"} and timex.value
    assert list(found) == sorted(found, key=lambda p: p.start)


@given(st.text(max_size=300), st.dates())
@settings(max_examples=150)
def test_any_text(text: str, published: date) -> None:
    check(text, published)


@given(texts_of_time, st.dates())
@settings(max_examples=300)
def test_any_words_of_time(words: list[str], published: date) -> None:
    check("".join(words), published)
    check(" ".join(words), published)


@given(st.lists(st.sampled_from([*WORDS, *NUMERALS]), max_size=8))
@settings(max_examples=100)
def test_any_year_of_publication(words: list[str]) -> None:
    for published in EDGES:
        check(" ".join(words), published)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_at_the_edges_of_the_calendar(example: str) -> None:
    for published in EDGES:
        check(example, published)
        check(example.replace(" ", "\n"), published)


@pytest.mark.parametrize("century", range(100))
def test_every_year_survives(century: int) -> None:
    """As a date in words and in numbers, and as the year of publication."""
    for year in range(max(century * 100, 1), century * 100 + 100):
        text = f"They met on 4 March {year:04d}. The note is dated {year:04d}-10-05."
        assert [t.value for p in find_times(text, PUBLISHED) for t in p.timexes] == [f"{year:04d}-03-04", f"{year:04d}-10-05"]
        when = find_times("They met on 4 March.", date(year, 6, 15))[0].when
        assert isinstance(when, Interval) and when.first == when.last == date(year, 3, 4)


# --- the same everywhere -----------------------------------------------------------------------------------------------

TELLING = (
    "They met last Friday, three days before the vote, and will meet again on 29 February. The following week, at 10 p.m. on Tuesday, "
    "a 72-hour truce began; le 4 février 2026, every Monday, in the late 1980s, two weeks ago, over the weekend, at Easter."
)
SCRIPT = f"from datetime import date; from timeline.times.find import find_times; print(find_times({TELLING!r}, date(2024, 3, 14)))"


def printed(**environment: str) -> str:
    command = [sys.executable, "-W", "error", "-c", SCRIPT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment}, timeout=60)
    return done.stdout.strip()


def test_the_same_under_any_time_zone_and_hash_seed() -> None:
    here: tuple[TimePhrase, ...] = find_times(TELLING, PUBLISHED)
    assert len(here) > 10
    assert printed(TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C") == repr(here)
    assert printed(TZ="America/Adak", PYTHONHASHSEED="4242", LC_ALL="tr_TR.UTF-8") == repr(here)


# --- time in proportion to the length ----------------------------------------------------------------------------------

# Twice as much as linear is the noise of a shared machine; quadratic would be sixteen times.
LARGER, FACTOR = 4, 9
# Below this the clock and the allocator say more than the length.
FLOOR = 0.05
BARREN, DENSE = 50_000, 12_500
# Text with hardly a time in it, and text that is all times: that takes longer a character and is tried on fewer.
TEXTS = [
    ("1", BARREN),
    (",", BARREN),
    ("a", BARREN),
    (" ", BARREN),
    ("\n", BARREN),
    ("may", BARREN),
    ("two ", BARREN),
    ("about nearly almost ", BARREN),
    ("the day before ", BARREN),
    ("the end of ", BARREN),
    ("12-", BARREN),
    ("19 ", DENSE),
    ("1/2/", DENSE),
    ("12:30:", DENSE),
    ("Monday to ", DENSE),
    ("5 May and ", DENSE),
    ("before the vote after the talks ", DENSE),
    ("They met on 5 May 2020. " + "Weekly calls went on. " * 400, BARREN),
]


def seconds(text: str) -> float:
    """The least of three runs."""
    taken = []
    for _ in range(3):
        before = process_time()
        find_times(text, PUBLISHED)
        taken.append(process_time() - before)
    return min(taken)


@pytest.mark.parametrize(("unit", "size"), TEXTS)
def test_linear(unit: str, size: int) -> None:
    text = (unit * size)[:size]
    assert seconds(text * LARGER) <= FACTOR * max(seconds(text), FLOOR)
