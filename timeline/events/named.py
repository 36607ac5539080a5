"""Whom a noun phrase names: a person, a state, a body, or people told by what they do; pronouns and groups by those named before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from timeline.events.cast import Cast, Person, entity_at, known_names
from timeline.events.clause import after_preposition, conjuncts, path_up, quoted
from timeline.events.office import in_turn
from timeline.events.speech import speakers
from timeline.events.words import known_in, words
from timeline.model import Participant, Role
from timeline.names import Known, Sort, city_country, lookup, without_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Span, Token

T = TypeVar("T", bound=Hashable)
LONGEST_PERSON = 5
LONGEST_TITLE = 10
SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "both", "their", "these", "those"})
SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr"})
SPEAKER = frozenset({"i", "me", "my", "mine"})
SPEAKERS = frozenset({"we", "us", "our", "ours"})
ADDRESSED = frozenset({"you", "your", "yours"})
STATE_GROUPS = frozenset({"country", "nation", "state", "side", "party", "neighbour", "neighbor", "power", "government", "ally"})
NEAR_SENTENCES = 4
NEAR_ORIGIN = 4
SOME = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million", "group", "number", "handful", "crowd", "majority"})
ANYONE = frozenset({"people", "leaders", "officials", "members", "residents", "women", "men", "children", "sides"})
COLLECTIVE = frozenset({"police", "army", "military", "opposition", "people", "crowd", "parliament", "court", "navy", "junta"})
COUNTED = {"three": 3, "four": 4, "five": 5}
HYPHENS = re.compile(r"[-–—/]")


@dataclass(frozen=True)
class Names:
    """One parsed field with its names looked up: which person and which state each token belongs to, and who speaks."""

    doc: Doc
    cast: Cast
    known: Mapping[int, Known]
    people: Mapping[int, Person]
    quoted: frozenset[int]
    said: Mapping[int, tuple[Person, Person | None]]
    in_turn: Mapping[int, tuple[Person, ...]]

    @classmethod
    def of(cls, doc: Doc, cast: Cast) -> Names:
        people = _people(doc, cast)
        holders = {noun.i: tuple(people[name.start] for name, _, _ in held if name.start in people) for noun, held in in_turn(doc)}
        return cls(doc, cast, known_names(doc), people, quoted(doc), speakers(doc, people), holders)

    @cached_property
    def placed(self) -> tuple[tuple[int, tuple[tuple[int, Person], ...]], ...]:
        """Where each sentence that names persons ends, and these as `_in_order` has them."""
        named = ((s.end, _in_order(self.doc, self.people, s.start, s.end)) for s in self.doc.sents)
        return tuple((end, inside) for end, inside in named if inside)

    @cached_property
    def everyone(self) -> frozenset[Person]:
        return frozenset(self.people.values())

    @cached_property
    def states(self) -> tuple[int, ...]:
        """The tokens that name states, in reading order."""
        return tuple(sorted(i for i, known in self.known.items() if known.is_state))

    @cached_property
    def doing(self) -> tuple[int, ...]:
        """The tokens of states and bodies that are subjects, in reading order."""
        return tuple(t.i for t in self.doc if t.dep_ == "nsubj" and acts(t, self))

    @cached_property
    def _holders(self) -> dict[tuple[frozenset[str], str | None], frozenset[Person]]:
        return {}

    def holders(self, phrase: frozenset[str], country: str | None) -> frozenset[Person]:
        """The persons of the article who hold an office, for this state when one is given."""
        if (phrase, country) not in self._holders:
            self._holders[phrase, country] = self.cast.holders(phrase, country)
        return self._holders[phrase, country]


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


def acts(token: Token, names: Names) -> bool:
    """A name that can act: a state, a body, a capital that speaks for its government, but no town that only lies in a state."""
    return token.i in names.known and names.known[token.i].sort is not Sort.CITY


def actors(token: Token, names: Names) -> list[Participant]:
    """The people, states and bodies a noun phrase names, joined ones included; empty when it names nobody that acts."""
    found = unique(p for t in _listed(token, names) for p in _one(t, names))
    named = [p for p in found if p.person or p.country or not p.name.split()[-1].islower()]
    return named or found  # "President Aliyev and other officials" are told by the president


def _listed(token: Token, names: Names) -> Iterator[Token]:
    """The token and all it is listed with, whichever of them the parse takes for the description of another."""
    yield from conjuncts(token)
    queue = [c for c in token.children if c.dep_ in {"appos", "conj"}]
    while queue:
        child = queue.pop(0)
        queue += [c for c in child.children if c.dep_ in {"appos", "conj"}]
        if child.i in names.people or acts(child, names):
            yield child
    yield from _listed_before(token, names)


def _listed_before(token: Token, names: Names) -> Iterator[Token]:
    """Persons listed before this one, where the parse loses them: "Director of the Council Jo Klein and Ambassador Rao"."""
    doc, i, joined = token.doc, token.i, bool(token.conjuncts)
    while token.i in names.people and i > token.sent.start:
        while i > token.sent.start and (doc[i].i == token.i or _of_the_list(doc[i], names)):
            i -= 1
        joined |= doc[i].lower_ == "and"
        if not joined or doc[i].text not in {",", "and"}:
            return
        while i > token.sent.start and doc[i].text in {",", "and"}:
            i -= 1
        governed = doc[i].dep_ in {"pobj", "dobj"} and doc[i].head.head.lemma_.lower() not in words("offices")
        if i not in names.people or governed:
            return
        yield doc[i]
        token = doc[i]


def _of_the_list(token: Token, names: Names) -> bool:
    """A part of a name or of an office before it."""
    office = _names_office(token) or token.lower_ in {"of", "the", "for", "at", "-", "'s", "’s"} or token.i in names.known
    return office or (token.pos_ in {"PROPN", "NOUN", "ADJ"} and (token.i not in names.people or token.dep_ == "compound"))


def unique(found: Iterable[Participant]) -> list[Participant]:
    return list({p.name: p for p in found}.values())


def _one(token: Token, names: Names) -> list[Participant]:
    if token.lemma_.lower() in SOME:
        counted = [o for o in after_preposition(token, "of") if o.i not in names.known or o.pos_ != "PROPN"]
        if counted:  # "thousands of Iraqi Kurds", "a group of deputies"
            return [p for o in counted for p in (actors(o, names) or described(o, names, bare=True))]
    if token.pos_ == "PRON" or token.lower_ in PLURAL:
        return _pronoun(token, names)
    named = [t for t in (token, *(c for c in token.children if c.dep_ == "appos")) if t.i in names.people]
    if named:
        return [person_of(names.people[named[0].i])]
    if acts(token, names):
        return [state_of(names.known[token.i], names.cast)]
    if token.lower_ == "format":
        return named_body(token, names)
    lemma = token.lemma_.lower()
    if token.lower_ in SUFFIXES:
        return [person_of(names.people[i]) for i in range(token.i - 2, token.i) if i in names.people][:1]
    if lemma in words("agents") or {lemma, token.lower_, token.lower_.removesuffix("s")} & words("offices"):
        body = token.pos_ == "PROPN" and token.ent_type_ == "ORG"
        return _agent(token, names) or (_organisations(token, names.cast) if body else [])
    if lemma in words("groups") and not any(c.dep_ in {"amod", "compound"} for c in token.children):
        return _group(token, names)
    if token.text in names.cast.bodies or (token.ent_type_ in {"ORG", "NORP"} and token.pos_ == "PROPN" and not _is_paper(token)):
        return _organisations(token, names.cast)
    return described(token, names) if lemma in words("people", "groups") else []


def person_of(person: Person) -> Participant:
    """A person as one who takes part."""
    return Participant(person.name, Role.ACTOR, person.country, person.title, person=True)


def state_of(known: Known, cast: Cast) -> Participant:
    """A state, an organisation or a group as it is written; under an adjective or a seat, the name the article gives the state."""
    plain = known.is_state and known.sort is not Sort.NAME
    return Participant(cast.state(known.code) if plain else known.state, Role.ACTOR, known.code)


def _organisations(token: Token, cast: Cast) -> list[Participant]:
    found = _organisation(token, cast)
    return [found] if found else []


def _is_dateline(name: str) -> bool:
    return name.isupper() and city_country(name.title()) is not None


def _organisation(token: Token, cast: Cast) -> Participant | None:
    ent = entity_at(token) or token.doc[token.i : token.i + 1]
    while ent.start > 0 and (before := token.doc[ent.start - 1]).pos_ == "PROPN" and before.dep_ == "compound" and not before.ent_type_:
        ent = token.doc[before.i : ent.end]  # "Ana" + "Reyes"
    if all(t.lower_ in words("fields") or t.lower_ in {"affairs", "the", "of"} for t in ent) or _is_dateline(ent.text):
        return None
    body = next((cast.bodies[t.text] for t in ent if t.text in cast.bodies), None)
    if body is not None:
        return Participant(body.name, Role.ACTOR, body.country)
    known = known_in(ent)
    if known and known.is_state and len(ent) == 1:
        return state_of(known, cast)
    name = without_article(ent.text.partition(" (")[0]).removesuffix("'s").removesuffix("’s")
    return Participant(name, Role.ACTOR, known.code if known else None)


def _is_paper(token: Token) -> bool:
    """A treaty, a law or a conference by its name: nobody who acts."""
    return any(t.lower_ in words("papers") for t in entity_at(token) or (token,))


def _agent(token: Token, names: Names) -> list[Participant]:
    """ "Russian, Ukrainian and U.S. officials", "the Chinese leader", "the government of Mali", "the Deputy Secretary"."""
    if token.i in names.in_turn:
        return [person_of(person) for person in names.in_turn[token.i]]
    person = _titled(token, names)
    if person is not None:
        return [person_of(person)]
    states = states_of(token, names, "of", "for", "from")
    office = token.lemma_.lower() in words("offices") and token.tag_ in {"NN", "NNP"}
    if office and len(states) <= 1:
        holder = _holder(token, names, states[0].code if states else None)
        if holder is not None:
            return [person_of(holder)]
    if states:
        return [state_of(s, names.cast) for s in states]
    bodies = [t for o in after_preposition(token, "of", "from") if o.ent_type_ == "ORG" for t in conjuncts(o) if t.pos_ == "PROPN"]
    if bodies:  # "the CEOs of Walmart and Target"
        return [p for t in bodies for p in _organisations(t, names.cast)]
    if token.lemma_.lower() in words("groups") and (token.tag_ == "NNS" or token.lower_ == "side"):
        apart = any(c.dep_ in {"amod", "compound"} and c.lower_ not in {"respective", "two", "three"} for c in token.children)
        return described(token, names) if apart else _group(token, names)
    return [] if office else described(token, names)


def _holder(token: Token, names: Names, country: str | None) -> Person | None:
    """The person who holds the office this phrase names, the nearest named before it first."""
    phrase = _office_words(token)
    if not phrase & words("offices"):
        return None
    holders = names.holders(phrase, country)
    before = next((p for p in _before(token, names) if p in holders), None) if holders else None
    return before or (next(iter(holders)) if len(holders) == 1 else None)


def _office_words(token: Token) -> frozenset[str]:
    """ "Deputy Secretary": the words of an office that stand together."""
    start = token.i
    while start > 0 and _names_office(token.doc[start - 1]):
        start -= 1
    return frozenset(t.lower_ for t in token.doc[start : token.i + 1])


def _names_office(token: Token) -> bool:
    """A word that is part of an office's name and no demonym: "Deputy", "Foreign", "Prime"."""
    return token.lower_ in words("offices", "ranks", "fields") and lookup(token.text) is None


