"""Which phrase dates which mention: by the parse first, by the clause next, by nearness last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.anchor.hangs_on import Segments, dated_by, phrase_head
from timeline.anchor.heading import under_headings
from timeline.anchor.how_long import sided, tokens_of
from timeline.anchor.share import share, share_when, when_within
from timeline.anchor.to_publication import is_ahead
from timeline.events.clause import VERBAL, nouns_above
from timeline.model import EventMention, Relation, TimePhrase
from timeline.parse import ParsedField
from timeline.times.expression import (
    Adjacent,
    Calendar,
    Clock,
    Duration,
    EventRef,
    Expression,
    Range,
    Repeat,
    Shift,
    Spoken,
    Unit,
    Unknown,
    event_of,
)
from timeline.times.interval import Interval, cover, intersect

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

APPOSED = re.compile(r",\s+(?:the|that is,)\s+")
# "The day after her return, a Saturday, she received him" only describes the day.
DESCRIBED = re.compile(r"\s*,\s+an?\s+")
LIST = re.compile(r",?\s+(?:and\s+)?(?:on\s+)?")


def own_phrases(
    field: ParsedField, mentions: Sequence[EventMention], phrases: Sequence[TimePhrase]
) -> Mapping[EventMention, tuple[TimePhrase, ...]]:
    """The phrases of one field that date each of its mentions."""
    dated: dict[EventMention, list[TimePhrase]] = defaultdict(list)
    by_token = tokens_of(field.doc, mentions)
    text = field.doc.text
    references = _References(phrases, by_token)
    segments = Segments(text, by_token)
    referred = frozenset(i for p in phrases if _tells_of_another(p) for i in _event_words(p))
    for phrase in phrases:
        if not isinstance(phrase.expression, (Duration, Repeat, Unknown)) and not _beside(phrase, phrases, text, DESCRIBED):
            blocked = referred if _tells_of_another(phrase) else referred.union(_event_words(phrase))
            outer = references.around(phrase)
            inside = _told_within(outer, phrase, field.doc, by_token) if outer else None
            found = dated_by(phrase, field.doc, segments.of(phrase), blocked) if inside is None else inside
            for mention in _of_the_same_time(phrase, phrases, text, dated) or found:
                dated[mention].append(phrase)
    for i, mention in by_token.items():
        if mention in dated:
            own = _its_own(field.doc, i, dated[mention])
            dated[mention] = [sided(p, mention, field.doc[i], phrase_head(field.doc, p)) for p in own]
            if _is_past(field.doc[i]):
                dated[mention] = [p for p in dated[mention] if not is_ahead(p, field.article.published)]
    dated = defaultdict(list, {m: found for m, found in dated.items() if found})
    share(field.doc, by_token, phrases, dated)
    share_when(field.doc, by_token, dated)
    when_within(field.doc, by_token, phrases, dated)
    for mention, phrase in under_headings(field.doc, by_token, phrases):
        if mention not in dated:
            dated[mention] = [phrase]
    return {mention: _listed(mention, _said(mention, _by_day(found)), text) for mention, found in dated.items()}


def _of_the_same_time(
    phrase: TimePhrase, phrases: Sequence[TimePhrase], text: str, dated: Mapping[EventMention, list[TimePhrase]]
) -> list[EventMention]:
    """ "Two days after the vote, the 5th of May, she received him": what the time right before dates."""
    before = _beside(phrase, phrases, text, APPOSED)
    return [m for m, own in dated.items() if before in own] if before else []


def _beside(phrase: TimePhrase, phrases: Sequence[TimePhrase], text: str, between: re.Pattern[str]) -> TimePhrase | None:
    """The phrase right before, with no more than such words in between."""
    return next((p for p in phrases if p.end < phrase.start and between.fullmatch(text, p.end, phrase.start)), None)


def _its_own(doc: Doc, i: int, phrases: list[TimePhrase]) -> list[TimePhrase]:
    """ "Announced it on Wednesday and again at a rally on Friday": of days that differ those that hang on the noun itself."""
    days = [p.when for p in phrases if isinstance(p.when, Interval)]
    if doc[i].pos_ in VERBAL or not any(intersect(a, b) is None for a, b in pairwise(days)):
        return phrases
    hanging = [p for p in phrases if doc[i] in nouns_above(phrase_head(doc, p))]
    return hanging or phrases


def _is_past(token: Token) -> bool:
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    return token.pos_ in VERBAL and (token.tag_ == "VBD" or not auxiliaries.isdisjoint({"had", "was", "were", "did"}))


def _said(mention: EventMention, phrases: tuple[TimePhrase, ...]) -> tuple[TimePhrase, ...]:
    """ "Pledged on Wednesday to reopen it after the vote": beside a day of the saying, "after the vote" is of what is said."""
    days = tuple(p for p in phrases if isinstance(p.when, Interval))
    return days if days and (mention.minor or mention.news) else phrases


def _by_day(phrases: Sequence[TimePhrase]) -> tuple[TimePhrase, ...]:
    """ "At 8 p.m. (1900 UTC) on 27 August": an hour alone says nothing where a day is given."""
    days = [p for p in phrases if not (isinstance(p.expression, Clock) and isinstance(p.expression.of, Spoken))]
    return tuple(days or phrases)


def _listed(mention: EventMention, phrases: tuple[TimePhrase, ...], text: str) -> tuple[TimePhrase, ...]:
    """ "The agreements of 9 November 2020, 11 January and 26 November 2021": of several events, from the first day to the last."""
    days = [p.when for p in phrases if isinstance(p.expression, Calendar) and isinstance(p.when, Interval)]
    apart = any(not LIST.fullmatch(text[a.end : b.start]) for a, b in pairwise(phrases))
    if apart or not mention.trigger.endswith("s") or len(days) < len(phrases) or len(days) == 1:
        return phrases
    first, last = phrases[0], phrases[-1]
    span = Range(first.expression, last.expression)
    return (replace(first, end=last.end, text=text[first.start : last.end], expression=span, when=reduce(cover, days)),)


def told_apart(
    mentions: Sequence[EventMention], phrases: Mapping[EventMention, tuple[TimePhrase, ...]]
) -> frozenset[frozenset[EventMention]]:
    """The pairs of mentions of which one is dated through the other; "at the summit" alone tells none apart."""
    pairs = set()
    for mention, own in phrases.items():
        for phrase in own:
            ref = event_of(phrase.expression)
            goes_on = mention.weak and phrase.relation is Relation.DURING  # "during the talks they discussed trade"
            if ref is not None and _tells_of_another(phrase) and not goes_on:
                pairs |= {frozenset((mention, m)) for m in mentions if m.field is phrase.field and ref.start <= m.start < ref.end}
            if _goes_on_in_time(phrase.expression):  # "three days later it sent home a consul": not what was told right before
                pairs |= {frozenset((mention, m)) for m in mentions if m.field is phrase.field and _right_before(m, mention)}
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _goes_on_in_time(expression: Expression) -> bool:
    match expression:
        case Shift(ref=Spoken()) | Adjacent(ref=Spoken()):
            return True
        case Unit(ref=Spoken(), steps=steps):
            return steps != 0
        case Clock(of=inner):
            return _goes_on_in_time(inner)
    return False


def _right_before(told: EventMention, mention: EventMention) -> bool:
    return told.end <= mention.start and 0 <= mention.sentence.number - told.sentence.number <= 1


def _tells_of_another(phrase: TimePhrase) -> bool:
    """ "Before the vote" dates something else than the vote; "at the summit" may be the summit itself."""
    return not (isinstance(phrase.expression, EventRef) and phrase.relation is Relation.AT)


def _event_words(phrase: TimePhrase) -> range:
    ref = event_of(phrase.expression)
    return range(ref.start, ref.end) if ref is not None else range(0)


def _told_within(words: range, phrase: TimePhrase, doc: Doc, by_token: Mapping[int, EventMention]) -> list[EventMention]:
    """Of the mentions in the words that name an event, the one the phrase hangs on, else the first."""
    inside = {i: m for i, m in by_token.items() if m.start in words}
    hung_on = [m for m in dated_by(phrase, doc, inside, frozenset()) if m in inside.values()]
    return hung_on[:1] or list(inside.values())[:1]


class _References:
    """The phrases that name an event, by where its words stand."""

    def __init__(self, phrases: Sequence[TimePhrase], by_token: Mapping[int, EventMention]) -> None:
        self._told = sorted(m.start for m in by_token.values())
        named = [(words.start, number, words, p) for number, p in enumerate(phrases) if (words := _event_words(p))]
        self._named = sorted(named, key=itemgetter(0, 1))
        self._longest = max((len(words) for _, _, words, _ in named), default=0)

    def around(self, phrase: TimePhrase) -> range | None:
        """The event's words this phrase stands in: in "before the invasion in 2022" the year dates the invasion."""
        low = bisect_left(self._named, phrase.start - self._longest, key=itemgetter(0))
        high = bisect_right(self._named, phrase.start, key=itemgetter(0))
        near = (
            (number, words)
            for _, number, words, other in self._named[low:high]
            if other is not phrase and phrase.end <= words.stop and (other.relation is not Relation.BEFORE or self._tells(words))
        )
        return min(near, key=itemgetter(0), default=(0, None))[1]

    def _tells(self, words: range) -> bool:
        """Whether an event is told in them: there is none in "before a tribunal in May 2004"."""
        return bisect_left(self._told, words.start) < bisect_left(self._told, words.stop)
