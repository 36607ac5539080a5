"""Which fonts to write with, how wide their text is, and what to write where none has the glyph."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, Literal

from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

Face = Literal["plain", "bold", "headline"]

# The first two come with matplotlib, so that a picture without rare scripts is the same on every machine.
FIRST = {"plain": "DejaVu Sans", "bold": "DejaVu Sans", "headline": "DejaVu Serif"}
FALLBACKS = (
    "DejaVu Sans", "Noto Sans", "Arial Unicode MS", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", "Noto Sans SC",
    "Noto Sans JP", "Noto Sans KR", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "PingFang SC", "Hiragino Sans", "Apple SD Gothic Neo", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "SimSun",
    "Noto Sans Arabic", "Noto Naskh Arabic", "Geeza Pro", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai",
)  # fmt: skip
SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}

LEFT_TO_RIGHT = "\u200e"

MEASURING_DPI = 288  # fine enough that hinting does not matter
SLACK = 1.02  # a coarse screen rounds every glyph's width; seldom by more than this


@cache
def families(face: Face = "plain") -> tuple[str, ...]:
    """The installed fonts to try in turn; a name that is not installed would only bring a warning."""
    installed = set(font_manager.get_font_names())
    wanted = dict.fromkeys((FIRST[face], *FALLBACKS))
    return tuple(name for name in wanted if name in installed)


def font(size: float, face: Face = "plain") -> FontProperties:
    """The font properties of a face at a size in points."""
    return FontProperties(family=list(families(face)), size=size, weight="normal" if face == "plain" else "bold")


def from_the_left(text: str) -> str:
    """The line with a mark that keeps it running from left to right, where names in it run the other way.

    Without it a line that begins with an Arabic name would be laid out from the right, and its names change places.
    """
    return LEFT_TO_RIGHT + text if any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text) else text


@lru_cache(maxsize=8192)
def width(text: str, size: float, face: Face = "plain") -> float:
    """How wide this line is, in points."""
    measured = _renderer().get_text_width_height_descent(from_the_left(text), font(size, face), ismath=False)
    return float(measured[0]) * 72 / MEASURING_DPI * SLACK


@lru_cache(maxsize=8192)
def legible(text: str) -> str:
    """The text on one line, with a word in brackets for what no installed font can write.

    >>> legible("two\\nlines")
    'two lines'
    """
    one_line = " ".join(text.split())
    if one_line.isascii() and one_line.isprintable():
        return one_line
    parts = ((can, "".join(run)) for can, run in groupby(one_line, key=_can_write))
    return " ".join("".join(run if can else _stand_in(run) for can, run in parts).split())


@cache
def _renderer() -> Any:
    """Untyped, as matplotlib leaves it."""
    renderer: Any = RendererAgg
    return renderer(8, 8, MEASURING_DPI)


@cache
def _can_write(character: str) -> bool:
    if unicodedata.category(character) == "Cc":
        return False
    return any(face.get_char_index(ord(character)) for face in _faces())


@cache
def _faces() -> tuple[FT2Font, ...]:
    paths = (font_manager.findfont(FontProperties(family=name)) for name in families())
    return tuple(font_manager.get_font(path) for path in paths)


def _stand_in(run: str) -> str:
    """A word for characters without a glyph: the script they are of; nothing for those that have no shape."""
    categories = {unicodedata.category(character)[0] for character in run}
    if categories <= {"C", "M"}:
        return ""
    if "L" not in categories:
        return "[symbol]"
    words = [unicodedata.name(c, "UNKNOWN").split()[0].split("-")[0] for c in run if c.isalpha()]
    scripts = {SCRIPTS.get(word, word.capitalize()) for word in words}
    return f"[{'Japanese' if 'Japanese' in scripts else ', '.join(sorted(scripts))}]"
