"""The command `timeline`: data to standard output or a file, messages to standard error.

Exit codes: 0 done, 1 something could not be read or written, 2 usage. What is slow to import is imported inside the commands.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.errors import PublicationDateMissing, TimelineError, UnwritableOutput
from timeline.model import Article, Status
from timeline.plain import plain
from timeline.read import distinct, read_inputs
from timeline.read.origin import Origin
from timeline.read.published import as_day
from timeline.times.expression import DateOrder

if TYPE_CHECKING:
    from timeline.follow import Change
    from timeline.timeline import Timeline

PICTURES = (".png", ".svg", ".pdf")
PIPED_WIDTH = 80

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """What `timeline extract` writes."""

    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"


Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Articles: .txt, .json or .jsonl files, or - for standard input.")]
StoryFile = Annotated[Path, typer.Argument(metavar="STORY", help="The DuckDB file that keeps the story.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of articles without their own.")]
Output = Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file instead of standard output.")]
Plot = Annotated[Path | None, typer.Option(metavar="PATH", help="Draw the timeline to this .png, .svg or .pdf file too.")]
Order = Annotated[DateOrder | None, typer.Option(help="How dates such as 4/2/2026 are meant where the text does not show it.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline.")]
Merge = Annotated[bool, typer.Option("--merge/--no-merge", help="Join what several articles tell of one event.")]
Minor = Annotated[bool, typer.Option("--all", help="Keep events that are only said, wished or background.")]
KindsFile = Annotated[Path | None, typer.Option("--kinds", metavar="PATH", help="A .toml table of event kinds beside the package's own.")]


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Dated timelines of diplomatic events, read from news articles."""
    if version:
        from timeline import __version__

        typer.echo(f"timeline {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


@app.command()
def extract(
    inputs: Inputs,
    published: Published = None,
    format: Annotated[Format, typer.Option(help="How the events are written.")] = Format.TABLE,
    output: Output = None,
    plot: Plot = None,
    model: Model = None,
    merge: Merge = True,
    minor: Minor = False,
    date_order: Order = None,
    kinds: KindsFile = None,
) -> int:
    """The dated events, in the order of time.

    What several articles tell of one event is joined; each event carries how its date is known.
    """
    _picture(plot)
    articles, code = _read(inputs, published)
    _shown(_extracted(articles, model, merge=merge, minor=minor, date_order=date_order, kinds=kinds), format, output, plot)
    return code


@app.command()
def add(
    story: StoryFile,
    inputs: Inputs,
    published: Published = None,
    model: Model = None,
    date_order: Order = None,
    kinds: KindsFile = None,
) -> int:
    """Articles into a story that is kept in a file, and what that changes.

    What is there in the same words is left alone; an article in other words replaces its last version.
    """
    from timeline.follow import add as follow
    from timeline.parse import DEFAULT_MODEL

    articles, code = _read(inputs, published)
    changes = follow(story, articles, model=model or DEFAULT_MODEL, date_order=date_order, kinds=kinds)
    lines = [f"{c.what:12}  {c.event.readings():>24}  {c.event.summary}{_before(c)}" for c in changes] or ["nothing new"]
    _deliver(plain("".join(f"{line}\n" for line in lines)), None)
    return code


@app.command()
def show(
    story: StoryFile,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Events that may have been on this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Events that may have been on this day or earlier.")] = None,
    involving: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of who took part.")] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="A country that took part or where it was, by name or code.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="call, meeting, visit and so on.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the place.")] = None,
    status: Annotated[Status | None, typer.Option(help="What became of it.")] = None,
    format: Annotated[Format, typer.Option(help="How the events are written.")] = Format.TABLE,
    output: Output = None,
    plot: Plot = None,
    minor: Minor = False,
) -> int:
    """The events of a story that is kept in a file, all or some."""
    from timeline.timeline import Timeline

    _picture(plot)
    whole = Timeline.open(story, minor=minor)
    some = whole.select(since=since, until=until, involving=involving, country=country, kind=kind, place=place, status=status)
    _shown(some, format, output, plot)
    return 0


