"""What several formats say of an event in words, each on one line and without characters that steer anything."""

from __future__ import annotations

from timeline.model import Event, Status
from timeline.plain import plain


def line(text: str) -> str:
    """The text on one line, without control characters.

    >>> line("two\\nlines\\x00")
    'two lines'
    """
    return plain(" ".join(text.split()))


def headline(event: Event, *notes: str) -> str:
    """What happened, then in brackets what became of it, unless it simply happened, and the notes: no denial must read like news.

    >>> from timeline.model import Basis
    >>> from timeline.times.interval import Grain
    >>> headline(Event("e", None, None, Grain.DAY, "", Basis.UNKNOWN, (), "", "", "", Status.DENIED, (), None, "Ana meets Bo", ()))
    'Ana meets Bo (denied)'
    """
    behind = ", ".join((*(() if event.status is Status.HAPPENED else (event.status.value,)), *notes))
    return line(f"{event.summary} ({behind})" if behind else event.summary)


def whereabouts(event: Event) -> str:
    """The place, or those that its articles disagree on with who tells each; empty where none is known."""
    return line(event.whereabouts() or (event.place.name if event.place else ""))
