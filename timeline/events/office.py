"""The office and the state that stand beside a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.events.words import known_in, longest_name, words
from timeline.names import Known, Sort, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

OFFICE_WINDOW = 12


def office(span: Span) -> tuple[str | None, str | None]:
    """State and title that stand right before the name, or after it between commas; else the state alone: "Ana Reyes of Peru"."""
    for phrase in (_before(span), _after(span)):
        if any(t.lower_ in words("offices") for t in phrase):
            own = _own_part(phrase)
            known = known_in(own) or known_in(phrase) or _state_behind(span)
            return (known.code if known else None), _title(own)
    behind = _state_behind(span)
    return (behind.code if behind and behind.is_state and behind.sort is Sort.NAME else None), None


def _state_behind(span: Span) -> Known | None:
    """ "President Vladimir Putin of Russia": the state right after the name."""
    doc, i = span.doc, span.end
    if i >= len(doc) or doc[i].lower_ != "of":
        return None
    i += 2 if i + 1 < len(doc) and doc[i + 1].lower_ == "the" else 1
    known = longest_name(doc, i)[1] if i < len(doc) else None
    return known if known and known.sort is not Sort.CITY else None


def _before(span: Span) -> list[Token]:
    doc, i = span.doc, span.start - 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    start = i
    while start >= max(0, span.start - OFFICE_WINDOW) and _of_a_title(doc[start]) and doc[start + 1].is_sent_start is not True:
        start -= 1
    before = list(doc[start + 1 : i + 1])
    if start >= 0 and doc[start].ent_type_ == "PERSON":  # what follows another name up to "and" is that one's: "Xi of China and President"
        before = before[next((k + 1 for k, t in enumerate(before) if t.lower_ == "and"), 0) :]
    return before


def _after(span: Span) -> list[Token]:
    doc, i = span.doc, span.end
    if i + 1 >= len(doc) or doc[i].text != ",":
        return []
    end = i + 1
    limit = min(len(doc), i + OFFICE_WINDOW)
    while end < limit and doc[end].text not in {",", ".", ";", "–", "—"} and doc[end].pos_ not in {"VERB", "AUX"}:
        end += 1
    return list(doc[i + 1 : end]) if end < len(doc) and doc[end].text in {",", "."} else []


def _of_a_title(token: Token) -> bool:
    if token.ent_type_ == "PERSON" and lookup(token.text) is None:
        return False
    return (
        token.pos_ in {"PROPN", "NOUN", "ADJ", "DET"}
        or token.lower_ in words("ranks")
        or token.lower_ in {"of", "for", "the", "'s", "’s", "and", "-"}
    )


def _title(phrase: list[Token]) -> str:
    """The title in the words before or after a name: from its first word on."""
    office = [t.lower_ in words("offices") for t in phrase]
    start = next((i for i, t in enumerate(phrase) if t.pos_ != "DET" and t.lower_ not in {"and", "of", "for", "'s", "’s"}), 0)
    of = next((i for i, t in enumerate(phrase) if t.lower_ in {"of", "for"} and not any(office[:i])), None)
    start = start if of is None else max(start, of + 1)
    while start < len(phrase) - 1 and phrase[start].pos_ == "DET":
        start += 1
    return phrase[0].doc[phrase[start].i : phrase[-1].i + 1].text


def _own_part(phrase: list[Token]) -> list[Token]:
    """Of two offices joined by "and" the last: "Minister of Kazakhstan Tleubayev and U.S. Secretary"."""
    office = [t.lower_ in words("offices") for t in phrase]
    joint = max((i for i, t in enumerate(phrase) if t.lower_ == "and" and any(office[i:])), default=-1)
    return phrase[joint + 1 :]


def in_turn(doc: Doc) -> Iterator[tuple[Token, list[tuple[Span, str, str]]]]:
    """Names listed in the order of the states whose office they hold: "the foreign ministers of Chad and Niger, Ba and Diallo".

    Gives the noun of the office, and each name with the code of its state and its office.
    """
    for token in doc[:-2]:
        if token.tag_ not in {"NNS", "NNPS"} or token.lower_.removesuffix("s") not in words("offices") or doc[token.i + 1].lower_ != "of":
            continue
        codes, end = _states_listed(doc, token.i + 2)
        start = token.i
        while start and (doc[start - 1].lower_ in words("fields", "ranks") or doc[start - 1].pos_ == "DET"):
            start -= 1
        behind = _names_listed(doc, end + 1) if end < len(doc) and doc[end].text == "," else []
        ahead = _names_before(doc, start - 1) if start and doc[start - 1].text == "," else []
        title = doc[start : token.i + 1].text.removeprefix("the ").removeprefix("The ").removesuffix("s")
        for names in (behind, ahead):
            if len(codes) > 1 and len(names) == len(codes):
                yield token, [(name, code, title) for name, code in zip(names, codes, strict=True)]


def _states_listed(doc: Doc, i: int) -> tuple[list[str], int]:
    """The codes of states that a list names from here on, and where it ends."""
    codes: list[str] = []
    end = i
    while i < len(doc):
        length, known = longest_name(doc, i)
        if known and known.is_state and known.sort is Sort.NAME:
            codes.append(known.code)
            end = i = i + length
        elif doc[i].lower_ in {",", "and", "the"}:
            i += 1
        else:
            break
    return codes, end


def _names_listed(doc: Doc, i: int) -> list[Span]:
    """The capitalised names that a list has from here on, with commas and "and" between them."""
    names: list[Span] = []
    while i < len(doc) and _is_of_a_name(doc[i]):
        start = i
        while i < len(doc) and _is_of_a_name(doc[i]):
            i += 1
        names.append(doc[start:i])
        while i < len(doc) and doc[i].lower_ in {",", "and"} and i - names[-1].end < len((",", "and")):
            i += 1
    return names


def _names_before(doc: Doc, comma: int) -> list[Span]:
    """The list of names that ends before a comma, from where its sentence or clause begins."""
    i = comma
    while i and (_is_of_a_name(doc[i - 1]) or doc[i - 1].lower_ in {",", "and"}):
        i -= 1
    while i < comma and not _is_of_a_name(doc[i]):
        i += 1
    return [name for name in _names_listed(doc, i) if name.end <= comma]


def _is_of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper() and lookup(token.text) is None
