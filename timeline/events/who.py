"""Participants: whom the subject, the objects and the prepositions of a trigger name, in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.cast import Cast, Person, known_in, known_names, words
from timeline.events.clause import after_preposition, conjuncts, is_passive, main_verb, objects, passive_subjects, quoted, subjects
from timeline.model import Participant, Role
from timeline.names import Known, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

LONGEST_PERSON = 5
SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "both", "their", "these", "those"})
STATE_GROUPS = frozenset({"country", "nation", "state", "side", "party", "neighbour", "neighbor", "power", "government", "ally"})


@dataclass(frozen=True)
class Names:
    """One parsed field with its names looked up: which person and which state each token belongs to."""

    doc: Doc
    cast: Cast
    known: Mapping[int, Known]
    people: Mapping[int, Person]
    quoted: frozenset[int]

    @classmethod
    def of(cls, doc: Doc, cast: Cast) -> Names:
        return cls(doc, cast, known_names(doc), _people(doc, cast), quoted(doc))


def _people(doc: Doc, cast: Cast) -> dict[int, Person]:
    found: dict[int, Person] = {}
    i = 0
    while i < len(doc):
        lengths = range(min(LONGEST_PERSON, len(doc) - i), 0, -1)
        length = next((n for n in lengths if doc[i].text[0].isupper() and doc[i : i + n].text in cast.persons), 0)
        person = cast.persons[doc[i : i + length].text] if length else None
        if person:
            found.update((i + k, person) for k in range(length))
        i += length or 1
    return found


# --- whom a noun phrase names ------------------------------------------------------------------------------------------


def actors(token: Token, names: Names) -> list[Participant]:
    """The people, states and bodies a noun phrase names, joined ones included; empty when it names nobody that acts."""
    found = [p for t in conjuncts(token) for p in _one(t, names)]
    return list({p.name: p for p in found}.values())


def _one(token: Token, names: Names) -> list[Participant]:
    if token.pos_ == "PRON" or token.lower_ in PLURAL:
        return _pronoun(token, names)
    named = [t for t in (token, *(c for c in token.children if c.dep_ == "appos")) if t.i in names.people]
    if named:
        return [_person(names.people[named[0].i])]
    if token.i in names.known and names.known[token.i].sort is not Sort.CITY:
        return [_state(names.known[token.i], names.cast)]
    if token.lemma_.lower() in words("agents") or token.lower_ in words("offices"):
        return _agent(token, names)
    if token.lemma_.lower() in words("groups"):
        return _group(token, names)
    if token.ent_type_ in {"ORG", "NORP"} or (token.pos_ == "PROPN" and token.ent_type_ == "PERSON"):
        return [_organisation(token)]
    return []


def _person(person: Person) -> Participant:
    return Participant(person.name, Role.ACTOR, person.country, person.title, person=True)


def _state(known: Known, cast: Cast) -> Participant:
    return Participant(cast.state(known.code), Role.ACTOR, known.code)


def _organisation(token: Token) -> Participant:
    ent = next((e for e in token.doc.ents if e.start <= token.i < e.end), token.doc[token.i : token.i + 1])
    known = known_in(ent)
    name = ent.text.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    return Participant(name, Role.ACTOR, known.code if known else None)


def _agent(token: Token, names: Names) -> list[Participant]:
    """ "Russian, Ukrainian and U.S. officials", "the Chinese leader", "the government of Mali"."""
    person = _titled(token, names)
    if person is not None:
        return [_person(person)]
    states = _states_of(token, names, "of", "for", "from")
    office = token.lemma_.lower()
    if len(states) == 1 and office in words("offices"):
        holder = names.cast.office_holder(states[0].code, office)
        if holder is not None:
            return [_person(holder)]
    if states:
        return [_state(s, names.cast) for s in states]
    if office in words("groups") and (token.tag_ == "NNS" or office == "side"):
        return _group(token, names)
    if office in words("offices") and token.tag_ == "NN":
        return [_person(p) for p in _before(token, names) if p.title and office in p.title.lower()][:1]
    return []


def _titled(token: Token, names: Names) -> Person | None:
    """The person in the same noun phrase: "Xi Jinping government" is no person, "President Xi Jinping" is."""
    following = token.i + 1
    if following < len(names.doc) and following in names.people and token.lower_ in words("offices"):
        return names.people[following]
    return None


def _states_of(token: Token, names: Names, *prepositions: str) -> list[Known]:
    """The states that adjectives, compounds, possessives and prepositions give to a noun."""
    modifiers = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    modifiers += [t for m in list(modifiers) for t in m.conjuncts]
    modifiers += [t for o in after_preposition(token, *prepositions) for t in conjuncts(o)]
    found = [names.known[m.i] for m in modifiers if m.i in names.known and names.known[m.i].sort is not Sort.CITY]
    persons = [names.people[m.i] for m in modifiers if m.i in names.people]
    found += [Known(p.country, names.cast.state(p.country), Sort.NAME) for p in persons if p.country and not found]
    if not found:
        found = [s for o in after_preposition(token, "of") if o.i not in names.known for s in _states_of(o, names, *prepositions)]
    return list({k.code: k for k in found}.values())


def _pronoun(token: Token, names: Names) -> list[Participant]:
    if token.lower_ in SINGULAR:
        return [_person(p) for p in _before(token, names)][:1]
    if token.lower_ in PLURAL:
        return _group(token, names)
    if token.lower_ in {"who", "which", "that"} and token.head.dep_ == "relcl":
        return _one(token.head.head, names)
    return []


def _group(token: Token, names: Names) -> list[Participant]:
    """ "the two leaders", "both countries": the last two of that sort named before."""
    if token.lemma_.lower() in STATE_GROUPS:
        states = list(dict.fromkeys(names.known[i] for i in range(token.i - 1, -1, -1) if i in names.known))
        codes = list(dict.fromkeys(k.code for k in states if k.is_state))[:2]
        return [Participant(names.cast.state(code), Role.ACTOR, code) for code in codes] if len(codes) == 2 else []
    people = list(dict.fromkeys(p.name for p in _before(token, names)))[:2]
    return [_person(names.cast.persons[name]) for name in people] if len(people) == 2 else []


def _before(token: Token, names: Names) -> Iterator[Person]:
    """Persons named before a token, nearest first, those that are subjects ahead of the rest of their sentence."""
    for sentence in reversed([s for s in names.doc.sents if s.start < token.i]):
        inside = [i for i in range(sentence.start, min(sentence.end, token.i)) if i in names.people]
        leading = [i for i in inside if names.doc[i].dep_ in {"nsubj", "nsubjpass"}]
        yield from (names.people[i] for i in [*leading, *(i for i in reversed(inside) if i not in leading)])


# --- who takes part ------------------------------------------------------------------------------------------------------


def of_verb(verb: Token, other: str, names: Names) -> tuple[Participant, ...]:
    """Who takes part in what a verb tells; `other` says what an object must be to take part (see kinds.toml)."""
    if is_passive(verb):
        doing = [p for a in after_preposition(verb, "by") for p in actors(a, names)]
        done_to = [p for s in passive_subjects(verb) for p in _target(s, other, names)]
    else:
        doing = [p for s in subjects(verb) for p in actors(s, names)] or _right_before(verb, names)
        done_to = [p for o in objects(verb) for p in _target(o, other, names)]
    done_to += [p for t in (verb, *objects(verb)) for o in after_preposition(t, "with", "against") for p in actors(o, names)]
    if verb.lemma_ in {"speak", "talk"}:
        done_to += [p for o in after_preposition(verb, "to") for p in actors(o, names)]
    return _roles(doing, done_to)


def of_noun(noun: Token, light: Token | None, names: Names) -> tuple[Participant, ...]:
    """Who takes part in what a noun tells; `light` is the verb that carries it."""
    doing = [p for c in noun.children if c.dep_ == "poss" for p in actors(c, names)]
    doing += [p for o in after_preposition(noun, "between", "among", "by", "from") for p in actors(o, names)]
    doing += [_state(s, names.cast) for s in _modifying(noun, names)]
    done_to = [p for o in after_preposition(noun, "with", "against", "on") for p in actors(o, names)]
    for o in after_preposition(noun, "of"):
        named = actors(o, names)
        done_to += named or [p for b in after_preposition(o, "between", "with") for p in actors(b, names)]
    verb = light or _carrier(noun) or _doing(noun)
    if verb is not None and not (doing and done_to):
        if noun not in subjects(verb) and noun not in passive_subjects(verb):
            doing += [p for s in (subjects(verb) or passive_subjects(verb)) for p in actors(s, names)]
        if light is not None:
            done_to += [p for o in after_preposition(light, "with", "between") for p in actors(o, names)]
            doing += [p for o in after_preposition(light, "by") for p in actors(o, names)]
    return _roles(doing, done_to)


def _modifying(noun: Token, names: Names) -> list[Known]:
    """ "the Russian invasion", "US-China talks"."""
    near = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}]
    near += [t for m in list(near) for t in (*m.conjuncts, *(c for c in m.children if c.dep_ in {"compound", "amod", "nmod"}))]
    found = [names.known[m.i] for m in near if m.i in names.known and names.known[m.i].sort is not Sort.CITY]
    return list({k.code: k for k in found}.values())


def _carrier(noun: Token) -> Token | None:
    """The verb whose subject takes part in a noun beside it: "in a call with Xi, the president praised", "said at a press conference"."""
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in {"in", "at", "during", "after", "for", "by", "via", "over"}:
        verb = noun.head.head
        return verb if verb.pos_ in {"VERB", "AUX"} else None
    return None


def _doing(noun: Token) -> Token | None:
    """Any verb that has the noun, told for the first time, as its object: "executed a missile test"."""
    told = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and told else None


def _target(token: Token, other: str, names: Names) -> list[Participant]:
    """The ones acted on, as far as this kind of event counts them among those who take part."""
    if other == "none":
        return []
    if other == "agents":
        return actors(token, names)
    named = [p for t in conjuncts(token) if _is_named(t, names) for p in _one(t, names)]
    if other == "owners":
        return named or actors(token, names) or [_state(s, names.cast) for s in _states_of(token, names, "of")]
    return named


def _is_named(token: Token, names: Names) -> bool:
    """A person, a state or a body by its own name, not somebody described by it."""
    return token.pos_ == "PROPN" or token.i in names.people or any(c.dep_ == "appos" and c.i in names.people for c in token.children)


def _right_before(verb: Token, names: Names) -> list[Participant]:
    """A name that ends right before the verb, whatever the parse made of it: "…, Sergei Shoigu, travelled"."""
    i = main_verb(verb).i - 1
    while i > 0 and (names.doc[i].text == "," or names.doc[i].pos_ in {"ADV", "AUX"}):
        i -= 1
    if i in names.people:
        return [_person(names.people[i])]
    if i in names.known and names.known[i].sort is not Sort.CITY and names.doc[i].dep_ not in {"pobj", "poss"}:
        return [_state(names.known[i], names.cast)]
    return []


def _roles(doing: list[Participant], done_to: list[Participant]) -> tuple[Participant, ...]:
    """Each one once, the doer's role first; the state of a person who is there himself is not listed again."""
    everyone = {p.name: replace(p, role=Role.COUNTERPART) for p in done_to} | {p.name: p for p in doing}
    ordered = sorted(everyone.values(), key=lambda p: (p.role is Role.COUNTERPART,))
    return tuple(ordered)
