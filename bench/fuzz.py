"""Coverage-guided fuzzing of the readers and of the time phrases, with atheris, which is not in the lock: it has no wheel for every system.

    .venv/bin/python -m pip install atheris
    .venv/bin/python bench/fuzz.py FOUND -max_total_time=600

What comes out of a reader may only be an article or a TimelineError; what comes out of the rules is phrases whose offsets slice their
words. Anything else is kept in the folder FOUND, one input a sort of failure, and the run goes on; so is what takes more than a second.
Further arguments are libFuzzer's. What it finds belongs into tests/faults/test_faults_fuzz.py with what mends it.
"""

from __future__ import annotations

import io
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["timeline"]):
    from timeline.characters import readable
    from timeline.errors import TimelineError, TimelineWarning
    from timeline.read.file import FORMATS, read_stream
    from timeline.read.heading import published_in
    from timeline.read.origin import Origin
    from timeline.read.published import as_day
    from timeline.times.find import find_times

PUBLISHED = date(2024, 3, 14)
SLOW = 1.0
SEEDS = (
    b'\0{"id": "a", "published": "2024-03-14", "title": "T", "text": "They met on Tuesday."}',
    b'\1{"text": "a", "published": "2024-03-14T10:00:00Z"}\n{"text": "b"}',
    b"\0<!doctype html><html><head><title>T</title><meta property='article:published_time' content='2024-05-03'></head>"
    b"<body><article><h1>T</h1><p>They met on Tuesday.</p></article></body></html>",
    b"\0<rss><channel><item><title>T</title><description>They met.</description>"
    b"<pubDate>Sat, 01 Jun 2024 10:00:00 GMT</pubDate></item></channel></rss>",
    b"\1\3text,published,title\nThey met.,2024-05-03,T\n",
    b"\3VADUZ, Liechtenstein, May 3 (Agency) - They met.\nUpdated: 5 May 2024\nPublished 3 May 2024, 10:15\n",
    b"\5They met last Friday, three days before the vote, in late January 2026, at 10 p.m. on 4/2/2026; every Monday, 44 BC.",
    b"\5from 5 to 7 May, between the talks and the summit, two weeks ago, the second day of the visit, mid-2023, Q3, at Easter",
)


def stream(data: bytes) -> None:
    read_stream(io.BytesIO(data), Origin("", "", PUBLISHED))


def formats(data: bytes) -> None:
    """The first byte says which, so that the others do not slow it."""
    if data:
        kinds = [*dict.fromkeys(FORMATS.values())]
        kinds[data[0] % len(kinds)].read(data[1:], Origin("a file", "a", PUBLISHED))


def characters(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    found = readable(text)
    assert all(0 <= found.start(i) <= found.end(i + 1) <= len(text) for i in range(len(found.text)))
    published_in(found.text)


def days(data: bytes) -> None:
    as_day(data.decode("utf-8", "replace"), "a file")


def phrases(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for phrase in find_times(text, PUBLISHED):
        assert text[phrase.start : phrase.end] == phrase.text


TARGETS: tuple[Callable[[bytes], None], ...] = (stream, formats, formats, characters, days, phrases, phrases)


def main() -> None:
    warnings.simplefilter("ignore", TimelineWarning)
    folder = Path(sys.argv[1])
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (corpus / f"seed-{number}").write_bytes(seed)

    def once(data: bytes) -> None:
        if not data:
            return
        began, kind = time.perf_counter(), None
        try:
            TARGETS[data[0] % len(TARGETS)](data[1:])
        except TimelineError:
            pass
        except Exception as error:  # whatever it is, it is what was looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
        if kind is None and time.perf_counter() - began > SLOW:
            kind = f"slow-{TARGETS[data[0] % len(TARGETS)].__name__}"
        if kind and not (kept := folder / kind).exists():
            kept.write_bytes(data)
            print(f"found {kind}: {data[1:200]!r}", flush=True)

    atheris.Setup([sys.argv[0], str(corpus), "-max_len=400", "-print_final_stats=1", *sys.argv[2:]], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
