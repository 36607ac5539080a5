"""What holds of any input: only a TimelineError comes out of a reader, and every mention slices its own words."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import timeline
from timeline.errors import TimelineError
from timeline.model import Article, Field
from timeline.read import read
from timeline.read.file import FORMATS, read_stream
from timeline.read.origin import Origin
from timeline.read.published import as_day

PUBLISHED = date(2024, 3, 14)
SENTENCES = (
    "Foreign Minister Jorge Salcedo of Peru met Aino Virta in Oslo on Tuesday.", "Three days before the vote, Kenya recalled its envoy.",
    "“We will talk again in late May,” he said.", "The two sides signed a treaty on 29 February 2024, and left.", "They spoke by phone",
    "BANJUL, Gambia, March 4 (Agency) — The talks were called off.", "Sanctions on Fiji, imposed in 2019, were lifted the following day;",
)  # fmt: skip
JOINTS = (" ", "\n", "\n\n", ", ", "\r\n", "\u2028", "\0", "’", "İ", "e\u0301", "🙂")
pieces = st.sampled_from(SENTENCES) | st.sampled_from(JOINTS) | st.text(max_size=8)
broken = st.tuples(st.lists(pieces, max_size=8).map("".join), st.integers(0, 60)).map(lambda t: t[0][t[1] :])
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
values = st.recursive(scalars, lambda v: st.lists(v, max_size=3), max_leaves=5)
records = st.dictionaries(st.sampled_from(["id", "published", "title", "text", "more"]), values | st.just("2024-03-14"), max_size=5)
lines = st.lists(records, max_size=3).map(lambda found: "\n".join(map(json.dumps, found)).encode())
contents = st.binary(max_size=120) | lines | st.tuples(lines, st.integers(0, 40)).map(lambda cut: cut[0][cut[1] :])


def is_told(article: Article) -> None:
    for event in timeline.extract(article, minor=True):
        for mention in event.mentions:
            words = article.text if mention.field is Field.TEXT else article.title
            assert words[mention.start : mention.end] == mention.trigger
        assert event.start is None or event.end is None or event.start <= event.end


@given(broken, broken, st.dates())
@settings(max_examples=60)
def test_any_text_is_read_and_every_mention_slices_its_words(text: str, title: str, published: date) -> None:
    is_told(Article("a", published, text, title))


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_letters_are_read(text: str) -> None:
    is_told(Article("a", PUBLISHED, text))


def test_the_edges_of_the_calendar() -> None:
    for published in (date.min, date(1, 1, 31), date(9999, 12, 1), date.max):
        is_told(Article("a", published, " ".join(SENTENCES)))


@pytest.mark.filterwarnings("ignore::timeline.errors.TimelineWarning")  # of encodings that are guessed
@given(contents, st.sampled_from([*FORMATS, ".bin"]))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_articles_or_an_error_that_says_why(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    for reading in (lambda: read(path, published=PUBLISHED), lambda: read_stream(io.BytesIO(content), Origin("", "", PUBLISHED))):
        try:
            found = reading()
        except TimelineError as error:
            assert str(error)
        else:
            assert isinstance(found, tuple)


@given(st.text(max_size=30) | st.dates().map(str) | st.datetimes().map(str))
def test_any_day_is_a_day_or_an_error(written: str) -> None:
    try:
        assert isinstance(as_day(written, "a"), date)
    except TimelineError as error:
        assert "YYYY-MM-DD" in str(error)
