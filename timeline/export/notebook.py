"""The timeline as an HTML table: what a notebook shows, with the evidence on hover."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline.model import Event
from timeline.table import evidence

HEADINGS = ("date", "event", "participants", "basis")
CELL = '<td style="text-align:left;vertical-align:top{more}"{attributes}>{text}</td>'


def to_notebook(events: Iterable[Event]) -> str:
    """A table of date, event, participants and basis; the title of a row's event is the sentence it is known from."""
    headings = "".join(f'<th style="text-align:left">{heading}</th>' for heading in HEADINGS)
    rows = "\n".join(f"<tr>{_cells(event)}</tr>" for event in events)
    return f'<table class="timeline">\n<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'


def _cells(event: Event) -> str:
    proof = evidence(event)
    hover = f' title="{escape(" ".join(proof.sentence.split()))}"' if proof else ""
    reasons = f' title="{escape(" ← ".join(event.because))}"' if event.because else ""
    return "".join((
        CELL.format(more=";white-space:nowrap", attributes=reasons, text=escape(event.when())),
        CELL.format(more="", attributes=hover, text=escape(event.summary)),
        CELL.format(more="", attributes="", text=escape(", ".join(p.name for p in event.participants))),
        CELL.format(more="", attributes=reasons, text=escape(event.basis)),
    ))
