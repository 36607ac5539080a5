"""RSS and Atom: each item of a feed is an article, with the day it was published."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from timeline.errors import UnreadableInput
from timeline.model import Unresolved
from timeline.read.origin import Origin
from timeline.read.page import words_of
from timeline.read.published import Dated
from timeline.read.record import Read, to_article, tried
from timeline.read.stamps import as_stamp, published_by_stamps

if TYPE_CHECKING:
    from lxml.etree import _Element

# Of each the first that is there; the whole text goes before a summary of it.
TEXTS = ("encoded", "content", "description", "summary")
IDS = ("guid", "id")
PUBLISHED = frozenset({"pubDate", "published", "date", "issued"})
UPDATED = frozenset({"updated", "modified"})


def read_feed(content: str, origin: Origin) -> Iterator[Read]:
    """The articles of all items."""
    root = _parsed(content, origin.name)
    items = [e for e in root.iter() if _name(e) in {"item", "entry"}]
    if not items and _name(root) not in {"rss", "feed", "RDF"}:
        raise UnreadableInput(origin.name, "not a feed; give RSS or Atom, or save the words of it as .txt.")
    for number, item in enumerate(items, start=1):
        here = origin.at_line(number, of="item")
        text = next((words for name in TEXTS if (words := words_of(_inside(item, name)))), "")
        record = {"id": next((i for name in IDS if (i := _inside(item, name).strip())), None)}
        record |= {"title": words_of(_inside(item, "title")), "text": text}
        yield tried(here, partial(to_article, record, here, _dated(item)))


def _dated(item: _Element) -> Dated | Unresolved | None:
    stamps = []
    for part in item:
        meant = "datepublished" if _name(part) in PUBLISHED else "datemodified" if _name(part) in UPDATED else ""
        stamp = as_stamp(meant, part.text) if meant else None
        stamps += [stamp] if stamp else []
    return published_by_stamps(stamps)


def _inside(item: _Element, name: str) -> str:
    """The words or the markup in the first part of this name."""
    from lxml.etree import tostring

    part = next((e for e in item if _name(e) == name), None)
    if part is None:
        return ""
    return (part.text or "") + "".join(str(tostring(e, encoding="unicode")) for e in part)


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _parsed(content: str, source: str) -> _Element:
    """The tree of an XML text; no entity of its own is expanded, nothing is fetched for it."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = fromstring(content.strip().encode(), parser)
    except XMLSyntaxError as error:
        raise UnreadableInput(source, f"not XML that can be read ({error.msg}); correct it there.") from error
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnreadableInput(source, "its XML has entities of its own, which are not expanded; write the words themselves.")
    return root
