"""What every command takes: folders, patterns, tables, pages, and what is said of them on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.pages import json_ld, meta, page
from timeline.cli import main

TEXT = "The foreign ministers of Peru and Chile met in Lima on Tuesday."
GERMAN = "Die Außenminister von Peru und Chile trafen sich am Dienstag in Lima, um einen Vertrag zu schließen."

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news/deep").mkdir(parents=True)
    Path("news/lima.html").write_text(page(json_ld({"@type": "Article", "datePublished": "2024-05-03"})), encoding="utf-8")
    Path("news/deep/talks.csv").write_text(f"key,body,day\nq,{TEXT},2024-03-14\n", encoding="utf-8")
    Path("vaduz.json").write_text(json.dumps({"published": "2024-03-14", "text": GERMAN}), encoding="utf-8")
    Path("cafe.txt").write_bytes(f"{TEXT} They had a café.".encode("cp1252"))
    Path("dated.txt").write_text(f"Friday, October 11, 2019\n\n{TEXT}", encoding="utf-8")
    Path("updated.html").write_text(page(meta(article__modified_time="2024-05-06")), encoding="utf-8")


@pytest.mark.parametrize("command", ["extract", "times", "explain", "add"])
def test_all_commands_take_the_same(command: str, capsys: Captured) -> None:
    story = ["story.duckdb"] if command == "add" else []
    options = ["--published", "2024-03-14", "--columns", "text=body,published=day,id=key"]
    assert main([command, *story, "news/deep", *options]) == 0
    out, err = capsys.readouterr()
    assert out and err == ""
    assert main([command, *story, "news/*.html", "cafe.txt", "vaduz.json", "--published", "2024-03-14"]) == 0
    out, err = capsys.readouterr()
    assert out and err.splitlines() == [
        "timeline: cafe.txt: not UTF-8; read as cp1252, by the look of it; save it again as UTF-8 if that is wrong.",
        "timeline: vaduz: skipped, it is in German (language=de)",
    ]


def test_what_says_the_date_is_kept(capsys: Captured) -> None:
    assert main(["extract", "news/lima.html", "dated.txt", "--published", "auto", "--format", "json"]) == 0
    assert [(a["id"], a["published"], a["published_by"]) for a in json.loads(capsys.readouterr().out)["articles"]] == [
        ("dated", "2019-10-11", "text"), ("lima", "2024-05-03", "metadata"),
    ]  # fmt: skip


def test_a_story_keeps_it_too(capsys: Captured) -> None:
    assert main(["add", "story.duckdb", "news/lima.html", "dated.txt", "--published", "auto"]) == 0
    capsys.readouterr()
    assert main(["show", "story.duckdb", "--format", "json"]) == 0
    assert {a["id"]: a["published_by"] for a in json.loads(capsys.readouterr().out)["articles"]} == {"lima": "metadata", "dated": "text"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["updated.html"], 2, "updated.html: no publication date; give it with --published YYYY-MM-DD"),
        (["updated.html", "--published", "auto"], 2, "Of its own: it only says that it was updated on 2024-05-06; no line at its top"),
        (["dated.txt"], 2, "dated.txt: no publication date"),
        (["dated.txt", "--published", "automatic"], 2, "--published: 'automatic' is not a date"),
        (["news/deep"], 1, "news/deep/talks.csv: no column 'text'; the columns are key, body, day. Name the one that holds the words"),
        (["news/deep", "--columns", "body"], 2, "--columns: 'body' does not name columns; write it like text=body,published=date."),
        (["none/*.txt"], 1, "none/*.txt: no file of this pattern is there; check it."),
        (["vaduz.json"], 0, "vaduz: skipped, it is in German (language=de)"),
    ],
)
def test_what_cannot_be_read_is_said(arguments: list[str], code: int, said: str, capsys: Captured) -> None:
    try:
        assert main(["extract", *arguments]) == code
    except SystemExit as stop:
        assert stop.code == code
    err = capsys.readouterr().err
    assert err.startswith("timeline: ") and said in err
