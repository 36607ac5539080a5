"""A run that was stopped at any point goes on to the bytes of one that was not, and never from what was read otherwise."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from timeline import corpus, pipeline
from timeline.cli import main

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "examples" / "a-year.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
# Loads the model once and kills a process of its own at each of some points of its life.
KILLED = """
import os, random, signal, sys, time
from timeline import corpus
from timeline.cli import main
import duckdb, timeline
source, folder, wanted = sys.argv[1:]
os.chdir(folder)
corpus.AT_ONCE = 2
timeline.extract("They met on Tuesday.", published="2024-03-14").to_json()  # all that is imported on the way
def started(output, *more):
    child = os.fork()
    if not child:
        os._exit(main(["extract", source, "--format", "json", "--output", output, *more]))
    return child
began = time.monotonic()
assert os.waitpid(started("whole.json"), 0)[1] == 0
life = time.monotonic() - began
chance, whole, halfway = random.Random(4), open("whole.json", "rb").read(), 0
for point in range(int(wanted)):
    output = f"{point}.json"
    child = started(output, *(["--resume"] if point % 2 else []))
    time.sleep(life * chance.uniform(0.1, 1))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert not os.path.exists(output) or open(output, "rb").read() == whole
    halfway += os.path.exists(output + ".partial")
    assert os.waitpid(started(output, "--resume"), 0)[1] == 0
    assert open(output, "rb").read() == whole, point
    assert not os.path.exists(output + ".partial") and not os.path.exists(output + ".partial.wal")
print(halfway)
"""


@pytest.mark.parametrize("points", [5, pytest.param(20, marks=pytest.mark.long)])
def test_kills(tmp_path: Path, points: int) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text("".join(LINES[:12]), encoding="utf-8")
    command = [sys.executable, "-c", KILLED, str(source), str(tmp_path), str(points)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= points // 4  # found something to go on from


Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(corpus, "AT_ONCE", 2)
    Path("some.jsonl").write_text("".join(LINES[:6]), encoding="utf-8")
    Path("kinds.toml").write_text('[[signal]]\nkind = "visit"\nplover = "CONSULT"\ncameo = "042"\nverbs = ["saunter"]\n', encoding="utf-8")

    def run(*more: str) -> int:
        return main(["extract", "some.jsonl", "--format", "json", "--output", "out.json", *more])

    return run


def stopped_after(count: int, run: Run, monkeypatch: pytest.MonkeyPatch, *more: str) -> list[str]:
    """Runs the command until so many articles are read; gives their ids."""
    read: list[str] = []
    real = pipeline.extract_article

    def counted(article: object, *given: object) -> object:
        if len(read) == count:
            raise KeyboardInterrupt
        read.append(article.id)  # type: ignore[attr-defined]
        return real(article, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract_article", counted)
    run(*more)
    monkeypatch.setattr(pipeline, "extract_article", real)
    return read


def test_what_was_read_is_not_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stopped_after(5, run, monkeypatch) == [json.loads(line)["id"] for line in LINES[:5]]
    assert not Path("out.json").exists()
    assert stopped_after(9, run, monkeypatch, "--resume") == [json.loads(line)["id"] for line in LINES[4:6]]
    assert sorted(path.name for path in Path().glob("*out*")) == ["out.json"]


def test_without_resume_all_is_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped_after(4, run, monkeypatch)
    assert len(stopped_after(9, run, monkeypatch)) == 6


@pytest.mark.parametrize("other", [("--date-order", "day-first"), ("--kinds", "kinds.toml")])
def test_what_was_read_with_other_options_is_not_used(run: Run, monkeypatch: pytest.MonkeyPatch, other: tuple[str, ...]) -> None:
    stopped_after(4, run, monkeypatch, *other)
    assert len(stopped_after(9, run, monkeypatch, "--resume")) == 6


def test_an_article_in_other_words_is_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped_after(4, run, monkeypatch)
    first = json.loads(LINES[0])
    Path("some.jsonl").write_text(json.dumps(first | {"text": f"{first['text']} More."}) + "\n" + "".join(LINES[1:6]), encoding="utf-8")
    assert stopped_after(9, run, monkeypatch, "--resume") == [json.loads(line)["id"] for line in (LINES[0], *LINES[4:6])]


@pytest.mark.parametrize("resume", [(), ("--resume",)])
def test_a_file_of_another_sort_is_left_alone(run: Run, capsys: pytest.CaptureFixture[str], resume: tuple[str, ...]) -> None:
    partial = Path("out.json.partial")
    partial.write_bytes(b"a letter")
    assert run(*resume) == 2
    assert "out.json.partial: no story" in capsys.readouterr().err and partial.read_bytes() == b"a letter"
    partial.unlink()
    with duckdb.connect(str(partial)) as other:
        other.execute("CREATE TABLE letters (words VARCHAR)")
    before = partial.read_bytes()
    assert run(*resume) == 2
    assert partial.read_bytes() == before


def test_resume_needs_an_output(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "some.jsonl", "--resume"]) == 2
    assert "name it with --output PATH" in capsys.readouterr().err
