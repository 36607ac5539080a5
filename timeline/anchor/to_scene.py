"""A mention without words of time of its own that goes on telling what the sentences before told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from timeline.model import EventMention, Field, Happening
from timeline.names import is_whole_country

NEAR_SENTENCES = 3


class Scenes:
    """The happenings of an article by the sentences that tell them."""

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self._told: dict[tuple[Field, int], dict[int, Happening]] = defaultdict(dict)
        for number, happening in enumerate(happenings):
            for mention in happening.mentions:
                self._told[mention.field, mention.sentence.number][number] = happening

    def before(self, happening: Happening) -> list[Happening]:
        """The others told in the few sentences before the first mention of this one, in their order."""
        mention = happening.mentions[0]
        numbers = range(mention.sentence.number - NEAR_SENTENCES, mention.sentence.number)
        near = {n: h for number in numbers for n, h in self._told.get((mention.field, number), {}).items()}
        return [h for _, h in sorted(near.items(), key=itemgetter(0)) if h.id != happening.id]


def same_scene(mention: EventMention, happenings: Sequence[Happening]) -> tuple[Happening, bool] | None:
    """The happening that the same people tell or do right before: in the sentence before in the same paragraph, where being in the
    same town will do, or, told as plainly as this, in one of the last few; and whether it adjoins.
    """
    mine = {p.name for p in mention.participants}
    found: list[tuple[int, Happening, bool]] = []
    for happening in happenings:
        for other in happening.mentions:
            if other.field is not mention.field or other.status is not mention.status:
                continue
            away = mention.sentence.number - other.sentence.number
            theirs = {p.name for p in other.participants}
            next_to = away == 1 and other.sentence.paragraph == mention.sentence.paragraph
            adjoins = next_to and (mine <= theirs or _same_town(mention, other))
            goes_on = 0 < away <= NEAR_SENTENCES and bool(mine & theirs) and mention.in_line and other.in_line
            if mine and (adjoins or goes_on):
                found.append((other.start, happening, adjoins))
    return max(found, key=lambda f: f[0])[1:] if found else None


def _same_town(a: EventMention, b: EventMention) -> bool:
    place = a.place
    return place is not None and place == b.place and place.country is not None and not is_whole_country(place.name, place.country)
