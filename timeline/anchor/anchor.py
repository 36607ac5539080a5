"""All constraints of one article: from its phrases, from events that hang on each other, and from tense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.anchor.how_long import days_of
from timeline.anchor.stay import at, exactly, inside, lasting, not_after, not_before, of, of_one_end
from timeline.anchor.to_event import Told, against, amid, basis_of
from timeline.anchor.to_publication import TENSE_NOTES, by_tense, is_ahead, is_news, lead_of, on_the_day
from timeline.anchor.to_scene import Scenes, same_scene
from timeline.anchor.which_event import both, hangs_on_itself, reference_of, referent
from timeline.model import (
    Basis,
    Constraint,
    End,
    EventMention,
    Evidence,
    Field,
    Happening,
    Relation,
    Status,
    Term,
    TimePhrase,
    Unresolved,
)
from timeline.times.expression import Between, EventRef, Published, Range, Sign, Spoken, Within
from timeline.times.interval import Grain, Interval, shift

# "Before the call": at another time than what was told right before.
APART = frozenset({Relation.BEFORE, Relation.AFTER})
Phrases = Mapping[EventMention, tuple[TimePhrase, ...]]
Lengths = Mapping[EventMention, TimePhrase]


def anchor(
    happenings: Sequence[Happening], phrases: Phrases, lengths: Lengths, times: Sequence[TimePhrase], published: date
) -> tuple[Constraint, ...]:
    """The constraints on the happenings of one article.

    `phrases` holds what dates each mention, `lengths` what says how long it lasts, `times` all phrases of the article.
    """
    found: list[Constraint] = []
    lead = lead_of(happenings, phrases, times)
    scenes = Scenes(happenings)
    with_days = {h.id for h in happenings if any(phrases.get(m) for m in h.mentions)}
    for happening in happenings:
        others = [h for h in happenings if h.id != happening.id]
        own = [(m, p) for m, p in _own(happening, happenings, phrases) if not _says_nothing(p, others)]
        length = _length(happening, lengths)
        for mention, phrase in own:
            dated = _of_a_stay(phrase, length[2]) if length else phrase
            found += _by_phrase((happening, mention, dated), others, phrases, lengths, published)
        if all(_only_bounds(p, others, phrases) for _, p in own):
            news = [] if length else _as_news(happening, lead, published)
            found += _by_setting(happening, published)
            if happening.setting not in with_days:
                apart = any(p.relation in APART for _, p in own)
                found += ([] if apart else _by_scene(happening, scenes.before(happening), published, sure=not own)) or news
        found += _by_tense(happening, published, dated=bool(own))
        found += _by_length(happening, length, published)
    return tuple(found)


def _by_length(happening: Happening, said: tuple[EventMention, TimePhrase, int] | None, published: date) -> Iterator[Constraint]:
    """As many days as are told, else one."""
    if said is None:
        why = _why(happening.mentions[0], published, "", Basis.ASSUMED, "taken to last a day")
        yield lasting(happening.id, 1, why)
    else:
        mention, phrase, days = said
        yield from exactly(happening.id, days, _why(mention, published, phrase.text, Basis.STATED, f"lasts {days} days"))


def _of_a_stay(phrase: TimePhrase, days: int) -> TimePhrase:
    """ "Flew to Doha on 7 September for a visit of five days": the one day is the first."""
    shorter = isinstance(phrase.when, Interval) and phrase.when.days is not None and phrase.when.days < days
    return replace(phrase, relation=Relation.STARTS) if phrase.relation is Relation.AT and shorter else phrase


def _length(happening: Happening, lengths: Lengths) -> tuple[EventMention, TimePhrase, int] | None:
    """The mention, the phrase and the days, where the text says how long an event lasts."""
    return next(((m, p, n) for m in happening.mentions if (p := lengths.get(m)) and (n := days_of(p))), None)


def _own(happening: Happening, happenings: Sequence[Happening], phrases: Phrases) -> list[tuple[EventMention, TimePhrase]]:
    """What dates an event: a day given by the words that tell it before what those say that only name it.

    Words that go on telling of it ("they discussed the vote of 5 May") count only where nothing else tells it.
    """
    told = [(m, p) for m in happening.mentions for p in phrases.get(m, ()) if not hangs_on_itself(happening, p, happenings)]
    sure = [m for m in happening.mentions if not m.weak or m.definite]
    if all(m.field is Field.TITLE or m.definite or m.passing for m in sure):
        sure += [m for m in happening.mentions if m.kind == "call" and m not in sure]  # "spoke today with" has no topic
    telling = [(m, p) for m, p in told if m in sure and not m.passing]
    if any(isinstance(p.when, Interval) for _, p in telling):
        return telling
    return [(m, p) for m, p in told if m in sure] or ([] if sure else told)


def _by_phrase(
    told: tuple[Happening, EventMention, TimePhrase], others: Sequence[Happening], phrases: Phrases, lengths: Lengths, published: date
) -> Iterator[Constraint]:
    happening, mention, phrase = told
    if isinstance(phrase.expression, Between):
        if (two := both(phrase, phrase.expression, others)) is not None:
            yield from amid(happening.id, two, _why(mention, published, phrase.text, Basis.BOUNDED))
        return
    if phrase.relation is Relation.BY and mention.passing:
        yield from _since_told(happening, mention, phrase, others, published)
    if mention.status is Status.HAPPENED:
        phrase = _counted_from_what_was_told(phrase)
    ref = reference_of(phrase.expression)
    if phrase.relation is Relation.SINCE and mention.passing and mention.type == "CONSULT":
        return  # "our seventh meeting since 2014"
    if isinstance(phrase.when, Interval):
        if is_ahead(phrase, published) and mention.status is Status.HAPPENED and isinstance(ref, Spoken):
            return  # "three days later" counted from a day still to come
        basis = Basis.DERIVED if ref is not None else _plain_basis(phrase.relation)
        yield from _by_days(happening.id, phrase, phrase.when, _why(mention, published, phrase.text, basis))
    elif ref is not None:
        other = referent(phrase, ref, others)
        if other is not None:
            length = _length(other, lengths)
            dates = tuple(p for m in other.mentions for p in phrases.get(m, ()))
            hung_on = Told(other.id, length[2] if length else None, dates)
            yield from against(happening, hung_on, phrase, _why(mention, published, phrase.text, basis_of(phrase)))


def _counted_from_what_was_told(phrase: TimePhrase) -> TimePhrase:
    """ "They retaliated within 48 hours": what is over was not counted from publication."""
    match phrase.expression:
        case Within(ref=Published(), sign=Sign.AFTER):
            told = replace(phrase.expression, ref=Spoken())
            return replace(phrase, expression=told, when=Unresolved("counts from the event told before"))
    return phrase


def _since_told(
    happening: Happening, mention: EventMention, phrase: TimePhrase, others: Sequence[Happening], published: date
) -> Iterator[Constraint]:
    """ "Rebels crossed the river. By the time of the truce they had burned nine villages": since what the sentence before tells."""
    for other in others:
        for told in other.mentions:
            before = told.field is mention.field and told.sentence.number == mention.sentence.number - 1
            if before and not (told.minor or told.passing) and told.status is mention.status:
                why = _why(mention, published, phrase.text, Basis.BOUNDED, f"since the {other.mentions[0].trigger} told before")
                yield not_before(happening.id, of(other.id, End.FIRST), why)
                return


def _plain_basis(relation: Relation) -> Basis:
    return Basis.STATED if relation in {Relation.AT, Relation.DURING, Relation.SINCE, Relation.STARTS, Relation.ENDS} else Basis.BOUNDED


def _by_days(event: str, phrase: TimePhrase, days: Interval, why: Evidence) -> Iterator[Constraint]:
    """ "Before 5 May" ends on the 4th, "by 5 May" on the 5th, "since 2011" lasts until publication."""
    if phrase.relation is Relation.BEFORE:
        if days.first is not None:
            yield not_after(event, Term(day=shift(days.first, -1, Grain.DAY)), why)
    elif phrase.relation is Relation.AFTER:
        if days.last is not None:
            yield not_before(event, Term(day=shift(days.last, 1, Grain.DAY)), why)
    elif phrase.relation is Relation.SINCE:
        if days.first is not None:
            yield from at(event, Term(day=days.first), Term(day=why.published), why)
    elif phrase.relation in {Relation.BY, Relation.UNTIL}:
        if days.last is not None:
            yield not_after(event, Term(day=days.last), why)
    elif phrase.relation in {Relation.STARTS, Relation.ENDS}:
        yield from of_one_end(event, End.FIRST if phrase.relation is Relation.STARTS else End.LAST, days, why)
    elif isinstance(phrase.expression, Range) and days.first and days.last:
        yield from at(event, Term(day=days.first), Term(day=days.last), why)
    else:
        yield from inside(event, days, why)


def _says_nothing(phrase: TimePhrase, others: Sequence[Happening]) -> bool:
    """ "On the sidelines of the session", where the text tells of no session."""
    ref = phrase.expression
    return isinstance(ref, EventRef) and phrase.relation in {Relation.AT, Relation.DURING} and referent(phrase, ref, others) is None


def _only_bounds(phrase: TimePhrase, others: Sequence[Happening], phrases: Phrases) -> bool:
    """ "After the ceremony", "on the sidelines of the summit" of no known day: the day is left to what else is told."""
    ref = phrase.expression
    if not isinstance(ref, EventRef):
        return False
    other = referent(phrase, ref, others)
    if other is None:
        return False
    undated = not any(phrases.get(m) for m in other.mentions)
    return phrase.relation in {Relation.BEFORE, Relation.AFTER} or (undated and phrase.relation in {Relation.AT, Relation.DURING})


def _by_setting(happening: Happening, published: date) -> list[Constraint]:
    """Within the visit it belongs to."""
    if happening.setting is None:
        return []
    mention = happening.mentions[0]
    why = _why(mention, published, mention.trigger, Basis.DERIVED, "on the visit told before")
    visit = happening.setting
    return [not_before(happening.id, of(visit, End.FIRST), why), not_after(happening.id, of(visit, End.LAST), why)]


def _by_scene(happening: Happening, others: Sequence[Happening], published: date, *, sure: bool) -> list[Constraint]:
    mention = happening.mentions[0]
    scene = same_scene(mention, others) if mention.status is Status.HAPPENED else None
    if scene is None:
        return []
    told, adjoins = scene
    basis = Basis.DERIVED if adjoins and sure else Basis.ASSUMED
    note = "goes on from the sentence before" if adjoins else "goes on from what was told before"
    why = _why(mention, published, mention.trigger, basis, note)
    return list(at(happening.id, of(told.id, End.FIRST), of(told.id, End.LAST), why))


def _as_news(happening: Happening, lead: int | None, published: date) -> list[Constraint]:
    """What the article opens with, told as past and without a day, is the news of its day."""
    news = next((m for m in happening.mentions if is_news(m, lead)), None)
    if news is None:
        return []
    return list(on_the_day(happening.id, published, _why(news, published, news.trigger, Basis.ASSUMED, "what the article opens with")))


def _by_tense(happening: Happening, published: date, *, dated: bool) -> Iterator[Constraint]:
    """What the mentions that tell the event say by their tense; nothing when one tells it as to come and another as past or present."""
    telling = [m for m in happening.mentions if not m.definite] or list(happening.mentions)
    if {m.status for m in telling} & TENSE_NOTES.keys() > {Status.PLANNED}:
        return
    for mention in telling:
        if mention.status in TENSE_NOTES:
            why = _why(mention, published, mention.trigger, Basis.ASSUMED, TENSE_NOTES[mention.status])
            yield from by_tense(happening.id, mention.status, published, why)
            if mention.status is Status.ONGOING and not dated:
                yield from on_the_day(happening.id, published, why)


def _why(mention: EventMention, published: date, phrase: str, basis: Basis, note: str = "") -> Evidence:
    return Evidence(mention.article, published, mention.sentence, phrase, basis, mention.field, note)


def equal(groups: Iterable[Sequence[str]], happenings: Mapping[str, Happening], published: Mapping[str, date]) -> Iterator[Constraint]:
    """The happenings of a group are one event and share its days."""
    for first, *others in groups:
        for other in others:
            mention = happenings[other].mentions[0]
            note = "the same event in another article"
            why = _why(mention, published[mention.article], mention.trigger, Basis.DERIVED, note)
            yield from at(other, of(first, End.FIRST), of(first, End.LAST), why)
