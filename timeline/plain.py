"""Text of an article made safe to print."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """The text without control characters, line breaks apart: an article must not be able to steer the terminal.

    >>> plain("no\\x1b[31m colour")
    'no[31m colour'
    """
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")


def whole_characters(text: str) -> str:
    """The text with "?" for half a character (a lone surrogate), which no file can hold.

    >>> whole_characters("a\\ud800b")
    'a?b'
    """
    return text.encode("utf-8", "replace").decode("utf-8")
