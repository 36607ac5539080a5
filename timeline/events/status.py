"""Whether an event took place, from tense, modality and the words it stands under (after ConText, Harkema et al. 2009)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from timeline.events.clause import COMPLEMENTS, VERBAL, governor, is_infinitive, is_negated
from timeline.model import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_REPORTING = frozenset({"say", "tell", "announce", "add", "state", "declare", "confirm", "promise", "report", "write", "agree"})
# "Without meeting", "against joining".
_UNDONE = {"without": Status.DENIED, "instead": Status.DENIED, "against": Status.HYPOTHETICAL, "about": Status.HYPOTHETICAL}
_BESIDE = frozenset({"in", "at", "during", "after", "since", "following", "by"})
_HELD = frozenset({"take", "hold", "begin", "start", "open", "happen", "end"})
_FUTURE_ADJECTIVES = frozenset({"due", "set", "likely", "about", "ready", "scheduled", "expected", "slated", "poised", "bound"})


@cache
def _table(section: str) -> Mapping[str, Status]:
    raw = tomllib.loads(files("timeline.events").joinpath("status.toml").read_text(encoding="utf-8"))[section]
    known = {status.value for status in Status}
    return {word: Status(status) for status, listed in raw.items() if status in known for word in listed}


def verb_status(verb: Token) -> Status:
    """The status of what a verb tells."""
    if is_negated(verb):
        never = any(c.dep_ == "aux" and c.lower_ in {"can", "ca"} for c in verb.children)  # "cannot be used": no time is meant
        return Status.HYPOTHETICAL if never else Status.DENIED
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in _table("marks") for c in verb.children):
        return Status.HYPOTHETICAL
    if verb.dep_ == "advcl" and _is_open(verb):
        return Status.HYPOTHETICAL
    modal = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ == "MD"), None)
    if modal is not None:
        return _modal_status(modal, verb)
    if is_infinitive(verb):
        return _infinitive_status(verb)
    if verb.dep_ == "ccomp" and _under(verb.head, Status.HAPPENED) is Status.DENIED:
        return Status.DENIED
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not _has_own_tense(verb):
        return verb_status(verb.head)
    if verb.dep_ == "pcomp":
        if verb.head.lower_ in _UNDONE:
            return _UNDONE[verb.head.lower_]
        return _under(verb.head.head, Status.HAPPENED)
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return _under(verb.head, verb_status(verb.head))
    return Status.ONGOING if _progressive(verb) else Status.HAPPENED


def noun_status(noun: Token, *, light: Token | None, definite: bool) -> Status:
    """The status of what a noun tells; `light` is the verb that carries it ("held talks"), if there is one."""
    for child in noun.children:
        if child.dep_ in {"amod", "det", "compound"} and child.lower_ in _table("modifiers"):
            said = _table("modifiers")[child.lower_]
            held = said is Status.CANCELLED and light is not None and light.lemma_ in _HELD and verb_status(light) is Status.HAPPENED
            return Status.HAPPENED if held else said  # "the postponed visit took place"
    if light is not None:
        if _governed(light) is Status.CANCELLED:
            return Status.CANCELLED
        carried = verb_status(light)
        planned = _table("governors").get(light.lemma_) is Status.PLANNED and carried is Status.HAPPENED
        return Status.PLANNED if planned and not definite else carried
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ in {"prep", "agent"} else noun.head
    if above.pos_ == "NOUN" and above.i != noun.i:
        found = _table("nouns").get(above.lemma_)
        return found if found and not definite else _inherited(above, definite)
    beside = noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE  # "announced in the 2021 declaration"
    return _cancelled_or(governor(noun)) if definite or beside else _under(governor(noun), Status.HAPPENED)


def _inherited(noun: Token, definite: bool) -> Status:
    verb = governor(noun)
    return Status.HAPPENED if definite else _under(verb, Status.HAPPENED)


def _cancelled_or(verb: Token) -> Status:
    found = _governed(verb)
    return found if found is Status.CANCELLED or (found and _is_put_off(verb)) else Status.HAPPENED


def _under(verb: Token, otherwise: Status) -> Status:
    """The status of the complement or topic of this verb."""
    found = _governed(verb) if verb.pos_ in VERBAL else None
    if found is Status.PLANNED and is_negated(verb):
        return Status.DENIED
    return found or otherwise


def _governed(verb: Token) -> Status | None:
    """The status of what this verb is about; what is put off to another day is planned, not cancelled."""
    if verb.dep_ in {"nsubjpass", "csubjpass"} and verb.head.i != verb.i:  # "a visit planned for May was cancelled", as the parse has it
        verb = verb.head
    found = _table("governors").get(_with_particle(verb))
    return Status.PLANNED if found is Status.CANCELLED and _is_put_off(verb) else found


def _is_put_off(verb: Token) -> bool:
    """ "Postponed to 25 November", "moved until next week"."""
    until = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"to", "until", "till"})
    return any(o.ent_type_ == "DATE" for c in until for o in c.children)


def _with_particle(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return f"{verb.lemma_}_{particle}" if particle and f"{verb.lemma_}_{particle}" in _table("governors") else verb.lemma_


def _modal_status(modal: Token, verb: Token) -> Status:
    if modal.lower_ in {"would", "'d"} and _reported(verb):
        return Status.PLANNED
    return _table("modals").get(modal.lower_, Status.HAPPENED)


def _reported(verb: Token) -> bool:
    return verb.dep_ in {"ccomp", "conj"} and verb.head.lemma_ in _REPORTING


def _infinitive_status(verb: Token) -> Status:
    """ "plans to visit", "refused to meet", "is to meet", "travelled to meet"."""
    head = verb.head
    if head.i == verb.i or verb.dep_ not in COMPLEMENTS:
        return Status.PLANNED
    if any(c.lower_ == "yet" for c in (*head.children, *verb.children)):  # "has yet to ratify"
        return Status.DENIED
    if head.pos_ in {"NOUN", "PROPN"}:
        return _table("nouns").get(head.lemma_, Status.HYPOTHETICAL)
    if head.lemma_ == "be" or head.lower_ in _FUTURE_ADJECTIVES:
        return Status.PLANNED
    if is_infinitive(head) and verb_status(head) is not Status.HAPPENED:  # "it would be unfair to expect them to disarm"
        return Status.HYPOTHETICAL
    found = _under(head, Status.HAPPENED)
    return verb_status(head) if found is Status.HAPPENED and head.pos_ in VERBAL else found


def _is_open(verb: Token) -> bool:
    """ "When a successor is discussed": at some time, if ever."""
    whenever = any(c.dep_ == "advmod" and c.lower_ in {"when", "whenever", "once", "until"} for c in verb.children)
    present = verb.tag_ in {"VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return whenever and present


def _has_own_tense(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
