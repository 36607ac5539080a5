"""Which way a bare weekday or month looks: back or ahead, from the tense and modality of its clause."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.times.words import (
    CALLED_FOR,
    FUTURE_AUXILIARIES,
    FUTURE_WORDS,
    HELD,
    INTENTIONS,
    LASTED,
    LOOKING_AHEAD,
    NO_PLURALS,
    NOT_PAST,
    NOT_VERBS,
    PAST_VERBS,
    REFUSED,
    SETTING_A_DATE,
    TIMETABLE,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_WIDTH = 160
_CLAUSE_END = re.compile(r"[.;:!?\n](?=\s|$)|[\"“”()]|,? (?:but|while|although|whereas|because) ")
_WORD = re.compile(r"\w+(?:['’](?!ll\b)\w+)*|['’]ll\b")
_MOTION = frozenset({"travel", "fly", "go", "come", "arrive", "gather", "meet", "head", "return", "rush", "move", "convene"})
_WAS = frozenset({"was", "were", "had"})
_NEAR = 60
# "Called off a trip planned for 24 April", but not "the vote is planned for", which is still to come.
_PLANNED_FOR = re.compile(r"(?<!\bis )(?<!\bare )(?<!\bbe )(?:planned|scheduled|slated|pencill?ed in) (?:for|on)$")
# What is prepared is to come, whatever is done about it now: "reviewed preparations for the visit in November".
_PREPARED = re.compile(r"\b(?:preparations?|plans|arrangements|prepar(?:e|es|ed|ing)|agenda) for (?:[\w'’-]+ ){0,6}(?:in|on|for)?$")
_SENTENCE_END = re.compile(r"[.;:!?\n]")


class Direction(StrEnum):
    """DUE is what is under way: that day itself may be meant. WAS_DUE was to come once ("was set to land on Monday"), over or not."""

    PAST = "past"
    FUTURE = "future"
    DUE = "due"
    WAS_DUE = "was due"


AHEAD = frozenset({Direction.FUTURE, Direction.DUE, Direction.WAS_DUE})


def direction(text: str, start: int, end: int, doc: Doc | None = None) -> Direction | None:
    """The direction of the clause around the phrase `start:end`, or None when nothing in it says so.

    A present tense tells what a timetable holds ("the talks open on Monday"), but not of "Monday's talks", which it comments on.

    >>> direction("They met on Friday.", 12, 18), direction("They will meet on Friday.", 18, 24)
    (<Direction.PAST: 'past'>, <Direction.FUTURE: 'future'>)
    """
    possessive = text.startswith(("'s", "’s"), end)
    settled = _settled(text[max(start - _NEAR, 0) : start], text[start:end], possessive=possessive)
    if settled is not None:
        return settled
    if doc is not None and _sets_a_date(doc, start, end):
        return None
    if doc is not None:
        found = _of_parse(doc, start, end, timetable=not possessive)
        if found is not None:
            return found
    return _of_words(text, start, end, timetable=not possessive)


def _settled(before: str, words: str, *, possessive: bool) -> Direction | None:
    """What stands right before a time may settle it, whatever the verb: "since Friday", "ahead of Friday's vote"."""
    before = before.lower().rstrip().removesuffix(" the")
    if before.endswith(("since", "back to", "dates from", "dating from")):
        return Direction.PAST
    if before.endswith(("ahead of", "in time for", "no later than", "called off", "cancelled", "canceled", "postponed")):
        return Direction.FUTURE
    if _PREPARED.search(before):
        return Direction.FUTURE
    planned = _PLANNED_FOR.search(before) and words.split()[0].lower() not in WEEKDAYS
    if (before.endswith(CALLED_FOR) or planned) and not possessive:
        return Direction.DUE
    if not before.endswith(("until", "till")):
        return None
    clause = _WORD.findall(_SENTENCE_END.split(before)[-1])
    if clause[-1] in {"until", "till"}:
        goes_on = words.split()[0].lower() in WEEKDAYS and len(clause) > 1 and not LASTED.intersection(clause)
        return Direction.FUTURE if goes_on or HELD.intersection(clause[-4:]) else None
    return None


def _sets_a_date(doc: Doc, start: int, end: int) -> bool:
    """A past verb that sets a date, or "looked forward", says nothing of whether that date is over; nor does "the August summit"."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or span[0].lower_ in WEEKDAYS or span.root.ent_type_ == "TIME":
        return False
    if span.root.dep_ in {"compound", "nmod"} and span.root.head.pos_ == "NOUN":
        return True
    verb = next((t for t in span.root.ancestors if t.pos_ == "VERB" and not (t.tag_ == "VBG" and t.dep_ == "pcomp")), None)
    if verb is None or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if verb.dep_ in {"acl", "relcl"} and span.root.head.lower_ in {"in", "on"}:
        return False  # "the four sites agreed to in February"
    return verb.lemma_ in SETTING_A_DATE or (verb.lemma_ == "look" and any(c.lower_ == "forward" for c in verb.children))


