"""The same bytes whatever the order of inputs, zone, locale, hash seed and year: CSV, JSON, and the picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli.options import Format

ROOT = Path(__file__).parents[2]
ON_A_DAY = """
import sys, time_machine
day, formats, folder, *sources = sys.argv[1:]
with time_machine.travel(day, tick=False):
    from timeline.cli import main
    for format in formats.split(","):
        asked = ["--format", format, "--output", f"{folder}/out.{format}", "--plot", f"{folder}/out.svg"]
        assert main(["extract", *sources, *asked]) == 0
"""
FORMATS = [format for format in Format if format is not Format.TIMEML]  # which is of one article
ELSEWHERE = [
    ("1987-06-05T23:59:59Z", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    ("2024-02-29T00:30:00Z", {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}),
    ("2088-12-31T12:00:00Z", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What three runs write of the same six files, each in another order."""
    folder = tmp_path_factory.mktemp("same")
    lines = (ROOT / "examples" / "a-year.jsonl").read_text(encoding="utf-8").splitlines()[:6]
    sources = [folder / f"{number}.json" for number in range(len(lines))]
    for source, line in zip(sources, lines, strict=True):
        source.write_text(line, encoding="utf-8")
    found = []
    for number, (day, changes) in enumerate(ELSEWHERE):
        out = folder / str(number)
        out.mkdir()
        names = [str(source) for source in (*sources[number * 2 :], *sources[: number * 2])]
        command = [sys.executable, "-c", ON_A_DAY, day, ",".join(FORMATS), str(out), *names]
        subprocess.run(command, cwd=ROOT, env=os.environ | changes, check=True, capture_output=True)
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
    return found


@pytest.mark.parametrize("name", [*(f"out.{format}" for format in FORMATS), "out.svg"])
def test_the_same_whatever_is_around(written: list[dict[str, bytes]], name: str) -> None:
    first, *others = (files[name] for files in written)
    assert len(first) > 500 and all(other == first for other in others)
