"""Who is who in one article: every person with full name, office and state, and every known name by its tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.office import in_turn, office
from timeline.events.words import known_in, longest_name, words
from timeline.names import Known, Sort, is_town, lookup, state_name, without_article
from timeline.parse import ParsedField

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(frozen=True, slots=True)
class Person:
    """A person as full as the article names him, and what it says of his office."""

    name: str
    country: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An office or organisation by its full name, and whose it is."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Persons by every form their name takes, the way the article writes each state, and the bodies it gives a short name."""

    persons: Mapping[str, Person]
    states: Mapping[str, str]
    bodies: Mapping[str, Body]

    def state(self, code: str) -> str:
        """The name this article gives a state, else its plain name."""
        return self.states.get(code) or state_name(code)

    def holders(self, phrase: frozenset[str], country: str | None) -> frozenset[Person]:
        """The persons of the article who hold this office, for this state when one is given."""
        return frozenset(p for p in self.persons.values() if self.holds(p, phrase, country))

    def holds(self, person: Person, phrase: frozenset[str], country: str | None) -> bool:
        """Whether a person's title is the office these words name: ("CHN", "leader") is the president."""
        if person.title is None or (country is not None and person.country != country):
            return False
        title = frozenset(person.title.lower().replace("-", " ").split())
        if phrase <= {"leader", "counterpart"}:
            heads = any(head in person.title.lower() for head in words("heads"))
            return heads and not title & (words("ranks", "fields") | {"secretary"}) - {"prime"}
        return phrase <= title and (title - phrase) & words("ranks") == frozenset()


def known_names(doc: Doc) -> dict[int, Known]:
    """The state, organisation or seat each token belongs to, the longest name first, as the text writes it."""
    found: dict[int, Known] = {}
    i = 0
    while i < len(doc):
        length, known = longest_name(doc, i)
        written = without_article(doc[i : i + length].text)
        if known and known.sort in {Sort.NAME, Sort.GROUP} and not written.replace(".", "").isupper():
            known = replace(known, state=written)
        if known:
            found.update((i + k, known) for k in range(length))
        i += length
    return found


def build_cast(fields: Iterable[ParsedField]) -> Cast:
    """Read all names of the article once, before any event is looked at."""
    docs = [field.doc for field in fields]
    common = frozenset(t.text for doc in docs for t in doc if t.is_lower and t.ent_type_ != "PERSON")
    spans = [s for doc in docs for s in _person_spans(doc) if not any(t.text[0].isupper() and t.lower_ in common for t in s)]
    full = dict.fromkeys(s.text for s in spans if len(s) > 1)
    alone = {s.text for s in spans if len(s) == 1} | {t.text for doc in docs for t in doc if _stands_alone(t)}
    forms = _forms(full, alone)
    offices: dict[str, Person] = {}
    for span in spans:
        name = forms.get(span.text, span.text)
        country, title = office(span)
        before = offices.get(name, Person(name))
        offices[name] = Person(name, before.country or country, before.title or title)
    for span, country, title in (held for doc in docs for _, holders in in_turn(doc) for held in holders):
        name = forms.get(span.text, span.text)
        offices[name] = Person(name, country, title)
    persons = {form: offices[name] for form, name in forms.items() if name in offices}
    return Cast(persons | offices, _state_forms(docs), {short: body for doc in docs for short, body in _bodies(doc)})


def _bodies(doc: Doc) -> Iterator[tuple[str, Body]]:
    """ "The U.S. Treasury's Office of Foreign Assets Control (OFAC)": short names beside the full ones whose initials they are."""
    for token in doc[1:-1]:
        short = token.text
        if not (short.isupper() and short.isalpha() and doc[token.i - 1].text == "(") or lookup(short):
            continue
        start = token.i - 1
        while start > token.sent.start and _of_a_body(doc[start - 1]):
            start -= 1
        named = [t for t in doc[start : token.i - 1] if t.text[0].isupper()]
        if "".join(t.text[0] for t in named[-len(short) :]) == short:
            known = known_in(named)
            yield short, Body(doc[named[-len(short)].i : token.i - 1].text, known.code if known else None)


