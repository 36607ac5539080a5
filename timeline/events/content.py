"""What a saying comes to by what is said: "said it will lift the ban" agrees, "said Libya must comply" asks, "will not accept" rejects.

The classes are PLOVER's (Open Event Data Alliance 2018), which type an intention by what is intended.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.clause import VERBAL, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from timeline.events.kinds import Signal

INTENT = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "may"})
DEMAND = frozenset({"must", "should", "ought", "need"})
WILLING = frozenset({"willing", "ready", "prepared", "committed", "determined", "open", "set", "eager"})
UNWILLING = frozenset({"unwilling", "reluctant", "unable", "impossible", "unacceptable"})
PLANNING = frozenset({"plan", "intend", "aim", "hope", "want", "propose", "agree", "decide"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "THREATEN", "REJECT"})
# PLOVER type, event kind and CAMEO code: 030 express intent to cooperate, 020 appeal, 120 reject, 130 threaten.
AGREES = ("AGREE", "statement", "030")
ASKS = ("REQUEST", "appeal", "020")
REJECTS = ("REJECT", "other", "120")
THREATENS = ("THREATEN", "warning", "130")


def by_content(verb: Token, signal: Signal, type_of: Callable[[Token], str | None]) -> Signal:
    """The signal of a saying, changed where its content decides; `type_of` gives the PLOVER type a verb itself tells."""
    said = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.pos_ in VERBAL), None)
    found = _stance(said, type_of) if said is not None and signal.plover == "STATEMENT" else None
    if found == AGREES and not signal.minor:  # a formal announcement of something friendly stays an announcement
        return signal
    return signal if found is None else replace(signal, plover=found[0], kind=found[1], cameo=found[2])


def _stance(said: Token, type_of: Callable[[Token], str | None]) -> tuple[str, str, str] | None:
    """What the speaker does by saying this: agree, ask, reject or threaten; None for a plain statement."""
    modals = {c.lower_ for c in said.children if c.dep_ == "aux"}
    if modals & DEMAND or (said.lemma_ in {"have", "need"} and any(c.dep_ == "xcomp" for c in said.children)):
        return ASKS
    adjective = next((c for c in said.children if c.dep_ in {"acomp", "attr"} and c.lower_ in WILLING | UNWILLING), None)
    if adjective is not None:
        action = next((c for c in adjective.children if c.dep_ in {"xcomp", "prep"}), adjective)
        no = adjective.lower_ in UNWILLING or is_negated(said)
        return REJECTS if no else _intends(action, type_of)
    if said.lemma_ == "be" and "out of the question" in said.doc[said.i : said.right_edge.i + 1].text:
        return REJECTS
    planned = next((c for c in said.children if c.dep_ == "xcomp"), None) if said.lemma_ in PLANNING else None
    if planned is not None:
        return REJECTS if is_negated(said) else _intends(planned, type_of)
    if modals & INTENT and _is_own(said):
        return REJECTS if is_negated(said) else _intends(said, type_of)
    return None


def _is_own(said: Token) -> bool:
    """What the speaker himself will do: "said it would", not "said that joining would"."""
    subject = next((c for c in said.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"}), None)
    return subject is None or subject.pos_ == "PRON" or subject.lower_ in {"government", "country", "administration"}


def _intends(action: Token, type_of: Callable[[Token], str | None]) -> tuple[str, str, str]:
    return THREATENS if type_of(action) in HOSTILE else AGREES
