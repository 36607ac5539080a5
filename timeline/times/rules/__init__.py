"""The rules, one family of phrases a file; of two phrases of the same words the earlier family's counts."""

from timeline.times.rule import Family
from timeline.times.rules import calendar, clock, duration, event, foreign, holiday, negative, partial, published, repeat, spoken, vague

FAMILIES: tuple[Family, ...] = tuple(
    module.FAMILY for module in (negative, holiday, repeat, event, spoken, published, calendar, foreign, partial, clock, vague, duration)
)
