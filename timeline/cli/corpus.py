"""A run over many articles: its options, what it keeps on the way, and what it says of what failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.outputs import say
from timeline.cli.report import Report
from timeline.errors import UnwritableOutput
from timeline.model import Article
from timeline.times.expression import DateOrder

if TYPE_CHECKING:
    from timeline.store.partial import Partial
    from timeline.timeline import Timeline

ReportFile = Annotated[Path | None, typer.Option("--report", metavar="PATH", help="Write what became of each article to this .csv file.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on where the same command was stopped; needs --output.")]
Split = Annotated[bool, typer.Option("--split", help="Read an article that is too long in parts, as articles ID#1, ID#2 and so on.")]


def check_resume(output: Path | None, *, resume: bool) -> None:
    """Refuses to go on from nothing before any work is done."""
    if resume and output is None:
        raise typer.BadParameter("what was read is kept beside the output; name it with --output PATH.", param_hint="--resume")


def in_parts(articles: Sequence[Article], report: Report) -> tuple[Article, ...]:
    """The articles, those that are too long in parts."""
    from timeline.read.parts import in_parts as parts_of

    parts = {article.id: list(parts_of(article)) for article in articles}
    report.in_parts(parts)
    return tuple(part for of_one in parts.values() for part in of_one)


@contextmanager
def timeline_of(
    articles: Sequence[Article],
    output: Path | None,
    *,
    resume: bool,
    merge: bool,
    minor: bool,
    model: str | None,
    date_order: DateOrder | None,
    kinds: Path | None,
) -> Iterator[Timeline]:
    """The timeline of the articles. What was read is kept beside the output until what is done with the timeline is done."""
    from timeline.corpus import AT_ONCE, partial_of, read_on
    from timeline.parse import DEFAULT_MODEL
    from timeline.pipeline import extract, put_together

    name = model or DEFAULT_MODEL
    partial: Partial | None = None
    try:
        if output and not _is_special(output) and (resume or len(articles) > AT_ONCE):
            partial = partial_of(output, model=name, date_order=date_order, kinds=kinds)
            found = read_on(articles, partial, resume=resume, model=name, date_order=date_order, kinds=kinds)
            yield put_together(found, merge=merge, minor=minor)
            partial.remove()
        else:
            yield extract(articles, model=name, merge=merge, minor=minor, date_order=date_order, kinds=kinds)
    except (KeyboardInterrupt, UnwritableOutput):
        if partial and partial.path.exists():
            say(f"what was read is kept in {partial.path}; the same command with --resume goes on from there.")
        raise


def _is_special(output: Path) -> bool:
    return output.exists() and not output.is_file()


def say_failures(timeline: Timeline) -> int:
    """Says of each article that could not be read why, and gives the exit code."""
    for failure in timeline.failures:
        say(failure.reason if failure.reason.startswith(failure.article) else f"{failure.article}: {failure.reason}")
    return int(bool(timeline.failures))
