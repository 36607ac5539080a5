"""Which mentions the words of a phrase hang on: up the parse first, then the nearest of the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.anchor.how_long import ENDING, STARTING, head_of
from timeline.events.clause import MOTION, SUBJECTS, VERBAL, governor, is_infinitive, main_verb, nouns_above, path_up
from timeline.model import EventMention, Status, TimePhrase
from timeline.times.expression import (
    Calendar,
    event_of,
)
from timeline.times.interval import Interval

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
LONG = 28  # days: a month or more
# "They called off on Thursday the visit": the day of the word, not of the visit.
CALLING_OFF = frozenset({"call", "cancel", "postpone", "scrap", "scrub", "shelve", "abandon", "suspend", "delay", "drop"})
PUT_OFF_TO = frozenset({"to", "until", "till"})
# A clause with one of these tells when the event it is about took place.
HELD = STARTING | ENDING | frozenset(
    {"hold", "take", "occur", "happen", "schedule", "set", "plan", "fall", "come", "convene", "sign", "adopt", "agree", "approve", "reach",
     "conclude", "issue", "make", "pass", "publish", "release", "hand", "deliver", "conduct", "run", "last", "expect", "slate", "be"}
)  # fmt: skip
# "With regard to the chairmanship in the first half of 2022": the time of what is talked about.
TOPIC = frozenset({"regard", "respect", "context", "light", "view", "relation", "connection", "term", "about", "regarding", "concerning"})
PLANNING = frozenset({"plan", "schedule", "slate", "pencil"})
# "As we approach one year since the coup": no time of anything.
MARKING = frozenset({"approach", "near", "mark", "commemorate", "celebrate", "observe"})
SETTING = frozenset({"in", "at", "during", "on"})


def dated_by(phrase: TimePhrase, doc: Doc, by_token: Mapping[int, EventMention], blocked: frozenset[int]) -> list[EventMention]:
    """The mentions on the way up from the phrase; `blocked` are the offsets of words that only name the event of some phrase."""
    head = phrase_head(doc, phrase)
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
        off = token.lemma_ in CALLING_OFF or (token.lemma_ == "put" and any(c.lower_ == "off" for c in token.children))
        called_off = off and token.i not in by_token and any(m.status is Status.CANCELLED for m in found)
        if called_off and head.lower_ not in PUT_OFF_TO and head.head.lower_ not in PUT_OFF_TO:
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


class Segments:
    """The mentions of a text by the semicolons and colons that part them."""

    def __init__(self, text: str, by_token: Mapping[int, EventMention]) -> None:
        self._text = text
        self._breaks = [-1, *(found.start() for found in BREAK.finditer(text)), len(text)]
        self._in_text = sorted(((m.start, number, i, m) for number, (i, m) in enumerate(by_token.items())), key=itemgetter(0, 1))
        self._inside: dict[tuple[int, int], Mapping[int, EventMention]] = {}

    def of(self, phrase: TimePhrase) -> Mapping[int, EventMention]:
        """The mentions that no break parts from the phrase, nor an "and" right before it that opens a clause."""
        first = self._breaks[bisect_left(self._breaks, phrase.start) - 1]
        last = self._breaks[bisect_left(self._breaks, phrase.end)]
        if (first, last) not in self._inside:
            self._inside[first, last] = self._between(first + 1, last)
        inside = self._inside[first, last]
        if OPENS.search(self._text[max(phrase.start - LONGEST_OPENING, 0) : phrase.start]):
            stop = self._text.find(".", phrase.end)
            at = self._place(phrase.end)
            behind = self._in_text[at : at + 1]
            if any(start < (stop if stop >= 0 else len(self._text)) for start, *_ in behind):
                return {i: m for i, m in inside.items() if m.start >= phrase.end}
        return inside

    def _between(self, start: int, end: int) -> Mapping[int, EventMention]:
        found = sorted(self._in_text[self._place(start) : self._place(end)], key=itemgetter(1))
        return {i: m for _, _, i, m in found}

    def _place(self, offset: int) -> int:
        return bisect_left(self._in_text, offset, key=itemgetter(0))


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


def phrase_head(doc: Doc, phrase: TimePhrase) -> Token:
    """The token through which the phrase hangs on the rest; of an event phrase only the words before the event count."""
    ref = event_of(phrase.expression)
    end = ref.start if ref is not None and ref.start > phrase.start else phrase.end
    return head_of(doc, phrase.start, end)


def _told_at(token: Token, by_token: Mapping[int, EventMention], blocked: frozenset[int]) -> list[EventMention]:
    """The mention this token tells, with those it is the setting of ("in a call with Xi … praised on Wednesday")."""
    found = [by_token[token.i]] if token.i in by_token else []
    if token.pos_ in VERBAL:
        below = {c.i for c in token.children if c.dep_ in CARRIED and c.i in by_token}
        carried = [by_token[i] for i in (below if len(below) < 2 else (i for i in by_token if i in below))]
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
    sentence = range(head.sent.start, head.sent.end)
    inside = [by_token[i] for i in sentence if i in by_token and by_token[i].start not in blocked]
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
