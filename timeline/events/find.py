"""Triggers → mentions: every word that tells an event of a known kind, with who, where and whether."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.events.cast import build_cast
from timeline.events.clause import VERBAL, after_preposition, governor, main_verb, objects
from timeline.events.kinds import Kinds
from timeline.events.named import Names, actors
from timeline.events.status import noun_status, verb_status
from timeline.events.triggers import DONE_BY_WORDS, Trigger, find_triggers, noun_triggers
from timeline.events.where import as_place, at_home, place_of
from timeline.events.who import of_noun, of_verb
from timeline.model import EventMention, Field, Status
from timeline.parse import ParsedField

if TYPE_CHECKING:
    from spacy.tokens import Token

ANOTHER = frozenset({"another", "second", "third", "fourth", "further", "additional", "again", "separate", "separately", "other", "fresh"})
USUALLY = frozenset(
    {"long", "always", "often", "usually", "regularly", "traditionally", "routinely", "frequently", "normally", "typically", "annually"}
)
POINTING = frozenset({"this", "that", "these", "those"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def find_events(fields: Iterable[ParsedField], kinds: Kinds, given: Iterable[tuple[int, int]] = ()) -> tuple[EventMention, ...]:
    """All mentions of events in the title and text of one article, in reading order.

    Words of the text `given` by their offsets tell an event whether or not the table knows them; where it does not, of kind "other".
    """
    fields = list(fields)
    cast = build_cast(fields)
    given = tuple(given)
    return tuple(m for f in fields for m in _mentions(f, Names.of(f.doc, cast), kinds, given if f.field is Field.TEXT else ()))


def _mentions(field: ParsedField, names: Names, kinds: Kinds, given: Iterable[tuple[int, int]]) -> Iterator[EventMention]:
    nouns = {t.token.i: t for t in noun_triggers(names, kinds)}
    for trigger in find_triggers(names, nouns, kinds, given):
        yield _mention(trigger, field, names, nouns)


def _clause(token: Token, light: Token | None, nouns: Mapping[int, Trigger]) -> int:
    """The offset of the verb an event hangs on; a verb said of an event noun tells the same: "the collision which killed two"."""
    if token.dep_ in {"relcl", "acl"} and token.head.i in nouns:
        token, light = token.head, nouns[token.head.i].light
    return main_verb(light or governor(token)).idx


def _mention(trigger: Trigger, field: ParsedField, names: Names, nouns: Mapping[int, Trigger]) -> EventMention:
    token, doc = trigger.token, field.doc
    span = doc[trigger.start : trigger.end]
    noun = token.pos_ not in VERBAL
    definite = noun and _definite(token, names)
    status = _status(trigger, definite=definite)
    people = of_noun(token, trigger.light, trigger.signal, names) if noun else of_verb(token, trigger.signal, names)
    return EventMention(
        article=field.article.id,
        field=field.field,
        start=span.start_char,
        end=span.end_char,
        trigger=span.text,
        sentence=field.sentence_at(span.start_char),
        kind=trigger.signal.kind,
        type=trigger.signal.plover,
        cameo=trigger.signal.cameo,
        status=status,
        clause=_clause(token, trigger.light, nouns),
        participants=people,
        place=place_of(token, trigger.light, trigger.signal, names) or at_home(trigger.signal, people, names),
        definite=definite,
        minor=trigger.signal.minor or _compared_with(token),
        news=trigger.signal.news,
        weak=trigger.signal.weak,
        passing=_in_passing(token, trigger.light, field.field),
        indefinite=noun and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in token.children),
        another=trigger.again or any(c.lower_ in ANOTHER for c in token.children) or _looks_at(token, names),
        quoted=token.i in names.quoted,
    )


def _compared_with(token: Token) -> bool:
    """ "A week later than first announced", "as agreed by telephone": what something is measured by, not told."""
    before = [t.lower_ for t in token.doc[max(token.i - 2, token.sent.start) : token.i]]
    return token.tag_ == "VBN" and (before[-1:] in (["than"], ["as"]) or before[-2:] in (["than", "first"], ["as", "first"]))


def _looks_at(token: Token, names: Names) -> bool:
    """ "Visited an arboretum": a stop within a stay, not the stay itself."""
    return token.lemma_ in {"visit", "tour"} and any(not as_place(o, names) and o.pos_ in {"NOUN", "PROPN"} for o in objects(token))


def _in_passing(token: Token, light: Token | None, field: Field) -> bool:
    """Named rather than told: a noun no verb carries, a verb in a clause that describes, goes further back or tells what is usual."""
    verb = light or token
    earlier = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
    describes = verb.dep_ == "acl" or (verb.dep_ == "relcl" and not any(c.lower_ in {"where", "when"} for c in verb.children))
    usual = any(c.dep_ == "advmod" and c.lower_ in USUALLY for c in verb.children)
    usual |= field is Field.TEXT and verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    on_a_visit = light is not None and light.lemma_ == "be" and token.head.lower_ == "on"  # "who was in Russia on a working visit"
    return verb.pos_ not in VERBAL or earlier or (describes and not on_a_visit) or (usual and not on_a_visit)


def _status(trigger: Trigger, *, definite: bool) -> Status:
    token, light = trigger.token, trigger.light
    if token.pos_ in VERBAL:
        return verb_status(token)
    if light is not None and light.lemma_ == "announce" and trigger.signal.kind in DONE_BY_WORDS:
        return verb_status(light)
    return noun_status(token, light=light, definite=definite)


def _definite(noun: Token, names: Names) -> bool:
    """ "The conversation", "that meeting", "his visit"; not "the meeting of advisers held in Paris", "our seventh meeting"."""
    if any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.children):
        return True  # "that exchange, set up by the envoy"
    if any(c.dep_ == "acl" or c.ent_type_ == "ORDINAL" for c in noun.children):
        return False
    if noun.pos_ == "PROPN" and any(o.pos_ == "PROPN" for o in after_preposition(noun, "of", "on", "for")):
        return False  # "the Treaty of Rabaul"
    of_others = any(not actors(o, names) and not as_place(o, names) for o in after_preposition(noun, "of") if o.pos_ == "NOUN")
    compounds = (c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ != "DATE")
    named = any(c.i not in names.people and not as_place(c, names) for c in compounds)
    if of_others or named:
        return False
    return any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for c in noun.children)
