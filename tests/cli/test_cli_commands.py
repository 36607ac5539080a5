"""The commands: what they write, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline.cli import main
from timeline.cli.options import PICTURES, Format
from timeline.draw.save import UNSAID
from timeline.table import COLUMNS

TEXT = "The foreign ministers of Peru and Chile met in Lima on Tuesday. “We hope for more,” the minister said."
DATED = ("--published", "2024-03-14")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command in a folder with a few inputs; gives the exit code and both streams."""
    monkeypatch.chdir(tmp_path)
    Path("lima.txt").write_text(TEXT, encoding="utf-8")
    Path("empty.txt").write_bytes(b" ...\n")
    Path("none.jsonl").write_bytes(b"\n")
    Path("bad.json").write_bytes(b"[]")
    Path("other").mkdir()
    Path("other/lima.txt").write_bytes(b"They met elsewhere.")
    Path("other/same.json").write_text(json.dumps({"id": "lima", "published": "2024-03-14", "text": TEXT}), encoding="utf-8")

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


def test_table_is_the_default(run: Run) -> None:
    code, out, err = run("extract", "lima.txt", *DATED)
    assert (code, err) == (0, "")
    assert "Tue 12 Mar 2024" in out and out.endswith("● stated\n")
    assert all(len(line) <= 80 for line in out.splitlines())


def test_table_is_as_wide_as_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert max(map(len, run("extract", "lima.txt", *DATED)[1].splitlines())) > 30
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert max(map(len, run("extract", "lima.txt", *DATED)[1].splitlines())) <= 30


@pytest.mark.parametrize("name", [f for f in Format if f is not Format.TABLE])
def test_every_format_is_that_of_the_method(run: Run, name: Format) -> None:
    assert run("extract", "lima.txt", *DATED, "--format", name, "--output", "out") == (0, "", "")
    whole = timeline.extract(Path("lima.txt"), published=DATED[-1])
    said = getattr(whole, f"to_{name}")()
    assert Path("out").read_bytes() == (said if isinstance(said, bytes) else said.encode())


def test_an_article_without_a_date_does_not_lose_the_others(run: Run) -> None:
    code, out, err = run("extract", "other/same.json", "lima.txt")
    assert code == 1 and err.startswith("timeline: lima.txt: no publication date; give it with --published")
    assert out == run("extract", "other/same.json")[1]


def test_excel_is_for_csv(run: Run) -> None:
    assert run("extract", "lima.txt", *DATED, "--format", "csv", "--excel")[1].startswith("\ufeffid,")
    code, out, err = run("extract", "lima.txt", *DATED, "--excel")
    assert (code, out) == (2, "") and "add --format csv" in err


def test_timeml_is_of_one_article(run: Run) -> None:
    Path("rome.txt").write_text("Ana Reyes of Peru left Rome on Monday.", encoding="utf-8")
    code, out, err = run("extract", "lima.txt", "rome.txt", *DATED, "--format", "timeml")
    assert (code, out) == (2, "") and "this timeline is of 2; extract each article by itself" in err


def test_formats(run: Run) -> None:
    whole = json.loads(run("extract", "lima.txt", *DATED, "--format", "json")[1])
    assert list(whole) == ["events", "articles", "conflicts"]
    assert whole["articles"] == [{"id": "lima", "published": "2024-03-14", "published_by": "given", "title": ""}]
    assert [e["start"] for e in whole["events"]] == ["2024-03-12"]
    lines = run("extract", "lima.txt", *DATED, "--format", "jsonl")[1].splitlines()
    assert [json.loads(line) for line in lines] == whole["events"]
    rows = list(csv.DictReader(io.StringIO(run("extract", "lima.txt", *DATED, "--format", "csv")[1])))
    assert [tuple(row) for row in rows] == [COLUMNS]


STATED = [((), None), (("--date-order", "day-first"), "2024-02-01"), (("--date-order", "month-first"), "2024-01-02")]