def _of_a_body(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.lower_ in {"of", "the", "for", "and", "on", "'s", "’s"}


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
    for found in (*_in_turn(doc), *_entities(doc), *_after_office(doc), *_behind_state(doc), *_beside_office(doc)):
        span = _bare(found)
        if span is not None and not taken & set(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span


def _in_turn(doc: Doc) -> Iterator[Span]:
    return (name for _, holders in in_turn(doc) for name, _, _ in holders)


def _entities(doc: Doc) -> Iterator[Span]:
    return (_whole(ent) for ent in doc.ents if ent.label_ == "PERSON")


def _after_office(doc: Doc) -> Iterator[Span]:
    for token in doc[:-1]:
        start = end = token.i + 1
        while token.lower_ in words("honorifics") and end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
        if end > start:
            yield doc[start:end]


def _behind_state(doc: Doc) -> Iterator[Span]:
    """ "President of the State of Palestine Mahmoud Abbas": the name right behind an office and the full name of its state."""
    for token in doc[:-2]:
        if token.lower_ in words("offices") and doc[token.i + 1].lower_ == "of":
            i, named = token.i + 2, False
            while i < len(doc):
                length, known = longest_name(doc, i)
                if known is None and doc[i].lower_ not in words("forms", "fields") | {"and"}:
                    break
                i, named = i + length, named or known is not None
            end = i
            while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[0].isupper():
                end += 1
            if named and end > i:
                yield doc[i:end]


def _beside_office(doc: Doc) -> Iterator[Span]:
    """What the entities miss, the apposition gives: "Han Duck-soo, the prime minister", "a spokesperson, Morgan Ortagus"."""
    for token in doc:
        if token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.lemma_.lower() in words("offices"):
            yield doc[token.left_edge.i : token.i + 1]
        if token.dep_ == "appos" and token.lemma_.lower() in words("offices") and token.head.pos_ == "PROPN":
            parts = [c for c in token.head.children if c.dep_ == "compound"]
            yield doc[min([token.head.i, *(c.i for c in parts)]) : token.head.i + 1]


def _whole(span: Span) -> Span:
    """The name with the parts that the entity missed: "Espen Barth" + "Eide", "Antony" + "J. Blinken"."""
    doc, start, end = span.doc, span.start, span.end
    while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_ and doc[end - 1].dep_ == "compound":
        end += 1
    while start > 0 and _is_first_name(doc[start - 1]) and doc[start].is_sent_start is not True:
        start -= 1
    return doc[start:end]


def _is_first_name(token: Token) -> bool:
    plain = token.pos_ == "PROPN" and token.dep_ == "compound" and not token.ent_type_ and token.text[0].isupper() and not token.is_upper
    return (
        plain
        and token.lower_ not in words("honorifics", "offices", "ranks", "fields", "agents")
        and lookup(token.text) is None
    )


def _bare(span: Span) -> Span | None:
    """The name alone: without honorifics, what follows it, or the state whose office stands before it ("of Austria Heinz Fischer")."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (_is_titular(doc[start]) or not doc[start].text[0].isalpha() or _is_demonym(doc[start])):
        start += 1
    length, known = longest_name(doc, start) if start < end else (0, None)
    if known and start and doc[start - 1].lower_ in {"of", "the"} and start + length < end:
        start += length
    cut = next((i for i in range(start, end) if doc[i].is_space or doc[i].lower_ in {",", "(", ":", "'s", "’s", "of"}), end)
    bare = doc[start:cut]
    if not len(bare) or lookup(bare.text) or not bare.text[0].isupper() or not all(t.is_alpha or not t.text[-1].isdigit() for t in bare):
        return None
    if len(bare) == 1 and start > 0 and doc[start - 1].lower_ in {"in", "at", "near", "from"} and is_town(bare.text):
        return None
    if len(bare) == 1 and any(c.lower_ == "the" and c.i == bare[0].left_edge.i for c in bare[0].children) and start == span.start:
        return None  # "the neighbouring Sahel"
    if bare[-1].lower_ in words("offices", "agents", "groups", "fields", "forms", "papers"):
        return None
    return bare


def _is_titular(token: Token) -> bool:
    """A word of an office or an address before a name."""
    return not {token.lower_, token.lower_.removesuffix("s")}.isdisjoint(words("honorifics", "offices", "ranks", "fields"))


def _is_demonym(token: Token) -> bool:
    known = lookup(token.text)
    return known is not None and known.sort is Sort.DEMONYM


def entity_at(token: Token) -> Span | None:
    """The named entity a token belongs to, found from the token: `doc.ents` lists those of the whole text at every call."""
    doc, start, end = token.doc, token.i, token.i + 1
    if not token.ent_type_:
        return None
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def _state_forms(docs: Iterable[Doc]) -> dict[str, str]:
    """The name under which the article knows each state: the plain one if it writes it so, else its first."""
    forms: dict[str, str] = {}
    written = ((doc[i], known) for doc in docs for i, known in known_names(doc).items())
    for known in (k for t, k in written if k.sort is Sort.NAME and k.is_state and t.ent_type_ != "ORG"):
        plain = state_name(known.code)
        forms[known.code] = plain if plain in (known.state, forms.get(known.code)) else forms.get(known.code, known.state)
    return forms
