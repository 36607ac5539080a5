"""What the events can be narrowed down by: participant, country, kind, status, each with its values and how often they occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from timeline.export.page.words import shown
from timeline.model import Event, Place
from timeline.names import called


def filters(events: Sequence[Event]) -> str:
    """A labelled `<select>` for each facet that has values; the value of an option is its place in `values`."""
    return "\n".join(_select(name, events) for name in FACETS)


def keys(event: Event, values: Sequence[Sequence[str]]) -> list[list[int]]:
    """For each facet the places of the event's own values among all of them."""
    return [[of.index(value) for value in _own(event, name)] for name, of in zip(FACETS, values, strict=True)]


def values(events: Sequence[Event]) -> list[list[str]]:
    """For each facet all the values that the events have, in the order of the alphabet."""
    return [sorted(_counts(events, name), key=lambda value: (value.casefold(), value)) for name in FACETS]


def _select(name: str, events: Sequence[Event]) -> str:
    counts = _counts(events, name)
    own = values(events)[list(FACETS).index(name)]
    options = "".join(f'<option value="{place}">{shown(value)} ({counts[value]})</option>' for place, value in enumerate(own))
    return f'<label>{name}<select name="{name}"><option value="">all</option>{options}</select></label>'


def _counts(events: Iterable[Event], name: str) -> Counter[str]:
    return Counter(value for event in events for value in _own(event, name))


def _own(event: Event, name: str) -> list[str]:
    return [*dict.fromkeys(FACETS[name](event))]


def _countries(event: Event) -> Iterable[str]:
    """Those of the participants, of the place, and of each place that articles tell it of."""
    places: list[Place | None] = [event.place, *(place for place, _ in event.places)]
    codes = [*(p.country for p in event.participants), *(place.country for place in places if place)]
    return (called(code) for code in codes if code)


FACETS: dict[str, Callable[[Event], Iterable[str]]] = {
    "participant": lambda event: (p.name for p in event.participants),
    "country": _countries,
    "kind": lambda event: (event.kind,),
    "status": lambda event: (event.status.value,),
}
