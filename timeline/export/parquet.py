"""The timeline as Parquet, with the columns of the CSV in types of their own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date

from timeline.model import Article, Event
from timeline.plain import whole_characters
from timeline.solve.order import Order
from timeline.table import COLUMNS, LISTS, rows

DAYS = frozenset({"start", "end"})
COUNTS = frozenset({"sources", "mentions"})


def to_parquet(events: Iterable[Event], articles: Iterable[Article] = (), order: Order = ()) -> bytes:
    """The Parquet file (Apache Parquet format 2.6): `start` and `end` are days, several values are lists, the rest is text.

    >>> to_parquet(())[:4]
    b'PAR1'
    """
    import pyarrow as pa
    from pyarrow import parquet

    found = list(rows(events, articles, order))
    types = {column: pa.string() for column in COLUMNS} | {column: pa.list_(pa.string()) for column in LISTS}
    types |= {column: pa.date32() for column in DAYS} | {column: pa.int64() for column in COUNTS} | {"minor": pa.bool_()}
    table = {column: [_value(column, row[column]) for row in found] for column in COLUMNS}
    out = io.BytesIO()
    parquet.write_table(pa.table(table, schema=pa.schema([(column, types[column]) for column in COLUMNS])), out)
    return out.getvalue()


def _value(column: str, value: object) -> object:
    """Half a character pair is no text in Parquet."""
    if column in DAYS:
        return date.fromisoformat(str(value)) if value else None
    if isinstance(value, tuple):
        return [whole_characters(item) for item in value]
    return whole_characters(value) if isinstance(value, str) else value

