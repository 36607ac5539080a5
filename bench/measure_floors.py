"""Run the scorer and hold its figures against floors.json: python bench/measure_floors.py MEASURE

MEASURE is the scoring program; it runs the `timeline` command of the environment that runs this file. Prints every figure, and
exits with 1 when one is below its floor or above its ceiling.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")

Figures = dict[str, float]


def main(measure: str) -> int:
    """Measure the sets that have limits, print the figures, name the failures."""
    limits: dict[str, dict[str, Figures]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    sets = sorted({name for side in limits.values() for name in side})
    board = {name: dict(flat(figures)) for name, figures in measured(measure, sets).items()}
    for name, figures in board.items():
        for figure, value in figures.items():
            print(f"{name:20} {figure:28} {value:10.4g}")
    failures = list(failed(board, limits))
    for failure in failures:
        print(f"FAILED {failure}")
    return 1 if failures else 0


def measured(measure: str, sets: list[str]) -> dict[str, Any]:
    """What the scorer says of these sets; a set is named by its part ("gold") or its part and file ("times tempeval3")."""
    parts = ",".join(dict.fromkeys(name.split()[0] for name in sets))
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    command = [sys.executable, measure, "--json", "--only", parts]
    done = subprocess.run(command, env=os.environ | {"PATH": path}, stdout=subprocess.PIPE, text=True, check=True)
    board: dict[str, Any] = json.loads(done.stdout)
    return board


def flat(figures: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, float]]:
    """Nested figures by dotted names: {"detection": {"F1": 0.5}} gives ("detection.F1", 0.5)."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{above}{name}.")
        elif isinstance(value, int | float):
            yield above + name, value


def failed(board: Mapping[str, Figures], limits: Mapping[str, Mapping[str, Figures]]) -> Iterator[str]:
    """One sentence for each figure outside its limit; a figure that the scorer no longer gives is outside."""
    for side, sign in (("floors", 1), ("ceilings", -1)):
        for name, figures in limits.get(side, {}).items():
            for figure, limit in figures.items():
                value = board.get(name, {}).get(figure)
                if value is None:
                    yield f"{name} {figure}: not measured"
                elif sign * value < sign * limit:
                    yield f"{name} {figure}: {value:.4g} is {'below its floor' if sign > 0 else 'above its ceiling'} {limit:.4g}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
