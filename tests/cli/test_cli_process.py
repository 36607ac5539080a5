"""The command as a process of its own: streams, pipes, what it loads; and the package when it is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).parents[2]
TEXT = "The foreign ministers of Peru and Chile met in Lima on Tuesday.\n"
EXTRACT = (sys.executable, "-m", "timeline", "extract", "-", "--published", "2024-03-14")


def python(code: str) -> None:
    """Runs code in a fresh interpreter and fails with it."""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize("module", ["timeline", "timeline.cli"])
def test_a_module_is_the_command(module: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: timeline [OPTIONS] COMMAND") and done.stderr == ""


def test_the_same_bytes_whatever_the_locale_and_hash_seed() -> None:
    outputs = set()
    for changes in (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONHASHSEED": "1", "COLUMNS": "30", "TZ": "Asia/Tokyo"},
        {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "FORCE_COLOR": "1", "TZ": "America/Lima"},
    ):
        done = subprocess.run(EXTRACT, cwd=ROOT, env=os.environ | changes, input=TEXT.encode(), capture_output=True, check=True)
        assert done.stderr == b""
        outputs.add(done.stdout)
    [output] = outputs
    assert "●" in output.decode()


TELLING = (
    "The foreign ministers of Peru and Chile met in Lima on Tuesday, three days before the vote. The day after the vote "
    "Chile recalled its ambassador. Next week the two sides will hold talks; they had spoken by phone in late January.\n"
)
ON_A_DAY = """
import sys, time_machine
day, source, *outputs = sys.argv[1:]
with time_machine.travel(day, tick=False):
    from timeline.cli import main
    for output in outputs:
        asked = ["--format", output.rsplit(".")[-1], "--output", output, "--plot", f"{output}.svg"]
        assert main(["extract", source, "--published", "2024-05-13", *asked]) == 0
"""
ELSEWHERE = [
    ("1999-12-31T23:59:59Z", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    ("2024-02-29T00:30:00Z", {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}),
    ("2061-07-02T12:00:00Z", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
]


def test_the_same_bytes_whatever_the_day_zone_locale_and_hash_seed(tmp_path: Path) -> None:
    source = tmp_path / "text.txt"
    source.write_text(TELLING, encoding="utf-8")
    written = []
    for number, (day, changes) in enumerate(ELSEWHERE):
        outputs = [tmp_path / f"{number}.{format}" for format in ("json", "csv", "table")]
        command = [sys.executable, "-c", ON_A_DAY, day, str(source), *map(str, outputs)]
        subprocess.run(command, cwd=ROOT, env=os.environ | changes, check=True)
        written.append([path.read_bytes() for path in sorted(tmp_path.glob(f"{number}.*"))])
    assert any(b"2024-05-10" in output for output in written[0])  # the vote
    assert written[0] == written[1] == written[2]


@pytest.mark.skipif(os.name == "nt", reason="pipes as on Unix")
def test_a_closed_pipe_is_no_error_to_speak_of() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(EXTRACT, cwd=ROOT, input=TEXT.encode(), stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(EXTRACT, cwd=ROOT, input=TEXT.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"timeline: standard output: cannot be written (No space left on device)")
    assert done.stderr.count(b"\n") == 1


def test_importing_and_help_load_nothing_heavy() -> None:
    readers = ("trafilatura", "htmldate", "lxml", "py3langid", "charset_normalizer", "backports.zstd", "pyarrow", "numpy")
    heavy = f"{ {'spacy', 'matplotlib', 'pandas', 'rich', 'dateparser', *readers} } & set(sys.modules)"
    python(f"import sys, timeline, timeline.cli; assert not {heavy}, {heavy}")
    python(f"import sys, timeline.cli; assert timeline.cli.main(['extract', '--help']) == 0; assert not {heavy}, {heavy}")
    python(f"import sys; from timeline import extract, Timeline; assert not {heavy.replace(', ' + repr('dateparser'), '')}, {heavy}")


def test_public_names_are_those_of_the_docstring() -> None:
    assert timeline.__doc__ is not None
    listed = [line.split()[0] for line in timeline.__doc__.splitlines()[2:] if line]
    assert sorted(listed) == sorted(timeline.__all__)
    assert set(listed) <= set(dir(timeline))
    for name in listed:
        assert getattr(timeline, name) is not None
    assert not hasattr(timeline, "nothing")


def test_the_library_in_one_line() -> None:
    events = timeline.extract(TEXT, published="2024-03-14")
    assert [str(event.start) for event in events] == ["2024-03-12"]
    [phrase] = timeline.time_phrases(timeline.Article("a", events.articles[0].published, TEXT))
    assert isinstance(phrase, timeline.TimePhrase) and phrase.when == timeline.Interval(events.events[0].start, events.events[0].end)
