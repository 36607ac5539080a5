"""What a command gives: data to standard output or a file, messages to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.cli.options import PICTURES, Format
from timeline.errors import UnwritableOutput

if TYPE_CHECKING:
    from timeline.timeline import Timeline

PIPED_WIDTH = 80


def check_picture(plot: Path | None) -> None:
    """Refuses a picture of another sort before any work is done."""
    if plot and plot.suffix.lower() not in PICTURES:
        raise typer.BadParameter(f"{plot} does not end in {', '.join(PICTURES)}; give the picture one of these.", param_hint="--plot")


def show(timeline: Timeline, format: Format, output: Path | None, plot: Path | None, *, excel: bool) -> None:
    deliver(_written(timeline, format, excel=excel), output)
    if plot:
        from timeline.draw.save import save

        with _writing(plot):
            save(timeline.plot(), plot)


def check_excel(format: Format, *, excel: bool) -> None:
    """Refuses the mark on what is no CSV file before any work is done."""
    if excel and format is not Format.CSV:
        raise typer.BadParameter("only a CSV file is made for Excel; add --format csv.", param_hint="--excel")


def _written(timeline: Timeline, format: Format, *, excel: bool) -> str | bytes:
    match format:
        case Format.TABLE:
            from timeline.terminal import render

            return render(timeline, shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH)
        case Format.CSV:
            return timeline.to_csv(excel=excel)
    written: str | bytes = getattr(timeline, f"to_{format}")()
    return written


def deliver(data: str | bytes, output: Path | None) -> None:
    """Bytes rather than text, so that neither the locale nor the system changes what is written."""
    from timeline.export.write import write_atomically

    data = data.encode() if isinstance(data, str) else data
    with _writing(output or "standard output"):
        if output:
            write_atomically(output, data)
        else:
            _print(data)


def _print(data: bytes) -> None:
    """To standard output; what cannot be written is dropped, or Python would try again at its end and fail once more."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


@contextmanager
def _writing(target: str | Path) -> Iterator[None]:
    """Names the target when it cannot be written; a closed pipe is not an error, whoever reads has enough."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(str(target), error.strerror or str(error)) from error


def say(message: str) -> None:
    typer.echo(f"timeline: {' '.join(message.split())}", err=True)
