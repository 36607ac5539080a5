"""A time that several clauses share: coordinated verbs, and clauses with "when"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.anchor.hangs_on import WHOLE_SUBJECTS
from timeline.events.clause import VERBAL, path_up
from timeline.model import EventMention, Relation, TimePhrase
from timeline.times.interval import Interval

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def share(
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


def share_when(doc: Doc, by_token: Mapping[int, EventMention], dated: dict[EventMention, list[TimePhrase]]) -> None:
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


def when_within(
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
