"""The timeline as a spaCy component: `nlp.add_pipe("diplomatic_timeline")`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.errors import NoParse, PublicationDateMissing
from timeline.events.kinds import load_kinds
from timeline.model import Article, Field, TimePhrase
from timeline.parse import ParsedField, parsed
from timeline.pipeline import assemble, extract_fields
from timeline.read.published import as_day
from timeline.store.codec import from_text, to_text
from timeline.timeline import Timeline
from timeline.times.expression import DateOrder

NAME = "diplomatic_timeline"
NEEDED = ("TAG", "POS", "LEMMA", "DEP")


class Component:
    """Gives a parsed Doc its `doc._.timeline`, `doc.spans["events"]` and `doc.spans["times"]`.

    A span of an event has the kind as its label and the event's id as its id, one of a time the TIMEX3 type and value. A Doc is of
    the day in `doc._.published`, "2026-02-04", or else of the one that the component is made with. Raises PublicationDateMissing,
    BadDate or NoParse.
    """

    def __init__(self, published: date | None, *, minor: bool, date_order: DateOrder | None) -> None:
        self._published = published
        self._minor = minor
        self._order = date_order

    def __call__(self, doc: Doc) -> Doc:
        article = Article("text", self._day(doc), doc.text)
        fields = [self._field(article, doc)] if doc.text.strip() else []
        extract = extract_fields(article, fields, load_kinds(), self._order)
        whole = assemble([extract], merge=False, minor=self._minor)
        # A Doc travels between processes and into files with plain values alone.
        doc.user_data[NAME] = to_text((whole.events, whole.articles, whole.conflicts, whole.order))
        doc.spans["events"] = list(_events(doc, whole))
        doc.spans["times"] = list(_times(doc, extract.times))
        return doc

    def _day(self, doc: Doc) -> date:
        if doc._.published is not None:
            return as_day(doc._.published, "doc._.published")
        if self._published is None:
            raise PublicationDateMissing("the Doc; set doc._.published, or give the component a day")
        return self._published

    def _field(self, article: Article, doc: Doc) -> ParsedField:
        missing = [what for what in NEEDED if not doc.has_annotation(what)]
        if missing:
            raise NoParse(NAME, missing)
        return parsed(article, Field.TEXT, doc)


@Language.factory(
    NAME,
    assigns=["doc._.timeline", "doc.spans"],
    requires=["token.tag", "token.pos", "token.lemma", "token.dep", "doc.ents", "doc.sents"],
    default_config={"published": None, "minor": False, "date_order": None},
)
def make(nlp: Language, name: str, published: str | None, minor: bool, date_order: str | None) -> Component:
    """The component, for Docs of the day `published` unless they have one of their own.

    `minor` keeps what is only said, wished or background; `date_order` is "day-first" or "month-first". Raises BadDate.
    """
    day = None if published is None else as_day(published, "published")
    return Component(day, minor=minor, date_order=None if date_order is None else DateOrder(date_order))


def _events(doc: Doc, whole: Timeline) -> Iterator[Span]:
    """The mentions in the order of the text."""
    told = sorted((m.start, m.end, event.kind, event.id) for event in whole for m in event.mentions)
    return (_span(doc, *mention) for mention in told)


def _times(doc: Doc, phrases: Iterable[TimePhrase]) -> Iterator[Span]:
    found = (timex for phrase in phrases for timex in phrase.timexes)
    return (_span(doc, timex.start, timex.end, timex.type, timex.value) for timex in found)


def _span(doc: Doc, start: int, end: int, label: str, span_id: str) -> Span:
    span = doc.char_span(start, end, label=label, span_id=span_id, alignment_mode="expand")
    assert span is not None, "the text of a Doc and the offsets found in it are of one length"
    return span


def _timeline(doc: Doc) -> Timeline | None:
    kept = doc.user_data.get(NAME)
    return None if kept is None else Timeline(*from_text(kept))


if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)
Doc.set_extension("timeline", getter=_timeline, force=True)