def _titled(token: Token, names: Names) -> Person | None:
    """The person whose office a word is: "President Xi Jinping", "President of the State of Palestine Mahmoud Abbas"."""
    if token.lower_ not in words("offices"):
        return None
    doc, i = names.doc, token.i + 1
    while i < len(doc) and i not in names.people and i - token.i <= LONGEST_TITLE and _of_a_title(doc[i], names):
        i += 1
    return names.people[i] if i < len(doc) and i in names.people else None


def _of_a_title(token: Token, names: Names) -> bool:
    """A word between an office and the name: "Representative on Peninsula Affairs", "President of the State of"."""
    return token.lower_ in words("forms") or token.lower_ in {"on", "for", "to"} or token.i in names.known or token.pos_ == "PROPN"


def described(token: Token, names: Names, *, bare: bool = False) -> list[Participant]:
    """People told by what they do, as written: "Kurdish rebels", "civil society leaders"; `bare` ones too, or only if described."""
    human = not {token.lemma_.lower(), token.lower_.removesuffix("s")}.isdisjoint(words("people", "groups"))
    if token.pos_ not in {"NOUN", "PROPN"} or not human:
        return []
    country = _country_of(token, names)
    modified = any(c.dep_ in {"amod", "compound", "nmod"} for c in token.children)
    many = token.tag_ in {"NNS", "NNPS"} or token.lower_ in COLLECTIVE
    if country is None and not (many and (modified or (bare and token.pos_ == "NOUN" and token.lower_ not in ANYONE))):
        return []
    phrase = _phrase(token)
    opening = phrase[0]
    plain = opening.pos_ != "PROPN" and opening.i == opening.sent.start and not (opening.is_upper or opening.ent_type_ or country)
    name = phrase.text[0].lower() + phrase.text[1:] if plain else phrase.text
    first = Participant(name, Role.ACTOR, country)
    nations = [m for c in token.children if c.dep_ == "amod" for m in c.conjuncts if m.i > c.i and acts(m, names)]
    return [first, *(Participant(f"{m.text} {token.text}", Role.ACTOR, names.known[m.i].code) for m in nations)]