@pytest.mark.parametrize(("order", "day"), STATED)
def test_the_order_of_dates_in_numbers_is_stated(run: Run, order: tuple[str, ...], day: str | None) -> None:
    text = "The foreign ministers of Peru and Chile met in Lima on 1/2/2024."
    events = json.loads(run("extract", "-", *DATED, "--format", "json", *order, stdin=text)[1])["events"]
    assert [e["start"] for e in events] == [day]
    phrase = json.loads(run("times", "-", *DATED, *order, stdin=text)[1])
    assert phrase["start_date"] == day and phrase["value"] == (day or "2024-XX-XX")


def test_all_keeps_more_and_only_more(run: Run) -> None:
    few, every = (json.loads(run("extract", "lima.txt", *DATED, "--format", "json", *more)[1])["events"] for more in ((), ("--all",)))
    assert [e for e in every if not e.get("minor")] == few
    assert not any(e.get("minor") for e in few)


def test_output_and_picture_are_written_and_nothing_is_said(run: Run) -> None:
    assert run("extract", "lima.txt", *DATED, "--format", "json", "--output", "out.json", "--plot", "out.SVG") == (0, "", "")
    assert Path("out.json").read_text(encoding="utf-8") == run("extract", "lima.txt", *DATED, "--format", "json")[1]
    assert "<svg" in Path("out.SVG").read_text(encoding="utf-8")


def test_every_picture_that_can_be_saved_may_be_asked_for() -> None:
    assert set(PICTURES) == set(UNSAID)


@pytest.mark.parametrize(
    ("stdin", "article"),
    [
        (TEXT, "stdin"),
        (json.dumps({"id": "x", "text": TEXT}), "x"),
        (json.dumps({"id": "y", "text": TEXT}, indent=1), "y"),
        (f'{json.dumps({"text": TEXT})}\n{json.dumps({"id": "z", "text": ""})}\n', "stdin-1"),
    ],
)
def test_standard_input(run: Run, stdin: str, article: str) -> None:
    _, out, _ = run("extract", "-", *DATED, "--format", "json", stdin=stdin)
    assert [m["article"] for e in json.loads(out)["events"] for m in e["mentions"]] == [article]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("missing.txt", "lima.txt"), 1, ["missing.txt: there is no such file; check the name."]),
        (("bad.json", "missing.txt", "lima.txt"), 1, ["bad.json: not an article", "missing.txt: there is no such file"]),
        (("lima.txt", "lima.txt"), 0, []),
        (("lima.txt", "other/same.json"), 0, []),
        (("lima.txt", "empty.txt"), 0, ["empty.txt: the article has no words; nothing is found in it."]),
        (("lima.txt", "none.jsonl"), 0, []),
    ],
)
def test_what_can_be_read_is_written(run: Run, arguments: tuple[str, ...], code: int, said: list[str]) -> None:
    got, out, err = run("extract", *arguments, *DATED, "--format", "jsonl")
    assert got == code
    assert [json.loads(line)["start"] for line in out.splitlines()] == ["2024-03-12"]
    lines = err.splitlines()
    assert len(lines) == len(said)
    assert all(line.startswith(f"timeline: {start}") for line, start in zip(lines, said, strict=True))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("empty.txt", "timeline: empty.txt: the article has no words; nothing is found in it.\n"),
        ("none.jsonl", "timeline: there is no article in the input; the result is empty.\n"),
    ],
)
def test_an_empty_article_gives_an_empty_timeline_and_a_warning(run: Run, name: str, sentence: str) -> None:
    assert run("extract", name, *DATED) == (0, "No events.\n", sentence)
    code, out, err = run("extract", name, *DATED, "--format", "json", "--plot", "empty.png")
    assert (code, json.loads(out)["events"], err) == (0, [], sentence)
    assert Path("empty.png").is_file()
    assert run("explain", name, *DATED) == (0, "", sentence)