# --- from the parse --------------------------------------------------------------------------------------------------


def _of_parse(doc: Doc, start: int, end: int, *, timetable: bool) -> Direction | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    while token.head.i != token.i:
        token = token.head
        is_set = token.lower_ == "set" and token.tag_ != "VBD" and any(c.lower_ in {"to", "for"} for c in token.subtree)
        if (token.lower_ in FUTURE_WORDS and token.tag_ != "VBD") or is_set:
            return Direction.WAS_DUE if any(c.lower_ in _WAS for c in token.children) else Direction.FUTURE
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(token, timetable=timetable)
            if found is not None:
                return found
        if token.dep_ == "relcl":
            return None
    return None


def _of_verb(verb: Token, *, timetable: bool) -> Direction | None:
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    modal = next((a for a in auxiliaries if a.tag_ == "MD"), None)
    if modal is not None and modal.lower_ == "could" and any(c.dep_ == "neg" for c in verb.children):
        return Direction.PAST
    if modal is not None:
        return Direction.FUTURE if modal.lower_ in FUTURE_AUXILIARIES | {"wo", "ca"} else None
    if any(a.lower_ == "to" for a in auxiliaries):
        head = verb.head
        went = head.i != verb.i and head.lemma_ in _MOTION and head.pos_ == "VERB"
        if went:
            return _of_verb(head, timetable=timetable)
        return Direction.WAS_DUE if head.lower_ in _WAS and not head.is_sent_start else Direction.FUTURE
    if any(c.dep_ == "acomp" and c.lower_ in FUTURE_WORDS for c in verb.children):
        return Direction.WAS_DUE if verb.lower_ in _WAS else Direction.FUTURE
    if verb.tag_ == "VBD" or any(a.lower_ in {"was", "were", "had", "did", "has", "have"} for a in auxiliaries):
        return Direction.PAST
    if timetable and verb.tag_ in {"VBZ", "VBP"} and verb.lower_ in TIMETABLE:
        return Direction.FUTURE
    if verb.tag_ == "VBG" and any(a.lower_ in {"is", "are", "'s", "’s"} for a in auxiliaries):
        return Direction.DUE
    if verb.tag_ == "VBN" and not auxiliaries and verb.lower_ not in FUTURE_WORDS:
        return Direction.PAST
    return None


# --- from the words around -------------------------------------------------------------------------------------------


def _of_words(text: str, start: int, end: int, *, timetable: bool) -> Direction | None:
    left = _WORD.findall(_CLAUSE_END.split(text[max(start - _CLAUSE_WIDTH, 0) : start])[-1])
    found = _nearest(left, range(len(left) - 1, -1, -1), timetable)
    if found is not None:
        return found
    right = _WORD.findall(_CLAUSE_END.split(text[end : end + _CLAUSE_WIDTH], maxsplit=1)[0])
    return _nearest(right, range(len(right)), timetable)


