"""How the time and memory of merging grow: 10,000, 100,000 and 300,000 happenings of made-up articles, joined and put in order.

    .venv/bin/python bench/merge.py

The happenings are those of examples/a-year.jsonl, told again on other days by other people, each by one to five articles. Exits with 1 when
100,000 take more than a minute, or the exponent of the growth from 10,000 to 300,000 is above 1.2.
"""

from __future__ import annotations

import math
import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import timeline
from timeline.merge.across import merge_across
from timeline.model import Basis, Dating, EventMention, Happening, Participant, Sentence, Status
from timeline.solve.order import arranged

EXAMPLE = Path(__file__).parents[1] / "examples" / "a-year.jsonl"
SIZES = (10_000, 100_000, 300_000)
MOST_SECONDS, MOST_EXPONENT = 60, 1.2
TELLERS = (1, 1, 1, 2, 2, 3, 5)
SURNAMES, DAYS = 2_000, 3_650


def main() -> int:
    templates = [event for event in timeline.extract(EXAMPLE, minor=True) if event.start and event.start == event.end]
    seconds = {}
    print("happenings  groups  seconds  MB")
    for size in SIZES:
        happenings, dates, published = _told(templates, size)
        tracemalloc.start()
        began = time.perf_counter()
        joined = merge_across(happenings, dates, published)
        arranged(sorted(dates, key=lambda i: (dates[i].first or date.max, i)), ())
        seconds[size] = time.perf_counter() - began
        megabytes = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(f"{size:10}  {len(joined):6}  {seconds[size]:7.1f}  {megabytes:5.0f}")
    exponent = math.log(seconds[SIZES[-1]] / seconds[SIZES[0]]) / math.log(SIZES[-1] / SIZES[0])
    print(f"exponent {exponent:.2f}")
    return int(seconds[100_000] > MOST_SECONDS or exponent > MOST_EXPONENT)


def _told(templates: list[timeline.Event], size: int) -> tuple[list[Happening], dict[str, Dating], dict[str, date]]:
    """So many happenings, of as many days and people more the more there are."""
    chance = random.Random(size)
    happenings: list[Happening] = []
    published: dict[str, date] = {}
    dates: dict[str, Dating] = {}
    while len(happenings) < size:
        template, surname = chance.choice(templates), chance.randrange(SURNAMES * size // SIZES[0])
        day = date(2015, 1, 1) + timedelta(chance.randrange(DAYS))
        for _ in range(chance.choice(TELLERS)):
            number = len(happenings)
            article = f"a{number:06}"
            published[article] = day + timedelta(chance.randrange(3))
            happenings.append(Happening(f"h{number:06}", tuple(_mentions(template, article, surname)), template.place))
            dates[f"h{number:06}"] = Dating(day, day, Basis.STATED)
    return happenings[:size], {h.id: dates[h.id] for h in happenings[:size]}, published


def _mentions(template: timeline.Event, article: str, surname: int) -> Iterator[EventMention]:
    people = tuple(_renamed(p, surname) for p in template.participants)
    for told in template.mentions[:2]:
        sentence = Sentence(1, 1, 0, len(told.sentence), told.sentence)
        yield EventMention(
            article, told.field, told.start, told.end, told.trigger, sentence, template.kind, template.type, template.cameo,
            Status.HAPPENED, told.start, people, template.place,
        )  # fmt: skip


def _renamed(who: Participant, surname: int) -> Participant:
    return replace(who, name=f"{who.name}-{surname}") if who.person else who


if __name__ == "__main__":
    sys.exit(main())
