"""The stamps by which a page says in its code when it was published, and when updated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.model import PublishedBy, Unresolved
from timeline.read.published import UTC, Dated
from timeline.read.written import written_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What a page is, before what it may have been copied from: each line is asked only if those above say nothing.
PUBLISHED = (
    ("datepublished", "article:published_time", "article:published", "og:published_time", "og:article:published_time"),
    (
        "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "parsely-pub-date",
        "sailthru.date", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
        "dc.date.created", "dcterms.created", "datecreated", "article.published", "bt:pubdate", "cxenseparse:recs:publishtime", "date",
    ),
)  # fmt: skip
UPDATED = frozenset(
    {
        "datemodified", "article:modified_time", "article:modified", "og:updated_time", "article:updated_time", "lastmod", "last-modified",
        "dc.date.modified", "dcterms.modified", "modified", "revised", "updated",
    }
)  # fmt: skip
# Those of JSON-LD that are a text; a page, a site or a picture has days of its own.
TEXTS = re.compile(r"\w*Article|Report|BlogPosting|LiveBlogPosting|CreativeWork|ReportageNewsArticle")
_NUMBERS = re.compile(r"(\d{4})(?P<sign>[/.]?)(\d{2})(?P=sign)(\d{2})(?!\d)")
_OFFSET = re.compile(r"\d\s*[+-]\d{2}:?\d{2}\s*$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as a page's code has it under a name."""

    name: str
    day: date
    rank: int
    """0 for a stamp with the offset of the place, 1 for one without, 2 for one in Greenwich time."""


def as_stamp(name: str, value: object) -> Stamp | None:
    """The day of a value under a name, None when it is none that is sure.

    >>> as_stamp("pubdate", "Fri, 03 May 2024 23:30:00 GMT")
    Stamp(name='pubdate', day=datetime.date(2024, 5, 3), rank=2)
    """
    if not isinstance(value, str):
        return None
    text = _NUMBERS.sub(r"\1-\3-\4", value.strip()[:60], count=1)
    day = written_day(text)
    rank = 2 if UTC.search(text) else 0 if _OFFSET.search(text) else 1
    return Stamp(name, day, rank) if isinstance(day, date) else None


def page_stamps(tree: HtmlElement) -> tuple[Stamp, ...]:
    """All stamps in the code of a page: its `meta` and `time` elements and its JSON-LD."""
    found = [*_meta(tree), *_json_ld(tree)]
    return tuple(stamp for name, value in found if (stamp := as_stamp(name.lower(), value)))


def published_by_stamps(stamps: Iterable[Stamp]) -> Dated | Unresolved | None:
    """The day that they give, where it was if they say it; Unresolved when they disagree, or only tell of an update.

    >>> published_by_stamps([Stamp("datemodified", date(2024, 5, 4), 1)])
    Unresolved(reason='it only says that it was updated on 2024-05-04')
    """
    stamps = tuple(stamps)
    for names in PUBLISHED:
        told = sorted((s for s in stamps if s.name in names), key=lambda s: (s.rank, s.day))
        days = sorted({stamp.day for stamp in told})
        if days and days[-1] - days[0] > timedelta(days=1):
            return Unresolved(f"its metadata says {' and '.join(map(str, days))}")
        if told:
            return Dated(told[0].day, PublishedBy.METADATA, told[0].rank == 2)
    updated = [stamp.day for stamp in stamps if stamp.name in UPDATED]
    return Unresolved(f"it only says that it was updated on {min(updated)}") if updated else None


def _meta(tree: HtmlElement) -> Iterator[tuple[str, object]]:
    for element in tree.iter("meta"):
        names = (element.get(attribute) for attribute in ("property", "name", "itemprop"))
        yield from ((name, element.get("content")) for name in names if name)
    for element in tree.iter("time"):
        name = "pubdate" if element.get("pubdate") is not None else element.get("itemprop")
        if name:
            yield name, element.get("datetime") or element.text_content()


def _json_ld(tree: HtmlElement) -> Iterator[tuple[str, object]]:
    """Of the texts that the page is; what they only refer to stands deeper."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for thing in _things(script.text or ""):
                kinds = thing.get("@type")
                if any(TEXTS.fullmatch(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
                    yield from ((name, thing.get(name)) for name in ("datePublished", "dateModified"))


def _things(written: str) -> Iterator[dict[str, object]]:
    try:
        whole = json.loads(written)
    except (ValueError, RecursionError):
        return
    for thing in whole if isinstance(whole, list) else [whole]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in (graph if isinstance(graph, list) else ()) if isinstance(part, dict))