@app.command()
def times(inputs: Inputs, published: Published = None, output: Output = None, date_order: Order = None) -> int:
    """The phrases that give a time.

    One a line as JSON, with its TIMEX3 type and value and the days it comes to.
    """
    from timeline.export.timex import to_timex
    from timeline.pipeline import times as find_phrases

    articles, code = _read(inputs, published)
    _deliver("".join(to_timex(article, find_phrases(article, date_order)) for article in articles), output)
    return code


@app.command()
def explain(
    inputs: Inputs,
    event: Annotated[str | None, typer.Option(metavar="ID", help="Only this event, minor or not; by its id in the JSON or CSV.")] = None,
    published: Published = None,
    model: Model = None,
    merge: Merge = True,
    minor: Minor = False,
    date_order: Order = None,
    kinds: KindsFile = None,
) -> int:
    """Why each event has its date.

    The chain of reasons: the phrase, the event it hangs on, the publication date.
    """
    articles, code = _read(inputs, published)
    timeline = _extracted(articles, model, merge=merge, minor=minor or event is not None, date_order=date_order, kinds=kinds)
    ids = [event] if event is not None else [e.id for e in timeline]
    _deliver("\n".join(timeline.explain(i) + "\n" for i in ids), None)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, of this process if no other is given, and return its exit code."""
    try:
        return app(args=arguments, prog_name="timeline", standalone_mode=False) or 0
    except typer.TyperException as error:
        _say(f"{error.format_message()} See timeline --help.")
        return error.exit_code
    except TimelineError as error:
        _say(str(error))
        return 1 if isinstance(error, UnwritableOutput) else 2


def _read(inputs: Sequence[str], published: str | None) -> tuple[tuple[Article, ...], int]:
    """The articles that can be read, and the exit code; says what cannot be read and what is empty, stops when nothing is left."""
    day = None if published is None else as_day(published, "--published")
    found: list[tuple[Origin, Article]] = []
    code = 0
    for result in read_inputs(inputs, published=day, stdin=sys.stdin.buffer if sys.stdin else None):
        if isinstance(result, PublicationDateMissing):
            raise result
        if isinstance(result, TimelineError):
            _say(str(result))
            code = 1
        else:
            found += result
    if not found and code:
        raise typer.Exit(code)
    for origin, article in found:
        if not any(c.isalnum() for c in article.title + article.text):
            _say(f"{origin.name}: the article has no words; nothing is found in it.")
    if not found:
        _say("there is no article in the input; the result is empty.")
    return distinct(found), code


def _before(change: Change) -> str:
    return f" (was {change.before.readings()}, {change.before.status})" if change.before else ""


def _picture(plot: Path | None) -> None:
    """Refuses a picture of another sort before any work is done."""
    if plot and plot.suffix.lower() not in PICTURES:
        raise typer.BadParameter(f"{plot} does not end in {', '.join(PICTURES)}; give the picture one of these.", param_hint="--plot")


def _shown(timeline: Timeline, format: Format, output: Path | None, plot: Path | None) -> None:
    _deliver(_written(timeline, format), output)
    if plot:
        from timeline.draw.save import save

        with _writing(plot):
            save(timeline.plot(), plot)


def _extracted(
    articles: Sequence[Article], model: str | None, *, merge: bool, minor: bool, date_order: DateOrder | None, kinds: Path | None
) -> Timeline:
    from timeline.parse import DEFAULT_MODEL
    from timeline.pipeline import extract

    return extract(articles, model=model or DEFAULT_MODEL, merge=merge, minor=minor, date_order=date_order, kinds=kinds)


def _written(timeline: Timeline, format: Format) -> str:
    match format:
        case Format.CSV:
            return timeline.to_csv()
        case Format.JSON:
            return timeline.to_json()
        case Format.JSONL:
            from timeline.export.jsonl import to_jsonl

            return to_jsonl(timeline)
        case Format.TABLE:
            from timeline.terminal import render

            return render(timeline, shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH)


def _deliver(text: str, output: Path | None) -> None:
    """Bytes rather than text, so that neither the locale nor the system changes what is written."""
    from timeline.export.write import write_atomically

    with _writing(output or "standard output"):
        if output:
            write_atomically(output, text.encode())
        else:
            _print(text.encode())


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


def _say(message: str) -> None:
    typer.echo(f"timeline: {' '.join(message.split())}", err=True)


if __name__ == "__main__":
    sys.exit(main())
