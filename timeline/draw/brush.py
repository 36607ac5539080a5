"""The few strokes a picture is made of, all given their looks, so that nothing is read from the user's style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from timeline.draw.fonts import Face, font, from_the_left

LineStyle = Literal["-", "--", ":"] | tuple[float, tuple[float, ...]]

INK = "#222222"
GREY = "#5A5A5A"
FAINT = "#8C8C8C"
RULE = "#C9C5BA"
PAPER = "white"


@dataclass(frozen=True)
class Brush:
    """Axes to draw on, and the scale at which sizes that matplotlib counts in points are drawn."""

    ax: Axes
    scale: float = 1.0

    def text(self, x: float, y: float, words: str, size: float, face: Face = "plain", *, colour: str = INK, ha: str = "left") -> Text:
        """Words centred on `y`; never read as mathematics or TeX, whatever dollars they hold."""
        return self.ax.text(
            x, y, from_the_left(words), color=colour, fontproperties=font(size * self.scale, face), ha=ha, va="center_baseline",
            parse_math=False, usetex=False, zorder=6,
        )  # fmt: skip

    def interrupt(self, text: Text) -> None:
        """Let no line run through the text."""
        text.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1.2 * self.scale})

    def line(
        self, points: Iterable[tuple[float, float]], colour: str, thickness: float, style: LineStyle = "-", *, zorder: float = 2
    ) -> Line2D:
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=colour, linewidth=thickness * self.scale, linestyle=style, marker="none", zorder=zorder)
        self.ax.add_line(line)
        return line

    def path(
        self, path: Path, colour: str, thickness: float, style: LineStyle = "-", *, face: str = "none", zorder: float = 4
    ) -> Artist:
        """A path with round ends, filled with `face`."""
        patch = PathPatch(
            path, facecolor=face, edgecolor=colour, linewidth=thickness * self.scale, linestyle=style, capstyle="round",
            joinstyle="round", zorder=zorder,
        )  # fmt: skip
        return self.ax.add_patch(patch)

    def ground(self, left: float, top: float, right: float, bottom: float, colour: str, *, zorder: float) -> None:
        """A filled box without an edge."""
        self.ax.add_patch(Rectangle((left, top), right - left, bottom - top, facecolor=colour, edgecolor="none", zorder=zorder))
