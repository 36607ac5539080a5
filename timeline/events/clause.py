"""Where a token stands in its clause: the verb it hangs on, the subjects and objects of that verb."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
COMPLEMENTS = frozenset({"xcomp", "advcl", "ccomp", "acl", "pcomp"})
OPENING = frozenset({'"', "“", "``"})
CLOSING = frozenset({'"', "”", "''"})
MOTION = frozenset({"travel", "fly", "arrive", "visit", "land", "come", "go", "head"})
NOBODY = frozenset({"nobody", "none", "no", "neither"})
VERBAL = frozenset({"VERB", "AUX"})


def governor(token: Token) -> Token:
    """The verb a token hangs on, itself when it is one; the root where no verb is above it."""
    while token.pos_ not in VERBAL and token.head.i != token.i:
        token = token.head
    return token


def is_infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def main_verb(token: Token) -> Token:
    """The verb of the clause: "travelled" in "travelled to Beijing to meet" and in "travelled to Beijing and met"."""
    verb = governor(token)
    while verb.head.i != verb.i and verb.head.pos_ in VERBAL and _is_purpose(verb):
        verb = verb.head
    return verb


def _is_purpose(verb: Token) -> bool:
    return (verb.dep_ in {"xcomp", "advcl"} and is_infinitive(verb)) or _is_outcome(verb)


def _is_outcome(verb: Token) -> bool:
    """ "Shelled the port, killing two"."""
    own = any(c.dep_ in {"mark", "prep", "aux", *SUBJECTS} and c.i < verb.i for c in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and not own


def path_up(token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def nouns_above(verb: Token) -> Iterator[Token]:
    """The nouns that a clause may be about, nearest first: "parliament", "vote" in "a vote in the parliament, which was held"."""
    return takewhile(lambda t: t.pos_ not in VERBAL, path_up(verb))


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and all that is joined to it by "and" or commas; appositions to a conjunct are not joined."""
    return (token, *token.conjuncts) if token.dep_ != "conj" else (token,)


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, its own or, for a conjoined or infinitive verb, those of the verb above."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return own
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head.i != verb.i and not is_passive(verb):
        above = next((t for t in path_up(verb) if t.pos_ in VERBAL), None)
        if above is not None:
            return passive_subjects(above) if is_passive(above) else subjects(above)
    if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG", "VBD", "VBP", "VBZ"}:
        return [verb.head]
    return []


def passive_subjects(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in PASSIVE_SUBJECTS]
    if not own and verb.dep_ == "conj" and is_passive(verb.head):
        return passive_subjects(verb.head)
    return own


def is_passive(verb: Token) -> bool:
    """ "Was adopted", and "approved" in "was adopted and approved"."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    bare = not any(c.dep_ in {"aux", *SUBJECTS} for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.tag_ in {"VBN", "VBD"}
        and bare
        and any(c.dep_ == "agent" for c in verb.children)
        and is_passive(verb.head)
    )


def is_negated(verb: Token) -> bool:
    """ "Did not meet", "never met", "nobody was arrested"."""
    if any(c.dep_ == "neg" or c.lower_ in {"never", "not", "n't"} for c in verb.children if c.i < verb.i):
        return True
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and any(t.lower_ in NOBODY for t in (subject, *subject.children))


def objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in OBJECTS]


def after_preposition(token: Token, *prepositions: str) -> list[Token]:
    """What stands after one of these prepositions when it hangs on the token."""
    found = [p for p in token.children if p.dep_ in {"prep", "agent", "dative"} and p.lower_ in prepositions]
    found += [c for p in found for c in p.conjuncts if c.lower_ in prepositions]  # "with the king and with his brother"
    return [o for p in found for o in p.children if o.dep_ in {"pobj", "pcomp"}]


def quoted(doc: Doc) -> frozenset[int]:
    """The tokens between quotation marks; a paragraph that never closes its quotation ends it."""
    inside: set[int] = set()
    opened: int | None = None
    for token in doc:
        if "\n" in token.text:
            opened = None
        elif token.text in OPENING and opened is None:
            opened = token.i
        elif token.text in CLOSING and opened is not None:
            inside.update(range(opened, token.i))
            opened = None
    return frozenset(inside)
