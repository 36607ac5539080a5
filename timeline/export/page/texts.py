"""The articles as HTML, with the evidence marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.edtf import day
from timeline.export.page.evidence import Mark, evidenced, marks_of, marks_of_sentence
from timeline.export.page.words import shown
from timeline.model import Article, Event, Field, Mention

Told = tuple[int, int, Mention]


def texts(articles: Sequence[Article], events: Sequence[Event]) -> str:
    """Every article, and whatever else the events are told by, each an `<article>` of its own in the order given.

    Of a mention whose text is not at hand its sentence stands instead.
    """
    told: dict[str, list[Told]] = {article.id: [] for article in articles}
    for number, event in enumerate(events):
        for place, mention in enumerate(event.mentions):
            told.setdefault(mention.article, []).append((number, place, mention))
    known = {article.id: article for article in articles}
    pages = (known.get(id_) or Article(id_, date.min, "") for id_ in told)
    return "\n".join(_article(number, article, told[article.id], events) for number, article in enumerate(pages))


def _article(number: int, article: Article, told: Sequence[Told], events: Sequence[Event]) -> str:
    title = [piece for piece in told if piece[2].field is Field.TITLE and _stands_in(article.title, piece[2])]
    body = [piece for piece in told if piece[2].field is Field.TEXT and _stands_in(article.text, piece[2])]
    rest = [piece for piece in told if piece not in title and piece not in body]
    heading = evidenced(article.title, _marks(article.title, title), events) if article.title.strip() else shown(article.id)
    published = "" if article.published == date.min else f"published {day(article.published)}"
    source = " · ".join(words for words in (shown(article.id) if article.title.strip() else "", published) if words)
    return (
        f'<article class="text" id="article-{number}" aria-labelledby="heading-{number}" data-label="{_label(article)}">\n'
        f'<h3 id="heading-{number}" dir="auto">{heading}</h3>\n<p class="source">{source}</p>\n'
        f"{_paragraphs(article.text, _marks(article.text, body), events)}{_sentences(rest, events)}</article>"
    )


def _label(article: Article) -> str:
    """What the article is called in the list to choose from."""
    name = shown(article.title.strip() or article.id)
    return name if article.published == date.min else f"{day(article.published)} – {name}"


def _stands_in(text: str, mention: Mention) -> bool:
    return 0 <= mention.start < mention.end <= len(text)


def _marks(text: str, told: Sequence[Told]) -> list[Mark]:
    return [mark for number, place, mention in told for mark in marks_of(text, mention, number, place)]


def _paragraphs(text: str, marks: Sequence[Mark], events: Sequence[Event]) -> str:
    return "".join(f'<p dir="auto">{evidenced(text, marks, events, a, b)}</p>\n' for a, b in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text between empty lines."""
    edges = [0, *(edge for gap in re.finditer(r"\s*\n\s*\n\s*", text) for edge in gap.span()), len(text)]
    return ((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip())


def _sentences(told: Sequence[Told], events: Sequence[Event]) -> str:
    """Each sentence once, in the order of the article, with what all events have in it."""
    found: dict[str, list[Mark]] = {}
    for number, place, mention in sorted(told, key=lambda piece: (piece[2].field is Field.TEXT, piece[2].start, piece[0])):
        found.setdefault(mention.sentence, []).extend(marks_of_sentence(mention, number, place))
    return "".join(f'<blockquote dir="auto">{evidenced(sentence, marks, events)}</blockquote>\n' for sentence, marks in found.items())