def proper(token: Token, names: Names) -> list[Participant]:
    """A company or the like by its own name, whatever the model takes it for: "the airline Mahan Air"."""
    ent = entity_at(token)
    body = token.pos_ == "PROPN" and ent is not None and len(ent) > 1 and token.ent_type_ not in {"GPE", "LOC", "DATE", "LAW", "EVENT"}
    if not body or ent is None or _is_paper(token) or lookup(ent.text) is not None:
        return []
    states = states_of(token, names)
    return [Participant(ent.text.removeprefix("the "), Role.ACTOR, states[0].code if states else None)]


def named_body(token: Token, names: Names) -> list[Participant]:
    """A group of states by the name it meets under: "the Minsk Contact Group", "the Normandy format"."""
    name = token.doc[token.left_edge.i : token.i + 1]
    if token.lemma_.lower() in words("bodies") and any(t.pos_ == "PROPN" for t in name[:-1]) and not any(t.i in names.people for t in name):
        return [Participant(without_article(name.text), Role.ACTOR)]
    return []


def _phrase(token: Token) -> Span:
    """The words that tell a group apart: what stands right before its noun, and a name right after "of", "from" or "in"."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start - 1].dep_ in {"amod", "compound", "nmod"} and doc[start - 1].head.i >= start - 1:
        start -= 1
    origin = next((o for o in after_preposition(token, "of", "from", "in") if o.pos_ == "PROPN"), None)
    if origin is not None and origin.i - token.i <= NEAR_ORIGIN:
        end = origin.i + 1
    return doc[start:end]


def _country_of(token: Token, names: Names) -> str | None:
    """The state in a phrase about people, by adjective, origin or the town they are in."""
    states = states_of(token, names, "of", "for", "from", "in")
    if states:
        return states[0].code
    places = (names.known[o.i] for o in after_preposition(token, "of", "from", "in") if o.i in names.known)
    return next((k.code for k in places), None)


def states_of(token: Token, names: Names, *prepositions: str) -> list[Known]:
    """The states that adjectives, compounds, possessives and prepositions give to a noun."""
    modifiers = [c for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod"}]
    modifiers += [t for m in list(modifiers) for t in m.conjuncts]
    modifiers += [c for m in list(modifiers) for c in m.children if c.dep_ in {"amod", "compound", "nmod", "npadvmod"}]
    modifiers += [t for o in after_preposition(token, *prepositions) for t in conjuncts(o)]
    found = [k for m in modifiers for k in (_its(m, names) if m.lower_ == "its" else known_at(m, names))]
    persons = [names.people[m.i] for m in modifiers if m.i in names.people]
    found += [Known(p.country, names.cast.state(p.country), Sort.NAME) for p in persons if p.country and not found]
    if not found:
        inner = [o for o in after_preposition(token, "of", *prepositions) if o.i not in names.known]
        found = [s for o in inner for s in states_of(o, names, *prepositions)]
    return list({k.code: k for k in found}.values())


def nations(token: Token, names: Names, *prepositions: str) -> list[Participant]:
    """The states of a noun as those who take part: "Estonia" for "two Estonian ships"."""
    return [state_of(s, names.cast) for s in states_of(token, names, *prepositions)]


def _its(token: Token, names: Names) -> list[Known]:
    """The state or body that "it" stands for: the last subject that is one, in the sentence or in the one before."""
    start = token.sent.start
    first = token.doc[start - 1].sent.start if start else 0
    before = [t for t in token.doc[first : token.i] if t.dep_ in {"nsubj", "nsubjpass"} and acts(t, names)]
    return [names.known[before[-1].i]] if before else []


def known_at(token: Token, names: Names) -> list[Known]:
    """The state a token names, or those that a hyphen joins in it: "U.S.-ASEAN"."""
    if token.i in names.known:
        town = names.known[token.i].sort is Sort.SEAT and token.dep_ == "compound" and token.head.lemma_.lower() not in words("agents")
        return [names.known[token.i]] if acts(token, names) and not town else []
    parts = HYPHENS.split(token.text)
    found = [lookup(part) for part in parts] if len(parts) > 1 else []
    return [k for k in found if k is not None and k.sort is not Sort.CITY]


def _pronoun(token: Token, names: Names) -> list[Participant]:
    word = token.lower_
    told = [p for c in token.children if c.dep_ == "appos" for p in actors(c, names)]  # "we, the ministers of Chad and Niger"
    if told:
        return told
    if token.i in names.said and word in SPEAKER | SPEAKERS | ADDRESSED:
        speaker, addressed = names.said[token.i]
        meant = (addressed,) if word in ADDRESSED else (speaker, addressed) if word in SPEAKERS else (speaker,)
        return [person_of(p) for p in meant if p]
    if word in SINGULAR:
        meant_by = next(_leading(token, names), None) or next(_before(token, names), None)
        return [person_of(meant_by)] if meant_by else []
    if word in PLURAL:
        return _group(token, names)
    if word in SPEAKERS and token.i not in names.quoted:
        return _publisher(token, names)
    if word == "it":
        return [state_of(k, names.cast) for k in _its(token, names)]
    if word in {"who", "which", "that"} and token.head.dep_ == "relcl":
        return _one(token.head.head, names)
    return []


def _publisher(token: Token, names: Names) -> list[Participant]:
    """ "We" in a government's own statement: the state or body it last spoke of as doing something."""
    at = bisect_left(names.doing, token.i)
    return [state_of(names.known[names.doing[at - 1]], names.cast)] if at else []


