"""The characters of a text as the language is read in them, and where each stood: no soft hyphens, ligatures or odd blanks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from timeline.unwrap import unwrapped

# One for one.
PLAIN = {
    **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x1a\x1b\x7f", " "),
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011", "-"),
    "\u02bc": "’",
}
# One for several.
LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\u0132": "IJ", "\u0133": "ij",
}  # fmt: skip
# Seen by nobody: soft hyphens, zero-width blanks and joiners, marks of direction, variants of signs.
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"

_ODD = re.compile(
    rf"(?P<unseen>[{UNSEEN}])|(?P<plain>[{re.escape(''.join(PLAIN))}])|(?P<ligature>[{''.join(LIGATURES)}])"
    rf"|(?P<cr>\r\n?)|(?P<marked>[^\W\d_][\u0300-\u036f]+)"
)


@dataclass(frozen=True, slots=True)
class Characters:
    """A text to read the language in; `starts` and `ends` are where each character stood, None where every one stands where it did."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def start(self, offset: int) -> int:
        """Where a stretch stood that begins here."""
        if self.starts is None or offset < 0:
            return offset
        return self.starts[offset] if offset < len(self.starts) else self.end(offset)

    def end(self, offset: int) -> int:
        """Where a stretch stood that ends before here."""
        if self.ends is None or offset <= 0:
            return offset
        return self.ends[min(offset, len(self.ends)) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text as it was stands here."""
        if self.starts is None or self.ends is None:
            return start, end
        inside = [i for i, (a, b) in enumerate(zip(self.starts, self.ends, strict=True)) if a < end and start < b]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def readable(text: str) -> Characters:
    """The text without what hides its words or parts its sentences from whoever reads the language in them.

    >>> found = readable("The min\\u00adis\\u00adters con\\ufb01rmed")
    >>> found.text, found.start(4), found.end(13)
    ('The ministers confirmed', 4, 15)
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for odd in _ODD.finditer(text):
        _keep(text[at : odd.start()], at, pieces, starts, ends)
        new = _in_place_of(odd)
        pieces.append(new)
        starts += [odd.start()] * len(new)
        ends += [odd.end()] * len(new)
        at = odd.end()
    if not pieces:
        return Characters(unwrapped(text))
    _keep(text[at:], at, pieces, starts, ends)
    whole = unwrapped("".join(pieces))
    return Characters(whole) if len(whole) == len(text) == len(set(starts)) else Characters(whole, tuple(starts), tuple(ends))


def _keep(piece: str, at: int, pieces: list[str], starts: list[int], ends: list[int]) -> None:
    pieces.append(piece)
    starts += range(at, at + len(piece))
    ends += range(at + 1, at + len(piece) + 1)


def _in_place_of(odd: re.Match[str]) -> str:
    match odd.lastgroup:
        case "plain":
            return PLAIN[odd[0]]
        case "ligature":
            return LIGATURES[odd[0]]
        case "marked":
            return unicodedata.normalize("NFC", odd[0])
        case "cr":
            return "\n"
    return ""
