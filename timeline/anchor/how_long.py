"""How long an event lasts, and which end of it a phrase dates: "began a three-day visit on Sunday", "two days of talks ended on Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.clause import SUBJECTS, VERBAL, governor, nouns_above, path_up
from timeline.model import EventMention, Relation, TimePhrase
from timeline.parse import ParsedField
from timeline.times.expression import Duration
from timeline.times.interval import DAYS_IN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STARTING = frozenset({"begin", "start", "open", "commence", "kick", "embark", "launch", "arrive", "land", "reach", "resume"})
ENDING = frozenset({"end", "close", "conclude", "finish", "wind", "wrap", "wound", "adjourn", "complete"})
LASTING = frozenset({"last", "run", "continue", "take", "go", "span"})
# What is done in a day, however long it is to hold: "a five-year treaty".
DONE_AT_ONCE = frozenset(
    {"agreement", "sanctions", "sanctions relief", "ban", "aid", "statement", "arrest", "expulsion", "recall", "vote", "death", "release",
     "recognition", "relations", "appointment", "resignation", "ruling", "warning", "accusation", "appeal", "press conference", "call"}
)  # fmt: skip
MODIFYING = frozenset({"compound", "nmod", "nummod", "amod", "poss", "npadvmod"})
NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj"})


def lengths(
    field: ParsedField, mentions: Sequence[EventMention], phrases: Sequence[TimePhrase]
) -> Mapping[EventMention, TimePhrase]:
    """The phrase that says how many days each mention's event lasts: "four-day", "two weeks of"."""
    by_token = tokens_of(field.doc, mentions)
    found: dict[EventMention, TimePhrase] = {}
    for phrase in phrases:
        if days_of(phrase) is not None:
            told = next(_lasting(head_of(field.doc, phrase.start, phrase.end), by_token), None)
            if told is not None and told.kind not in DONE_AT_ONCE:
                found.setdefault(told, phrase)
    return found


def tokens_of(doc: Doc, mentions: Sequence[EventMention]) -> Mapping[int, EventMention]:
    """The mentions by the token that tells each."""
    return {head_of(doc, m.start, m.end).i: m for m in mentions}


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token through which some words hang on the rest."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def days_of(phrase: TimePhrase) -> int | None:
    """How many days a phrase counts, when it counts whole days or weeks and is not hedged."""
    if not isinstance(phrase.expression, Duration):
        return None
    period = phrase.expression.period
    whole = period.count is not None and period.hours is None and not period.hedge and period.unit in DAYS_IN
    return round(period.count or 0) * DAYS_IN[period.unit] if whole else None


def _lasting(head: Token, by_token: Mapping[int, EventMention]) -> Iterator[EventMention]:
    """ "Three days of talks", "a three-day visit", "talks that lasted three days", "met for three days"."""
    for token in (o for p in head.children if p.lower_ == "of" for o in p.children):
        if token.i in by_token:
            yield by_token[token.i]
    through = ended = False
    for token in path_up(head):
        if token.pos_ == "ADP":
            ended = token.lower_ == "after" and governor(token).lemma_ in ENDING  # "closed on Friday after two days"
            if token.lower_ not in {"for", "over", "of"} and not ended:
                return
            through = True
        elif token.pos_ not in VERBAL:
            if token.i in by_token:
                yield by_token[token.i]
        else:
            yield from _lasting_by(token, by_token, ended=ended) if through or token.lemma_ in LASTING else ()
            return


def _lasting_by(verb: Token, by_token: Mapping[int, EventMention], *, ended: bool) -> Iterator[EventMention]:
    """What a verb tells or is about; of one that tells the end of something, only that."""
    if verb.i in by_token and not ended:
        yield by_token[verb.i]
    yield from (by_token[c.i] for c in verb.children if c.dep_ in {"dobj", "nsubjpass", *SUBJECTS} and c.i in by_token)
    if verb.dep_ in {"acl", "relcl"}:
        yield from (by_token[noun.i] for noun in nouns_above(verb) if noun.i in by_token)


def sided(phrase: TimePhrase, told: EventMention, token: Token, head: Token) -> TimePhrase:
    """The phrase as dating the first or the last day, where its verb says that the event told by `token` begins or ends then."""
    if head.head.i == token.i and head.dep_ in MODIFYING and head.i < token.i:  # "since the 2021 coup": the coup was in 2021
        return replace(phrase, relation=Relation.AT)
    if phrase.relation is not Relation.AT:
        return phrase
    verb = governor(head)
    told_of = (token.dep_ in NAMING and governor(token).i == verb.i) or (verb.dep_ in {"relcl", "acl"} and token in nouns_above(verb))
    own = (verb.i == token.i and told.kind not in DONE_AT_ONCE) or told_of  # "opened an embassy" begins nothing
    if own and verb.lemma_ in STARTING:
        return replace(phrase, relation=Relation.STARTS)
    if own and verb.lemma_ in ENDING and verb.i != token.i:
        return replace(phrase, relation=Relation.ENDS)
    return phrase
