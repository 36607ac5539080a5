"""A file or standard input to articles: which format it has, and its bytes or characters to what reads that format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from timeline.errors import UnreadableInput
from timeline.model import Article
from timeline.read.decoded import decoded
from timeline.read.feed import read_feed
from timeline.read.json import read_json
from timeline.read.jsonl import read_jsonl
from timeline.read.opened import LARGEST, PACKED, file_bytes, stream_bytes
from timeline.read.origin import Origin
from timeline.read.page import LARGEST_PAGE, read_page
from timeline.read.record import Read
from timeline.read.table import read_csv, read_parquet
from timeline.read.text import read_text

Found = Iterator[Read] | Iterator[tuple[Origin, Article]]


@dataclass(frozen=True, slots=True)
class Format:
    """What reads the characters, or the bytes, of one format; `markup` may declare its encoding."""

    characters: Callable[[str, Origin], Found] | None = None
    data: Callable[[bytes, Origin], Found] | None = None
    markup: bool = False
    limit: int = LARGEST

    def read(self, data: bytes, origin: Origin) -> tuple[Read, ...]:
        """The articles in these bytes."""
        if len(data) > self.limit:
            raise UnreadableInput(origin.name, f"it holds more than {self.limit // 1_000_000} MB; give it in parts.")
        if self.characters is not None:
            return tuple(self.characters(decoded(data, origin.name, markup=self.markup), origin))
        return tuple(self.data(data, origin)) if self.data is not None else ()


TEXT, JSON, JSONL, CSV = (Format(read) for read in (read_text, read_json, read_jsonl, read_csv))
PAGE = Format(read_page, markup=True, limit=LARGEST_PAGE)
FEED = Format(read_feed, markup=True, limit=LARGEST_PAGE)
PARQUET = Format(data=read_parquet)

FORMATS = {
    ".txt": TEXT,
    ".json": JSON,
    ".jsonl": JSONL,
    ".csv": CSV,
    ".tsv": CSV,
    ".parquet": PARQUET,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".rss": FEED,
    ".atom": FEED,
    ".xml": FEED,
}
"""What reads a file, by its suffix."""

_HEAD = 1024
_PAGE = re.compile(r"\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.*?-->)\s*+)*+<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.*?-->)\s*+)*+(?:<!doctype \w+[^>]*>\s*+)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)


def format_of(name: str) -> Format | None:
    """What reads a file of this name, packed or not; None when the name does not tell.

    >>> format_of("may.jsonl.gz") is JSONL
    True
    """
    return FORMATS.get(Path(unpacked_name(name)).suffix.lower())


def unpacked_name(name: str) -> str:
    """A name without the suffix of what it is packed with.

    >>> unpacked_name("may.jsonl.gz")
    'may.jsonl'
    """
    return str(Path(name).with_suffix("")) if Path(name).suffix.lower() in PACKED else name


def read_file(path: str | Path, origin: Origin) -> tuple[Read, ...]:
    """The articles of a file, in the format that its suffix names; `origin` has what is taken where they do not say it."""
    name = str(path)
    found = format_of(name)
    data = file_bytes(path, found.limit if found else LARGEST)
    if found is None:
        raise UnreadableInput(name, f"cannot tell the format; name the file {', '.join(FORMATS)}, or give it as “-” (standard input).")
    return found.read(data, replace(origin, name=name, id=origin.id or Path(unpacked_name(name)).stem))


def text_of(path: str | Path) -> str:
    """The characters of a file. Raises UnreadableInput."""
    return decoded(file_bytes(path, LARGEST), str(path))


def read_stream(stream: BinaryIO | None, origin: Origin) -> tuple[Read, ...]:
    """The articles of standard input, in the format that its content shows."""
    name = "standard input"
    if stream is None:
        raise UnreadableInput(name, "it is closed; pipe an article into it, or name a file.")
    data = stream_bytes(stream, name)
    here = replace(origin, name=name, id="stdin")
    if data.startswith(b"PAR1"):
        return PARQUET.read(data, here)
    return _format(data, tabular=bool(origin.columns)).read(data, here)


def _format(data: bytes, *, tabular: bool) -> Format:
    """JSON Lines when the first line is a whole object and not the last one; whoever names columns gives a table."""
    head = data[:_HEAD].decode("utf-8-sig", errors="replace")
    if _FEED.match(head):
        return FEED
    if _PAGE.match(head):
        return PAGE
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return CSV if tabular else TEXT
    first, _, more = start.partition(b"\n")
    return JSONL if more.strip() and _is_json(first) else JSON


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
