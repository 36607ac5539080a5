"""The whole flow, one line per stage; open first.

read → parse → times ┐
             events ┴→ (which phrase dates which mention) → merge.within → anchor → solve → merge.across → solve → Timeline
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.accounts import conflicts as disagreements
from timeline.anchor.anchor import Phrases, anchor, equal
from timeline.anchor.how_long import lengths
from timeline.anchor.to_time import own_phrases, told_apart
from timeline.as_read import AsRead
from timeline.build import build_event
from timeline.characters import readable
from timeline.errors import ArticleTooLong, BadSpan, TimelineError
from timeline.events.find import find_events
from timeline.events.kinds import Kinds, load_kinds
from timeline.merge.across import Joined, Pair, merge_across
from timeline.merge.setting import with_settings
from timeline.merge.within import merge_within
from timeline.model import Article, Constraint, Event, Field, Happening, Move, TimePhrase
from timeline.parse import DEFAULT_MODEL, ParsedField, load, parse
from timeline.read import in_english, read
from timeline.read.parts import MOST_CHARACTERS
from timeline.read.published import as_day
from timeline.solve.order import among
from timeline.solve.solve import Solution, solve
from timeline.timeline import Failure, Timeline
from timeline.times.expression import DateOrder, event_of
from timeline.times.find import find_times
from timeline.times.interval import Interval

if TYPE_CHECKING:
    from timeline.read.articles import Source

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Extract:
    """What one article gives before anything is dated: its happenings and the constraints on them."""

    article: Article
    happenings: tuple[Happening, ...]
    phrases: Phrases
    constraints: tuple[Constraint, ...]
    times: tuple[TimePhrase, ...] = ()


def extract(
    source: Source,
    *,
    published: date | str | None = None,
    columns: Mapping[str, str] | None = None,
    model: str = DEFAULT_MODEL,
    merge: bool = True,
    minor: bool = False,
    date_order: DateOrder | str | None = None,
    kinds: str | Path | None = None,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> Timeline:
    """The dated events of a text, files, a data frame or articles, in the order of time.

    A string that names a file, a folder or a pattern of files is read as such, any other is the text itself. `published` is the day
    that articles without one of their own were published, or "auto" to take it from the lines at their top; `columns` has the names
    of those of a table that hold "text", "published", "title" and "id". An article that is not in English is left out and named in
    `skipped`, with a warning. `merge` joins what several articles tell of one event; `minor` keeps what is only said,
    wished or named in passing; `date_order` is "day-first" or "month-first", for dates such as 4/2/2026; `kinds` is a table of
    event kinds of your own, like events/kinds.toml; `same` and `different` are pairs of mentions of one event and of two, where the
    merging is known to err. Of several articles, those that cannot be read are told in `failures` and the others are complete; a lone
    one raises. Raises PublicationDateMissing, UnreadableInput, BadDate, BadColumns, BadKinds, ModelMissing or ArticleTooLong.

    >>> [str(event.start) for event in extract("Ana Brnabić met Viktor Orbán in Budapest on Tuesday.", published="2024-03-14")]
    ['2024-03-12']
    """
    articles, skipped = in_english(read(source, published=published, columns=columns))
    order = DateOrder(date_order) if date_order is not None else None
    known = load_kinds(Path(kinds)) if kinds is not None else load_kinds()
    lone = len(articles) == 1
    found = [extract_article(articles[0], known, model, order)] if lone else extract_each(articles, known, model, order)
    return replace(put_together(found, merge=merge, minor=minor, same=tuple(same), different=tuple(different)), skipped=skipped)


def date_mentions(
    text: str,
    published: date | str,
    spans: Iterable[tuple[int, int]],
    *,
    model: str = DEFAULT_MODEL,
    date_order: DateOrder | str | None = None,
) -> tuple[Event, ...]:
    """The dated event that each stretch of a text tells, for triggers found by other means.

    `spans` are (start, end) in characters, each of the words that tell one event. Each gives one event, in the same order; two that
    tell the same event give it twice, and one that no table knows is of kind "other". What else the text tells dates them, but is
    not returned. Raises BadSpan for a stretch without a word, BadDate or ModelMissing.

    >>> text = "The ministers spoke by phone on Tuesday. Three days before the conversation a satellite fell into the sea."
    >>> [event.edtf for event in date_mentions(text, "2024-03-14", [(text.index("fell"), text.index("fell") + 4)])]
    ['2024-03-09']
    """
    (article,) = read(Article("text", as_day(published, "published"), text))
    given = tuple(spans)
    for start, end in given:
        if not (0 <= start < end <= len(text) and any(c.isalnum() for c in text[start:end])):
            raise BadSpan((start, end), len(text))
    order = DateOrder(date_order) if date_order is not None else None
    found = extract_article(article, load_kinds(), model, order, given)
    told = {m: h.id for h in found.happenings for m in h.mentions if m.field is Field.TEXT}
    events = {event.id: event for event in assemble([found], merge=False, minor=True)}
    return tuple(next(events[i] for m, i in told.items() if m.start < end and start < m.end) for start, end in given)


def extract_each(
    articles: Iterable[Article], kinds: Kinds, model: str = DEFAULT_MODEL, date_order: DateOrder | None = None
) -> Iterator[Extract | Failure]:
    """What each article gives, or why it could not be read. Raises ModelMissing."""
    for article in articles:
        load(model)  # that it is missing is no fault of an article
        try:
            yield extract_article(article, kinds, model, date_order)
        except Exception as error:  # whatever it is, the other articles have nothing to do with it
            yield Failure(article.id, _sentence(error))


def _sentence(error: Exception) -> str:
    if isinstance(error, TimelineError):
        return str(error)
    return " ".join(f"{type(error).__name__}: {error}; report it with the article, the others are complete.".split())


def put_together(
    found: Iterable[Extract | Failure], *, merge: bool, minor: bool, same: tuple[Pair, ...] = (), different: tuple[Pair, ...] = ()
) -> Timeline:
    """The timeline of all that could be read, with what could not."""
    found = tuple(found)
    extracts = [one for one in found if isinstance(one, Extract)]
    whole = assemble(extracts, merge=merge, minor=minor, same=same, different=different)
    return replace(whole, failures=tuple(one for one in found if isinstance(one, Failure)))


def extract_article(
    article: Article,
    kinds: Kinds,
    model: str = DEFAULT_MODEL,
    date_order: DateOrder | None = None,
    given: Iterable[tuple[int, int]] = (),
) -> Extract:
    """One article up to its constraints; nothing here looks at another article. The words `given` by offsets tell events too.

    Raises ArticleTooLong, or ModelMissing.
    """
    length = max(len(article.text), len(article.title))
    if length > MOST_CHARACTERS:
        raise ArticleTooLong(article.id, length, MOST_CHARACTERS)
    title, text = readable(article.title), readable(article.text)
    words = replace(article, title=title.text, text=text.text)
    nlp = load(model)
    with nlp.memory_zone():  # what the model learns of one article's words is let go with it
        found = extract_fields(words, parse(words, nlp), kinds, date_order, [text.span(*span) for span in given])
    if (title.text, text.text) == (article.title, article.text):
        return found
    back = AsRead(article, {Field.TITLE: title, Field.TEXT: text})
    phrases = {back(mention): back(own) for mention, own in found.phrases.items()}
    return Extract(article, back(found.happenings), phrases, back(found.constraints), back(found.times))


def extract_fields(
    article: Article,
    fields: Sequence[ParsedField],
    kinds: Kinds,
    date_order: DateOrder | None = None,
    given: Iterable[tuple[int, int]] = (),
) -> Extract:
    """One article that has been parsed, up to its constraints."""
    times = {f.field: find_times(f.doc.text, article.published, field=f.field, doc=f.doc, date_order=date_order) for f in fields}
    mentions = find_events(fields, kinds, [*given, *_named_in(times.get(Field.TEXT, ()), kinds)])
    told = {f.field: [m for m in mentions if m.field is f.field] for f in fields}
    phrases = {m: found for f in fields for m, found in own_phrases(f, told[f.field], times[f.field]).items()}
    days_long = {m: found for f in fields for m, found in lengths(f, told[f.field], times[f.field]).items()}
    days = {m: tuple(p.when for p in found if isinstance(p.when, Interval)) for m, found in phrases.items()}
    happenings = with_settings(merge_within(mentions, days, kinds, apart=told_apart(mentions, phrases)), days.keys())
    constraints = anchor(happenings, phrases, days_long, [p for found in times.values() for p in found], article.published)
    return Extract(article, happenings, phrases, constraints, times.get(Field.TEXT, ()))


def _named_in(phrases: Iterable[TimePhrase], kinds: Kinds) -> Iterator[tuple[int, int]]:
    """The words by which phrases name an event told before: "two weeks after the burglary"."""
    for ref in (event_of(phrase.expression) for phrase in phrases):
        if ref is not None:
            words = (word.span() for word in WORD.finditer(ref.words) if kinds.taken_up_by(word[0].lower()))
            yield from ((ref.start + start, ref.start + end) for start, end in islice(words, 1))


def assemble(
    extracts: Sequence[Extract], *, merge: bool, minor: bool, same: tuple[Pair, ...] = (), different: tuple[Pair, ...] = ()
) -> Timeline:
    """Solve, merge across articles, solve again with the equalities that gives, and put the events in order."""
    happenings = {h.id: h for e in extracts for h in e.happenings}
    constraints = [c for e in extracts for c in e.constraints]
    solution = solve(constraints, happenings)
    joined: tuple[Joined, ...] = ()
    if merge:
        published = {e.article.id: e.article.published for e in extracts}
        first = {i: solution.dating(i) for i in happenings}
        joined = merge_across(list(happenings.values()), first, published, same=same, different=different)
        solution = solve([*constraints, *equal([j.ids for j in joined], happenings, published)], happenings)

    again = partial(_apart, tuple(extracts), merge, minor, same, different)
    return replace(_timeline(extracts, happenings, joined, solution, minor=minor), again=again)


def _apart(
    extracts: Sequence[Extract], merge: bool, minor: bool, same: tuple[Pair, ...], different: tuple[Pair, ...], more: Sequence[Pair]
) -> Timeline:
    return assemble(extracts, merge=merge, minor=minor, same=same, different=(*different, *more))


def _grouped(happenings: Iterable[str], joined: Iterable[Joined]) -> dict[str, tuple[str, ...]]:
    """The happenings of each event by the first of them."""
    groups = {j.ids[0]: j.ids for j in joined}
    others = {i for ids in groups.values() for i in ids[1:]}
    return {i: groups.get(i, (i,)) for i in happenings if i not in others}


def _timeline(
    extracts: Sequence[Extract],
    happenings: dict[str, Happening],
    joined: Sequence[Joined],
    solution: Solution,
    *,
    minor: bool,
) -> Timeline:
    phrases = {m: found for e in extracts for m, found in e.phrases.items()}
    published = {e.article.id: e.article.published for e in extracts}
    links = [(c.target.event, c.term.point.event) for e in extracts for c in e.constraints if c.term.point and c.term.move != Move()]
    anchors = frozenset(anchor for event, anchor in links if event != anchor)
    groups, why = _grouped(happenings, joined), {j.ids[0]: j.why for j in joined}
    events = [
        build_event([happenings[i] for i in ids], solution, happenings, phrases, published, anchors=anchors, joined=why.get(first, ()))
        for first, ids in groups.items()
    ]
    shown = tuple(event for event in events if minor or not event.minor)
    ids = {event.id for event in shown}
    ids_of = {i: first for first, group in groups.items() for i in group}
    conflicts = [replace(c, event=ids_of[c.event]) for c in solution.conflicts if ids_of[c.event] in ids]
    conflicts += [c for event in shown for c in disagreements(event, [happenings[i] for i in groups[event.id]], published)]
    order = among(tuple((ids_of[a], ids_of[b]) for a, b in solution.order), ids)
    articles = tuple(sorted((e.article for e in extracts), key=lambda article: (article.published, article.id)))
    return Timeline(shown, articles, tuple(conflicts), order)
