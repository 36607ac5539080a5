"""The one way to a picture: lay the events out, then paint the layout on axes whose unit is the point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from timeline.draw.brush import Brush
from timeline.draw.lanes import By, Lane, lanes
from timeline.draw.layout import Layout, arrange
from timeline.draw.paint import paint
from timeline.model import Event

WIDTH = 800.0
DPI = 150
SMALLEST = 0.3


def draw(
    events: Iterable[Event], *, published: Sequence[date] = (), title: str = "", by: By = "order", ax: Axes | None = None
) -> Axes:
    """Draw the events in the order given, all in one lane or parted, on a figure made to fit them or on axes of your own.

    Axes of your own are filled as they are: what does not fit at full size is drawn smaller. Raises ValueError for another `by`.
    """
    parted, published = lanes(tuple(events), by), tuple(sorted(set(published)))
    if ax is None:
        layout = arrange(parted, published, title, WIDTH)
        ax = _own_axes(layout)
        scale = 1.0
    else:
        layout, scale = _fit(parted, published, title, ax)
    ax.set_axis_off()
    ax.set_autoscale_on(False)
    ax.set(xlim=(0, layout.width), ylim=(layout.height, 0))
    paint(Brush(ax, scale), layout)
    return ax


def _own_axes(layout: Layout) -> Axes:
    figure = Figure(figsize=(layout.width / 72, layout.height / 72), dpi=DPI, facecolor="white")
    figure.set_layout_engine("none")
    FigureCanvasAgg(figure)
    return figure.add_axes((0, 0, 1, 1))


def _fit(parted: Sequence[Lane], published: Sequence[date], title: str, ax: Axes) -> tuple[Layout, float]:
    """The layout at the largest scale that the axes have room for."""
    box = ax.get_window_extent()
    width, height = (side * 72 / ax.figure.dpi for side in (box.width, box.height))
    scale = 1.0
    layout = arrange(parted, published, title, width)
    while layout.height > height / scale and scale > SMALLEST:
        scale *= 0.95
        layout = arrange(parted, published, title, width / scale)
    return layout, scale
