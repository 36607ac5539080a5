"""Participants: whom the subject, the objects and the prepositions of a trigger name, in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.events.cast import entity_at
from timeline.events.clause import (
    after_preposition,
    conjuncts,
    governor,
    is_passive,
    main_verb,
    objects,
    passive_subjects,
    path_up,
    subjects,
)
from timeline.events.named import (
    HYPHENS,
    Names,
    actors,
    acts,
    described,
    known_at,
    named_body,
    nations,
    person_of,
    proper,
    state_of,
    unique,
)
from timeline.events.words import words
from timeline.model import Participant, Role
from timeline.names import Sort

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.events.kinds import Signal

# A call is "with" somebody, a sanction "against", aid goes "to" somebody.
AIMED_AT = ("with", "against")
AIMS = {
    "CONSULT": ("with", "between", "among"), "AID": ("with", "to", "for"), "COOPERATE": ("with", "to"), "CONCEDE": ("with", "to"),
    "ASSAULT": ("against",), "THREATEN": ("against", "to"), "REQUEST": ("to", "with"), "REJECT": ("with", "against", "to"),
}  # fmt: skip
# What is always done to somebody, if only named deeper: "suspended aid to Suriname", "lifted the restrictions on Romania".
AT_SOMEBODY = frozenset({"SANCTION", "COERCE", "CONCEDE", "AID", "REJECT", "COOPERATE"})
ROLES = {
    "host": Role.HOST, "receive": Role.HOST, "welcome": Role.HOST,
    "mediate": Role.MEDIATOR, "broker": Role.MEDIATOR, "facilitate": Role.MEDIATOR,
}  # fmt: skip
# "The bank became the target of sanctions": it is done to whoever is that.
SUFFERING = frozenset({"target", "subject", "object", "victim"})
# Whoever does these to an event noun takes part: "the truce that the army concluded".
MAKING = frozenset({"conclude", "reach", "sign", "seal", "strike", "make", "negotiate", "hammer", "agree"})
# Whom these are done to takes part in the talk they are done in: "assured the king in a call", "joined her in a conversation".
ADDRESSING = frozenset(
    {"join", "tell", "assure", "reassure", "inform", "brief", "warn", "urge", "thank", "congratulate", "ask", "promise", "notify",
     "remind", "advise", "invite", "press", "pledge", "offer", "make", "give", "say", "convey", "express", "explain", "reply"}
)  # fmt: skip
# Clauses within a verb's own that tell something else.
ASIDE = frozenset({"relcl", "advcl", "parataxis", "conj"})


def of_verb(verb: Token, signal: Signal, names: Names) -> tuple[Participant, ...]:
    """Who takes part in what a verb tells; `signal.other` says what an object must be to take part (see kinds.toml)."""
    other = signal.other
    if is_passive(verb):
        doing = [p for a in after_preposition(verb, "by") for p in _doers(a, signal, names)]
        done_to = [p for s in passive_subjects(verb) for p in _target(s, other, names)]
    else:
        doing = [p for s in subjects(verb) for p in _doers(s, signal, names)]
        nearest = _right_before(verb, names)
        if not doing or (nearest and nearest[0].person and not any(p.person for p in doing) and not _is_set_off(verb, names)):
            doing = nearest  # "U.S. Department of Commerce Under Secretary Marisa Lago will visit"
        told = [*objects(verb), *(c for c in verb.children if c.dep_ == "dative" and other != "agents")]
        done_to = [p for o in told for p in _target(o, other, names)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the protocol signed by both", "two officers detained in Oran"
        doing = [p for a in after_preposition(verb, "by") for p in _doers(a, signal, names)]
        done_to += _target(verb.head, other, names)
    for part in (verb, *objects(verb), *after_preposition(verb, "by", "on", "via", "in", "from")):
        done_to += [p for o in after_preposition(part, *AIMS.get(signal.plover, AIMED_AT)) for p in actors(o, names)]
    if verb.lemma_ in {"speak", "talk"} or other == "anyone":
        done_to += [p for o in after_preposition(verb, "to", "from") for p in actors(o, names)]
    if not done_to and signal.plover != "STATEMENT" and (other == "anyone" or signal.plover in AT_SOMEBODY):
        done_to += _deeper(verb, names)
    if other == "agents" and not doing:
        signed = [*objects(verb), *passive_subjects(verb), *subjects(verb), *([verb.head] if verb.dep_ == "acl" else [])]
        doing = [p for o in signed for p in nations(o, names, "between", "among", "of")]
    return _roles([replace(p, role=ROLES.get(verb.lemma_, p.role)) for p in doing], done_to)


def _doers(token: Token, signal: Signal, names: Names) -> list[Participant]:
    """Whom a subject names; whoever does more than talk, also when told only by what they are: "gunmen", "the opposition"."""
    return actors(token, names) or (described(token, names, bare=True) if signal.plover != "CONSULT" else [])


def of_noun(noun: Token, light: Token | None, signal: Signal, names: Names) -> tuple[Participant, ...]:
    """Who takes part in what a noun tells; `light` is the verb that carries it."""
    doing = [p for c in _owners(noun) for p in actors(c, names)]
    doing += [*_between(noun, names), *(p for o in after_preposition(noun, "by", "from") for p in actors(o, names))]
    doing += _modifying(noun, names)
    aims = AIMS.get(signal.plover, AIMED_AT)
    aims = ("with",) if signal.plover == "CONSULT" else (*aims, "on")
    done_to = [p for o in after_preposition(noun, *aims) for p in actors(o, names)]
    done_to += [p for c in noun.children if c.dep_ == "appos" and c.i in names.people for p in actors(c, names)]
    if signal.plover == "SANCTION":  # "restrictions on flights to Cuba"
        things = (o for o in after_preposition(noun, "on") if not actors(o, names))
        done_to += [p for o in things for p in nations(o, names, "to", "with", "against")]
    if signal.plover == "ASSAULT":  # "a collision with two Philippine vessels", "an attack on the Turkish consulate"
        done_to += [p for o in after_preposition(noun, "with", "on", "between") for p in nations(o, names)]
    for o in after_preposition(noun, "of", *(("outside",) if signal.plover in {"PROTEST", "ASSAULT"} else ())):
        named = actors(o, names) or ([] if signal.plover == "CONSULT" else nations(o, names))
        done_to += named or [p for b in after_preposition(o, "between", "with", "by") for p in actors(b, names)]
    if noun.lemma_ in ROLES:  # "was host to the king"
        done_to += [p for o in after_preposition(noun, "to") for p in actors(o, names)]
    for clause in (c for c in noun.children if c.dep_ in {"acl", "relcl"}):
        by, said_of = _of_clause(clause, signal, names)
        doing, done_to = [*doing, *by], [*done_to, *said_of]
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in SUFFERING and noun.head.head.dep_ == "attr":
        done_to += [p for s in subjects(noun.head.head.head) for p in actors(s, names) or proper(s, names)]
    verb = light or _carrier(noun, signal) or _doing(noun)
    if verb is not None and not (doing and (done_to or signal.other == "none")):
        if noun not in subjects(verb) and noun not in passive_subjects(verb):
            carrying = [p for s in (subjects(verb) or passive_subjects(verb)) for p in actors(s, names)]
            carrying = carrying or (_right_before(verb, names) if light is not None else [])
            doing += [replace(p, role=ROLES.get(noun.lemma_) or ROLES.get(verb.lemma_, p.role)) for p in carrying]
        if verb.lemma_ in ADDRESSING and signal.plover == "CONSULT" and noun not in objects(verb):
            addressed = [*objects(verb), *(c for c in verb.children if c.dep_ == "dative"), *after_preposition(verb, "to")]
            done_to += [p for o in addressed for p in actors(o, names)]
        if light is not None or noun.dep_ == "dobj":
            done_to += [*(p for o in after_preposition(verb, "with") for p in actors(o, names)), *_between(verb, names)]
            doing += [p for o in after_preposition(verb, "by") for p in actors(o, names)]
    if not (doing or done_to) and signal.plover == "CONSULT":
        doing = _between(governor(noun), names)
    return _roles(doing, done_to)


def _between(head: Token, names: Names) -> list[Participant]:
    """The sides of what is between them; where the parse lost one among offices and commas, the people and states in its words."""
    found = unique(p for o in after_preposition(head, "between", "among") for p in actors(o, names))
    if len(found) > 1:
        return found
    subtree = [(t, c) for c in head.children if c.lower_ == "between" for t in c.subtree]
    told = [t for t, c in subtree if not any(above.dep_ in {"relcl", "advcl", "parataxis"} for above in _up_to(t, c))]
    people = unique(person_of(names.people[t.i]) for t in told if t.i in names.people)
    codes = {p.country for p in people}
    states = unique(state_of(names.known[t.i], names.cast) for t in told if acts(t, names))
    everyone = [*people, *(s for s in states if s.country not in codes)]
    return everyone if len(everyone) > len(found) else found


def _of_clause(clause: Token, signal: Signal, names: Names) -> tuple[list[Participant], list[Participant]]:
    """Who does and who is done to in a clause about the event: "issued by Benin", "that the pope granted the Hungarian president"."""
    doing = [p for a in after_preposition(clause, "by") for p in actors(a, names)]
    if clause.dep_ == "acl" or not (signal.plover == "CONSULT" or clause.lemma_ in MAKING):
        return doing, []
    own = [s for s in subjects(clause) if s.dep_ != "relcl" and s.tag_ not in {"WDT", "WP"}]
    told = [*objects(clause), *(c for c in clause.children if c.dep_ == "dative"), *after_preposition(clause, "with")]
    return [*doing, *(p for s in own for p in actors(s, names))], [p for o in told for p in actors(o, names)]


def _owners(noun: Token) -> list[Token]:
    """The possessors in its noun phrase, also where the parse gives them to a word before it: "Iran's missile and drone attack"."""
    phrase = noun.doc[noun.left_edge.i : noun.i]
    own = [t for t in phrase if t.dep_ == "poss" and t.head.i <= noun.i and not _aside(t, noun)]
    return own or ([c for c in noun.head.children if c.dep_ == "poss"] if noun.dep_ == "conj" else [])


def _modifying(noun: Token, names: Names) -> list[Participant]:
    """ "The Russian invasion", "US-China talks", "the Putin–Xi call"."""
    near = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}]
    near += [t for m in list(near) for t in (*m.conjuncts, *(c for c in m.children if c.dep_ in {"compound", "amod", "nmod", "npadvmod"}))]
    near += [t for t in entity_at(noun) or () if t.i < noun.i and t not in near and HYPHENS.search(t.text)]
    near.sort(key=lambda t: t.i)
    people = [person_of(names.people[m.i]) for m in near if m.i in names.people]
    joined = [Participant(n, Role.ACTOR, person=True) for m in near for n in _joined_names(m, names)]
    states = [state_of(k, names.cast) for m in near for k in known_at(m, names)]
    return unique([*people, *joined, *(states or (p for m in near for p in named_body(m, names)))])


def _joined_names(token: Token, names: Names) -> list[str]:
    """Names that only a hyphen joins, known from elsewhere or not: "the Xi–Tokayev meeting"."""
    doc, i = token.doc, token.i
    if i < 2 or doc[i - 1].text not in {"-", "–"} or token.pos_ != "PROPN" or doc[i - 2].pos_ != "PROPN":
        return []
    both = (doc[i - 2], token)
    return [] if any(t.i in names.known or t.i in names.people for t in both) else [t.text for t in both]


def _carrier(noun: Token, signal: Signal) -> Token | None:
    """The verb whose subject takes part in a noun beside it: "in a call with Xi, the president praised"."""
    joining = {"in", "at", "during", "by", "via", "over"} if signal.plover in {"CONSULT", "STATEMENT"} else {"in", "by"}
    if after_preposition(noun, "with") or (noun.dep_ == "pobj" and noun.head.head.lemma_ in {"look", "return"}):
        joining |= {"for", "to"}  # "will join them for meetings with", "look forward to talks"
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ in joining:
        verb = noun.head.head
        verb = verb.head if verb.dep_ == "acomp" else verb  # "was present at the talks"
        return verb if verb.pos_ in {"VERB", "AUX"} else None
    return None


def _doing(noun: Token) -> Token | None:
    """Any verb that has the noun, told for the first time, as its object: "executed a missile test"."""
    known = any(c.dep_ in {"det", "poss"} and c.lower_ not in {"a", "an"} for c in noun.children)
    following = any(c.lower_ == "following" for c in noun.children)
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and (following or not known) else None


def _target(token: Token, other: str, names: Names) -> list[Participant]:
    """The ones acted on, as far as this kind of event counts them among those who take part."""
    if other == "none":
        return []
    if other == "agents":
        return actors(token, names)
    named = [p for t in conjuncts(token) if _is_named(t, names) for p in actors(t, names)]
    if other == "anyone":
        return (
            named
            or actors(token, names)
            or described(token, names, bare=True)
            or nations(token, names, "of", "for", "from", "by")
        )
    of_a_nation = [p for p in actors(token, names) if p.country or p.person] or proper(token, names)
    return named or of_a_nation or nations(token, names, "of", "for")


def _deeper(verb: Token, names: Names) -> list[Participant]:
    """Whoever is named first in what the verb says: "demanded that Libya hand over", "lifted the ban on the front"."""
    for token in verb.subtree:
        in_town = token.head.lower_ in {"in", "at", "near", "on"} and token.i in names.known and names.known[token.i].sort is Sort.SEAT
        told = token.dep_ in {"nsubj", "dobj", "pobj", "poss", "dative"} and not _is_source(token)
        if token.i > verb.i and told and not in_town and not _aside(token, verb):
            found = actors(token, names) or nations(token, names)
            if found:
                return found
    return []


def _is_source(token: Token) -> bool:
    """ "According to the Guardian"."""
    return token.head.lower_ == "to" and token.head.head.lower_ == "according"


def _aside(token: Token, verb: Token) -> bool:
    return any(t.dep_ in ASIDE for t in _up_to(token, verb))


def _up_to(token: Token, top: Token) -> Iterator[Token]:
    """The heads above a token below this one."""
    return takewhile(lambda t: t.i != top.i, path_up(token))


def _is_named(token: Token, names: Names) -> bool:
    """A person, a state or a body by its own name, not somebody described by it."""
    return token.pos_ == "PROPN" or token.i in names.people or any(c.dep_ == "appos" and c.i in names.people for c in token.children)


def _right_before(verb: Token, names: Names) -> list[Participant]:
    """A name that ends right before the verb, whatever the parse made of it: "…, Sergei Shoigu, travelled"."""
    found = next(_before(main_verb(verb), names), None)
    return [] if found is None else [found]


def _is_set_off(verb: Token, names: Names) -> bool:
    """Whether a comma parts the verb from what stands before it: "the police, led by Klein, have beaten"."""
    i = main_verb(verb).i - 1
    while i > 0 and names.doc[i].pos_ in {"ADV", "AUX"}:
        i -= 1
    return i >= 0 and names.doc[i].text == ","


def _is_office(preposition: Token) -> bool:
    """ "Director of", and the "Under" of an Under Secretary, which the parse takes for a preposition."""
    return preposition.head.lemma_.lower() in words("offices") or preposition.text == "Under"


def _before(verb: Token, names: Names) -> Iterator[Participant]:
    i = verb.i - 1
    while i > 0 and (names.doc[i].text == "," or names.doc[i].pos_ in {"ADV", "AUX"}):
        i -= 1
    governed = i >= 0 and names.doc[i].dep_ in {"pobj", "dobj"} and not _is_office(names.doc[i].head)
    if i in names.people and not governed:
        yield person_of(names.people[i])
    elif i >= 0 and acts(names.doc[i], names) and names.doc[i].dep_ not in {"pobj", "poss"}:
        yield state_of(names.known[i], names.cast)


def _roles(doing: list[Participant], done_to: list[Participant]) -> tuple[Participant, ...]:
    """Each one once, the doer's role first."""
    everyone = {p.name: replace(p, role=Role.COUNTERPART) for p in done_to} | {p.name: p for p in doing}
    return tuple(sorted(everyone.values(), key=lambda p: p.role is Role.COUNTERPART))
