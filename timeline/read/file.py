"""A file or standard input to articles: the bytes, the format, the sentence when it cannot be read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from timeline.errors import UnreadableInput
from timeline.model import Article
from timeline.read.json import read_json
from timeline.read.jsonl import read_jsonl
from timeline.read.origin import Origin
from timeline.read.text import read_text

Format = Callable[[str, Origin], Iterator[tuple[Origin, Article]]]

FORMATS: dict[str, Format] = {".txt": read_text, ".json": read_json, ".jsonl": read_jsonl}
"""What reads a file, by its suffix."""

PROBLEMS = {
    FileNotFoundError: "there is no such file; check the name.",
    IsADirectoryError: "this is a folder; name the files in it.",
    PermissionError: "you may not read this file; change its permissions.",
}


def names_file(source: str) -> bool:
    """Whether a string is the name of a file rather than a text: the file is there, or the string looks like one.

    >>> names_file("news/may.jsonl"), names_file("They met on Tuesday.")
    (True, False)
    """
    # On Python 3.11 `Path.is_file` raises when a text is too long to be a name.
    is_there = os.path.isfile(source)  # noqa: PTH113
    return is_there or ("\n" not in source and source.lower().endswith(tuple(FORMATS)))


def read_file(path: str | Path, published: date | None) -> tuple[tuple[Origin, Article], ...]:
    """The articles of a file, in the format that its suffix names."""
    name, suffix = str(path), Path(path).suffix.lower()
    content = text_of(path)
    if suffix not in FORMATS:
        raise UnreadableInput(name, f"cannot tell the format; name the file {', '.join(FORMATS)}, or give it as “-” (standard input).")
    return tuple(FORMATS[suffix](content, Origin(name, Path(path).stem, published)))


def text_of(path: str | Path) -> str:
    """The characters of a file. Raises UnreadableInput."""
    return _decoded(_bytes(path), str(path))


def read_stream(stream: BinaryIO | None, published: date | None) -> tuple[tuple[Origin, Article], ...]:
    """The articles of standard input, in the format that its content shows."""
    name = "standard input"
    if stream is None:
        raise UnreadableInput(name, "it is closed; pipe an article into it, or name a file.")
    content = _decoded(stream.read(), name)
    return tuple(_format(content)(content, Origin(name, "stdin", published)))


def _format(content: str) -> Format:
    """JSON Lines when the first line is a whole object and not the last one; any other text that opens with a brace is JSON."""
    start = content.lstrip()
    if not start.startswith("{"):
        return read_text
    first, _, more = start.partition("\n")
    return read_jsonl if more.strip() and _is_json(first) else read_json


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _bytes(path: str | Path) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        problem = PROBLEMS.get(type(error), f"the file cannot be read ({error.strerror}).")
        raise UnreadableInput(str(path), problem) from error
    except ValueError as error:
        raise UnreadableInput(str(path), f"this is no name of a file ({error}); check it.") from error


def _decoded(data: bytes, source: str) -> str:
    """The characters as they stand, line ends too: offsets count them. A byte order mark is not one of them."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(source, f"not UTF-8 (byte {error.start + 1} cannot be read); save it again as UTF-8.") from error
