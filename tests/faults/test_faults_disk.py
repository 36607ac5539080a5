"""A full disk, a folder that may not be written to, a reader that goes away: one sentence, the exit code, and no half file."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "The foreign ministers of Peru and Chile met in Lima on Tuesday."
FEW_BYTES = 64


def run(folder: Path, *arguments: str, most: int | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a folder, where no file may grow beyond so many bytes."""
    limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))) if most else None
    command = [sys.executable, "-m", "timeline", *arguments]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)])}
    return subprocess.run(command, cwd=folder, env=environment, preexec_fn=limit, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = [{"id": f"a{n}", "published": "2024-03-14", "text": f"{TEXT} It was call number {n}."} for n in range(30)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8")
    (tmp_path / "one.jsonl").write_text(json.dumps(articles[0]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "one.jsonl", "--format", "csv", "--output", "out.csv"),
        ("extract", "one.jsonl", "--report", "out.csv"),
        ("extract", "one.jsonl", "--plot", "out.svg"),
        ("extract", "many.jsonl", "--output", "out.csv"),
        ("times", "one.jsonl", "--output", "out.jsonl"),
        ("add", "out.duckdb", "one.jsonl"),
    ],
)
def test_a_disk_that_fills_up(folder: Path, arguments: tuple[str, ...]) -> None:
    before = {path.name for path in folder.iterdir()}
    done = run(folder, *arguments, most=FEW_BYTES)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr and "cannot be written" in done.stderr.splitlines()[-1]
    assert {path.name for path in folder.iterdir()} - before <= {"out.duckdb"}


def test_what_was_there_before_survives_a_full_disk(folder: Path) -> None:
    (folder / "out.csv").write_text("kept", encoding="utf-8")
    assert run(folder, "extract", "one.jsonl", "--format", "json", "--output", "out.csv", most=FEW_BYTES).returncode == 1
    assert (folder / "out.csv").read_text(encoding="utf-8") == "kept"


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do anything may write anywhere")
@pytest.mark.parametrize("option", ["--output", "--report", "--plot"])
def test_a_folder_that_may_not_be_written_to(folder: Path, option: str) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o500)
    done = run(folder, "extract", "one.jsonl", option, "closed/out.svg")
    assert done.returncode == 1 and "closed/out.svg: cannot be written (Permission denied)" in done.stderr


@pytest.mark.parametrize("format", ["csv", "json", "table"])
def test_a_reader_that_goes_away(folder: Path, format: str) -> None:
    command = [sys.executable, "-m", "timeline", "extract", str(folder / "many.jsonl"), "--no-merge", "--format", format]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_stopped_by_the_user(folder: Path) -> None:
    waiting = "import signal, sys, time; from timeline import cli, pipeline\n"
    waiting += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's job in the background ignores it
    waiting += "def wait(*given, **more):\n    print('reading', flush=True)\n    time.sleep(60)\n"
    waiting += "pipeline.extract_article = wait\nsys.exit(cli.main(sys.argv[1:]))"
    command = [sys.executable, "-c", waiting, "extract", str(folder / "many.jsonl"), "--output", str(folder / "out.csv")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "reading\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    first, last = said.splitlines()
    assert first.endswith("out.csv.partial; the same command with --resume goes on from there.") and last == "timeline: stopped."