def _nearest(words: list[str], nearest_first: range, timetable: bool) -> Direction | None:
    """What the nearest telling word says; an infinitive looks ahead unless a past verb only tells its purpose ("flew to meet him")."""
    lower = [w if w == "May" else w.lower() for w in words]  # the capital one is a name or a month
    infinitive = False
    for i in nearest_first:
        if lower[i] in INTENTIONS and infinitive:
            return Direction.FUTURE
        found = _of_word(lower, i, timetable)
        if found is not None:
            was_to = lower[i] in _WAS and lower[i + 1 : i + 2] == ["to"]
            if infinitive and (was_to or lower[i] in LOOKING_AHEAD or (i == 0 and lower[i] in _WAS)):  # "were he to resign on Monday"
                return Direction.WAS_DUE if was_to else Direction.FUTURE
            return found
        infinitive = infinitive or (i > 0 and lower[i - 1] == "to" and lower[i] not in NOT_VERBS)
    return Direction.FUTURE if infinitive else None


def _of_word(lower: list[str], i: int, timetable: bool) -> Direction | None:
    """What one word says, with the words around it."""
    low = lower[i]
    before = lower[i - 1] if i else ""
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if low in FUTURE_AUXILIARIES:
        return _of_modal(lower, i)
    if low == "not":
        return None
    was = bool(_WAS.intersection(lower[max(i - 2, 0) : i]))
    if low == "set":
        return (Direction.WAS_DUE if was else Direction.FUTURE) if following in {"to", "for", ""} else Direction.PAST
    if low == "deadline":
        return Direction.PAST if PAST_VERBS.intersection(lower[i:]) or any(w.endswith("ed") for w in lower[i:]) else Direction.FUTURE
    if low in FUTURE_WORDS:
        return Direction.WAS_DUE if was else Direction.FUTURE
    if before == "be" and i > 1 and (lower[i - 2] == "to" or lower[i - 2] in FUTURE_AUXILIARIES):
        return Direction.FUTURE
    if before == "to" or before in FUTURE_AUXILIARIES:
        if before == "to" and not (i > 1 and lower[i - 2] in LOOKING_AHEAD):
            return None
        return Direction.WAS_DUE if _WAS.intersection(lower[max(i - 4, 0) : i]) else Direction.FUTURE
    if low in PAST_VERBS or (low.endswith("ed") and len(low) > 4 and low not in NOT_PAST):
        return _of_participle(lower, i)
    if low.endswith("ing") and before in {"is", "are", "am"} and low not in {"being", "during"}:
        return Direction.DUE
    if timetable and low in TIMETABLE:
        plural = (before.endswith("s") and not before.endswith(("'s", "’s", "ss")) and before not in NO_PLURALS) or before in {"they", "we"}
        return Direction.FUTURE if low.endswith("s") or plural else None
    return None


def _of_modal(lower: list[str], i: int) -> Direction:
    """ "Could not agree" and "would not say" tell of the past."""
    modal, following, verb = (lower[i : i + 3] + ["", ""])[:3]
    refused = following == "not" and (modal == "could" or (modal == "would" and verb in REFUSED))
    return Direction.PAST if refused else Direction.FUTURE


def _of_participle(lower: list[str], i: int) -> Direction | None:
    """A past form, but for "will be released", "is to be held" and, near by, "is sentenced"."""
    auxiliaries = lower[max(i - 4, 0) : i]
    if lower[i] in {"has", "have", "had", "was", "were", "did"}:
        return Direction.PAST if not (set(auxiliaries[-2:]) & FUTURE_AUXILIARIES) else Direction.FUTURE
    if auxiliaries and auxiliaries[-1] in {"be", "been", "being"}:
        ahead = set(auxiliaries) & FUTURE_AUXILIARIES or auxiliaries[-2:] == ["to", "be"]
        return Direction.FUTURE if ahead else Direction.PAST
    if auxiliaries and auxiliaries[-1] in {"is", "are"} and i >= len(lower) - 2:
        return Direction.FUTURE
    return Direction.PAST
