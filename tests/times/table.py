"""Tables of cases: one row a line, cells divided by tabs; a line that begins with # is a heading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


def rows(name: str, cells: int) -> list[tuple[str, ...]]:
    """The rows of a table, each filled up to so many cells."""
    lines = [line for line in (CASES / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [tuple((line + "\t" * cells).split("\t")[:cells]) for line in lines]


def cases(name: str, cells: int) -> list[Any]:
    """The rows as parameters; one that says in a further cell why it fails today is expected to fail."""
    return [failing(row[:-1], row[-1]) if row[-1] else pytest.param(*row[:-1]) for row in rows(name, cells + 1)]


def failing(row: tuple[str, ...], reason: str) -> Any:
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))