def _group(token: Token, names: Names) -> list[Participant]:
    """ "The two leaders", "both countries": the last two of that sort named before, or as many as are counted."""
    pointed_at = any(c.dep_ in {"det", "poss", "nummod"} for c in token.children)
    if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ == "NOUN" and not pointed_at:
        return []  # "leaders discussed": no leaders in particular
    count = next((COUNTED[c.lower_] for c in token.children if c.lower_ in COUNTED), 2)
    lemma = token.lemma_.lower()
    before = (names.states[at] for at in range(bisect_left(names.states, token.i) - 1, -1, -1))
    codes = _first_of((names.known[i].code for i in before), count)
    states = [Participant(names.cast.state(code), Role.ACTOR, code) for code in codes]
    if lemma in STATE_GROUPS and len(states) == count:
        return states
    people = (p for i, p in _placed_before(token, names) if not _in_passing(names.doc[i], names))
    chosen = _titled_first(people, {p for p in names.everyone if p.title and lemma in p.title.lower()}, count)
    if len(chosen) == count:
        return [person_of(p) for p in chosen]
    return states if token.lower_ in PLURAL and len(states) == count else []


def _first_of(found: Iterable[T], count: int) -> list[T]:
    """So many different ones, looking no further."""
    return list(islice(_each_once(found), count))


