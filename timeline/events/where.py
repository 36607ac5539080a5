"""The place of an event: where its own words put it, never the dateline."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from timeline.events.clause import after_preposition, objects, path_up
from timeline.events.who import Names
from timeline.model import Place
from timeline.names import Sort, city_country, lookup

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TOWARDS = ("to", "into", "in", "at", "for")
OTHER_CLAUSES = frozenset({"pcomp", "advcl", "ccomp", "conj", "relcl", "parataxis"})
WITHIN = ("in", "at", "near", "off", "inside", "over", "outside")


def place_of(trigger: Token, light: Token | None, kind: str, names: Names) -> Place | None:
    """The place that hangs on the trigger or on the verb that carries it; for a visit also its object or goal."""
    wanted = TOWARDS if kind == "visit" else WITHIN
    for holder in (trigger, light):
        if holder is None:
            continue
        near = [*(objects(holder) if kind == "visit" else []), *after_preposition(holder, *wanted)]
        near += [o for n in near for o in after_preposition(n, *WITHIN)]
        if kind in {"attack", "incident"}:
            near += after_preposition(holder, "of")
        found = next((p for p in (as_place(n, names) for n in near) if p), None)
        if found:
            return found
    return _below(light or trigger, names)


def _below(verb: Token, names: Names) -> Place | None:
    """A place deeper in the clause, but in no clause of its own: "shooting down a drone approaching its carrier in the Arabian Sea"."""
    for token in verb.subtree:
        if token.i > verb.i and token.dep_ == "pobj" and token.head.lower_ in WITHIN and token.ent_type_ in {"GPE", "LOC", "FAC"}:
            found = as_place(token, names)
            if found and not any(t.dep_ in OTHER_CLAUSES for t in takewhile(lambda t: t.i != verb.i, path_up(token))):
                return found
    return None


def as_place(token: Token, names: Names) -> Place | None:
    """The place a noun phrase names: a country, a capital, a city, a sea; None for a person or a thing."""
    if token.i in names.people or token.ent_type_ in {"DATE", "TIME"}:
        return None
    span = _span(token)
    name = span.text.removeprefix("the ").removeprefix("The ")
    known = lookup(name)
    if known is not None:
        return Place(name, known.code) if known.is_state and known.sort is not Sort.DEMONYM else None
    country = city_country(name)
    if country or span.label_ in {"GPE", "LOC", "FAC"}:
        return Place(name, country)
    return None


def _span(token: Token) -> Span:
    """The entity the token belongs to, else the proper nouns up to it."""
    doc = token.doc
    ent = next((e for e in doc.ents if e.start <= token.i < e.end), None)
    if ent is not None:
        return ent
    start = token.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start].pos_ == "PROPN":
        start -= 1
    return doc[start : token.i + 1]
