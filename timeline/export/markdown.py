"""The timeline as a Markdown table, for a README, an issue or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.export.telling import headline, line, whereabouts
from timeline.model import Event

COLUMNS = ("date", "event", "participants", "place", "basis")
# What begins markup inside a cell, and what makes GitHub see an address.
MARKUP = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)


def to_markdown(events: Iterable[Event]) -> str:
    """A table of date, event, participants, place and basis, one row an event; the texts of articles are escaped and mean nothing.

    Source of the format: GitHub Flavored Markdown, https://github.github.com/gfm/#tables-extension-

    >>> to_markdown(())
    '| date | event | participants | place | basis |\\n| --- | --- | --- | --- | --- |\\n'
    """
    rows = (
        (event.readings(), headline(event), ", ".join(p.name for p in event.participants), whereabouts(event), event.basis.value)
        for event in events
    )
    lines = [_row(COLUMNS), _row(("---",) * len(COLUMNS)), *(_row(map(_escaped, cells)) for cells in rows)]
    return "".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escaped(text: str) -> str:
    r"""The text with a backslash before all that would mean something.

    >>> print(_escaped("*no* |link|: [a](https://b)"))
    \*no\* \|link\|: \[a\](https\://b)
    """
    return MARKUP.sub(r"\\\g<0>", line(text))
