"""The time phrases of an article, without a language model."""

from __future__ import annotations

from timeline.as_read import AsRead
from timeline.characters import readable
from timeline.model import Article, Field, TimePhrase
from timeline.times.expression import DateOrder
from timeline.times.find import find_times


def times(article: Article, date_order: DateOrder | str | None = None) -> tuple[TimePhrase, ...]:
    """The time phrases of an article's text, without loading a model."""
    order = DateOrder(date_order) if date_order is not None else None
    text = readable(article.text)
    found = find_times(text.text, article.published, field=Field.TEXT, date_order=order)
    return found if text.text == article.text else AsRead(article, {Field.TEXT: text})(found)
