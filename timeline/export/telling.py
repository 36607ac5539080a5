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


def headline(event: Event) -> str:
    """What happened; what became of it stands behind, unless it simply happened, so that no denial reads like news.

    >>> from timeline.model import Basis
    >>> from timeline.times.interval import Grain
    >>> headline(Event("e", None, None, Grain.DAY, "", Basis.UNKNOWN, (), "", "", "", Status.DENIED, (), None, "Ana meets Bo", ()))
    'Ana meets Bo (denied)'
    """
    return line(event.summary if event.status is Status.HAPPENED else f"{event.summary} ({event.status})")


def whereabouts(event: Event) -> str:
    """The place, or those that its articles disagree on with who tells each; empty where none is known."""
    return line(event.whereabouts() or (event.place.name if event.place else ""))
