"""A mention without words of time of its own that goes on telling what the sentence before told."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import EventMention, Happening


def same_scene(mention: EventMention, happenings: Sequence[Happening]) -> Happening | None:
    """The happening that the same person tells or does in the sentence right before, in the same paragraph."""
    mine = {p.name for p in mention.participants}
    for happening in happenings:
        for other in happening.mentions:
            adjoins = other.field is mention.field and other.sentence.paragraph == mention.sentence.paragraph
            before = adjoins and other.sentence.number == mention.sentence.number - 1
            if before and mine and mine <= {p.name for p in other.participants} and other.status is mention.status:
                return happening
    return None
