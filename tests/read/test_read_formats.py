"""Files of each format: the articles in them, or the sentence that says what is wrong."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from timeline.errors import BadDate, PublicationDateMissing, TimelineError, UnreadableInput
from timeline.model import Article
from timeline.read import read

DAY = date(2024, 3, 14)
OTHER = date(2024, 3, 1)
TEXT = "They met in Lima on Tuesday."


def record(**values: object) -> bytes:
    return json.dumps(values).encode()


GOOD: list[tuple[str, bytes, list[Article]]] = [
    ("lima.txt", TEXT.encode(), [Article("lima", DAY, TEXT)]),
    ("LIMA.TXT", b"", [Article("LIMA", DAY, "")]),
    ("two.words.txt", b"One\r\nTwo\rThree\n", [Article("two.words", DAY, "One\r\nTwo\rThree\n")]),
    ("bom.txt", b"\xef\xbb\xbfOn Monday", [Article("bom", DAY, "On Monday")]),
    ("inner-bom.txt", "a\ufeffb".encode(), [Article("inner-bom", DAY, "a\ufeffb")]),
    ("script.txt", "Переговоры — 会談".encode(), [Article("script", DAY, "Переговоры — 会談")]),
    ("a.json", record(id="x", published="2024-03-01", title="Talks", text=TEXT), [Article("x", OTHER, TEXT, "Talks")]),
    ("a.json", record(text=TEXT), [Article("a", DAY, TEXT)]),
    ("a.json", record(text="", id=None, title=None, published=None), [Article("a", DAY, "")]),
    ("a.json", record(text=TEXT, published="2024-03-01T23:59:00-09:00"), [Article("a", OTHER, TEXT)]),
    ("a.json", record(text=TEXT, events=[{"start": 1}], outlet=7), [Article("a", DAY, TEXT)]),
    ("a.json", b'\xef\xbb\xbf{"text": "x\\r\\ny"}\n', [Article("a", DAY, "x\r\ny")]),
    ("a.jsonl", record(id="x", text="One") + b"\n" + record(text="Two") + b"\n", [Article("x", DAY, "One"), Article("a-2", DAY, "Two")]),
    ("a.jsonl", record(text="One") + b"\r\n\r\n  \n" + record(text="Two"), [Article("a-1", DAY, "One"), Article("a-4", DAY, "Two")]),
    ("a.jsonl", '{"text": "line\u2028separator"}\n'.encode(), [Article("a-1", DAY, "line\u2028separator")]),
    ("a.jsonl", (record(id="x", text="One") + b"\n") * 2, [Article("x", DAY, "One")]),
    ("a.jsonl", b"\n\n", []),
]  # fmt: skip

BAD: list[tuple[str, bytes, type[TimelineError], str]] = [
    ("a.docx", b"PK", UnreadableInput, "a.docx: cannot tell the format; name the file .txt, .json, .jsonl"),
    ("article", b"They met.", UnreadableInput, "article: cannot tell the format"),
    ("a.json", b"", UnreadableInput, "a.json: not JSON (Expecting value at line 1, column 1)"),
    ("a.json", b'{"text": "x",\n}', UnreadableInput, "line 2, column 1); correct it there."),
    ("a.json", b'[{"text": "x"}]', UnreadableInput, "a.json: not an article; write one JSON object"),
    ("a.json", b"null", UnreadableInput, "a.json: not an article"),
    ("a.json", b'{"text": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", UnreadableInput, "a.json: not JSON that can be read"),
    ("a.json", b"[" * 100_000, UnreadableInput, "a.json: not JSON that can be read"),
    ("a.json", b'{"text": ' + b"1" * 10_000 + b"}", UnreadableInput, "a.json: not JSON that can be read"),
    ("a.json", record(title="Talks"), UnreadableInput, 'a.json: no "text"; give the words of the article under that key.'),
    ("a.json", record(text=None), UnreadableInput, 'a.json: no "text"'),
    ("a.json", record(text=["One", "Two"]), UnreadableInput, 'a.json: "text" is not text; write it in quotation marks.'),
    ("a.json", record(text=TEXT, title=3), UnreadableInput, 'a.json: "title" is not text'),
    ("a.json", record(text=TEXT, id=3), UnreadableInput, 'a.json: "id" is not text'),
    ("a.json", b'{"text": "\\ud800"}', UnreadableInput, 'a.json: "text" holds half a character'),
    ("a.json", record(text=TEXT, published="spring 2024"), BadDate, "a.json: 'spring 2024' is not a date; write it as YYYY-MM-DD"),
    ("a.json", record(text=TEXT, published=""), BadDate, "a.json: '' is not a date"),
    ("a.json", record(text=TEXT, published=20240314), BadDate, "a.json: 20240314 is not a date"),
    ("a.jsonl", record(text="x") + b"\n\n{oops}\n", UnreadableInput, "a.jsonl, line 3: not JSON"),
    ("a.jsonl", record(text="x") + b"\n" + b"[]", UnreadableInput, "a.jsonl, line 2: not an article"),
    ("a.jsonl", record(text="x") + b"\n" + record(text=1), UnreadableInput, 'a.jsonl, line 2: "text" is not text'),
    ("a.jsonl", record(text="x", published="2024-99-99"), BadDate, "a.jsonl, line 1: '2024-99-99' is not a date"),
    (
        "a.jsonl", record(id="x", text="One") + b"\n" + record(id="x", text="Two"), TimelineError,
        "a.jsonl, line 1 and a.jsonl, line 2 are different articles with the same id 'x'; give one another id.",
    ),
]  # fmt: skip

UNDATED = [
    ("a.txt", b"They met.", "a.txt"),
    ("a.json", record(text=TEXT, published=None), "a.json"),
    ("a.jsonl", record(text="One", published="2024-03-01") + b"\n" + record(text="Two"), "a.jsonl, line 2"),
]


@pytest.mark.parametrize(("name", "data", "articles"), GOOD)
def test_files_that_can_be_read(tmp_path: Path, name: str, data: bytes, articles: list[Article]) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name, published=DAY) == tuple(articles)
    assert read(str(tmp_path / name), published="2024-03-14") == tuple(articles)


@pytest.mark.parametrize(("name", "data", "error", "sentence"), BAD)
def test_files_that_cannot(tmp_path: Path, name: str, data: bytes, error: type[TimelineError], sentence: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        read(tmp_path / name, published=DAY)
    message = str(caught.value)
    assert sentence in message.replace(f"{tmp_path}{os.sep}", "") and "\n" not in message
    assert message.startswith(str(tmp_path / name))


@pytest.mark.parametrize(("name", "data", "source"), UNDATED)
def test_files_without_a_date(tmp_path: Path, name: str, data: bytes, source: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PublicationDateMissing) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / source}: no publication date; give it with --published YYYY-MM-DD")


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for source in (tmp_path / "no.txt", str(tmp_path / "no.JSON"), tmp_path / "no" / "no.txt", tmp_path / "no"):
        with pytest.raises(UnreadableInput, match="there is no such file; check the name"):
            read(source, published=DAY)
    with pytest.raises(UnreadableInput, match="no file in this folder can be read; those that can end in .txt"):
        read(tmp_path, published=DAY)
    with pytest.raises(UnreadableInput, match="this is no name of a file"):
        read("a\0.txt", published=DAY)


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "you may not read this file; change its permissions."),
        (OSError(5, "Input/output error"), "the file cannot be read (Input/output error)."),
    ],
)
def test_files_that_fail(monkeypatch: pytest.MonkeyPatch, failure: OSError, sentence: str) -> None:
    def fail(_: Path, __: str) -> bytes:
        raise failure

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UnreadableInput) as caught:
        read(Path("a.txt"), published=DAY)
    assert str(caught.value) == f"a.txt: {sentence}"
