"""The command `timeline`: data to standard output or a file, messages to standard error.

Exit codes: 0 done, 1 something could not be read or written, 2 usage, 130 stopped by the user. What is slow to import is imported inside
the commands.
"""

from __future__ import annotations

from collections.abc import Sequence

import typer

from timeline.cli import articles, story
from timeline.cli.app import app
from timeline.cli.outputs import say
from timeline.errors import TimelineError, UnwritableOutput

__all__ = ["articles", "main", "story"]

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, of this process if no other is given, and return its exit code."""
    try:
        code: int = app(args=arguments, prog_name="timeline", standalone_mode=False) or 0
        if code == INTERRUPTED:
            say("stopped.")
        return code
    except typer.TyperException as error:
        say(f"{error.format_message()} See timeline --help.")
        return error.exit_code
    except TimelineError as error:
        say(str(error))
        return 1 if isinstance(error, UnwritableOutput) else 2
