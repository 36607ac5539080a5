"""Which words of a field signal an event, and of which kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.clause import MOTION, after_preposition, governor, is_infinitive, objects, passive_subjects, subjects
from timeline.events.content import by_content
from timeline.events.kinds import SAME, Kinds, NounPattern, Signal, VerbPattern
from timeline.events.named import Names, actors
from timeline.events.where import as_place
from timeline.events.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TAIL_WINDOW = 14
# With "in", "for", "to" or "on" before the noun these carry it: "engage in talks", "agree on a ceasefire".
CARRYING = frozenset({"participate", "engage", "take", "join", "be", "come", "go", "agree"})
GOING = MOTION | {"be"}
# What tells the event as much as its noun does: "concluded an agreement".
TELLING = frozenset({"sign", "conclude", "seal", "adopt", "ratify", "reach"})
MEANS = ("by", "on", "over", "via", "through")
# To announce these is to do them: sanctions announced are sanctions imposed.
DONE_BY_WORDS = frozenset({"sanctions", "sanctions relief", "ban", "aid", "expulsion", "recall"})
# Of words that a caller says tell an event, where the table knows none.
NO_KIND = Signal("other", "OTHER", "010", minor=False, other="owners")
HUMAN = ("ist", "man", "eer", "crat")
PARTS_OF = frozenset({"part", "all", "most", "some", "half", "much", "number", "portion", "rest"})


@dataclass(frozen=True)
class Trigger:
    """A token that signals an event; `start` is its first word's token when several words make it."""

    token: Token
    start: int
    end: int
    signal: Signal
    light: Token | None = None
    again: bool = False


def find_triggers(names: Names, nouns: Mapping[int, Trigger], kinds: Kinds, given: Iterable[tuple[int, int]] = ()) -> tuple[Trigger, ...]:
    """All triggers in reading order, the words `given` by their offsets among them; "did the same" signals what the last one did.

    `nouns` are the `noun_triggers` by their token.
    """
    found: list[Trigger] = []
    for trigger in _told(names, nouns, kinds):
        if trigger.signal is SAME:
            last = next((t for t in reversed(found) if not t.signal.minor), None)
            if last is not None and trigger.token.sent.start - last.token.sent.end <= 0:
                found.append(replace(trigger, signal=last.signal, again=True))
        else:
            found.append(trigger)
    spans = [names.doc.char_span(start, end, alignment_mode="expand") for start, end in given]
    tokens = {t.token.i for t in found}
    new = (s for s in spans if s is not None and tokens.isdisjoint(range(s.start, s.end)))
    found += [nouns.get(s.root.i) or _given(s, kinds) for s in new]
    return tuple(sorted(found, key=lambda t: t.token.i))


def _given(span: Span, kinds: Kinds) -> Trigger:
    """Words that hold no trigger tell an event through their head, of the kind that it takes up or of none."""
    noun = span.root.pos_ in {"NOUN", "PROPN"}
    meant = kinds.taken_up_by(span.root.lower_) if noun else ()
    signal = kinds.signals[meant[0]] if meant else NO_KIND
    return Trigger(span.root, span.start, span.end, signal, _light_verb(span.root, kinds) if noun else None)


def _told(names: Names, nouns: Mapping[int, Trigger], kinds: Kinds) -> Iterator[Trigger]:
    inside = {i for t in nouns.values() for i in range(t.start, t.end)}
    verbs = {
        token.i: pattern
        for token in names.doc
        if (token.pos_ == "VERB" or _is_to_be(token, names))
        and token.dep_ != "amod"
        and token.i not in inside
        and (pattern := _verb_pattern(token, names, kinds))
    }
    spoken_for = {o.i for i, p in verbs.items() for o in _objects(names.doc[i], p) if _is_object(o, p, nouns)}
    spoken_for |= {o.i for i, p in verbs.items() if p.means for o in after_preposition(names.doc[i], *MEANS)}
    types = {names.doc[i]: p.signal.plover for i, p in verbs.items()} | {t.light: t.signal.plover for t in nouns.values() if t.light}
    carried: dict[int, set[str]] = defaultdict(set)
    for i, noun in nouns.items():
        if noun.light is not None and i not in spoken_for:
            carried[noun.light.i].add(noun.signal.kind)
    for token in names.doc:
        if token.i in nouns and token.i not in spoken_for:
            yield nouns[token.i]
        elif token.i in verbs and (verbs[token.i].subjects or not _only_carries(token, carried[token.i], kinds)):
            own = verbs[token.i].signal
            signal = own if own is SAME else by_content(token, own, types.get)
            yield Trigger(token, token.i, _with_particle(token), signal)


