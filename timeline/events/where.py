"""The place of an event: where its own words put it, never the dateline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.events.cast import entity_at
from timeline.events.clause import after_preposition, governor, objects, path_up
from timeline.events.named import Names, known_at, states_of
from timeline.events.words import words
from timeline.model import Participant, Place, Role
from timeline.names import Sort, capital, city_country, is_state, is_town, lookup, without_article

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from timeline.events.kinds import Signal

# Where a kind looks for its place, beside what it is in, at or near.
BESIDE = {
    "visit": ("to", "into", "for", "through"), "deployment": ("to", "into", "across"), "withdrawal": ("from", "of"),
    "exercise": ("into",), "attack": ("on", "into", "of"), "incident": ("of", "into"), "aid": ("to",),
}  # fmt: skip
OTHER_CLAUSES = frozenset({"pcomp", "advcl", "ccomp", "conj", "relcl", "parataxis"})
WITHIN = ("in", "at", "near", "off", "inside", "over", "outside")
PARTS = frozenset(
    {"central", "northern", "southern", "eastern", "western", "downtown", "nearby", "neighbouring", "neighboring", "occupied"}
)
# Kinds whose sides talk: what they talk of is no place of theirs.
TALKING = frozenset({"call", "meeting", "talks", "summit", "press conference", "statement", "agreement"})
# Held under the name of a town: "the Brussels Conference", "the Geneva talks".
NAMED_AFTER_TOWNS = frozenset({"meeting", "talks", "summit"})
# What is done to a place: "visited Rome", "bombed Mekelle".
DONE_TO_A_PLACE = frozenset({"visit", "attack"})
LEAVING = frozenset({"leave", "depart", "quit"})
# What takes place in the state whose it is: "the Venezuelan election", "protests against the Cuban regime".
AT_HOME = frozenset({"election", "vote", "protest", "arrest", "ban", "ruling"})


def place_of(trigger: Token, light: Token | None, signal: Signal, names: Names) -> Place | None:
    """The place that hangs on the trigger or on the verb that carries it; for a visit also its object or goal."""
    kind = signal.kind
    wanted = (*BESIDE.get(kind, ()), *WITHIN) if kind == "visit" else (*WITHIN, *BESIDE.get(kind, ()))
    for holder in _holders(trigger, light):
        reached = objects(holder) if kind in DONE_TO_A_PLACE and holder.lemma_ not in LEAVING else []
        near = [*reached, *after_preposition(holder, *wanted)]
        near += [o for n in near for o in after_preposition(n, *WITHIN, *(("of",) if n.pos_ == "NOUN" else ()))]
        found = next((p for n in near if (p := _joined(n, names) if kind == "visit" else as_place(n, names))), None)
        if found:
            return found
    for holder in _holders(trigger, light):
        found = _below(holder, signal, names)
        if found:
            return found
    return _by_name(trigger, kind, names)


def _holders(trigger: Token, light: Token | None) -> list[Token]:
    """The trigger, the verb that carries it, and the verb of which it is the subject: "the talks opened in Ohrid"."""
    said_of = trigger.head if trigger.dep_ in {"nsubj", "nsubjpass"} and trigger.head.pos_ == "VERB" else None
    at_it = governor(trigger) if trigger.dep_ == "pobj" and trigger.head.lower_ == "at" else None
    return [t for t in dict.fromkeys((trigger, light, said_of, at_it)) if t is not None]


def at_home(signal: Signal, people: Sequence[Participant], names: Names) -> Place | None:
    """Votes, bans, arrests and unrest are in the state of those who act, where they are of one."""
    codes = {p.country for p in people if p.country and p.role is Role.ACTOR}
    state = codes.pop() if signal.kind in AT_HOME and len(codes) == 1 else None
    return Place(names.cast.state(state), state) if state and is_state(state) else None


def _joined(token: Token, names: Names) -> Place | None:
    """All the stops of a journey, as written: "Azerbaijan, Georgia, and Armenia"."""
    first = as_place(token, names)
    stops = [t for t in token.conjuncts if as_place(t, names)]
    if first is None or not stops:
        return first
    doc, end = token.doc, max(t.i for t in stops)
    return Place(doc[_span(token).start : end + 1].text.removeprefix("the "))


def _by_name(trigger: Token, kind: str, names: Names) -> Place | None:
    """The town in the name of a meeting; the state at home in whose vote or unrest it is."""
    modifiers = [c for c in trigger.children if c.dep_ in {"compound", "amod", "nmod", "poss"}]
    if kind in NAMED_AFTER_TOWNS:
        town = next((c.text for c in modifiers if c.dep_ == "compound" and is_town(c.text)), None)
        return Place(town, city_country(town)) if town else None
    if kind in AT_HOME or (kind == "visit" and any(c.dep_ == "poss" for c in modifiers)):
        state = next((k for c in modifiers for k in known_at(c, names) if k.is_state), None)
        return Place(names.cast.state(state.code), state.code) if state else None
    return None


def _below(holder: Token, signal: Signal, names: Names) -> Place | None:
    """A place deeper in the clause, but in no clause of its own: "shooting down a drone approaching its carrier in the Arabian Sea".

    Where sides talk, only one that the parse has put with a name or a time: "met President Sisi in Cairo", "met today in Cairo".
    """
    if signal.kind == "vote":
        return None
    for prep in holder.subtree:
        if prep.i > holder.i and prep.lower_ in WITHIN and prep.pos_ == "ADP":
            aside = any(t.dep_ in OTHER_CLAUSES for t in takewhile(lambda t: t.i != holder.i, (prep, *path_up(prep))))
            found = None if aside else _right_after(prep, names)
            talked_of = signal.kind in TALKING and prep.head.i != holder.i and not _only_stands_by(prep.head, names)
            if found and not (talked_of and (signal.weak or not is_town(found.name))):
                return found
    return None


def _right_after(prep: Token, names: Names) -> Place | None:
    """The place named right after a preposition, whatever the parse makes of the words that follow: "in Thessaloniki next Tuesday"."""
    doc, i = prep.doc, prep.i + 1
    while i < len(doc) and (doc[i].pos_ == "DET" or doc[i].lower_ in PARTS):
        i += 1
    return as_place(doc[i], names) if i < len(doc) and doc[i].pos_ == "PROPN" else None


def _only_stands_by(head: Token, names: Names) -> bool:
    human = head.lemma_.lower() in words("offices", "agents", "people", "groups")
    return human or head.pos_ in {"PROPN", "PRON"} or head.i in names.people or head.i in names.known or head.ent_type_ in {"DATE", "TIME"}


def as_place(token: Token, names: Names) -> Place | None:
    """The place a noun phrase names: a country, a capital, a city, a sea; None for a person or a thing.

    A seat of government is a place in its capital: talks in the Kremlin took place in Moscow.
    """
    if token.i in names.people or token.ent_type_ in {"DATE", "TIME"} or token.lower_ in words("honorifics"):
        return None
    if token.lower_ == "capital":  # "the Georgian capital"
        states = [k for k in states_of(token, names) if k.is_state]
        return Place(capital(states[0].code), states[0].code) if states else None
    span = _span(token)
    name = without_article(span.text)
    name = name.rpartition(" in ")[2]
    known = lookup(name)
    if known is not None and known.sort is Sort.SEAT and known.is_state:
        return Place(name if is_town(name) else capital(known.code), known.code)
    if known is not None:
        return Place(name, known.code) if known.is_state and known.sort is not Sort.DEMONYM else None
    country = city_country(name)
    if country or token.ent_type_ in {"GPE", "LOC", "FAC"} or _must_be_one(token, span):
        return Place(name, country)
    return None


def _must_be_one(token: Token, span: Span) -> bool:
    """A name no gazetteer has, where only a place can stand: "near Bentiu"."""
    before = token.doc[span.start - 1].lower_ if span.start else ""
    return token.pos_ == "PROPN" and (before in {"near", "off"} or (not token.ent_type_ and before in WITHIN))


def _span(token: Token) -> Span:
    """The entity the token belongs to, else the proper nouns up to it."""
    doc = token.doc
    ent = entity_at(token)
    if ent is not None:
        return ent
    start, end = token.i, token.i + 1
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start].pos_ == "PROPN" and not doc[start - 1].ent_type_:
        start -= 1
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end - 1].pos_ == "PROPN" and not doc[end].ent_type_:
        end += 1
    return doc[start:end]
