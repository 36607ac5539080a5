"""Text made to hurt: no pattern backtracks badly, no text takes out of proportion, nothing asks the network, no file lands elsewhere."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import socket
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import timeline
from tests.faults.pumps import pumped
from timeline.cli import main
from timeline.cli.options import Format
from timeline.model import Article
from timeline.parse import load, parse
from timeline.pipeline import extract_article, load_kinds
from timeline.times.find import find_times
from timeline.times.rules import FAMILIES

PUBLISHED = date(2024, 3, 14)
# An exponential pattern does not end on the first, a cubic one not on the second; what is longer is tried through the whole below.
SHORT, LONGER, MOST_SECONDS = 200, 1_000, 2.0


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of every module, and that of every rule."""
    for module in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    value = value if isinstance(value.pattern, str) else re.compile(value.pattern.decode("latin-1"), value.flags)
                    yield f"{module.name}.{name}", value
    for family in FAMILIES:
        yield from ((rule.name, rule.pattern) for rule in family.rules)


@pytest.mark.parametrize("length", [SHORT, LONGER])
def test_no_pattern_backtracks_badly(length: int) -> None:
    names = {pattern: name for name, pattern in patterns()}
    assert len(names) > 150
    slow = {}
    for pattern, name in names.items():
        for text in pumped(pattern, length):
            began = time.process_time()
            sum(1 for _ in pattern.finditer(text))
            if time.process_time() - began > MOST_SECONDS:
                slow[name] = text[:40]
    assert not slow


def test_the_texts_would_find_a_bad_pattern() -> None:
    bad = re.compile(r"(?:a+)+b")
    taken = []
    for text in pumped(bad, 22):
        began = time.process_time()
        bad.search(text)
        taken.append(time.process_time() - began)
    assert max(taken) > 0.05


UNITS = (" ", "\n", "\t", "-", ";", "“", "'", "(", "a", "A ", "A, ", "1 ", "1/", "\0", "é", "of ", "before ", "Monday. ",
         "after the vote. ", ", the ", "A: ", "VADUZ, ", "x\r\n", "may ")  # fmt: skip
SIZE, TIMES, FACTOR, FLOOR = 1_500, 4, 9, 0.4


def seconds(text: str) -> float:
    began = time.process_time()
    extract_article(Article("a", PUBLISHED, text), load_kinds())
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_no_text_takes_out_of_proportion(unit: str) -> None:
    end = " They met on Tuesday, before the talks."
    text = (unit * SIZE)[:SIZE]
    assert seconds(text * TIMES + end) <= FACTOR * max(seconds(text + end), FLOOR)


def test_a_word_of_any_length_keeps_its_place() -> None:
    text = "They met on Tuesday; " + "x;" * 3_000 + " and met again in Oslo."
    (field,) = parse(Article("a", PUBLISHED, text), load())
    assert field.doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in field.doc)


EVIL = (
    "../../etc/passwd", "=cmd|'/c calc'!A0", "<script>alert(1)</script>", "{{7*7}}", "%s%n", "__import__('os').system('true')", "a\x1b[31m",
    "..", "/absolute",
)  # fmt: skip


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given: object, **more: object) -> None:
        raise AssertionError("somebody asks the network")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)


@pytest.mark.usefixtures("no_network")
def test_nothing_asks_the_network_or_lands_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    told = "The ministers of Peru and Chile met in Lima on Tuesday."
    articles = [{"id": evil, "published": "2024-03-14", "title": evil, "text": f"{evil} {told}"} for evil in EVIL]
    Path("all.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    for format in (format for format in Format if format is not Format.TIMEML):
        assert main(["extract", "all.jsonl", "--no-merge", "--format", format, "--output", f"out.{format}"]) == 0
    Path("one.jsonl").write_text(json.dumps(articles[0]), encoding="utf-8")
    assert main(["extract", "one.jsonl", "--format", "timeml", "--output", "out.xml", "--plot", "out.svg"]) == 0
    assert main(["extract", "all.jsonl", "--output", "out.txt", "--report", "report.csv", "--resume"]) == 0
    assert main(["times", "all.jsonl", "--output", "times.jsonl"]) == 0
    assert main(["add", "story.duckdb", "all.jsonl"]) == 0 and main(["show", "story.duckdb", "--output", "shown.txt"]) == 0
    assert "<script>alert(1)</script>" not in Path("out.html").read_text(encoding="utf-8")
    assert not re.search(r"^[=+@-]", Path("out.csv").read_text(encoding="utf-8") + Path("report.csv").read_text(encoding="utf-8"), re.M)
    assert {path.name for path in tmp_path.iterdir()} == {"inside"}
    assert not [path for path in inside.iterdir() if path.is_dir()]


@pytest.mark.parametrize("evil", EVIL)
def test_what_an_article_says_is_only_words(evil: str) -> None:
    find_times(evil, PUBLISHED)
    article = Article(evil, PUBLISHED, f"{evil}. They met on Tuesday.", title=evil)
    assert all(event.articles == (evil,) for event in timeline.extract(article))
