"""The rules, one family of phrases a file; of two phrases of the same words the earlier family's counts."""

from timeline.times.rule import Family
from timeline.times.rules import (
    calendar,
    clock,
    counted,
    duration,
    event,
    foreign,
    holiday,
    negative,
    of_event,
    partial,
    published,
    repeat,
    spoken,
    vague,
    years,
)

_ORDER = (
    negative, holiday, repeat, event, of_event, spoken, counted, published, calendar, foreign, partial, years, clock, vague, duration,
)  # fmt: skip
FAMILIES: tuple[Family, ...] = tuple(module.FAMILY for module in _ORDER)