def _is_object(token: Token, pattern: VerbPattern, nouns: Mapping[int, Trigger]) -> bool:
    """The object a pattern asks for is no event of another kind: "lifted its sanctions" tells the lifting."""
    return token.i in nouns and token.lemma_.lower() in pattern.objects and nouns[token.i].signal.kind != pattern.signal.kind


def noun_triggers(names: Names, kinds: Kinds) -> Iterator[Trigger]:
    for token in names.doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ == "compound" or token.ent_type_ in {"PERSON", "DATE"}:
            continue
        lemmas = dict.fromkeys((token.lemma_.lower(), token.lower_.removesuffix("s")))  # names keep their plural: "the Consultations"
        pattern = next((p for lemma in lemmas for p in kinds.nouns.get(lemma, ()) if _noun_fits(token, p)), None)
        if pattern is not None:
            light = _light_verb(token, kinds)
            yield Trigger(token, token.i - len(pattern.words) + 1, token.i + 1, pattern.signal, light)


def _noun_fits(token: Token, pattern: NounPattern) -> bool:
    start = token.i - len(pattern.words) + 1
    if start < 0:
        return False
    if pattern.objects and not _is_of(token, pattern):
        return False
    if pattern.tail and not any(c.lower_ == pattern.tail or (pattern.tail == "to" and is_infinitive(c)) for c in token.children):
        return False
    before = token.doc[start : token.i]
    return all(w in (t.lower_, t.lemma_.lower()) for w, t in zip(pattern.words, before, strict=False))


def _is_of(noun: Token, pattern: NounPattern) -> bool:
    """What the noun is of: "the withdrawal of the envoy", "of Ambassador Arbelaez"."""
    found = after_preposition(noun, pattern.tail or "of")
    return any(_is_one_of(o, pattern.objects) for o in found) or bool(_heads(found) & pattern.objects)


def _is_one_of(token: Token, wanted: frozenset[str]) -> bool:
    return token.lemma_.lower() in wanted or ("@name" in wanted and token.pos_ == "PROPN")


def _light_verb(noun: Token, kinds: Kinds) -> Token | None:
    """The verb that carries the noun: as subject or object ("held talks", "the call took place"), or "engage in talks"."""
    head = noun.head
    if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} and head.lemma_ in kinds.light:
        due = next((c for c in head.children if c.dep_ == "xcomp" and c.lemma_ in kinds.light), None) if head.lemma_ == "be" else None
        return due or head  # "negotiations are to be held"
    told_of = (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.pos_ == "VERB" and c.lemma_ not in {"set", "schedule", "plan"})
    described = next((c for c in told_of if c.lemma_ in kinds.light), None)
    if described is not None and not any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in described.children):
        return described  # "the talks held in Geneva on Monday", "protests that began on 11 July"
    if noun.dep_ == "pobj" and head.lower_ == "on" and noun.lemma_ in {"visit", "trip", "tour"} and governor(noun).lemma_ in GOING:
        return governor(noun)  # "is in Russia on an official visit", "travels there on one", wherever the parse puts the visit
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_ in CARRYING:
        return head.head if head.lower_ in {"in", "for", "to", "on"} else None
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _light_verb(head, kinds)
    return None


def _only_carries(verb: Token, carried: Set[str], kinds: Kinds) -> bool:
    """A light verb beside its event noun is no event of its own; "announced" beside "talks" is, beside "sanctions" it is not."""
    if verb.lemma_ == "announce":
        return bool(carried) and carried <= DONE_BY_WORDS
    return bool(carried) and verb.lemma_ in kinds.light and verb.lemma_ not in TELLING


def _verb_pattern(verb: Token, names: Names, kinds: Kinds) -> VerbPattern | None:
    patterns = (p for table in (kinds.same, kinds.verbs) for lemma in _lemmas(verb) for p in table.get(lemma, ()))
    return next((p for p in patterns if _verb_fits(verb, p, names)), None)


