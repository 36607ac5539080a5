"""Who is who in one article: every person with full name, office and state, and every known name by its tokens."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from timeline.names import Known, Sort, lookup, state_name
from timeline.parse import ParsedField

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_NAME = 6
OFFICE_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Person:
    """A person as full as the article names him, and what it says of his office."""

    name: str
    country: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Persons by every form their name takes, and the way the article writes each state."""

    persons: Mapping[str, Person]
    states: Mapping[str, str]

    def state(self, code: str) -> str:
        """The name this article gives a state, else its plain name."""
        return self.states.get(code) or state_name(code)

    def office_holder(self, code: str, office: str) -> Person | None:
        """The one person who holds this office for this state: ("CHN", "leader") is the president."""
        wanted = words("heads") if office in ("leader", "counterpart") else frozenset((office,))
        found = {p for p in self.persons.values() if p.country == code and p.title and _office_in(p.title, wanted)}
        return found.pop() if len(found) == 1 else None


@cache
def words(group: str) -> frozenset[str]:
    """One group of titles.toml."""
    raw = tomllib.loads(files("timeline.events").joinpath("titles.toml").read_text(encoding="utf-8"))
    return frozenset(raw[group])


def known_names(doc: Doc) -> dict[int, Known]:
    """The state, organisation or seat each token belongs to, the longest name first: "U.S.", "the United Arab Emirates"."""
    found: dict[int, Known] = {}
    i = 0
    while i < len(doc):
        length, known = _longest_name(doc, i)
        if known:
            found.update((i + k, known) for k in range(length))
        i += length
    return found


def _longest_name(doc: Doc, i: int) -> tuple[int, Known | None]:
    """How many tokens from here are the longest known name, and what it is; one token and None where no name begins."""
    lengths = range(min(LONGEST_NAME, len(doc) - i), 0, -1)
    return next(((n, known) for n in lengths if (known := _name_at(doc, i, n))), (1, None))


def _name_at(doc: Doc, i: int, length: int) -> Known | None:
    text = doc[i : i + length].text
    return lookup(text) if text[0].isupper() else None


def build_cast(fields: Iterable[ParsedField]) -> Cast:
    """Read all names of the article once, before any event is looked at."""
    docs = [field.doc for field in fields]
    spans = [span for doc in docs for span in _person_spans(doc)]
    full = dict.fromkeys(s.text for s in spans if len(s) > 1)
    alone = {s.text for s in spans if len(s) == 1} | {t.text for doc in docs for t in doc if _stands_alone(t)}
    forms = _forms(full, alone)
    offices: dict[str, Person] = {}
    for span in spans:
        name = forms.get(span.text, span.text)
        country, title = _office(span)
        before = offices.get(name, Person(name))
        offices[name] = Person(name, before.country or country, before.title or title)
    persons = {form: offices[name] for form, name in forms.items() if name in offices}
    return Cast(persons | offices, _state_forms(docs))


def _forms(full: Iterable[str], alone: set[str]) -> dict[str, str]:
    """Each form of a name to the fullest: the family name last (Vladimir Putin), or first where the text uses it so (Wang Yi)."""
    forms: dict[str, str] = {}
    names = sorted(full, key=lambda n: (-len(n.split()), n))
    firsts = Counter(name.split()[0] for name in names)
    for name in names:
        parts = name.split()
        forms.setdefault(name, name)
        forms.setdefault(parts[-1], name)
        if len(parts) > 2:
            forms.setdefault(" ".join(parts[-2:]), name)
    for name in names:
        first = name.split()[0]
        if first in alone and firsts[first] == 1:
            forms.setdefault(first, forms[name])
    return {form: forms.get(name, name) for form, name in forms.items()}


def _stands_alone(token: Token) -> bool:
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    return token.pos_ == "PROPN" and not (after and after.pos_ == "PROPN") and not (before and before.pos_ == "PROPN")


