"""Whether a noun and a verb are of one root, as far as their letters tell: "the seizure" and "seized"."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDING = re.compile(r"(?:ments?|ations?|ions?|ures?|als?|ings?|ed|es|e|s)$")
SHORTEST = 3


def same_root(a: str, b: str) -> bool:
    """Whether two words differ only in their endings.

    >>> same_root("seizure", "seized"), same_root("eruption", "erupted"), same_root("collapse", "fell")
    (True, True, False)
    """
    return root_of(a) == root_of(b)


@lru_cache(maxsize=4096)
def root_of(words: str) -> str:
    """The last of some words without its ending; what would leave next to nothing is no ending.

    >>> root_of("the seizure"), root_of("seized"), root_of("used")
    ('seiz', 'seiz', 'used')
    """
    last = words.lower().split()[-1]
    root = _ENDING.sub("", last)
    return root if len(root) >= SHORTEST else last
