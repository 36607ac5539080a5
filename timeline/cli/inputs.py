"""The articles that a command is given."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from timeline.cli.outputs import say
from timeline.cli.report import Report
from timeline.errors import PublicationDateMissing, TimelineError, TimelineWarning
from timeline.model import Article
from timeline.read import distinct, given, in_english, read_inputs
from timeline.read.columns import parsed_columns
from timeline.read.origin import Origin


def read_articles(
    inputs: Sequence[str], published: str | None, columns: str | None, report: Report | None = None
) -> tuple[tuple[Article, ...], int]:
    """The articles that can be read, and the exit code.

    Says what cannot be read, what is empty and what is in another language, and stops when nothing is left.
    """
    report = report or Report()
    asked = given(published, None if columns is None else parsed_columns(columns), "--published")
    found: list[tuple[Origin, Article]] = []
    errors: list[TimelineError] = []
    with _warnings_said():
        for result in read_inputs(inputs, asked, stdin=sys.stdin.buffer if sys.stdin else None):
            if isinstance(result, TimelineError):
                errors.append(result)
            else:
                found += result
    if not found and errors and all(isinstance(error, PublicationDateMissing) for error in errors):
        raise errors[0]
    for error in errors:
        say(str(error))
        report.refused(str(error).partition(": ")[0], str(error))
    code = int(bool(errors))
    if not found and code:
        raise typer.Exit(code)
    for origin, article in found:
        report.found(origin.name, article)
        if not any(c.isalnum() for c in article.title + article.text):
            say(f"{origin.name}: the article has no words; nothing is found in it.")
    if not found:
        say("there is no article in the input; the result is empty.")
    with _warnings_said():
        articles, skipped = in_english(distinct(found))
    report.left_out(skipped)
    return articles, code


@contextmanager
def _warnings_said() -> Iterator[None]:
    """What Python would warn of, in a line of its own; warnings that are not the package's are left as they are."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", TimelineWarning)
        try:
            yield
        finally:
            own = [warning for warning in caught if issubclass(warning.category, TimelineWarning)]
            for warning in own:
                say(str(warning.message))
    for warning in caught:
        if warning not in own:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)
