"""Run notebooks and keep their outputs, but nothing of the moment or the machine: python notebooks/execute.py NOTEBOOK..."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode


def executed(path: Path) -> NotebookNode:
    """The notebook with fresh outputs; raises what a cell raises."""
    notebook = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False, resources=where).execute()
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(name="python3", display_name="Python 3", language="python"))
    return notebook


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        nbformat.write(executed(Path(argument)), argument)
