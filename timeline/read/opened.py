"""The bytes of a file, unpacked when it is packed, and never more of them than a limit."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, cast

from timeline.errors import UnreadableInput

LARGEST = 1 << 28
PIECE = 1 << 20

PROBLEMS = {
    FileNotFoundError: "there is no such file; check the name.",
    IsADirectoryError: "this is a folder; name the files in it.",
    PermissionError: "you may not read this file; change its permissions.",
}


def _gunzipped(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=stream))


def _unzstd(stream: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", _zstd().ZstdFile(stream))


def _zstd() -> ModuleType:
    """Of the standard library since Python 3.14; the same for those before."""
    return import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


PACKED: dict[str, tuple[bytes, Callable[[BinaryIO], BinaryIO]]] = {
    ".gz": (b"\x1f\x8b", _gunzipped),
    ".zst": (b"\x28\xb5\x2f\xfd", _unzstd),
}
"""How what is packed begins and is unpacked, by the suffix of its name."""


def file_bytes(path: str | Path, limit: int = LARGEST) -> bytes:
    """All bytes of a file, unpacked as its suffix says. Raises UnreadableInput, for one of more bytes than the limit too."""
    unpack = PACKED.get(Path(path).suffix.lower(), (b"", None))[1]
    try:
        with Path(path).open("rb") as stream:
            return _unpacked(unpack(stream), str(path), limit) if unpack else _bounded(stream, str(path), limit)
    except OSError as error:
        problem = PROBLEMS.get(type(error), f"the file cannot be read ({error.strerror}).")
        raise UnreadableInput(str(path), problem) from error
    except ValueError as error:
        raise UnreadableInput(str(path), f"this is no name of a file ({error}); check it.") from error


def stream_bytes(stream: BinaryIO, source: str, limit: int = LARGEST) -> bytes:
    """All bytes of a stream, unpacked when they begin as something packed does. Raises UnreadableInput."""
    data = _bounded(stream, source, limit)
    for start, unpack in PACKED.values():
        if data.startswith(start):
            return _unpacked(unpack(io.BytesIO(data)), source, limit)
    return data


def _unpacked(stream: BinaryIO, source: str, limit: int) -> bytes:
    """Bounded as it is unpacked: a small file may hold more than fits into memory."""
    try:
        return _bounded(stream, source, limit)
    except (gzip.BadGzipFile, EOFError, zlib.error, _zstd().ZstdError) as error:
        raise UnreadableInput(source, f"it cannot be unpacked ({error}); pack it again.") from error


def _bounded(stream: BinaryIO, source: str, limit: int) -> bytes:
    whole = bytearray()
    while piece := stream.read(PIECE):
        whole += piece
        if len(whole) > limit:
            raise UnreadableInput(source, f"it holds more than {limit // 1_000_000} MB; give it in parts.")
    return bytes(whole)
