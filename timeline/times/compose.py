"""Matches that belong together: a count and the event or date it waits for, the two ends of a stretch, dates that share a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from timeline.times.expression import (
    Calendar,
    Clock,
    DateOrder,
    DayPart,
    Era,
    EventRef,
    Expression,
    Holiday,
    Member,
    Part,
    Published,
    Range,
    Slashed,
    Spoken,
    Unit,
    Weekday,
    event_of,
    with_reference,
)
from timeline.times.interval import Grain
from timeline.times.match import Match
from timeline.times.rule import WHAT_FOLLOWS
from timeline.times.what_follows import event_words, leads_its_sentence, names_an_event

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\s?[-–—/]\s?|\s+(?:to|until|till|through|into)\s+(?:the\s+)?", re.IGNORECASE)
_LISTED = re.compile(r"\s?[-–—]\s?|,\s+|,?\s+(?:and|or|to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_ON = re.compile(r",?\s+(?:on\s+|of\s+)?(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
MONTHS_IN_A_YEAR = NOON = 12
AFTER_NOON = frozenset({DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT})
_POINTS = (Calendar, Weekday, Clock, Part, Era, Member)


def ordered(matches: Sequence[Match], order: DateOrder | None, published: date) -> list[Match]:
    """Dates in numbers as calendar dates, once it is known whether the day or the month stands first.

    It is as stated, else as in a date of the text that reads in one way only, or that one way is the day of publication.
    """
    slashed = [m.expression for m in matches if isinstance(m.expression, Slashed)]
    order = order or next((found for numbers in slashed if (found := _order_of(numbers, published))), None)
    return [_in_order(m, m.expression, order) if isinstance(m.expression, Slashed) else m for m in matches]


def _order_of(numbers: Slashed, published: date) -> DateOrder | None:
    first, second = numbers.first, numbers.second
    of_publication = numbers.year == published.year and {first, second} == {published.day, published.month}
    if first > MONTHS_IN_A_YEAR or (of_publication and first == published.day):
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if second > MONTHS_IN_A_YEAR or of_publication else None


def _in_order(match: Match, numbers: Slashed, order: DateOrder | None) -> Match:
    """A date that cannot be read in that order is read in the other."""
    first, second = numbers.first, numbers.second
    if max(first, second) > MONTHS_IN_A_YEAR or first == second:
        order = DateOrder.DAY_FIRST if first >= second else DateOrder.MONTH_FIRST
    if order is None:
        return match
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return match.meaning(Calendar(numbers.year, month, day))


def followed(text: str, doc: Doc | None, matches: Sequence[Match]) -> list[Match]:
    """Put the event or the date that the following words name where an expression waits for it."""
    done: list[Match] = []
    swallowed: set[int] = set()
    for i, match in enumerate(matches):
        assert match.expression is not None
        waiting = event_of(match.expression)
        if i in swallowed:
            continue
        if waiting is None or waiting != WHAT_FOLLOWS:
            done.append(match)
            continue
        following = matches[i + 1] if i + 1 < len(matches) else None
        if following is not None and _right_behind(text, match, following) and not names_an_event(text, following.end):
            if event_of(following.expression or Published()):
                swallowed.add(i + 1)
                done += _of_a_part(text, doc, match, following)
                continue
            if not isinstance(match.expression, EventRef):
                swallowed.add(i + 1)
                done.append(_counted_from(match, following))
            continue
        done += _of_an_event(text, doc, match, match)
    return done


def _of_an_event(text: str, doc: Doc | None, match: Match, waiting: Match) -> list[Match]:
    """The match with the event whose words stand behind what waits for it; nothing when there are none."""
    assert match.expression is not None
    start, end, head_end = event_words(text, waiting.end, doc, leading=leads_its_sentence(text, match.start))
    ref = EventRef(text[start:head_end], start, end)
    return [replace(match, end=head_end, expression=with_reference(match.expression, ref))] if start < end else []


def _of_a_part(text: str, doc: Doc | None, match: Match, following: Match) -> list[Match]:
    """ "Three days before the end of the siege", "after the start of the siege"; other nested phrases are left to the event's words."""
    assert match.expression is not None and following.expression is not None
    if not isinstance(following.expression, Part):
        return _of_an_event(text, doc, match, match)
    nested = with_reference(match.expression, following.expression)
    return _of_an_event(text, doc, replace(match, expression=nested), following)


def _right_behind(text: str, match: Match, following: Match) -> bool:
    return text[match.end : following.start].strip().lower() in {"", "the"}


def _counted_from(match: Match, following: Match) -> Match:
    """ "Three days before 5 May": the count and the date are one phrase."""
    assert match.expression is not None and following.expression is not None
    expression = with_reference(match.expression, following.expression)
    start = match.timex[0][0] if match.timex else match.start
    return replace(match, end=following.end, expression=expression, timex=((start, following.end, expression),))


def completed(text: str, matches: Sequence[Match]) -> list[Match]:
    """ "March and April 1918", "26 June – 4 August 1952": the first takes its year from the last."""
    done: list[Match] = []
    for match in reversed(matches):
        following = done[-1] if done else None
        between = text[match.end : following.start] if following is not None else ""
        if following is not None and _LISTED.fullmatch(between) and (between.strip() != "," or _is_listed(text, done)):
            match = _with_year_of(match, following)
        done.append(match)
    return done[::-1]