def _each_once(found: Iterable[T]) -> Iterator[T]:
    seen: set[T] = set()
    for one in found:
        if one not in seen:
            seen.add(one)
            yield one


def _titled_first(people: Iterable[Person], titled: Set[Person], count: int) -> list[Person]:
    """So many of the titled ones where there are as many, else of all."""
    found, same = [], []
    for person in _each_once(people):
        found.append(person)
        same += [person] if person in titled else []
        if len(same) == count or (len(titled) < count and len(found) == count):
            break
    return same if len(same) == count else found[:count]


def _sentences_back(token: Token) -> Iterator[Span]:
    """The sentences with anything before a token, from its own back to the first."""
    end = token.i
    while end > 0:
        sentence = token.doc[end - 1].sent
        yield sentence
        end = sentence.start


def _leading(token: Token, names: Names) -> Iterator[Person]:
    """Persons who are the subject of something told before, nearest first: those a "he" or "she" takes up."""
    for sentence in islice(_sentences_back(token), NEAR_SENTENCES):
        for subject in (t for t in sentence if t.i < token.i and t.dep_ in {"nsubj", "nsubjpass"}):
            office = subject.lemma_.lower() in words("offices") and subject.tag_ in {"NN", "NNP"}
            person = names.people.get(subject.i) or (_holder(subject, names, None) if office else None)
            if person:
                yield person


