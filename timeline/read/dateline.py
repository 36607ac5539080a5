"""The dateline of a dispatch: the town it was sent from, its day and its agency, before a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.names import is_town

_TOWN = r"[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]*){0,3}"
_REGION = r"(?P<region>,\ [A-Z][\w.'’]*(?:\ [A-Z][\w.'’]*){0,2})?"
_DAY = r"(?:,\ (?P<day>(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ \d{4})?))?"
_AGENCY = r"(?P<agency>\ ?\([A-Z][\w .,/&-]{1,40}\))?"
_DATELINE = re.compile(rf"^[ \t]*(?P<town>{_TOWN}){_REGION}{_DAY}{_AGENCY}[ \t]*(?:—|–|--?)[ \t]+(?=[^a-z\s])", re.MULTILINE)


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Each dateline that opens a line of the text, up to where its report begins; the groups `town` and `day` are as written.

    >>> [(m["town"], m["day"], m.end()) for m in datelines("VADUZ, Liechtenstein, Feb. 4 (Agency) — The ministers met.")]
    [('VADUZ', 'Feb. 4', 40)]
    """
    found = _DATELINE.finditer(text)
    return (m for m in found if m["region"] or m["day"] or m["agency"] or is_town(m["town"].title()))