def _is_listed(text: str, following: Sequence[Match]) -> bool:
    """ "March, April and May 2022": a comma divides a list when an "and" ends it."""
    return len(following) > 1 and bool(re.fullmatch(r",?\s+(?:and|or)\s+", text[following[-1].end : following[-2].start]))


def _with_year_of(match: Match, following: Match) -> Match:
    bare, last = _dated(match.expression), _dated(following.expression)
    if bare is None or bare.year is not None:
        return match
    if isinstance(following.expression, Member) and isinstance(following.expression.what, Calendar):
        alike = isinstance(bare, Calendar) and match.expression is bare
        return match.meaning(replace(following.expression, what=bare)) if alike else match
    if last is None or last.year is None:
        return match
    whole = replace(bare, year=last.year - _comes_later(bare, last))
    return match.meaning(replace(match.expression, of=whole) if isinstance(match.expression, Part) else whole)


def _dated(expression: Expression | None) -> Calendar | Era | None:
    """The day, month, quarter or season in an expression that its year belongs to."""
    inner = expression.of if isinstance(expression, Part) else expression
    months = isinstance(inner, Calendar) and inner.month is not None
    seasons = isinstance(inner, Era) and inner.grain in {Grain.SEASON, Grain.QUARTER}
    return inner if isinstance(inner, Calendar | Era) and (months or seasons) else None


def _comes_later(first: Calendar | Era, last: Calendar | Era) -> bool:
    """ "December and January 1942": the first is of the year before."""
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        return (first.month or 0) > (last.month or 0)
    return isinstance(first, Era) and isinstance(last, Era) and first.number > last.number


def joined(text: str, matches: Sequence[Match]) -> list[Match]:
    """Two points with "to" or a dash between them, or "and" after "between", are one stretch; so are "4 and 5 May"."""
    done: list[Match] = []
    for match in matches:
        before = done[-1] if done else None
        if before is not None and _is_hour_of(text, before, match):
            done[-1] = _at_hour(text, before, match)
        elif before is not None and _is_range(text, before, match):
            assert before.expression is not None and match.expression is not None
            whole = Range(before.expression, match.expression)
            done[-1] = Match(before.start, match.end, "from <time> to <time>", whole, None, before.timex + match.timex)
        else:
            done.append(match)
    return done


def _is_hour_of(text: str, first: Match, last: Match) -> bool:
    """ "10 p.m. on Tuesday", "16:15 UTC, June 1": the day stands behind the hour."""
    clock = first.expression.last if isinstance(first.expression, Range) else first.expression
    hour = isinstance(clock, Clock) and isinstance(clock.of, Spoken)
    day = last.expression.of if isinstance(last.expression, Clock) and last.expression.hour is None else last.expression
    a_day = isinstance(day, Weekday | Unit | Holiday) or (isinstance(day, Calendar) and day.day is not None)
    return hour and a_day and bool(_ON.fullmatch(text[first.end : last.start]))


def _at_hour(text: str, first: Match, last: Match) -> Match:
    """One phrase; behind a comma the day stays a TIMEX3 of its own."""
    assert first.expression is not None and last.expression is not None
    if isinstance(first.expression, Range):
        a, b = (_at(clock, last.expression) for clock in (first.expression.first, first.expression.last))
        spans = [(first.timex[0][0], first.timex[0][1], a), (first.timex[-1][0], last.end, b)]
        return replace(first, end=last.end, expression=Range(a, b), timex=tuple(spans))
    whole = _at(first.expression, last.expression)
    apart = "," in text[first.end : last.start]
    timex = ((first.start, first.end, whole), *last.timex) if apart else ((first.start, last.end, whole),)
    return replace(first, end=last.end, expression=whole, timex=timex)


def _at(hour: Expression, day: Expression) -> Expression:
    """ "8 p.m. tonight": of the night only the day is kept."""
    if not isinstance(hour, Clock) or not isinstance(hour.of, Spoken):
        return hour
    if isinstance(day, Clock) and day.part in AFTER_NOON and hour.hour is not None and hour.hour < NOON:
        hour = replace(hour, hour=hour.hour + NOON)  # "half past seven on Wednesday evening"
    return replace(hour, of=day.of if isinstance(day, Clock) else day)


def _is_range(text: str, first: Match, last: Match) -> bool:
    a, b = first.expression, last.expression
    if a is None or b is None or isinstance(a, Range) or event_of(a) or event_of(b):
        return False
    between = text[first.end : last.start]
    if not isinstance(a, _POINTS) or not isinstance(b, _POINTS):
        return False
    if _TO.fullmatch(between):
        return True
    between_two = bool(_FROM.search(text[max(first.start - 16, 0) : first.start]))
    return bool(_AND.fullmatch(between)) and (between_two or _next_day(a, b))


def _next_day(a: Expression, b: Expression) -> bool:
    """ "4 and 5 May", "May 4 and 5", "Thursday and Friday": two days in a row."""
    last = b.what if isinstance(b, Member) else b
    if isinstance(a, Weekday) and isinstance(last, Weekday):
        return (a.weekday + 1) % 7 == last.weekday
    if not isinstance(a, Calendar) or not isinstance(b, Calendar) or a.day is None or b.day is None:
        return False
    return (a.year, a.month, a.day + 1) == (b.year, b.month, b.day)
