"""Happenings of many articles → groups that are one event: the same kind of thing, the same sides, the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from timeline.merge.within import TALKING
from timeline.model import Dating, Happening

SIDES_NEEDED = 2


def merge_across(happenings: Sequence[Happening], dates: Mapping[str, Dating]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more ids, each told by a different article, by blocking on day and sides."""
    blocks: dict[tuple[object, ...], list[Happening]] = defaultdict(list)
    for happening in happenings:
        dating = dates[happening.id]
        sides = frozenset(p.country or p.name for m in happening.mentions for p in m.participants)
        minor = all(m.minor for m in happening.mentions)
        if not minor and dating.first is not None and dating.first == dating.last and len(sides) >= SIDES_NEEDED:
            blocks[_kind(happening), dating.first, sides].append(happening)
    groups = (_one_an_article(block) for block in blocks.values())
    return tuple(tuple(h.id for h in group) for group in groups if len(group) > 1)


def _kind(happening: Happening) -> str:
    """Calls stay apart from meetings face to face; the rest of talking goes by many words."""
    kind = happening.mentions[0].kind
    return "talking" if kind in TALKING - {"call"} else kind


def _one_an_article(block: Sequence[Happening]) -> list[Happening]:
    """Two happenings that one article tells apart are two: only the first of each article joins."""
    first: dict[str, Happening] = {}
    for happening in sorted(block, key=lambda h: (h.mentions[0].article, h.mentions[0].start)):
        first.setdefault(happening.mentions[0].article, happening)
    return list(first.values())
