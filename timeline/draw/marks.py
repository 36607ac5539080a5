"""What stands on the track: one form for each way of knowing a date, changed by what became of the event.

Each form is a bar between two places that closes up to a point when they meet: stated a disc, derived a diamond, assumed a
dotted square, bounded a line between two stops. So a stretch of days and a single day of the same basis look of a kind.
The colours are those of Okabe and Ito, which colour-blind readers can tell apart; no meaning hangs on colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.path import Path

from timeline.draw.brush import FAINT, INK, PAPER, Brush, LineStyle
from timeline.model import Basis, Status

COLOURS = {
    Basis.STATED: "#0072B2",
    Basis.DERIVED: "#D55E00",
    Basis.BOUNDED: "#009E73",
    Basis.ASSUMED: "#8A5A83",
    Basis.UNKNOWN: "#6B6B6B",
}
CROSSED_OUT = (Status.CANCELLED, Status.DENIED)
RADIUS = 4.6
ARROW = 24.0
CURVE = 0.5523  # a cubic Bézier's handle for a quarter of a circle of radius 1


@dataclass(frozen=True, slots=True)
class Span:
    """Where a mark stands: `left` and `right` are the middles of its rounded ends; an open side runs off into an arrow."""

    left: float
    right: float
    y: float
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is filled and edged."""

    face: str
    edge: str
    line: LineStyle = "-"


def draw_mark(brush: Brush, span: Span, basis: Basis, status: Status, gid: str, *, colour: str | None = None) -> None:
    """Draw one mark, its body under this gid, in the colour of its basis unless another is given."""
    look = _look(basis, status, colour or COLOURS[basis])
    if basis is Basis.UNKNOWN:
        body: Artist = brush.text(span.left, span.y, "?", 10, "bold", colour=look.edge, ha="center")
    else:
        body = brush.path(FORMS[basis](span), look.edge, 1.5, look.line, face="none" if basis is Basis.BOUNDED else look.face)
    body.set_gid(gid)
    if basis is not Basis.BOUNDED:
        for tail in _tails(span):
            brush.path(tail, look.edge, 1.5, look.line, zorder=3.9)
    if status is Status.ONGOING:
        brush.path(_arrow(span.right + RADIUS + 2, span.y, 13), look.edge, 1.5, zorder=5)
    if status in CROSSED_OUT:
        slash = _slash((span.left + span.right) / 2, span.y)
        brush.path(slash, PAPER, 3.4, zorder=5)
        brush.path(slash, INK, 1.6, zorder=5)


def draw_alternatives(brush: Brush, places: Sequence[tuple[float, float]], y: float, gid: str) -> None:
    """Ghosts on each of the days that a disputed event is told with, tied together."""
    left, right = min(a for a, _ in places), max(b for _, b in places)
    brush.path(Path([(left, y), (right, y)]), FAINT, 1.0, ":", zorder=3.9).set_gid(gid)
    for a, b in places:
        brush.path(_disc(Span(a, b, y)), FAINT, 1.5, (0, (2, 1.4)), face=PAPER)


def reach(span: Span, basis: Basis, status: Status) -> tuple[float, float]:
    """How far to the left and right the ink of a mark goes."""
    left = span.left - RADIUS - (ARROW if span.open_left else 0)
    right = span.right + RADIUS + (ARROW if span.open_right else 0)
    return left, right + (20 if status is Status.ONGOING else 0)


def _look(basis: Basis, status: Status, colour: str) -> Look:
    if status in CROSSED_OUT:
        return Look(PAPER, colour, ":" if basis is Basis.ASSUMED else "-")
    if status is Status.HYPOTHETICAL:
        return Look(PAPER, FAINT, "--")
    if basis is Basis.ASSUMED:
        return Look(PAPER if status is Status.PLANNED else "#EBDDE8", colour, ":")
    return Look(PAPER if status is Status.PLANNED else colour, colour)


def _disc(span: Span) -> Path:
    """A circle, or a bar with round ends."""
    a, b, y, r, k = span.left, span.right, span.y, RADIUS, RADIUS * CURVE
    points = [
        (a, y - r), (b, y - r), (b + k, y - r), (b + r, y - k), (b + r, y), (b + r, y + k), (b + k, y + r), (b, y + r),
        (a, y + r), (a - k, y + r), (a - r, y + k), (a - r, y), (a - r, y - k), (a - k, y - r), (a, y - r), (a, y - r),
    ]  # fmt: skip
    codes = [Path.MOVETO, Path.LINETO, *[Path.CURVE4] * 6, Path.LINETO, *[Path.CURVE4] * 6, Path.CLOSEPOLY]
    return Path(points, codes)


def _diamond(span: Span) -> Path:
    """A diamond, or a bar with pointed ends."""
    a, b, y, r = span.left, span.right, span.y, RADIUS * 1.18
    return Path([(a - r, y), (a, y - r), (b, y - r), (b + r, y), (b, y + r), (a, y + r), (a - r, y)], closed=True)


def _box(span: Span) -> Path:
    """A square, or a bar with blunt ends."""
    a, b, y, r = span.left, span.right, span.y, RADIUS * 0.92
    return Path([(a - r, y - r), (b + r, y - r), (b + r, y + r), (a - r, y + r), (a - r, y - r)], closed=True)


def _line(span: Span) -> Path:
    """A line with a stop where a bound is known and an arrow where none is."""
    left, right, y, r = span.left - RADIUS, span.right + RADIUS, span.y, RADIUS
    parts = [Path([(left, y), (right, y)]), *_tails(span)]
    if not span.open_left:
        parts.append(Path([(left, y - r), (left, y + r)]))
    if not span.open_right:
        parts.append(Path([(right, y - r), (right, y + r)]))
    return Path.make_compound_path(*parts)


def _arrow(x: float, y: float, length: float) -> Path:
    """An arrow from `x`, to the left when the length is negative."""
    tip, back = x + length, 4.0 if length > 0 else -4.0
    return Path.make_compound_path(Path([(x, y), (tip, y)]), Path([(tip - back, y - 3.4), (tip, y), (tip - back, y + 3.4)]))


def _tails(span: Span) -> list[Path]:
    """The arrows of a mark that is open on a side."""
    left = [_arrow(span.left - RADIUS, span.y, -ARROW)] if span.open_left else []
    right = [_arrow(span.right + RADIUS, span.y, ARROW)] if span.open_right else []
    return left + right


def _slash(x: float, y: float) -> Path:
    r = RADIUS + 1.6
    return Path([(x - r, y + r), (x + r, y - r)])


FORMS: dict[Basis, Callable[[Span], Path]] = {
    Basis.STATED: _disc,
    Basis.DERIVED: _diamond,
    Basis.BOUNDED: _line,
    Basis.ASSUMED: _box,
}
