"""The timeline as CSV: one row an event, flat, safe to open in a spreadsheet, and whole: `read_csv` makes the events of it again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from timeline.cells import cell, list_cell
from timeline.model import Article, Event
from timeline.solve.order import Order
from timeline.table import COLUMNS, rows

# By which Excel knows that a CSV file is UTF-8.
BYTE_ORDER_MARK = "\ufeff"


def to_csv(events: Iterable[Event], articles: Iterable[Article] = (), order: Order = (), *, excel: bool = False) -> str:
    """The CSV text (RFC 4180, lines ending in a line feed) with a header, its columns `timeline.table.COLUMNS` in that order.

    Several values in a cell are joined with "; ". Line ends within a value are written \\\\n, and a cell that a spreadsheet would
    run as a formula begins with a quote. `excel` puts the byte order mark first by which Excel knows UTF-8.

    >>> to_csv(()).split(",")[:3]
    ['id', 'start', 'end']
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cell, row.values()) for row in rows(events, articles, order))
    return (BYTE_ORDER_MARK if excel else "") + out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return list_cell(value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else cell(str(value))
