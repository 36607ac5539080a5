"""Whether memory stays flat: 20,000 made-up articles, each with names that no other has, read one after the other in one process.

    .venv/bin/python bench/soak.py [ARTICLES]

Prints the memory that the process holds after every tenth of them and exits with 1 when the last tenth ends a twentieth above the second.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil  # locked through ipykernel

from bench.made_up import PEOPLE, article
from timeline.events.kinds import load_kinds
from timeline.model import Article
from timeline.pipeline import extract_article

SENTENCES = (4, 5, 6, 7, 8)
SYLLABLES = ("ka", "lo", "mi", "ren", "du", "sza", "tor", "ve", "bri", "nok", "fa", "gul", "pe", "shi", "wan", "yos")
MOST_GROWTH = 1.05


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    kinds, held, happenings = load_kinds(), [], 0
    began = time.perf_counter()
    print("articles  happenings  seconds  MB")
    for number in range(1, count + 1):
        happenings += len(extract_article(_of_strangers(number), kinds).happenings)
        if number % (count // 10) == 0:
            held.append(psutil.Process().memory_info().rss / 1e6)
            print(f"{number:8}  {happenings:10}  {time.perf_counter() - began:7.0f}  {held[-1]:.1f}", flush=True)
    return int(held[-1] > held[1] * MOST_GROWTH)


def _of_strangers(number: int) -> Article:
    """The article of this number with the people in it renamed."""
    plain = article(number, sentences=SENTENCES[number % len(SENTENCES)])
    chance, text = random.Random(-number), plain.text
    for person in PEOPLE:
        last = person.partition(" of ")[0].split()[-1]
        text = text.replace(last, "".join(chance.choices(SYLLABLES, k=4)).title())
    return replace(plain, text=text)


if __name__ == "__main__":
    sys.exit(main())
