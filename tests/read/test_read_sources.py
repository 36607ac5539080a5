"""Texts, files, articles and streams, told apart."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from timeline.errors import BadDate, PublicationDateMissing, SameArticleId, TimelineError, UnreadableInput
from timeline.model import Article
from timeline.read import given, read, read_inputs

DAY = date(2024, 3, 14)
DATED = given(DAY, None, "published")
LIMA = Article("lima", date(2024, 3, 1), "They met in Lima.", "Talks")
QUITO = Article("quito", date(2024, 3, 2), "They met in Quito.")


@pytest.mark.parametrize(
    "text",
    ["They met on Tuesday.", "", " ", "-", "news", "See notes.txt\nand more", "Ends in\na.json", "x" * 100_000, "a/" * 3000, "nul\0"],
)
def test_a_string_is_a_text(text: str) -> None:
    assert read(text, published=DAY) == (Article("text", DAY, text),)


def test_a_string_that_names_a_file_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("They met.txt").write_text("In Lima.", encoding="utf-8")
    assert read("They met.txt", published=DAY) == (Article("They met", DAY, "In Lima."),)
    with pytest.raises(UnreadableInput, match=r"^They left\.txt: there is no such file"):
        read("They left.txt", published=DAY)


@pytest.mark.parametrize(
    ("source", "articles"),
    [
        (LIMA, (LIMA,)),
        ([LIMA, QUITO], (LIMA, QUITO)),
        ((a for a in (QUITO, LIMA, QUITO)), (QUITO, LIMA)),
        ([], ()),
        (Article("a", datetime(2024, 3, 1, 22, tzinfo=UTC), "x"), (Article("a", date(2024, 3, 1), "x"),)),
        (Article("a", "2024-03-01", "x"), (Article("a", date(2024, 3, 1), "x"),)),  # type: ignore[arg-type]
    ],
)
def test_articles_keep_their_own_date(source: object, articles: tuple[Article, ...]) -> None:
    assert read(source, published=DAY) == articles  # type: ignore[arg-type]
    assert all(type(a.published) is date for a in read(articles))


@pytest.mark.parametrize(
    ("source", "published", "error", "sentence"),
    [
        ("They met.", None, PublicationDateMissing, "text: no publication date; give it with"),
        ("They met.", "tomorrow", BadDate, "published: 'tomorrow' is not a date"),
        ("\ud800", DAY, UnreadableInput, 'text: "text" holds half a character'),
        (Article("a", None, "x"), DAY, BadDate, "a: None is not a date"),  # type: ignore[arg-type]
        ([LIMA, Article("lima", DAY, "")], None, SameArticleId, "article 1 and article 2 are different articles with the same id 'lima'"),
        ([LIMA, "They met."], DAY, TypeError, "item 2 is not an Article but str; give a text, a path or Articles."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(source: object, published: object, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error) as caught:
        read(source, published=published)  # type: ignore[arg-type]
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(
    ("data", "articles"),
    [
        (b"They met.\r\n", [Article("stdin", DAY, "They met.\r\n")]),
        (b"", [Article("stdin", DAY, "")]),
        (b"[Update] They met.", [Article("stdin", DAY, "[Update] They met.")]),
        (b'\xef\xbb\xbf \n{"text": "x"}', [Article("stdin", DAY, "x")]),
        (b'{\n "id": "a",\n "text": "x"\n}\n', [Article("a", DAY, "x")]),
        (b'{"text": "x"}\n\n', [Article("stdin", DAY, "x")]),
        (b'{"text": "x"}\n{"id": "b", "text": "y"}\n', [Article("stdin-1", DAY, "x"), Article("b", DAY, "y")]),
        (b'\n{"text": "x"}\n{"text": "y"}', [Article("stdin-2", DAY, "x"), Article("stdin-3", DAY, "y")]),
    ],
)
def test_standard_input_by_its_content(data: bytes, articles: list[Article]) -> None:
    [found] = read_inputs(["-", "-"], DATED, stdin=io.BytesIO(data))
    assert isinstance(found, tuple)
    assert [article for _, article in found] == articles


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{They met.", "standard input: not JSON (Expecting property name enclosed in double quotes at line 1, column 2)"),
        (b"{}", 'standard input: no "text"'),
        (None, "standard input: it is closed"),
    ],
)
def test_standard_input_that_cannot_be_read(data: bytes | None, sentence: str) -> None:
    [error] = read_inputs(["-"], DATED, stdin=None if data is None else io.BytesIO(data))
    assert isinstance(error, UnreadableInput)
    assert str(error).startswith(sentence)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jsonl", b'{"text": "x"}\n{"text": \n{"text": "z"}', "a.jsonl, line 2: not JSON"),
        ("a.jsonl", b'{"text": "x"}\n{"text": "y", "published": "now"}\n{"text": "z"}', "a.jsonl, line 2: 'now' is not a date"),
        ("a.csv", b"text,title\nx,one\ny,two,three\nz,four\n", "a.csv, row 3: 3 values for 2 columns"),
        ("a.rss", b"<rss><item><description>x</description></item><item><pubDate>Sat, 01 Jun 2024 10:00:00 GMT</pubDate>"
         b"<description>z</description></item></rss>", None),
    ],
)  # fmt: skip
def test_one_bad_record_does_not_lose_the_others(tmp_path: Path, name: str, data: bytes, said: str | None) -> None:
    (tmp_path / name).write_bytes(data)
    *errors, found = read_inputs([str(tmp_path / name)], DATED, stdin=None)
    assert [str(error).partition(str(tmp_path))[2].startswith(f"/{said}") for error in errors] == ([True] if said else [])
    assert isinstance(found, tuple)
    assert [article.text for _, article in found] == ["x", "z"]
    if said:
        with pytest.raises(TimelineError, match=said):
            read(tmp_path / name, published="2024-03-14")


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"They met.")
    (tmp_path / "bad.json").write_bytes(b"[]")
    names = [str(tmp_path / name) for name in ("bad.json", "good.txt", "none.txt", "good.txt")]
    results = list(read_inputs(names, DATED, stdin=None))
    assert [isinstance(result, TimelineError) for result in results] == [True, False, True]
