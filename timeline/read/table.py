"""Tables, an article a row: CSV, Parquet and pandas data frames."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from timeline.errors import UnreadableInput
from timeline.read.columns import KEYS, article_record, check_columns
from timeline.read.origin import Origin
from timeline.read.record import Read, to_article, tried

if TYPE_CHECKING:
    from pandas import DataFrame

LONGEST_FIELD = 10_000_000
LARGEST_TABLE = 1 << 28
AT_ONCE = 256

_DELIMITERS = ",;\t"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def read_csv(content: str, origin: Origin) -> Iterator[Read]:
    """The article of every row under the header; what parts its columns is whatever parts the header most: a comma, semicolon or tab."""
    header, *rows = _csv_rows(content, origin.name) or [[]]
    check_columns(header, origin.columns, origin.name)
    for number, row in enumerate(rows, start=2):
        if len(row) > len(header):
            here = origin.at_line(number, of="row")
            yield here, UnreadableInput(here.name, f"{len(row)} values for {len(header)} columns; quote those with a comma.")
        elif any(value.strip() for value in row):
            yield _article(dict(zip(header, row, strict=False)), origin, number)


def _csv_rows(content: str, source: str) -> list[list[str]]:
    """All rows at once: how long a field may be is set for the whole program, and set back."""
    delimiter = max(_DELIMITERS, key=content.partition("\n")[0].count)
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        return list(csv.reader((line[0] for line in _LINE.finditer(content)), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableInput(source, f"not CSV that can be read ({error}); correct it, or leave the article out.") from error
    finally:
        csv.field_size_limit(before)


def read_parquet(data: bytes, origin: Origin) -> Iterator[Read]:
    """The article of every row of a Parquet file."""
    from pyarrow import ArrowException, BufferReader
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        table = ParquetFile(BufferReader(data))
        groups = (table.metadata.row_group(i) for i in range(table.metadata.num_row_groups))
        if sum(group.total_byte_size for group in groups) > LARGEST_TABLE:
            raise UnreadableInput(origin.name, f"more than {LARGEST_TABLE >> 20} MB unpacked; split it.")
        there = table.schema_arrow.names
        check_columns(there, origin.columns, origin.name)
        wanted = [name for key in KEYS if (name := origin.columns.get(key, key)) in there]
        for batch in table.iter_batches(batch_size=AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _article(row, origin, number)
    except (ArrowException, OSError) as error:
        raise UnreadableInput(origin.name, f"not Parquet that can be read ({error}); save it again.") from error


def read_frame(frame: DataFrame, origin: Origin) -> Iterator[Read]:
    """The article of every row of a data frame; what is missing there is missing in the article."""
    check_columns(list(frame.columns), origin.columns, origin.name)
    known = frame.astype(object).where(frame.notna(), None)
    for number, row in enumerate(known.to_dict("records"), start=1):
        yield _article({str(key): value for key, value in row.items()}, origin, number)


def _article(row: Mapping[str, object], origin: Origin, number: int) -> Read:
    """An empty cell says nothing, and an id may be a number."""
    cells = article_record(row, origin.columns)
    record = {key: None if isinstance(value, str) and not value.strip() else value for key, value in cells.items()}
    name = record["id"]
    record["id"] = str(int(name)) if isinstance(name, float) and name.is_integer() else name if name is None else str(name)
    record["text"] = record["text"] or ""
    here = origin.at_line(number, of="row")
    return tried(here, partial(to_article, record, here))
