"""An event in a few words, for a label: "Sergei Shoigu visits Beijing, meets Wang Yi"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from timeline.model import Participant, Place, Role


def summarise(kind: str, participants: Sequence[Participant], place: Place | None) -> str:
    """A label for an event of this kind.

    >>> summarise("visit", [Participant("Shoigu", Role.ACTOR), Participant("Wang Yi", Role.COUNTERPART)], Place("Beijing", "CHN"))
    'Shoigu visits Beijing, meets Wang Yi'
    """
    acting = [p.name for p in participants if p.role is not Role.COUNTERPART]
    holes = {
        "who": _joined([p.name for p in participants]),
        "actor": _joined(acting),
        "other": _joined([p.name for p in participants if p.role is Role.COUNTERPART]),
        "place": place.name if place else "",
        "s": "s" if len(acting) == 1 else "",
    }
    lines = _templates().get(kind, (f"{{who}}: {kind}", kind))
    filled = (line.format_map(holes) for line in lines if all(holes[h] for h in _holes(line)))
    return next(filled)


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _holes(line: str) -> list[str]:
    return [hole for hole in ("who", "actor", "other", "place") if f"{{{hole}}}" in line]


@cache
def _templates() -> Mapping[str, tuple[str, ...]]:
    raw = tomllib.loads(files("timeline.events").joinpath("summary.toml").read_text(encoding="utf-8"))
    return {kind: tuple(lines) for kind, lines in raw["say"].items()}
