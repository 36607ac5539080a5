"""A value as the text of a spreadsheet's cell, on one line and harmless, and back: nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR, VERSION = "; ", " | "
NAMED = {"\n": "n", "\r": "r", "\t": "t", "\\": "\\"}
_CHARACTERS = {letter: character for character, letter in NAMED.items()}
# What would end the line, is no character of a text file, or begins an escape.
_ESCAPED = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
# What a spreadsheet would run as a formula, behind any quotes that already stand before it.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")


def cell(text: str) -> str:
    """The text of one value: line ends and the like escaped, a quote before what a spreadsheet would run.

    >>> cell("=1+\\n1")
    "'=1+\\\\n1"
    """
    return _guarded(_escaped(text))


def value(cell_text: str) -> str:
    """What `cell` was made from.

    >>> value(cell("-5 degrees\\n"))
    '-5 degrees\\n'
    """
    return _meant(_bare(cell_text))


def list_cell(items: Iterable[str]) -> str:
    """The text of several values, joined with "; ".

    >>> list_cell(["Lima; Peru", "Quito"])
    'Lima\\\\; Peru; Quito'
    """
    return _guarded(joined([_escaped(item) for item in items], SEPARATOR))


def values(cell_text: str, *, least: int = 0) -> tuple[str, ...]:
    """What `list_cell` was made from; an empty text is no value, or one that is empty where there is at `least` one.

    >>> values("Lima\\\\; Peru; Quito")
    ('Lima; Peru', 'Quito')
    """
    text = _bare(cell_text)
    return tuple(_meant(item) for item in parted(text, SEPARATOR)) if text or least else ()


def version(parts: Iterable[str]) -> str:
    """One text of a name and those who give it, which `parts_of` takes apart.

    >>> version(["Geneva", "CHE", "dawn", "dusk"])
    'Geneva | CHE | dawn | dusk'
    """
    return joined([_escaped(part) for part in parts], VERSION)


def parts_of(text: str) -> list[str]:
    """What `version` was made from."""
    return [_meant(part) for part in parted(text, VERSION)]


def joined(parts: Iterable[str], separator: str) -> str:
    """One text of several, in which a backslash stands before what only looks like the separator."""
    return separator.join(part.replace(separator, "\\" + separator) for part in parts)


def parted(text: str, separator: str) -> list[str]:
    """The parts that `joined` made one text of, with the backslashes that stand in them."""
    parts, start, i = [], 0, 0
    while i < len(text):
        if text[i] == "\\":
            i += 2
        elif text.startswith(separator, i):
            parts.append(text[start:i])
            start = i = i + len(separator)
        else:
            i += 1
    return [*parts, text[start:]]


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\\" + (NAMED.get(found[0]) or f"u{ord(found[0]):04x}"), text)


def _meant(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _CHARACTERS.get(found[2], found[2]), text)


def _guarded(text: str) -> str:
    return "'" + text if _FORMULA.match(text) else text


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
