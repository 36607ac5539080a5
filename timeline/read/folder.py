"""What a user names to files: a file, a folder with all that can be read in it, or a pattern such as news/*.html."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from timeline.errors import UnreadableInput
from timeline.read.file import FORMATS, format_of, unpacked_name

LONGEST_NAME = 1024


def names_files(source: str) -> bool:
    """Whether a string is the name of files rather than a text: they are there, or the string looks like one.

    >>> names_files("news/may.jsonl"), names_files("news/*.html"), names_files("They met on Tuesday.")
    (True, True, False)
    """
    # On Python 3.11 `Path.exists` raises when a text is too long to be a name.
    is_there = os.path.isfile(source) or os.path.isdir(source)  # noqa: PTH112, PTH113
    return is_there or ("\n" not in source and len(source) < LONGEST_NAME and format_of(source) is not None)


def files_of(name: str | Path) -> tuple[tuple[str, str], ...]:
    """The files that a name stands for, sorted, each with the id of an article in it that has none of its own, "" for its stem.

    In a folder and those in it, hidden files and those of an unknown format are left out. Raises UnreadableInput when none is left.
    """
    written = str(name)
    if os.path.isdir(written):  # noqa: PTH112
        found = tuple((str(path), _id(path, Path(written))) for path in _inside(Path(written)))
        if not found:
            raise UnreadableInput(written, f"no file in this folder can be read; those that can end in {', '.join(FORMATS)}.")
        return found
    if os.path.lexists(written) or not glob.has_magic(written):
        return ((written, ""),)
    matched = sorted(glob.glob(written, recursive=True))  # noqa: PTH207
    found = tuple(pair for path in matched for pair in _of_match(path))
    if not found:
        raise UnreadableInput(written, "no file of this pattern is there; check it.")
    return found


def _of_match(path: str) -> tuple[tuple[str, str], ...]:
    """Of what a pattern matches, a folder stands for what is in it."""
    if os.path.isdir(path):  # noqa: PTH112
        return tuple((str(file), _id(file, Path(path).parent)) for file in _inside(Path(path)))
    return ((path, ""),)


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith(".") and format_of(name))


def _id(path: Path, folder: Path) -> str:
    """Its way from the folder: files of one name may lie in several."""
    return Path(unpacked_name(str(path.relative_to(folder)))).with_suffix("").as_posix()
