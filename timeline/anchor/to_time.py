"""Which phrase dates which mention: by the parse first, by the clause next, by nearness last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.anchor.how_long import ENDING, STARTING, head_of, sided, tokens_of
from timeline.anchor.to_publication import is_ahead
from timeline.events.clause import MOTION, SUBJECTS, VERBAL, governor, is_infinitive, main_verb, nouns_above, path_up
from timeline.model import EventMention, Relation, Status, TimePhrase
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

CARRIED = frozenset({"dobj", "attr", "nsubjpass", *SUBJECTS})
# A verb that hangs on another in this way tells something of its own, on a day of its own.
OWN_CLAUSE = frozenset({"conj", "relcl", "ccomp", "parataxis"})
# "The treaty, in force since 2021, expires": what is said of a subject is no date of the verb.
WHOLE_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BREAK = re.compile(r";|:\s")
# ", and two days later Togo left": a time right behind one of these opens a clause of its own.
OPENS = re.compile(r"(?:,\s+(?:and|but|while|yet)|\w{4,}\s+and)\s+(?:on\s+|by\s+|within\s+)?$")
LONGEST_OPENING = 40
APPOSED = re.compile(r",\s+(?:the|that is,)\s+")
# "The day after her return, a Saturday, she received him" only describes the day.
DESCRIBED = re.compile(r"\s*,\s+an?\s+")
LONG = 28  # days: a month or more
LIST = re.compile(r",?\s+(?:and\s+)?(?:on\s+)?")
# "They called off on Thursday the visit": the day of the word, not of the visit.
CALLING_OFF = frozenset({"call", "cancel", "postpone", "scrap", "scrub", "shelve", "abandon", "suspend", "delay", "drop"})
# A clause with one of these tells when the event it is about took place.
HELD = STARTING | ENDING | frozenset(
    {"hold", "take", "occur", "happen", "schedule", "set", "plan", "fall", "come", "convene", "sign", "adopt", "agree", "approve", "reach",
     "conclude", "issue", "make", "pass", "publish", "release", "hand", "deliver", "conduct", "run", "last", "expect", "slate", "be"}
)  # fmt: skip
# "With regard to the chairmanship in the first half of 2022": the time of what is talked about.
TOPIC = frozenset({"regard", "respect", "context", "light", "view", "relation", "connection", "term", "about", "regarding", "concerning"})
# "As we approach one year since the coup": no time of anything.
PLANNING = frozenset({"plan", "schedule", "slate", "pencil"})
MARKING = frozenset({"approach", "near", "mark", "commemorate", "celebrate", "observe"})
SETTING = frozenset({"in", "at", "during", "on"})


def own_phrases(
    field: ParsedField, mentions: Sequence[EventMention], phrases: Sequence[TimePhrase]
) -> Mapping[EventMention, tuple[TimePhrase, ...]]:
    """The phrases of one field that date each of its mentions."""
    dated: dict[EventMention, list[TimePhrase]] = defaultdict(list)
    by_token = tokens_of(field.doc, mentions)
    text = field.doc.text
    breaks = [-1, *(found.start() for found in BREAK.finditer(text)), len(text)]
    referred = frozenset(i for p in phrases if _tells_of_another(p) for i in _event_words(p))
    for phrase in phrases:
        if not isinstance(phrase.expression, (Duration, Repeat, Unknown)) and not _beside(phrase, phrases, text, DESCRIBED):
            blocked = referred if _tells_of_another(phrase) else referred.union(_event_words(phrase))
            outer = _inside_reference(phrase, phrases, by_token)
            if outer:
                found = _told_within(outer, phrase, field.doc, by_token)
            else:
                found = _dated_by(phrase, field.doc, _in_segment(phrase, text, breaks, by_token), blocked)
            for mention in _of_the_same_time(phrase, phrases, text, dated) or found:
                dated[mention].append(phrase)
    for i, mention in by_token.items():
        if mention in dated:
            own = _its_own(field.doc, i, dated[mention])
            dated[mention] = [sided(p, mention, field.doc[i], _phrase_head(field.doc, p)) for p in own]
            if _is_past(field.doc[i]):
                dated[mention] = [p for p in dated[mention] if not is_ahead(p, field.article.published)]
    dated = defaultdict(list, {m: found for m, found in dated.items() if found})
    _share(field.doc, by_token, phrases, dated)
    _share_when(field.doc, by_token, dated)
    _when_within(field.doc, by_token, phrases, dated)
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
    hanging = [p for p in phrases if doc[i] in nouns_above(_phrase_head(doc, p))]
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


def _dated_by(phrase: TimePhrase, doc: Doc, by_token: Mapping[int, EventMention], blocked: frozenset[int]) -> list[EventMention]:
    """The mentions on the way up from the phrase; `blocked` are the offsets of words that only name the event of some phrase."""
    head = _phrase_head(doc, phrase)
    through_adp = False
    for token in (head, *path_up(head)):
        if phrase.start <= token.idx < phrase.end or token.idx in blocked:
            continue
        if token.pos_ in VERBAL and token.dep_ in {"acl", "relcl"} and token.i not in by_token:
            above = _of_noun_above(token, by_token) if token.dep_ == "acl" or token.lemma_ in HELD else []
            if above or token.tag_ != "VBG":
                return above
        if token.lemma_ in PLANNING and token.dep_ == "advcl" and token.i not in by_token and not _has_subject(token):
            return [by_token[t.i] for t in doc[token.sent.start : token.i] if t.i in by_token][-1:]  # "called off a visit planned for May"
        if token.pos_ in VERBAL and token.i not in by_token and token.lemma_ in MARKING and not through_adp:
            return []
        if token.lemma_ in TOPIC and _is_long(phrase):
            return []
        through_adp |= token.pos_ == "ADP"
        found = _told_at(token, by_token, blocked)
        if token.lemma_ in CALLING_OFF and token.i not in by_token and any(m.status is Status.CANCELLED for m in found):
            return []
        if found and all(m.weak or (m.minor and _is_calendar(phrase)) for m in found):
            found = _talked_of(phrase, found[0], by_token, blocked) or found
        if found:
            return found
        behind = phrase.start > token.head.idx or token.dep_ == "ccomp"
        own_clause = token.pos_ in VERBAL and (token.dep_ in OWN_CLAUSE or _is_wanted(token) or _is_loose(token)) and behind
        if _parted(doc, token, head):
            break
        if own_clause or (token.dep_ in WHOLE_SUBJECTS and head.dep_ not in {"poss", "compound"} and not _opens(phrase, token)):
            return []
    return _nearest(phrase, head, by_token, blocked)


def _in_segment(
    phrase: TimePhrase, text: str, breaks: Sequence[int], by_token: Mapping[int, EventMention]
) -> Mapping[int, EventMention]:
    """The mentions that no semicolon or colon (`breaks`) parts from the phrase, nor an "and" right before it that opens a clause."""
    at = bisect_left(breaks, phrase.start)
    first, last = breaks[at - 1], breaks[bisect_left(breaks, phrase.end)]
    if OPENS.search(text[max(phrase.start - LONGEST_OPENING, 0) : phrase.start]):
        stop = text.find(".", phrase.end)
        behind = {i: m for i, m in by_token.items() if m.start >= phrase.end}
        if any(m.start < (stop if stop >= 0 else len(text)) for m in behind.values()):
            by_token = behind
    return {i: m for i, m in by_token.items() if first < m.start < last}


def _parted(doc: Doc, a: Token, b: Token) -> bool:
    """Whether a semicolon stands between, over which no time hangs on a verb, whatever the parse."""
    return any(t.text == ";" for t in doc[min(a.i, b.i) : max(a.i, b.i)])


def _is_loose(verb: Token) -> bool:
    """ "The fleet left, an inquiry found on Tuesday": a clause that nothing ties to the one before."""
    tied = any(c.dep_ == "mark" or c.tag_ == "WRB" for c in verb.children)
    return verb.dep_ == "advcl" and _has_subject(verb) and not tied


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in WHOLE_SUBJECTS for c in verb.children)


def _opens(phrase: TimePhrase, subject: Token) -> bool:
    """ "A day earlier the mediator had flown": before the subject and no part of it, whatever the parse."""
    return any(c.dep_ == "det" and c.idx >= phrase.end for c in subject.children)


def _of_noun_above(verb: Token, by_token: Mapping[int, EventMention]) -> list[EventMention]:
    """ "A vote in the parliament, which was held on Thursday": the event the clause is about, never what the main clause tells."""
    return [by_token[t.i] for t in nouns_above(verb) if t.i in by_token][:1]


def _talked_of(
    phrase: TimePhrase, talk: EventMention, by_token: Mapping[int, EventMention], blocked: frozenset[int]
) -> list[EventMention]:
    """ "They discussed the announcement in Bucharest on July 15": the day of what is talked of, when it stands in between."""
    between = [m for m in by_token.values() if talk.end <= m.start and m.end <= phrase.start and m.sentence == talk.sentence]
    return [m for m in between if not m.weak and not m.minor and m.passing and m.start not in blocked][-1:]


def _is_calendar(phrase: TimePhrase) -> bool:
    """A day of the calendar: seldom that of the saying itself, which is "on Friday"."""
    return isinstance(phrase.expression, Calendar)


def _is_long(phrase: TimePhrase) -> bool:
    return isinstance(phrase.when, Interval) and (phrase.when.days or LONG) >= LONG


def _is_wanted(verb: Token) -> bool:
    """ "Ordered them to leave on Friday": the day of the leaving, unless somebody went there to do it."""
    return is_infinitive(verb) and verb.head.lemma_ not in MOTION | {"be"}


def _told_within(words: range, phrase: TimePhrase, doc: Doc, by_token: Mapping[int, EventMention]) -> list[EventMention]:
    """Of the mentions in the words that name an event, the one the phrase hangs on, else the first."""
    inside = {i: m for i, m in by_token.items() if m.start in words}
    hung_on = [m for m in _dated_by(phrase, doc, inside, frozenset()) if m in inside.values()]
    return hung_on[:1] or list(inside.values())[:1]


def _inside_reference(phrase: TimePhrase, phrases: Sequence[TimePhrase], by_token: Mapping[int, EventMention]) -> range | None:
    """The event's words this phrase stands in: in "before the invasion in 2022" the year dates the invasion."""
    for other in phrases:
        words = _event_words(other) if other is not phrase else range(0)
        inside = words and words.start <= phrase.start and phrase.end <= words.stop
        names_one = other.relation is not Relation.BEFORE or any(m.start in words for m in by_token.values())
        if inside and names_one:  # no event in "before a tribunal in May 2004"
            return words
    return None


