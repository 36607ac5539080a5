"""Tables: CSV, Parquet and data frames, an article a row, by columns that may be named."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import timeline
from timeline.errors import BadColumns, BadDate, PublicationDateMissing, UnreadableInput
from timeline.model import Article
from timeline.read import given, read, read_inputs
from timeline.read.columns import parsed_columns

DAY = date(2024, 3, 14)
OTHER = date(2024, 3, 1)
NAMED = {"text": "body", "published": "date", "title": "headline", "id": "key"}

GOOD = [
    ("text\nThey met.\n", {}, [Article("a-2", DAY, "They met.")]),
    ("id,published,title,text\nx,2024-03-01,Talks,They met.\n", {}, [Article("x", OTHER, "They met.", "Talks")]),
    ("key,date,headline,body,outlet\nx,2024-03-01,Talks,They met.,P\n", NAMED, [Article("x", OTHER, "They met.", "Talks")]),
    ('text\n"They met,\r\nand ""left""."\n', {}, [Article("a-2", DAY, 'They met,\r\nand "left".')]),
    ("text;published\nThey met, they left.;2024-03-01\n", {}, [Article("a-2", OTHER, "They met, they left.")]),
    ("text\tid\nThey met.\tx\n", {}, [Article("x", DAY, "They met.")]),
    ("text,published\nOne,\n,\nThree,2024-03-01\n", {}, [Article("a-2", DAY, "One"), Article("a-4", OTHER, "Three")]),
    ("\ufefftext\nThey met.", {}, [Article("a-2", DAY, "They met.")]),
    ("text,id\nshort row\n", {}, [Article("a-2", DAY, "short row")]),
    ("text\n", {}, []),
]

BAD = [
    ("", {}, BadColumns, "a.csv: no column 'text'; the columns are none."),
    ("body,date\nx,y\n", {}, BadColumns, "a.csv: no column 'text'; the columns are body, date. Name the one that holds the words"),
    ("body,date\nx,y\n", {"text": "boddy"}, BadColumns, "a.csv: no column 'boddy' for the text; the columns are body, date."),
    ("text,date\nx,y\n", {"published": "day"}, BadColumns, "a.csv: no column 'day' for the published; the columns are text, date."),
    ("text,published\nx,soon\n", {}, BadDate, "a.csv, row 2: 'soon' is not a date"),
    ("text\na,b\n", {}, UnreadableInput, "a.csv, row 2: 2 values for 1 columns; quote those with a comma."),
    ('text\n"open\n', {}, UnreadableInput, "a.csv: not CSV that can be read (unexpected end of data)"),
    ("text\n" + "x" * 11_000_000, {}, UnreadableInput, "a.csv: not CSV that can be read (field larger than field limit (10000000))"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "columns", "articles"), GOOD)
def test_csv(tmp_path: Path, content: str, columns: dict[str, str], articles: list[Article]) -> None:
    (tmp_path / "a.csv").write_bytes(content.encode())
    assert read(tmp_path / "a.csv", published=DAY, columns=columns) == tuple(articles)


@pytest.mark.parametrize(("content", "columns", "error", "sentence"), BAD)
def test_csv_that_cannot_be_read(tmp_path: Path, content: str, columns: dict[str, str], error: type[Exception], sentence: str) -> None:
    (tmp_path / "a.csv").write_bytes(content.encode())
    before = csv.field_size_limit()
    with pytest.raises(error) as caught:
        read(tmp_path / "a.csv", published=DAY, columns=columns)
    assert sentence in str(caught.value)
    assert csv.field_size_limit() == before


def test_frames_and_what_is_missing_in_them() -> None:
    frame = pd.DataFrame(
        {
            "body": ["One", None, "Three", "Four"],
            "date": pd.to_datetime(["2024-03-01 08:00", None, "2024-03-14 23:00", "2024-03-01 00:00"]),
            "headline": ["Talks", float("nan"), None, ""],
            "key": [7, 8, 9, 10],
        }
    )
    before = frame.copy()
    assert read(frame, published=DAY, columns=NAMED) == (
        Article("7", OTHER, "One", "Talks"),
        Article("8", DAY, ""),
        Article("9", DAY, "Three"),
        Article("10", OTHER, "Four"),
    )
    pd.testing.assert_frame_equal(frame, before)
    with pytest.raises(PublicationDateMissing, match="data frame, row 2: no publication date"):
        read(frame, columns=NAMED)
    with pytest.raises(BadColumns, match="data frame: no column 'text'; the columns are body, date, headline, key"):
        read(frame, published=DAY)
    found = timeline.extract(pd.DataFrame({"body": ["They met in Lima on Tuesday."]}), published=DAY, columns={"text": "body"})
    assert [event.edtf for event in found] == ["2024-03-12"]


def test_parquet(tmp_path: Path) -> None:
    frame = pd.DataFrame({"body": ["One", "Two"], "date": [OTHER, None], "more": [[1], [2]]})
    frame.to_parquet(tmp_path / "a.parquet")
    columns = {"text": "body", "published": "date"}
    articles = (Article("a-1", OTHER, "One"), Article("a-2", DAY, "Two"))
    assert read(tmp_path / "a.parquet", published=DAY, columns=columns) == articles
    with pytest.raises(BadColumns, match=r"a\.parquet: no column 'words' for the text; the columns are body, date, more"):
        read(tmp_path / "a.parquet", published=DAY, columns={"text": "words"})
    data = (tmp_path / "a.parquet").read_bytes()
    [found] = read_inputs(["-"], given(DAY, columns, "published"), stdin=io.BytesIO(data))
    assert isinstance(found, tuple) and [article.text for _, article in found] == ["One", "Two"]
    for broken in (b"", b"PAR1", data[:-20], data[:10] + b"\0" * 40 + data[50:]):
        (tmp_path / "b.parquet").write_bytes(broken)
        with pytest.raises(UnreadableInput, match=r"b\.parquet: not Parquet that can be read"):
            read(tmp_path / "b.parquet", published=DAY, columns=columns)


def test_records_may_name_their_columns_too(tmp_path: Path) -> None:
    line = json.dumps({"body": "One", "date": "2024-03-01", "headline": "Talks", "key": "x"})
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    assert read(tmp_path / "a.jsonl", columns=NAMED) == (Article("x", OTHER, "One", "Talks"),)
    with pytest.raises(BadColumns, match=r"a\.jsonl, line 1: no column 'bdy' for the text; the columns are body, date"):
        read(tmp_path / "a.jsonl", columns={"text": "bdy"})


def test_a_table_on_standard_input_is_one_when_columns_are_named() -> None:
    [found] = read_inputs(["-"], given(DAY, {"text": "body"}, ""), stdin=io.BytesIO(b"body,n\nThey met.,1\n"))
    assert isinstance(found, tuple) and [article.text for _, article in found] == ["They met."]


@pytest.mark.parametrize("written", ["", "text", "text=", "=body", "text=body,", "txt=body"])
def test_columns_that_name_nothing(written: str) -> None:
    with pytest.raises(BadColumns, match="--columns"):
        parsed_columns(written)


def test_columns_on_the_command_line() -> None:
    assert parsed_columns("text=body, published = the date") == {"text": "body", "published": "the date"}
