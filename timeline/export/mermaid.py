"""The timeline as a Mermaid diagram, which GitHub and many wikis draw."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from timeline.edtf import readable
from timeline.export.days import placed, shared
from timeline.export.telling import headline, line
from timeline.model import Basis, Event
from timeline.times.interval import Grain, month, year

UNDATED = "no date"
MONTHS, YEARS = len("2026-02"), len("2026")
# All but letters and digits of any script, blanks, and the punctuation that the grammar has no use for.
OTHERS = re.compile(r"[^\w .,()'!?/–—’“”-]")


def to_mermaid(events: Iterable[Event], *, title: str = "") -> str:
    """The source of a `timeline` diagram: the events under the words of their dates, in sections of a month or, over years, a year.

    What may have been in several of them gets a section of its whole stretch; what has one bound stands where that is. A date that is
    only assumed says so. All that means something to Mermaid is written as its character code. Source of the format: Mermaid 12,
    timeline diagram, https://mermaid.js.org/syntax/timeline.html

    >>> to_mermaid((), title="A; B")
    'timeline\\n    title A#59; B\\n'
    """
    events = tuple(events)
    years = {day.year for event in events for day in placed(event) or ()}
    width = MONTHS if len(years) == 1 else YEARS
    lines = ["timeline", *([f"    title {_coded(title)}"] if line(title) else [])]
    seen: Counter[str] = Counter()
    for label, inside in groupby(events, lambda event: _section(event, width)):
        seen[label] += 1
        # The tasks of two sections of one name are drawn under both.
        lines.append(f"    section {label}{f' ({seen[label]})' if seen[label] > 1 else ''}")
        lines += [_period(words, tuple(same)) for words, same in groupby(inside, Event.readings)]
    return "\n".join(lines) + "\n"


def _section(event: Event, width: int) -> str:
    """The month or year, as wide in ISO 8601, that holds all its days, or the stretch of them in words."""
    days = placed(event)
    if days is None:
        return UNDATED
    first, last = days
    if len(shared(first, last) or "") < width:
        return readable(first, last, Grain.SPAN)
    unit = month(first.year, first.month) if width == MONTHS else year(first.year)
    return readable(unit.first, unit.last, unit.grain, style="long")


def _period(words: str, events: Sequence[Event]) -> str:
    told = "".join(f" : {_coded(headline(event, *(['date assumed'] if event.basis is Basis.ASSUMED else [])))}" for event in events)
    return f"    {UNDATED if words == '?' else words}{told}"


def _coded(text: str) -> str:
    """The text with a character code for all that Mermaid could take for its own, and one for a text of nothing.

    >>> _coded("a: b <c> %% d")
    'a#58; b #60;c#62; #37;#37; d'
    """
    return OTHERS.sub(lambda found: f"#{ord(found[0])};", line(text)) or "#160;"
