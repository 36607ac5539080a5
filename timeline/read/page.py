"""Web pages: the article in the page, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from typing import TYPE_CHECKING

from timeline.errors import UnreadableInput
from timeline.model import Article
from timeline.read.origin import Origin
from timeline.read.page_date import NEWEST, OLDEST, page_date
from timeline.read.record import to_article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 20_000_000

NO_ARTICLE = "no article can be found in this page; save its words as .txt."
DATES = {"extensive_search": False, "original_date": True, "min_date": OLDEST, "max_date": NEWEST}
BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "section", "article", "header", "pre"})
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_page(content: str, origin: Origin) -> Iterator[tuple[Origin, Article]]:
    """The one article of this page, with the title and the day that the page gives it."""
    import trafilatura

    tree = parsed(content)
    if tree is None:
        raise UnreadableInput(origin.name, NO_ARTICLE)
    found = page_date(tree, content)
    title = trafilatura.extract_metadata(tree, extensive=False, date_config=DATES).title or ""
    text = trafilatura.extract(tree, include_comments=False, config=_settings(), date_extraction_params=DATES) or ""
    first, _, rest = text.partition("\n")
    if first.strip() == title.strip():
        text = rest.lstrip("\n")
    if not text:
        raise UnreadableInput(origin.name, NO_ARTICLE)
    yield origin, to_article({"text": text, "title": title}, origin, found)


@cache
def _settings() -> ConfigParser:
    """An article may be a few lines long; what `trafilatura` tries instead runs the lines of a page together."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "40")
    return settings


def parsed(content: str) -> HtmlElement | None:
    """The tree of a page, None when it has none; nothing is fetched for it."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(_NO_TEXT.sub(" ", content).encode(), parser=parser)
    except ParserError:
        return None


def words_of(markup: str) -> str:
    """The words of a piece of HTML, each block on a line of its own.

    >>> words_of("<p>They met.</p><p>In <b>Vaduz</b>.</p>")
    'They met.\\n\\nIn Vaduz.'
    """
    tree = parsed(f"<div>{markup}</div>")
    if tree is None:
        return ""
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*BLOCKS):
        element.tail = "\n" + (element.tail or "")
        element.text = (element.text or "") if element.tag == "br" else "\n" + (element.text or "")
    return re.sub(r"[ \t]*\n\s*\n\s*|[ \t]*\n[ \t]*", lambda m: "\n\n" if m[0].count("\n") > 1 else "\n", tree.text_content()).strip()
