"""`timeline times` and the lines it writes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.export.timex import to_timex
from timeline.model import Article, Relation, TimePhrase, Timex, Unresolved
from timeline.times.expression import Unknown
from timeline.times.interval import Grain, Interval

ARTICLE = Article("a", date(2024, 3, 14), "Fast drei Tage — from 3 to 5 May — bis zum Gipfel")
MAY = Interval(date(2024, 5, 3), date(2024, 5, 5), Grain.SPAN)


def phrase(when: Interval | Unresolved, *timexes: Timex) -> TimePhrase:
    """A phrase of which only the days and the annotations matter."""
    return TimePhrase(0, 4, "Fast", Unknown("made up"), Relation.AT, "made up", when, timexes)


@pytest.mark.parametrize(
    ("phrases", "lines"),
    [
        ([], []),
        ([phrase(MAY)], []),
        (
            [phrase(Unresolved("no such day"), Timex(5, 14, "DURATION", "P3D", "LESS_THAN"))],
            [
                {
                    "article": "a", "start": 5, "end": 14, "text": "drei Tage", "type": "DURATION", "value": "P3D", "mod": "LESS_THAN",
                    "start_date": None, "end_date": None,
                }
            ],
        ),
        (
            [phrase(Interval(date(987, 5, 6), None), Timex(17, 23, "DATE", "0987-05-06"))],
            [
                {
                    "article": "a", "start": 17, "end": 23, "text": "from 3", "type": "DATE", "value": "0987-05-06",
                    "start_date": "0987-05-06", "end_date": None,
                }
            ],
        ),
    ],
)  # fmt: skip
def test_lines(phrases: list[TimePhrase], lines: list[dict[str, object]]) -> None:
    text = to_timex(ARTICLE, phrases)
    assert [json.loads(line) for line in text.splitlines()] == lines
    assert [list(json.loads(line)) for line in text.splitlines()] == [list(line) for line in lines]


def test_a_range_is_two_lines_with_the_same_days() -> None:
    text = to_timex(ARTICLE, [phrase(MAY, Timex(22, 23, "DATE", "2024-05-03"), Timex(27, 32, "DATE", "2024-05-05"))])
    assert text.endswith("\n")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["text"] for line in lines] == ["3", "5 May"]
    assert {(line["start_date"], line["end_date"]) for line in lines} == {("2024-05-03", "2024-05-05")}


def test_the_command(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "lima.txt").write_bytes("Ministros — the two ministers met on Tuesday.".encode())
    (tmp_path / "dated.json").write_text('{"id": "d", "published": "2024-03-07", "text": "They left on Tuesday."}', encoding="utf-8")
    names = [str(tmp_path / name) for name in ("lima.txt", "dated.json")]
    assert main(["times", *names, "--published", "2024-03-14"]) == 0
    out, err = capsysbinary.readouterr()
    assert [json.loads(line) for line in out.splitlines()] == [
        {
            "article": "lima", "start": 37, "end": 44, "text": "Tuesday", "type": "DATE", "value": "2024-03-12",
            "start_date": "2024-03-12", "end_date": "2024-03-12",
        },
        {
            "article": "d", "start": 13, "end": 20, "text": "Tuesday", "type": "DATE", "value": "2024-03-05",
            "start_date": "2024-03-05", "end_date": "2024-03-05",
        },
    ]  # fmt: skip
    assert err == b""
    assert main(["times", *names, "--published", "2024-03-14", "--output", str(tmp_path / "times.jsonl")]) == 0
    assert (tmp_path / "times.jsonl").read_bytes() == out
    assert capsysbinary.readouterr() == (b"", b"")


def test_no_date_and_no_words(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"\n")
    assert main(["times", str(tmp_path / "empty.txt")]) == 2
    assert b"empty.txt: no publication date; give it with --published" in capsysbinary.readouterr().err
    assert main(["times", str(tmp_path / "empty.txt"), "--published", "2024-03-14"]) == 0
    out, err = capsysbinary.readouterr()
    assert out == b"" and err.endswith(b"empty.txt: the article has no words; nothing is found in it.\n")
