"""The commands on a story that is kept in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import outputs
from timeline.cli.app import app
from timeline.cli.inputs import read_articles
from timeline.cli.options import Columns, Excel, Format, Inputs, KindsFile, Minor, Model, Order, Output, Plot, Published, StoryFile, Written
from timeline.cli.outputs import check_excel, check_picture, deliver
from timeline.model import Status
from timeline.plain import plain

if TYPE_CHECKING:
    from timeline.follow import Change

EventId = Annotated[str, typer.Argument(metavar="EVENT", help="The id of an event, as the JSON or CSV has it.")]
ArticleId = Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article.")]


@app.command()
def add(
    story: StoryFile,
    inputs: Inputs,
    published: Published = None,
    columns: Columns = None,
    model: Model = None,
    date_order: Order = None,
    kinds: KindsFile = None,
) -> int:
    """Articles into a story that is kept in a file, and what that changes.

    What is there in the same words is left alone; an article in other words replaces its last version.
    """
    from timeline.follow import add as follow
    from timeline.parse import DEFAULT_MODEL

    articles, code = read_articles(inputs, published, columns)
    _tell(follow(story, articles, model=model or DEFAULT_MODEL, date_order=date_order, kinds=kinds))
    return code


@app.command()
def join(story: StoryFile, first: EventId, second: EventId) -> int:
    """Make one event of two, now and whenever more is added."""
    from timeline.follow import join as join_events

    _tell(join_events(story, first, second))
    return 0


@app.command()
def split(story: StoryFile, event: EventId, article: ArticleId) -> int:
    """Take what an article tells out of an event, now and whenever more is added."""
    from timeline.follow import split as split_event

    _tell(split_event(story, event, article))
    return 0


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
    format: Written = Format.TABLE,
    excel: Excel = False,
    output: Output = None,
    plot: Plot = None,
    minor: Minor = False,
) -> int:
    """The events of a story that is kept in a file, all or some."""
    from timeline.timeline import Timeline

    check_picture(plot)
    check_excel(format, excel=excel)
    whole = Timeline.open(story, minor=minor)
    some = whole.select(since=since, until=until, involving=involving, country=country, kind=kind, place=place, status=status)
    outputs.show(some, format, output, plot, excel=excel)
    return 0


def _tell(changes: Sequence[Change]) -> None:
    lines = [f"{c.what:12}  {c.event.readings():>24}  {c.event.summary}{_before(c)}" for c in changes] or ["nothing new"]
    deliver(plain("".join(f"{line}\n" for line in lines)), None)


def _before(change: Change) -> str:
    return f" (was {change.before.readings()}, {change.before.status})" if change.before else ""
