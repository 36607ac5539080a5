"""The articles that a command is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from timeline.cli.outputs import say
from timeline.cli.report import Report
from timeline.errors import PublicationDateMissing, TimelineError
from timeline.model import Article
from timeline.read import distinct, read_inputs
from timeline.read.origin import Origin
from timeline.read.published import as_day


def read_articles(inputs: Sequence[str], published: str | None, report: Report | None = None) -> tuple[tuple[Article, ...], int]:
    """The articles that can be read, and the exit code; says what cannot be read and what is empty, stops when nothing is left."""
    report = report or Report()
    day = None if published is None else as_day(published, "--published")
    found: list[tuple[Origin, Article]] = []
    code = 0
    for result in read_inputs(inputs, published=day, stdin=sys.stdin.buffer if sys.stdin else None):
        if isinstance(result, PublicationDateMissing):
            raise result
        if isinstance(result, TimelineError):
            say(str(result))
            report.refused(str(result).partition(": ")[0], str(result))
            code = 1
        else:
            found += result
    if not found and code:
        raise typer.Exit(code)
    for origin, article in found:
        report.found(origin.name, article)
        if not any(c.isalnum() for c in article.title + article.text):
            say(f"{origin.name}: the article has no words; nothing is found in it.")
    if not found:
        say("there is no article in the input; the result is empty.")
    return distinct(found), code
