"""The README's first command, end to end: what it writes and prints, and that it is the sample kept in git."""

from __future__ import annotations

import csv
import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[1]
NAME = "xi-putin-video-call"
STORY = [
    # kind, first day, last day, how the date is known, status, who (in part), where
    ("attack", "2022-01-01", "2022-12-31", "stated", "happened", {"Russia"}, "Ukraine"),
    ("visit", "2026-02-01", "2026-02-01", "derived", "happened", {"Sergei Shoigu", "Wang Yi"}, "Beijing"),
    ("incident", "2026-02-03", "2026-02-03", "stated", "happened", {"United States", "Iran"}, "Arabian Sea"),
    ("call", "2026-02-04", "2026-02-04", "stated", "happened", {"Vladimir Putin", "Xi Jinping"}, None),
    ("talks", "2026-02-04", "2026-02-04", "assumed", "ongoing", {"Russia", "Ukraine", "United States"}, "United Arab Emirates"),
    ("press conference", "2026-02-04", "2026-02-04", "stated", "happened", {"Lin Jian"}, None),
    ("treaty expiry", "2026-02-05", "2026-02-05", "derived", "planned", set(), None),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that `make demo` wrote to, far from home, and what it printed; the set-up is the one the tests run in."""
    out = tmp_path_factory.mktemp("outputs")
    here = {"SETUP": "", "BIN": Path(sys.executable).parent, "OUTPUTS": out}
    outer = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    away = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    command = ["make", "--no-print-directory", "demo", *(f"{name}={value}" for name, value in here.items())]
    done = subprocess.run(command, cwd=ROOT, env=outer | away, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_the_timeline_is_the_story(demo: tuple[Path, str]) -> None:
    events = json.loads((demo[0] / f"{NAME}.json").read_text(encoding="utf-8"))["events"]
    told = [(e["kind"], e["start"], e["end"], e["basis"], e["status"]) for e in events]
    assert sorted(told) == sorted(event[:5] for event in STORY)
    assert [e["start"] for e in events] == sorted(e["start"] for e in events)


@pytest.mark.parametrize(("kind", "who", "where"), [(event[0], event[5], event[6]) for event in STORY])
def test_who_and_where(demo: tuple[Path, str], kind: str, who: set[str], where: str | None) -> None:
    events = json.loads((demo[0] / f"{NAME}.json").read_text(encoding="utf-8"))["events"]
    event = next(e for e in events if e["kind"] == kind)
    assert who <= {p["name"] for p in event["participants"]}
    assert (event["place"] or {}).get("name") == where


def test_csv_table_and_picture_show_the_same_events(demo: tuple[Path, str]) -> None:
    out, printed = demo
    events = json.loads((out / f"{NAME}.json").read_text(encoding="utf-8"))["events"]
    with (out / f"{NAME}.csv").open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [e["id"] for e in events]
    words = " ".join(printed.split())
    assert all(e["summary"].split()[0] in words for e in events)
    picture = (out / f"{NAME}.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert min(struct.unpack(">II", picture[16:24])) > 400


def test_the_readme_shows_what_explain_says() -> None:
    story = timeline.extract(ROOT / "examples" / f"{NAME}.json")
    visit = next(event for event in story if event.kind == "visit")
    assert f"\n```\n{story.explain(visit.id)}\n```\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_what_the_table_says() -> None:
    told = timeline.extract(ROOT / "examples" / "two-calendars.json")
    assert f"\n```\n{str(told).rstrip()}\n```\n" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_the_sample_in_git_is_what_the_demo_writes(demo: tuple[Path, str], suffix: str) -> None:
    """`make sample` writes it anew."""
    assert (demo[0] / f"{NAME}.{suffix}").read_bytes() == (ROOT / "outputs" / "sample" / f"{NAME}.{suffix}").read_bytes()
