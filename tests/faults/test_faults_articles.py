"""One article that fails: the others are complete, and the report says what became of each."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import pipeline
from timeline.cli import main
from timeline.errors import ArticleTooLong
from timeline.model import Article
from timeline.read import parts
from timeline.read.parts import in_parts

PUBLISHED = date(2024, 3, 14)
GOOD = Article("good", PUBLISHED, "The foreign ministers of Peru and Chile met in Lima on Tuesday.")
OTHER = Article("other", PUBLISHED, "Ana Brnabić visited Zagreb on Monday.")
BAD = Article("bad", PUBLISHED, "This one is unlucky.")


@pytest.fixture(autouse=True)
def unlucky(monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.extract_fields

    def read(article: Article, *given: object) -> pipeline.Extract:
        if "unlucky" in article.text:
            raise IndexError("out of\nluck")
        return real(article, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract_fields", read)


def test_the_others_are_complete() -> None:
    told = timeline.extract([GOOD, BAD, OTHER])
    assert told.events == timeline.extract([GOOD, OTHER]).events
    assert [failure.article for failure in told.failures] == ["bad"]
    assert told.failures[0].reason.startswith("IndexError: out of luck; report it")
    assert [article.id for article in told.articles] == ["good", "other"]
    assert told.select(kind="visit").failures == told.failures


def test_a_lone_one_raises() -> None:
    with pytest.raises(IndexError, match="luck"):
        timeline.extract(BAD)


def test_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    articles = [GOOD, BAD, Article("=1+1", PUBLISHED, "Nothing was told."), Article("none", PUBLISHED, "…")]
    lines = [json.dumps({"id": a.id, "published": str(a.published), "text": a.text}) for a in articles]
    Path("all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Path("again.jsonl").write_text(lines[0], encoding="utf-8")
    inputs = ("all.jsonl", "missing.txt", "again.jsonl")
    assert main(["extract", *inputs, "--format", "jsonl", "--report", "report.csv"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["start"] for line in out.splitlines()] == ["2024-03-12"]
    assert "bad: IndexError: out of luck" in err and "Traceback" not in err
    with Path("report.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["article", "source", "outcome", "events", "reason"]
    told = {(row["article"], row["source"], row["outcome"], row["events"]) for row in rows}
    assert told == {
        ("good", "all.jsonl, line 1", "done", "1"), ("bad", "all.jsonl, line 2", "failed", "0"),
        ("'=1+1", "all.jsonl, line 3", "empty", "0"), ("none", "all.jsonl, line 4", "empty", "0"),
        ("", "missing.txt", "failed", "0"), ("good", "again.jsonl, line 1", "skipped", "0"),
    }  # fmt: skip
    assert all(row["reason"] for row in rows if row["outcome"] != "done")


def test_too_long_an_article_is_refused_or_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "MOST_CHARACTERS", 80)
    with pytest.raises(ArticleTooLong, match="long: 127 characters, and 80 are read at once"):
        timeline.extract(Article("long", PUBLISHED, f"{GOOD.text}\n{GOOD.text}"))
    monkeypatch.setattr(parts.in_parts, "__kwdefaults__", {"most": 80})
    (tmp_path / "long.txt").write_text(f"{GOOD.text}\n\n{OTHER.text}\n\nThey parted.", encoding="utf-8")
    command = ["extract", str(tmp_path / "long.txt"), "--published", "2024-03-14", "--format", "jsonl"]
    assert main(command) == 2
    assert "read it in parts with --split" in capsys.readouterr().err
    assert main([*command, "--split", "--report", str(tmp_path / "report.csv")]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {mention["article"] for event in events for mention in event["mentions"]} == {"long#1", "long#2"}
    assert "long#2" in (tmp_path / "report.csv").read_text(encoding="utf-8")


@given(st.text(st.sampled_from("ab. \n“"), max_size=200), st.integers(1, 40))
def test_parts_are_the_whole(text: str, most: int) -> None:
    found = list(in_parts(Article("a", PUBLISHED, text), most=most))
    assert "".join(part.text for part in found) == text
    assert all(0 < len(part.text) <= most for part in found) or text == ""
    assert len({part.id for part in found}) == len(found)