def _phrase_head(doc: Doc, phrase: TimePhrase) -> Token:
    """The token through which the phrase hangs on the rest; of an event phrase only the words before the event count."""
    ref = event_of(phrase.expression)
    end = ref.start if ref is not None and ref.start > phrase.start else phrase.end
    return head_of(doc, phrase.start, end)


def _told_at(token: Token, by_token: Mapping[int, EventMention], blocked: frozenset[int]) -> list[EventMention]:
    """The mention this token tells, with those it is the setting of ("in a call with Xi … praised on Wednesday")."""
    found = [by_token[token.i]] if token.i in by_token else []
    if token.pos_ in VERBAL:
        carried = [m for i, m in by_token.items() if token.doc[i].head == token and token.doc[i].dep_ in CARRIED]
        light = [m for m in carried if m.clause in {token.idx, main_verb(token).idx}] if not found else []
        setting = [
            by_token[o.i]
            for p in token.children
            if p.dep_ == "prep" and p.lower_ in SETTING
            for o in p.children
            if o.i in by_token and not by_token[o.i].minor
        ]
        means = [by_token[v.i] for p in token.children if p.lower_ == "by" for v in p.children if v.dep_ == "pcomp" and v.i in by_token]
        found += light[:1] if light else means[:1] if not found else []  # "responded today by closing the consulate"
        found += [m for m in setting if m.start not in blocked]
    return [m for m in found if m.start not in blocked]