def _person_spans(doc: Doc) -> Iterator[Span]:
    """PERSON entities, capitalised words after an office, and names beside one between commas; without honorifics."""
    taken: set[int] = set()
    for found in (*_entities(doc), *_after_office(doc), *_beside_office(doc)):
        span = _bare(found)
        if span is not None and not taken & set(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span


def _entities(doc: Doc) -> Iterator[Span]:
    return (_to_the_end(ent) for ent in doc.ents if ent.label_ == "PERSON")


def _after_office(doc: Doc) -> Iterator[Span]:
    for token in doc[:-1]:
        start = end = token.i + 1
        while token.lower_ in words("honorifics") and end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
        if end > start:
            yield doc[start:end]


def _beside_office(doc: Doc) -> Iterator[Span]:
    """ "Han Duck-soo, the South Korean prime minister": what the entities miss, the apposition gives."""
    for token in doc:
        if token.dep_ == "appos" and token.lemma_.lower() in words("offices") and token.head.pos_ == "PROPN":
            parts = [c for c in token.head.children if c.dep_ == "compound"]
            yield doc[min([token.head.i, *(c.i for c in parts)]) : token.head.i + 1]


def _to_the_end(span: Span) -> Span:
    """The name with the last parts that the entity missed: "Espen Barth" + "Eide"."""
    doc, end = span.doc, span.end
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_ and doc[end - 1].dep_ == "compound":
        end += 1
    return doc[span.start : end]


def _bare(span: Span) -> Span | None:
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].lower_ in words("honorifics") or not doc[start].text[0].isalpha() or _is_demonym(doc[start])):
        start += 1
    cut = next((i for i in range(start, end) if doc[i].is_space or doc[i].text in {",", "(", ":", "'s", "’s"}), end)
    bare = doc[start:cut]
    if not len(bare) or lookup(bare.text) or not bare.text[0].isupper() or bare[-1].lower_ in words("offices"):
        return None
    return bare


def _is_demonym(token: Token) -> bool:
    known = lookup(token.text)
    return known is not None and known.sort is Sort.DEMONYM


def _office(span: Span) -> tuple[str | None, str | None]:
    """State and title that stand right before the name, or after it between commas."""
    for phrase in (_before(span), _after(span)):
        office = next((t for t in reversed(phrase) if t.lower_ in words("offices")), None)
        if office is not None:
            known = known_in(phrase) or _state_behind(span)
            return (known.code if known else None), _title(phrase)
    return None, None


def _state_behind(span: Span) -> Known | None:
    """ "President Vladimir Putin of Russia": the state right after the name."""
    doc, i = span.doc, span.end
    if i >= len(doc) or doc[i].lower_ != "of":
        return None
    i += 2 if i + 1 < len(doc) and doc[i + 1].lower_ == "the" else 1
    known = _longest_name(doc, i)[1] if i < len(doc) else None
    return known if known and known.sort is not Sort.CITY else None


def known_in(tokens: Iterable[Token]) -> Known | None:
    """The first state or organisation named by these tokens; a city that only lies in one does not count."""
    tokens = list(tokens)
    if not tokens:
        return None
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    for i in range(first, last + 1):
        for length in range(min(LONGEST_NAME, last + 1 - i), 0, -1):
            known = _name_at(doc, i, length)
            if known and known.sort is not Sort.CITY:
                return known
    return None


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
    if token.ent_type_ == "PERSON":
        return False
    return token.pos_ in {"PROPN", "NOUN", "ADJ", "DET"} or token.lower_ in {"of", "for", "the", "'s", "’s", "and", "-"}


def _title(phrase: list[Token]) -> str:
    start = next((i for i, t in enumerate(phrase) if t.pos_ != "DET" and t.lower_ not in {"and", "of", "for", "'s", "’s"}), 0)
    return phrase[0].doc[phrase[start].i : phrase[-1].i + 1].text


def _office_in(title: str, wanted: frozenset[str]) -> bool:
    low = title.lower()
    return any(w in low for w in wanted) and not any(w in low for w in ("vice", "deputy", "secretary", "spokes", "foreign", "defen"))


def _state_forms(docs: Iterable[Doc]) -> dict[str, str]:
    """The fullest form in which the article writes each state's own name; abbreviations give way to the plain name."""
    forms: dict[str, str] = {}
    for doc in docs:
        for i, known in known_names(doc).items():
            text = doc[i].text
            if known.sort is Sort.NAME and known.is_state and known.state != text and not text.isupper() and "." not in text:
                whole = _whole_name(doc, i)
                if whole and len(whole) > 3:
                    forms.setdefault(known.code, whole)
    return forms


def _whole_name(doc: Doc, i: int) -> str | None:
    length, known = _longest_name(doc, i)
    return str(doc[i : i + length].text).removeprefix("the ").removeprefix("The ") if known else None
