"""Where the evidence stands in a text, and the text as HTML with it marked: sentences, time phrases, triggers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from timeline.export.page.words import event_link, mention_name, shown
from timeline.model import Event, Mention


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to before `end` of a text that are evidence of an event, both by number."""

    start: int
    end: int
    role: Literal["sentence", "phrase", "trigger"]
    event: int
    mention: int


def marks_of(text: str, told: Mention, event: int, mention: int) -> Iterator[Mark]:
    """The sentence of a mention, its time phrase and its trigger in the text that its offsets count in."""
    first, after = next(
        (place for place in _found(text, told.sentence) if place[0] <= told.start and told.end <= place[1]), (told.start, told.end)
    )
    yield Mark(first, after, "sentence", event, mention)
    if told.phrase:
        places = [(first + a, first + b) for a, b in _found(text[first:after], told.phrase)]
        for a, b in sorted(places, key=lambda place: _unlike(text, place, told))[:1]:
            yield Mark(a, b, "phrase", event, mention)
    yield Mark(told.start, told.end, "trigger", event, mention)


def marks_of_sentence(told: Mention, event: int, mention: int) -> Iterator[Mark]:
    """The same within the sentence alone, for a mention whose article is not at hand; without the trigger, all of it tells the event."""
    text = told.sentence
    yield Mark(0, len(text), "sentence", event, mention)
    phrase = next(_found(text, told.phrase), None) if told.phrase else None
    if phrase:
        yield Mark(*phrase, "phrase", event, mention)
    places = list(_found(text, told.trigger))
    apart = [place for place in places if not phrase or place[1] <= phrase[0] or phrase[1] <= place[0]]
    yield Mark(*(apart or places or [(0, len(text))])[0], "trigger", event, mention)


def evidenced(text: str, marks: Sequence[Mark], events: Sequence[Event], first: int = 0, after: int | None = None) -> str:
    """The text, or its characters `first` to before `after`, as HTML with these marks; every trigger is a link to its event.

    The text is cut wherever a mark begins or ends, so that marks may overlap in any way.
    """
    after = len(text) if after is None else after
    near = [mark for mark in marks if mark.start < after and first < mark.end]
    cuts = sorted({first, after, *(edge for mark in near for edge in (mark.start, mark.end) if first < edge < after)})
    pieces = [(a, b, [mark for mark in near if mark.start <= a and b <= mark.end]) for a, b in pairwise(cuts)]
    out = []
    for told, group in groupby(pieces, key=lambda piece: _numbers(piece[2], "sentence")):
        inner = "".join(_piece(text, a, b, here, events) for a, b, here in group)
        out.append(f'<span class="told" data-events="{told}">{inner}</span>' if told else inner)
    return "".join(out)


def _piece(text: str, first: int, after: int, here: Sequence[Mark], events: Sequence[Event]) -> str:
    html = shown(text[first:after])
    triggers = [mark for mark in here if mark.role == "trigger"]
    if triggers:
        html = "".join(_link(html, number, mark, first, events) for number, mark in enumerate(triggers))
    dated = _numbers(here, "phrase")
    return f'<u class="phrase" data-events="{dated}">{html}</u>' if dated else html


def _link(html: str, number: int, mark: Mark, first: int, events: Sequence[Event]) -> str:
    """The words as a link to the first event they tell; beside them a small number, no part of the text, for each further one."""
    event = events[mark.event]
    name = f' id="{mention_name(mark.event, mark.mention)}"' if mark.start == first else ""
    target = f'{name} href="{event_link(event.id)}" data-event="{mark.event}" data-basis="{event.basis}"'
    if number == 0:
        return f'<a class="trigger"{target} title="{shown(event.summary)}">{html}</a>'
    words = f"also: {shown(event.summary)}"
    return f'<a class="trigger also"{target} data-number="{number + 1}" title="{words}" aria-label="{words}"></a>'


def _unlike(text: str, place: tuple[int, int], told: Mention) -> tuple[bool, int]:
    """How unlikely it is that the phrase of a mention is the one that stands here: in other letters, far from the trigger."""
    first, after = place
    return text[first:after].split() != (told.phrase or "").split(), max(first - told.end, told.start - after)


def _numbers(marks: Sequence[Mark], role: str) -> str:
    return " ".join(str(event) for event in sorted({mark.event for mark in marks if mark.role == role}))


def _found(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where these words stand in the text, whatever white space is between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return (found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)) if pattern else iter(())