def _nearest(phrase: TimePhrase, head: Token, by_token: Mapping[int, EventMention], blocked: frozenset[int]) -> list[EventMention]:
    """With nothing on the way up, the nearest mention of the sentence: the first after an opening phrase, else the last before."""
    inside = [m for i, m in sorted(by_token.items()) if head.sent.start <= i < head.sent.end and m.start not in blocked]
    inside = [m for m in inside if not phrase.start <= m.start < phrase.end]
    verb = governor(head)
    joined = [by_token[c.i] for c in verb.conjuncts if c.i in by_token and by_token[c.i].start >= phrase.end]
    if joined and verb.pos_ in VERBAL and verb.i not in by_token and phrase.start < verb.idx:
        return joined  # "On Thursday she folded her napkin and walked out of the talks"
    # What a verb that tells no event was done on is not the day of the event told next.
    if verb.pos_ in VERBAL and not phrase.start <= verb.idx < phrase.end and not _parted(verb.doc, verb, head):
        inside = [m for m in inside if m.clause == main_verb(verb).idx or m.clause == verb.idx]
    after = [m for m in inside if m.start >= phrase.end]
    before = [m for m in inside if m.end <= phrase.start]
    if after and not before:
        return after[:1]
    return before[-1:]


def _share(
    doc: Doc, by_token: Mapping[int, EventMention], phrases: Sequence[TimePhrase], dated: dict[EventMention, list[TimePhrase]]
) -> None:
    """A phrase of one of coordinated verbs holds for those joined to it that have none.

    "Met on Tuesday and signed"; "seized two boats and held five men on Monday", where the second has no subject of its own.
    """
    for i, mention in sorted(by_token.items()):
        token = doc[i]
        if token.dep_ != "conj" or token.pos_ not in VERBAL:
            continue
        first = next((by_token[h.i] for h in _joined(token) if h.i in by_token), None)
        if first is None or first.status is not mention.status:
            continue
        if mention not in dated and first in dated and not _timed_between(first, mention, phrases, dated):
            dated[mention] = list(dated[first])
        elif first not in dated and not any(c.dep_ in WHOLE_SUBJECTS for c in token.children):
            behind = [p for p in dated.get(mention, ()) if p.start > mention.start and p.relation is Relation.AT]
            if behind:
                dated[first] = behind