def _in_passing(token: Token, names: Names) -> bool:
    """A person named for something else: "the plan that Biden released", "the Biden Administration"."""
    whole = next((t for t in (token, *path_up(token)) if t.i not in names.people or t.dep_ != "compound"), token)
    return whole.i not in names.people or any(t.dep_ == "relcl" for t in path_up(whole))


def _before(token: Token, names: Names) -> Iterator[Person]:
    """Persons named before a token, nearest first, those that are subjects ahead of the rest of their sentence."""
    return (person for _, person in _placed_before(token, names))


def _placed_before(token: Token, names: Names) -> Iterator[tuple[int, Person]]:
    for sentence in islice(_sentences_back(token), 1):
        yield from _in_order(names.doc, names.people, sentence.start, min(sentence.end, token.i))
        at = bisect_right(names.placed, sentence.start, key=itemgetter(0))
        for number in range(at - 1, -1, -1):
            yield from names.placed[number][1]


def _in_order(doc: Doc, people: Mapping[int, Person], start: int, end: int) -> tuple[tuple[int, Person], ...]:
    """The persons of a sentence: its subjects, then the rest, the last first."""
    inside = [i for i in range(start, end) if i in people]
    leading = [i for i in inside if doc[i].dep_ in {"nsubj", "nsubjpass"}]
    return tuple((i, people[i]) for i in [*leading, *(i for i in reversed(inside) if i not in leading)])
