"""The commands that read articles and tell what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.app import app
from timeline.cli.corpus import ReportFile, Resume, Split, check_resume, in_parts, say_failures, timeline_of
from timeline.cli.inputs import read_articles
from timeline.cli.options import Columns, Excel, Format, Inputs, KindsFile, Merge, Minor, Model, Order, Output, Plot, Published, Written
from timeline.cli.outputs import check_excel, check_picture, deliver, show
from timeline.cli.report import Report
from timeline.model import Article
from timeline.times.expression import DateOrder

if TYPE_CHECKING:
    from timeline.timeline import Timeline


@app.command()
def extract(
    inputs: Inputs,
    published: Published = None,
    columns: Columns = None,
    format: Written = Format.TABLE,
    excel: Excel = False,
    output: Output = None,
    plot: Plot = None,
    model: Model = None,
    merge: Merge = True,
    minor: Minor = False,
    date_order: Order = None,
    kinds: KindsFile = None,
    report: ReportFile = None,
    resume: Resume = False,
    split: Split = False,
) -> int:
    """The dated events, in the order of time.

    What several articles tell of one event is joined; each event carries how its date is known.
    """
    check_picture(plot)
    check_excel(format, excel=excel)
    check_resume(output, resume=resume)
    rows = Report()
    articles, code = read_articles(inputs, published, columns, rows)
    if split:
        articles = in_parts(articles, rows)
    asked = timeline_of(
        articles, output, resume=resume, merge=merge, minor=minor, model=model, date_order=date_order, kinds=kinds
    )
    with asked as timeline:
        code |= say_failures(timeline)
        show(timeline, format, output, plot, excel=excel)
        if report:
            deliver(rows.written(timeline), report)
    return code


@app.command()
def times(
    inputs: Inputs, published: Published = None, columns: Columns = None, output: Output = None, date_order: Order = None
) -> int:
    """The phrases that give a time.

    One a line as JSON, with its TIMEX3 type and value and the days it comes to.
    """
    from timeline.export.timex import to_timex
    from timeline.phrases import times as find_phrases

    articles, code = read_articles(inputs, published, columns)
    deliver("".join(to_timex(article, find_phrases(article, date_order)) for article in articles), output)
    return code


@app.command()
def explain(
    inputs: Inputs,
    event: Annotated[str | None, typer.Option(metavar="ID", help="Only this event, minor or not; by its id in the JSON or CSV.")] = None,
    published: Published = None,
    columns: Columns = None,
    model: Model = None,
    merge: Merge = True,
    minor: Minor = False,
    date_order: Order = None,
    kinds: KindsFile = None,
) -> int:
    """Why each event has its date.

    The chain of reasons: the phrase, the event it hangs on, the publication date.
    """
    articles, code = read_articles(inputs, published, columns)
    timeline = _extracted(articles, model, merge=merge, minor=minor or event is not None, date_order=date_order, kinds=kinds)
    code |= say_failures(timeline)
    ids = [event] if event is not None else [e.id for e in timeline]
    deliver("\n".join(timeline.explain(i) + "\n" for i in ids), None)
    return code


def _extracted(
    articles: Sequence[Article], model: str | None, *, merge: bool, minor: bool, date_order: DateOrder | None, kinds: Path | None
) -> Timeline:
    from timeline.parse import DEFAULT_MODEL
    from timeline.pipeline import extract

    return extract(articles, model=model or DEFAULT_MODEL, merge=merge, minor=minor, date_order=date_order, kinds=kinds)