def _is_to_be(token: Token, names: Names) -> bool:
    """ "The Secretary will be in Oman", "he was in Valletta from 21 to 23 May": where somebody is for some days he goes."""
    if token.lemma_ != "be" or token.pos_ != "AUX":
        return False
    ahead = any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children)
    somebody = any(t.i in names.people or t.lower_ in {"he", "she"} or t.lemma_.lower() in words("offices") for t in subjects(token))
    return ahead or (somebody and any(t.ent_type_ == "DATE" for t in token.subtree if t.i > token.i))


def _lemmas(verb: Token) -> tuple[str, ...]:
    """The lemma, and what a regular ending leaves: the small model makes "din" of "dined" and "initialle" of "initialled"."""
    word = verb.lower_
    stems = (word[:-1], word[:-2], word[:-3]) if word.endswith("ed") else (word[:-1],) if word.endswith("s") else ()
    return tuple(dict.fromkeys((verb.lemma_.lower(), *stems)))


def _verb_fits(verb: Token, pattern: VerbPattern, names: Names) -> bool:
    if pattern.particle and not _has_particle(verb, pattern.particle):
        return False
    if pattern.objects and not _object_fits(verb, pattern, names):
        return False
    if pattern.subjects and not _heads([*subjects(verb), *passive_subjects(verb), *_described(verb)]) & pattern.subjects:
        return False
    if pattern.means and not any(_heads([o]) & pattern.means for o in after_preposition(verb, *MEANS)):
        return False
    tail = list(pattern.tail)
    if not tail:
        return True
    following = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + TAIL_WINDOW, verb.sent.end)]]
    return any(following[i : i + len(tail)] == tail for i in range(len(following)))


def _described(verb: Token) -> list[Token]:
    """ "A convoy crossed into Chad" where the parse makes it "a convoy, crossed into Chad"."""
    return [verb.head] if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} else []


def _has_particle(verb: Token, particle: str) -> bool:
    first, *rest = particle.split()
    near = [c for c in verb.children if c.lower_ == first and c.i > verb.i]
    if not near and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == first:
        near = [verb.nbor(1)]
    near = [c for c in near if not any(o.ent_type_ in {"DATE", "TIME"} for o in c.children)]  # "called him on Monday"
    following = [[t.lower_ for t in verb.doc[c.i + 1 : c.i + 1 + len(rest)]] for c in near]
    return any(words == rest for words in following)


def _objects(verb: Token, pattern: VerbPattern) -> list[Token]:
    """The objects of a verb in any form: active, passive, behind its particle, or the noun a participle stands by."""
    candidates = [*objects(verb), *passive_subjects(verb)]
    if pattern.particle:
        candidates += [o for c in verb.children if c.lower_ in pattern.particle.split() for o in c.children if o.dep_ == "pobj"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        candidates.append(verb.head)
    if verb.dep_ == "relcl" and not candidates:  # "the pact it had concluded"
        candidates.append(verb.head)
    candidates += [o for c in candidates if c.lemma_ in PARTS_OF for o in after_preposition(c, "of")]
    return [*candidates, *(t for c in candidates for t in c.conjuncts)]


def _object_fits(verb: Token, pattern: VerbPattern, names: Names) -> bool:
    candidates = _objects(verb, pattern)
    if "@person" in pattern.objects and any(actors(c, names) for c in candidates):
        return True
    if "@you" in pattern.objects and any(c.lower_ == "you" for c in candidates):
        return True
    if "@place" in pattern.objects and any(as_place(c, names) for c in candidates):
        return True
    if "@office" in pattern.objects and any(c.lemma_.lower() in words("offices") for c in candidates):
        return True
    heads = _heads(candidates)
    if "@human" in pattern.objects and any(h in words("people", "offices") or h.endswith(HUMAN) for h in heads):
        return True
    return bool(heads & pattern.objects)


def _heads(nouns: Iterable[Token]) -> set[str]:
    """The lemmas of nouns, of what is joined to them and of the nouns that make compounds with them."""
    return {t.lemma_.lower() for n in nouns for c in (n, *n.conjuncts) for t in (c, *(m for m in c.children if m.dep_ == "compound"))}


def _with_particle(verb: Token) -> int:
    following = verb.i + 1
    return following + 1 if following < len(verb.doc) and verb.doc[following].dep_ == "prt" else following
