"""Triggers → mentions: every word that tells an event of a known kind, with who, where and whether."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.cast import build_cast, words
from timeline.events.clause import after_preposition, governor, is_infinitive, main_verb, objects, passive_subjects
from timeline.events.kinds import Kinds, NounPattern, Signal, VerbPattern
from timeline.events.status import noun_status, verb_status
from timeline.events.where import as_place, place_of
from timeline.events.who import Names, actors, of_noun, of_verb
from timeline.model import EventMention
from timeline.parse import ParsedField

if TYPE_CHECKING:
    from spacy.tokens import Token

TAIL_WINDOW = 14
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


@dataclass(frozen=True)
class Trigger:
    """A token that signals an event; `start` is its first word's token when several words make it."""

    token: Token
    start: int
    end: int
    signal: Signal
    light: Token | None = None


def find_events(fields: Iterable[ParsedField], kinds: Kinds) -> tuple[EventMention, ...]:
    """All mentions of events in the title and text of one article, in reading order."""
    fields = list(fields)
    cast = build_cast(fields)
    return tuple(
        _mention(trigger, field, names)
        for field in fields
        for names in (Names.of(field.doc, cast),)
        for trigger in _triggers(names, kinds)
    )


def _triggers(names: Names, kinds: Kinds) -> Iterator[Trigger]:
    nouns = {t.token.i: t for t in _noun_triggers(names, kinds)}
    inside = {i for t in nouns.values() for i in range(t.start, t.end)}
    verbs = {
        token.i: pattern
        for token in names.doc
        if token.pos_ == "VERB" and token.i not in inside and (pattern := _verb_pattern(token, names, kinds))
    }
    spoken_for = {o.i for i, p in verbs.items() for o in _objects(names.doc[i], p) if _is_object(o, p, nouns)}
    for token in names.doc:
        if token.i in nouns and token.i not in spoken_for:
            yield nouns[token.i]
        elif token.i in verbs and not _only_carries(token, nouns, kinds):
            yield Trigger(token, token.i, _with_particle(token), verbs[token.i].signal)


def _is_object(token: Token, pattern: VerbPattern, nouns: dict[int, Trigger]) -> bool:
    """The object a pattern asks for is no event of another kind: "lifted its sanctions" tells the lifting."""
    return token.i in nouns and token.lemma_.lower() in pattern.objects and nouns[token.i].signal.kind != pattern.signal.kind


def _noun_triggers(names: Names, kinds: Kinds) -> Iterator[Trigger]:
    for token in names.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or token.ent_type_ in {"PERSON", "DATE"}:
            continue
        pattern = next((p for p in kinds.nouns.get(token.lemma_.lower(), ()) if _noun_fits(token, p)), None)
        if pattern is not None:
            light = _light_verb(token, kinds)
            yield Trigger(token, token.i - len(pattern.words) + 1, token.i + 1, pattern.signal, light)


def _noun_fits(token: Token, pattern: NounPattern) -> bool:
    start = token.i - len(pattern.words) + 1
    if start < 0:
        return False
    if pattern.objects and not any(_is_one_of(o, pattern.objects) for o in after_preposition(token, "of")):
        return False
    if pattern.tail and not any(c.lower_ == pattern.tail or (pattern.tail == "to" and is_infinitive(c)) for c in token.children):
        return False
    before = token.doc[start : token.i]
    return all(w in (t.lower_, t.lemma_.lower()) for w, t in zip(pattern.words, before, strict=False))


def _is_one_of(token: Token, wanted: frozenset[str]) -> bool:
    return token.lemma_.lower() in wanted or ("@name" in wanted and token.pos_ == "PROPN")


def _light_verb(noun: Token, kinds: Kinds) -> Token | None:
    """The verb that carries the noun: as subject or object ("held talks", "the call took place"), or "engage in talks"."""
    head = noun.head
    if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and head.lemma_ in kinds.light:
        return head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_ in {"participate", "engage", "take", "join", "be", "come", "go"}:
        return head.head if head.lower_ in {"in", "for", "to", "on"} else None
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _light_verb(head, kinds)
    return None


def _only_carries(verb: Token, nouns: dict[int, Trigger], kinds: Kinds) -> bool:
    """A light verb beside its event noun is no event of its own; "announced" beside "talks" is."""
    return verb.lemma_ in kinds.light and verb.lemma_ not in {"sign", "announce"} and any(t.light == verb for t in nouns.values())


def _verb_pattern(verb: Token, names: Names, kinds: Kinds) -> VerbPattern | None:
    return next((p for p in kinds.verbs.get(verb.lemma_.lower(), ()) if _verb_fits(verb, p, names)), None)


def _verb_fits(verb: Token, pattern: VerbPattern, names: Names) -> bool:
    if pattern.particle and not _has_particle(verb, pattern.particle):
        return False
    if pattern.objects and not _object_fits(verb, pattern, names):
        return False
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + TAIL_WINDOW] if t.sent == verb.sent]
    tail = list(pattern.tail)
    return not tail or any(following[i : i + len(tail)] == tail for i in range(len(following)))


def _has_particle(verb: Token, particle: str) -> bool:
    first, *rest = particle.split()
    near = [c for c in verb.children if c.lower_ == first and c.i > verb.i]
    if not near and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == first:
        near = [verb.nbor(1)]
    following = [[t.lower_ for t in verb.doc[c.i + 1 : c.i + 1 + len(rest)]] for c in near]
    return any(words == rest for words in following)


def _objects(verb: Token, pattern: VerbPattern) -> list[Token]:
    """The objects of a verb in any form: active, passive, behind its particle, or the noun a participle stands by."""
    candidates = [*objects(verb), *passive_subjects(verb)]
    if pattern.particle:
        candidates += [o for c in verb.children if c.lower_ in pattern.particle.split() for o in c.children if o.dep_ == "pobj"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        candidates.append(verb.head)
    return [*candidates, *(t for c in candidates for t in c.conjuncts)]


def _object_fits(verb: Token, pattern: VerbPattern, names: Names) -> bool:
    candidates = _objects(verb, pattern)
    if "@person" in pattern.objects and any(actors(c, names) for c in candidates):
        return True
    if "@place" in pattern.objects and any(as_place(c, names) for c in candidates):
        return True
    if "@office" in pattern.objects and any(c.lemma_.lower() in words("offices") for c in candidates):
        return True
    heads = {t.lemma_.lower() for c in candidates for t in (c, *(m for m in c.children if m.dep_ == "compound"))}
    return bool(heads & pattern.objects)


def _with_particle(verb: Token) -> int:
    following = verb.i + 1
    return following + 1 if following < len(verb.doc) and verb.doc[following].dep_ == "prt" else following


def _mention(trigger: Trigger, field: ParsedField, names: Names) -> EventMention:
    token, doc = trigger.token, field.doc
    span = doc[trigger.start : trigger.end]
    noun = token.pos_ != "VERB"
    definite = noun and _definite(token)
    status = noun_status(token, light=trigger.light, definite=definite) if noun else verb_status(token)
    people = of_noun(token, trigger.light, names) if noun else of_verb(token, trigger.signal.other, names)
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
        clause=main_verb(trigger.light or governor(token)).idx,
        participants=people,
        place=place_of(token, trigger.light, trigger.signal.kind, names),
        definite=definite,
        minor=trigger.signal.minor,
        quoted=token.i in names.quoted,
    )


def _definite(noun: Token) -> bool:
    """ "the conversation", "that meeting", "Wednesday's call", "his visit"."""
    return any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for c in noun.children)
