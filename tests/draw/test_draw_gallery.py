"""The sample pictures in git are what is drawn today, but for what a machine makes of curves."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread

from tests.draw.gallery import PICTURES, ROOT, write
from timeline.draw.fonts import families

SAMPLES = ROOT / "outputs" / "sample"
MOST_APART = 0.01  # mean difference of all points, of 1 between black and white
NEEDS = {"five-scripts": "Noto Sans CJK SC"}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_kept(name: str, tmp_path: Path) -> None:
    """`make sample` draws them anew; look at each before it is kept."""
    if name in NEEDS and NEEDS[name] not in families():
        pytest.skip(f"drawn with the font {NEEDS[name]}, which is not installed")
    drawn, kept = imread(write(name, tmp_path)), imread(SAMPLES / f"{name}.png")
    assert drawn.shape == kept.shape
    assert float(np.abs(drawn - kept).mean()) <= MOST_APART
