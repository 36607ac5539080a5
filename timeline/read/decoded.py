"""Bytes to characters, whatever their encoding: as they say it, as they show it, or as they can be guessed."""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterator

from timeline.errors import TimelineWarning

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read these as.
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
# Python has codecs for other things than text.
OF_TEXT = re.compile(r"ascii|(?:cp|iso8859|koi8|mac|big5|gb|shift|euc|tis|hkscs)[\w-]*")
GUESSES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_2", "iso8859_15", "koi8_r", "mac_roman", "big5",
    "gb18030", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
WEST_EUROPEAN = "cp1252"
GUESSED_FROM = 100_000
IN_HEAD = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)


def decoded(data: bytes, source: str, *, markup: bool = False) -> str:
    """The characters as they stand, line ends too: offsets count them. A byte order mark is not one of them.

    `markup` may declare its encoding. Warns when the encoding is guessed, and when what cannot be read is replaced by "�".

    >>> decoded("a\\ufeffb".encode("utf-16"), "a.txt")
    'a\\ufeffb'
    """
    for name in _known(data, markup):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    name = _guessed(data)
    text = data.decode(name, errors="replace")
    lost = text.count("\ufffd")
    said = f", and {lost} characters that cannot be read are replaced by “\ufffd”" if lost else ""
    advice = "save it again as UTF-8 if that is wrong"
    warnings.warn(f"{source}: not UTF-8; read as {name}, by the look of it{said}; {advice}.", TimelineWarning, stacklevel=2)
    return text


def _known(data: bytes, markup: bool) -> Iterator[str]:
    """The encodings that need no guess, the surest first."""
    yield from (name for mark, name in MARKS if data.startswith(mark))
    zeros = [data[side:IN_HEAD:2].count(0) for side in (0, 1)]
    if max(zeros) > len(data[:IN_HEAD]) // 8 and min(zeros) * 8 < max(zeros):  # Latin letters in two bytes each
        yield "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    yield "utf-8"
    declared = _DECLARED.search(data[:IN_HEAD]) if markup else None
    if declared:
        try:
            name = codecs.lookup((declared[1] or declared[2]).decode("ascii")).name
        except LookupError:
            return
        if OF_TEXT.fullmatch(name):
            yield MEANT.get(name, name)


def _guessed(data: bytes) -> str:
    """By how likely its letters are; West European where that cannot tell, for that is what English is saved in."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESSED_FROM], cp_isolation=list(GUESSES)).best()
    name = best.encoding if best is not None and best.encoding in GUESSES else WEST_EUROPEAN
    alike = data.decode(name, errors="replace") == data.decode(WEST_EUROPEAN, errors="replace")
    return WEST_EUROPEAN if alike else name
