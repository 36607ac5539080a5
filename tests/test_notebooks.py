"""The notebooks run, and show what they show in git."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest

from notebooks.execute import executed

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def shown(notebook: Any) -> list[dict[str, Any]]:
    """Every output in words; a picture stands for itself, since its bytes hang on the fonts and the libraries of the machine."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return [{kind: kind.startswith("text") and data[kind] for kind in data} for data in (o.get("data", o) for o in outputs)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_did(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    assert shown(kept), "run `make sample` to keep the outputs"
    assert shown(executed(path)) == shown(kept)


def test_there_is_a_notebook() -> None:
    assert NOTEBOOKS