def _share_when(doc: Doc, by_token: Mapping[int, EventMention], dated: dict[EventMention, list[TimePhrase]]) -> None:
    """ "Said on Thursday, when she received the envoy": a clause with "when" is of the day of its main clause, and so the other way."""
    for i, mention in by_token.items():
        token = doc[i]
        past = token.tag_ == "VBD" and not any(c.dep_ in {"aux", "auxpass"} and c.lower_ == "had" for c in token.children)
        above = next((t for t in path_up(token) if t.pos_ in VERBAL), None) if _has_when(token) and past else None
        main = by_token.get(above.i) if above is not None and above.tag_ == "VBD" else None
        if main is None:
            continue
        for one, other in ((main, mention), (mention, main)):
            days = [p for p in dated.get(one, ()) if p.relation is Relation.AT and isinstance(p.when, Interval) and p.when.days == 1]
            if days and other not in dated:
                dated[other] = days
                break


def _has_when(verb: Token) -> bool:
    return verb.pos_ in VERBAL and verb.dep_ in {"advcl", "relcl"} and any(c.lower_ == "when" for c in verb.children)


def _when_within(
    doc: Doc, by_token: Mapping[int, EventMention], phrases: Sequence[TimePhrase], dated: dict[EventMention, list[TimePhrase]]
) -> None:
    """ "In 1997, when the act was signed": the year of what is told of it."""
    for i, mention in by_token.items():
        token = doc[i]
        if _has_when(token):
            opening = doc[token.left_edge.i].idx
            before = [p for p in phrases if p.end <= opening <= p.end + 2 and isinstance(p.when, Interval)]
            if before:
                dated[mention] = [replace(before[-1], relation=Relation.AT)]


def _timed_between(
    first: EventMention, mention: EventMention, phrases: Sequence[TimePhrase], dated: Mapping[EventMention, list[TimePhrase]]
) -> bool:
    """ "In January people marched; in April he declared himself": another time stands before the second."""
    known = {p.start for p in dated[first]}
    return any(first.end <= p.start < mention.start and p.start not in known and isinstance(p.when, Interval) for p in phrases)


def _joined(token: Token) -> Iterator[Token]:
    while token.dep_ == "conj":
        token = token.head
        yield token
