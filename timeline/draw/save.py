"""A picture as a file: the same picture gives the same bytes, and no half file is ever left."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from timeline.export.write import write_atomically

# What a file would otherwise say of the moment and the program that made it.
UNSAID: dict[str, dict[str, Any]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None, "Producer": None, "Creator": None},
}
STEADY: dict[Any, Any] = {
    "svg.hashsalt": "timeline",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "savefig.bbox": None,
    "savefig.transparent": False,
}
MOST_PIXELS = 60_000


def save(ax: Axes, path: str | Path) -> None:
    """Write the figure of these axes as PNG, SVG or PDF, by the suffix of the path."""
    suffix = Path(path).suffix.lower()
    if suffix not in UNSAID:
        raise ValueError(f"{path}: a picture is saved as {', '.join(UNSAID)}; give the file one of these endings.")
    figure = ax.get_figure(root=True)
    assert isinstance(figure, Figure)
    dpi = min(figure.dpi, MOST_PIXELS / max(figure.get_size_inches()))
    out = io.BytesIO()
    with mpl.rc_context(STEADY):
        figure.savefig(out, format=suffix[1:], metadata=UNSAID[suffix], dpi=dpi, facecolor="white")
    write_atomically(path, out.getvalue())
