"""The timeline as CSV: one row an event, flat, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from timeline.model import Event
from timeline.table import COLUMNS, row

JOINERS = {"because": " ← "}
FORMULA_STARTS = ("=", "+", "-", "@")


def to_csv(events: Iterable[Event]) -> str:
    """The CSV text with a header; several values in a cell are joined with "; ", the reasons with " ← "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for event in events:
        writer.writerow(_cell(column, value) for column, value in row(event).items())
    return out.getvalue()


def _cell(column: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        value = JOINERS.get(column, "; ").join(value)
    return harmless(str(value))


def harmless(text: str) -> str:
    """On one line, and with a leading quote where a spreadsheet would run the cell as a formula.

    >>> harmless("=1+\\n1")
    "'=1+ 1"
    """
    text = " ".join(text.split())
    return "'" + text if text.startswith(FORMULA_STARTS) else text