FAILS = [
    (("extract", "lima.txt", "--output", "out.csv", "--plot", "out.png"), 2, "lima.txt: no publication date; give it with --published"),
    (("explain", "lima.txt"), 2, "lima.txt: no publication date"),
    (("extract", "lima.txt", "other/lima.txt", *DATED), 2, "lima.txt and other/lima.txt are different articles with the same id 'lima'"),
    (("extract", "lima.txt", "--published", "14 March"), 2, "--published: '14 March' is not a date; write it as YYYY-MM-DD"),
    (("extract", "missing.txt", "--published", "2024-02-30"), 2, "--published: '2024-02-30' is not a date"),
    (("extract", "lima.txt", *DATED, "--model", "no_such_model"), 2, "the spaCy pipeline 'no_such_model' is not installed"),
    (("extract", "lima.txt", *DATED, "--plot", "out.gif"), 2, "Invalid value for --plot: out.gif does not end in .png, .svg, .pdf"),
    (("extract", "lima.txt", *DATED, "--plot", "png"), 2, "Invalid value for --plot: png does not end in"),
    (("extract", "lima.txt", *DATED, "--format", "xml"), 2, "Invalid value for '--format'"),
    (("explain", "lima.txt", *DATED, "--event", "nobody"), 2, "no event 'nobody' in this timeline"),
    (("extract", *DATED), 2, "Missing argument 'INPUT'"),
    (("extract", "lima.txt", "--quiet"), 2, "No such option: --quiet"),
    (("draw", "lima.txt"), 2, "No such command 'draw'"),
    (("extract", "missing.txt", *DATED, "--output", "out.csv"), 1, "missing.txt: there is no such file; check the name."),
    (("extract", "lima.txt", *DATED, "--output", "no/out.csv"), 1, "no/out.csv: cannot be written (No such file or directory)"),
    (("extract", "lima.txt", *DATED, "--output", "other"), 1, "other: cannot be written (Is a directory)"),
    (("times", "lima.txt", *DATED, "--output", "no/out.jsonl"), 1, "no/out.jsonl: cannot be written"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "sentence"), FAILS)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(
    run: Run, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = sorted(os.walk("."))
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert err.startswith(f"timeline: {sentence}") and err.count("\n") == 1
    assert sorted(os.walk(".")) == before


def test_a_picture_that_cannot_be_written(run: Run) -> None:
    code, out, err = run("extract", "lima.txt", *DATED, "--plot", "no/out.png")
    assert code == 1 and "Tue 12 Mar 2024" in out
    assert err.startswith("timeline: no/out.png: cannot be written (No such file or directory)")


def test_explain(run: Run) -> None:
    [event] = json.loads(run("extract", "lima.txt", *DATED, "--format", "json")[1])["events"]
    code, out, err = run("explain", "lima.txt", *DATED, "--event", event["id"])
    assert (code, err) == (0, "")
    assert "Tuesday” (sentence 1)" in out and "published Thursday 14 March 2024" in out
    assert run("explain", "lima.txt", *DATED)[1] == out
    every = run("explain", "lima.txt", *DATED, "--all")[1]
    events = json.loads(run("extract", "lima.txt", *DATED, "--all", "--format", "json")[1])["events"]
    assert [block.splitlines()[0] for block in every.split("\n\n")] == [e["summary"] for e in events]
    assert run("explain", "lima.txt", *DATED, "--event", events[-1]["id"])[0] == 0


def test_merging_can_be_left_out(run: Run) -> None:
    for name in ("one", "two"):
        Path(f"{name}.json").write_text(json.dumps({"published": "2024-03-14", "text": TEXT}), encoding="utf-8")
    merged, apart = (
        [json.loads(line) for line in run("extract", "one.json", "two.json", "--format", "jsonl", flag)[1].splitlines()]
        for flag in ("--merge", "--no-merge")
    )
    assert [len({m["article"] for m in e["mentions"]}) for e in merged] == [2]
    assert [len({m["article"] for m in e["mentions"]}) for e in apart] == [1, 1]


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("extract", "--help"), ("times", "-h"), ("explain", "--help")])
def test_help(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert out.startswith("Usage: timeline")


def test_version_and_no_command(run: Run) -> None:
    from timeline import __version__

    assert run("--version") == (0, f"timeline {__version__}\n", "")
    code, out, err = run()
    assert (code, out) == (2, "") and err.startswith("Usage: timeline")
