"""How the time of one article grows with its length: varied sentences, and one sentence over and over.

    .venv/bin/python bench/growth.py

Exits with 1 when the exponent of the growth is above 1.3 for either.
"""

from __future__ import annotations

import math
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_up import article
from timeline.events.kinds import load_kinds
from timeline.model import Article
from timeline.pipeline import extract_article

MOST_EXPONENT = 1.3
VARIED = [article(1, sentences=count) for count in (200, 2_000)]
SAME = [Article("same", date(2024, 3, 14), "They met. " * count) for count in (1_000, 10_000)]


def main() -> int:
    kinds, worst = load_kinds(), 0.0
    extract_article(article(2, sentences=5), kinds)
    print("text    characters  seconds  exponent")
    for name, (short, long) in {"varied": VARIED, "same": SAME}.items():
        times = []
        for one in (short, long):
            began = time.process_time()
            extract_article(one, kinds)
            times.append(time.process_time() - began)
        exponent = math.log(times[1] / times[0]) / math.log(len(long.text) / len(short.text))
        worst = max(worst, exponent)
        print(f"{name:6}  {len(short.text):10}  {times[0]:7.2f}\n{name:6}  {len(long.text):10}  {times[1]:7.2f}  {exponent:8.2f}")
    return int(worst > MOST_EXPONENT)


if __name__ == "__main__":
    sys.exit(main())
