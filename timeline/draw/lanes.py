"""Events in lanes: one for each participant, country or kind, or a single one in the order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from timeline.model import Event
from timeline.names import called

By = Literal["order", "participant", "country", "kind"]


@dataclass(frozen=True, slots=True)
class Lane:
    """Some of the events under a heading; the one lane of all events has none."""

    name: str
    events: tuple[Event, ...]


def lanes(events: Sequence[Event], by: By) -> tuple[Lane, ...]:
    """The events by lane, in each lane in the order given; an event stands in every lane that it belongs to.

    Lanes with more events come first, what belongs to none comes last. Raises ValueError for another `by`.
    """
    if by not in get_args(By):
        raise ValueError(f"by={by!r} is no way to part the events; give one of {', '.join(get_args(By))}.")
    if by == "order":
        return (Lane("", tuple(events)),)
    names, none = PARTED[by]
    found: dict[str, list[Event]] = {}
    for event in events:
        for name in dict.fromkeys(names(event)) or (none,):
            found.setdefault(name, []).append(event)
    return tuple(Lane(name, tuple(found[name])) for name in sorted(found, key=lambda name: (name == none, -len(found[name]))))


# How the lanes of an event are named, and the lane of events that have none.
PARTED: dict[str, tuple[Callable[[Event], Iterable[str]], str]] = {
    "participant": (lambda event: (p.name for p in event.participants), "nobody named"),
    "country": (lambda event: (called(p.country) for p in event.participants if p.country), "no country known"),
    "kind": (lambda event: (event.kind,), "of no kind"),
}
