"""What can be given to the commands, each option under one name everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.times.expression import DateOrder

PICTURES = (".png", ".svg", ".pdf")


class Format(StrEnum):
    """What `timeline extract` writes."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"
    HTML = "html"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    TIMELINEJS = "timelinejs"
    ICALENDAR = "icalendar"
    JSONLD = "jsonld"
    TIMEML = "timeml"


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Articles: files, folders, patterns such as 'news/*.html', or - for standard input."),
]
Columns = Annotated[str | None, typer.Option(metavar="KEY=NAME,...", help="Columns of a table, such as text=body,published=date.")]
StoryFile = Annotated[Path, typer.Argument(metavar="STORY", help="The DuckDB file that keeps the story.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of articles without their own; auto for what their top says."),
]
Output = Annotated[Path | None, typer.Option(metavar="PATH", help="Write to this file instead of standard output.")]
Plot = Annotated[Path | None, typer.Option(metavar="PATH", help="Draw the timeline to this .png, .svg or .pdf file too.")]
Order = Annotated[DateOrder | None, typer.Option(help="How dates such as 4/2/2026 are meant where the text does not show it.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline.")]
Merge = Annotated[bool, typer.Option("--merge/--no-merge", help="Join what several articles tell of one event.")]
Minor = Annotated[bool, typer.Option("--all", help="Keep events that are only said, wished or background.")]
KindsFile = Annotated[Path | None, typer.Option("--kinds", metavar="PATH", help="A .toml table of event kinds beside the package's own.")]
Written = Annotated[Format, typer.Option("--format", help="How the events are written.")]
Excel = Annotated[bool, typer.Option("--excel", help="Begin a CSV file with the mark by which Excel knows UTF-8.")]
