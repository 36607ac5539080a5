"""Folders, patterns and packed files."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from backports import zstd

from timeline.errors import TimelineError, UnreadableInput
from timeline.read import given, read, read_inputs

DAY = date(2024, 3, 14)
ZST = zstd.compress


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with files of several formats, hidden ones and others among them."""
    folder = tmp_path / "news"
    for name, content in {
        "b.txt": b"One", "a/lima.txt": b"Two", "b/lima.json": b'{"text": "Three"}', "b/two.jsonl": b'{"text": "x"}\n{"text": "y"}',
        "b/deep/lima.txt.gz": gzip.compress(b"Four"), "notes.docx": b"PK", "README": b"no", ".hidden.txt": b"no", ".git/a.txt": b"no",
        "b/.cache/a.txt": b"no", "c.txt.zst": ZST(b"Five"),
    }.items():  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


WHOLE = [("b", "One"), ("c", "Five"), ("a/lima", "Two"), ("b/lima", "Three"), ("b/two-1", "x"), ("b/two-2", "y"), ("b/deep/lima", "Four")]


def test_a_folder_is_all_that_can_be_read_in_it(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(article.id, article.text) for article in read(news, published=DAY)] == WHOLE
    monkeypatch.chdir(news.parent)
    assert [(article.id, article.text) for article in read("news", published=DAY)] == WHOLE
    assert [(article.id, article.text) for article in read("news/", published=DAY)] == WHOLE
    found = list(read_inputs(["news"], given(DAY, None, ""), stdin=None))
    assert len(found) == 6 and not any(isinstance(result, TimelineError) for result in found)


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("*.txt", ["One"]), ("**/lima.*", ["Two", "Four", "Three"]), ("?.txt*", ["One", "Five"]),
        ("[a]", ["Two"]), ("b/*.json*", ["Three", "x", "y"]),
    ],
)  # fmt: skip
def test_a_pattern(news: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, texts: list[str]) -> None:
    monkeypatch.chdir(news)
    found = list(read_inputs([pattern], given(DAY, None, ""), stdin=None))
    assert [article.text for result in found if isinstance(result, tuple) for _, article in result] == texts
    assert len([result for result in found if isinstance(result, TimelineError)]) == 0


def test_a_file_with_a_sign_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_bytes(b"One")
    assert [article.text for article in read(str(tmp_path / "a[1].txt"), published=DAY)] == ["One"]


def test_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    with pytest.raises(UnreadableInput, match=r"^empty: no file in this folder can be read; those that can end in \.txt"):
        read("empty", published=DAY)
    with pytest.raises(UnreadableInput, match=r"^none/\*\.txt: no file of this pattern is there; check it\."):
        read("none/*.txt", published=DAY)


PACKERS: list[tuple[str, Callable[[bytes], bytes]]] = [(".gz", gzip.compress), (".zst", ZST)]


@pytest.mark.parametrize(("suffix", "pack"), PACKERS)
def test_packed_files(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    line = json.dumps({"text": "They met."}).encode()
    for name, data in {"a.jsonl": line + b"\n" + line.replace(b"met", b"left"), "a.txt": b"They met.", "a.csv": b"text\nThey met."}.items():
        path = tmp_path / (name + suffix)
        path.write_bytes(pack(data))
        (tmp_path / name).write_bytes(data)
        assert read(path, published=DAY) == read(tmp_path / name, published=DAY)
    [found] = read_inputs(["-"], given(DAY, None, ""), stdin=io.BytesIO(pack(line)))
    assert isinstance(found, tuple) and [(article.id, article.text) for _, article in found] == [("stdin", "They met.")]
    path.write_bytes(pack(b"text\n") + pack(b"They met."))
    assert [article.text for article in read(path, published=DAY)] == ["They met."]
    for broken in (b"plain", pack(b"text\n" * 99)[:-9]):
        path.write_bytes(broken)
        with pytest.raises(UnreadableInput, match=rf"a\.csv{suffix}: it cannot be unpacked \(.*\); pack it again\."):
            read(path, published=DAY)


@pytest.mark.parametrize(("suffix", "pack"), PACKERS)
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"a.html{suffix}"
    path.write_bytes(pack(bytes(100_000_000)))
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    with pytest.raises(UnreadableInput, match=rf"a\.html{suffix}: it holds more than 20 MB; give it in parts\."):
        read(path, published=DAY)
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()
