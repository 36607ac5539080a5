"""When a page was published: its code says it, else what it shows, else its address; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.model import PublishedBy, Unresolved
from timeline.read.published import Dated
from timeline.read.stamps import page_stamps, published_by_stamps
from timeline.read.written import written_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OLDEST, NEWEST = "1900-01-01", "2200-01-01"
"""What `htmldate` takes for a date; left to itself it asks the clock."""

A_DAY = timedelta(days=1)
MOST_SHOWN = 20
IN_HEAD = 5000

_DATES_ITSELF = re.compile(r"date|publish|posted|timestamp|byline|dateline", re.I)
_OF_ANOTHER_DAY = re.compile(
    r"updat|modif|edited|revis|copyright|©|event|comment|related|footer|sidebar|archive|teaser|\bcard|aside|\bnav|promo|popular|latest",
    re.I,
)
_LABEL = re.compile(r"^\W*(?:(?:first |originally )?(?:published|posted|issued|released|date))?(?:\s+on)?\W*", re.I)
# 4/5/2024 is a day in April or in May.
_EITHER_WAY = re.compile(r"\b\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b")
_WHOLE_DAY = re.compile(r"(?=.*\d{4})(?=.*\b\d{1,2}(?:st|nd|rd|th)?\b)", re.S)
_SAVED = (
    re.compile(r"saved date:\s*(?P<day>[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{4})"),  # SingleFile
    re.compile(r"FILE ARCHIVED ON \d{2}:\d{2}:\d{2} (?P<day>[A-Z][a-z]{2} \d{1,2}, \d{4})"),  # the Internet Archive
    re.compile(r"Mirrored from [^>]{0,500}HTTrack[^>]{0,200}?(?P<day>[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4})"),
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)|^\s*url:\s*(?P<single>http\S+)", re.M)


def page_date(tree: HtmlElement, content: str) -> Dated | Unresolved | None:
    """The day a page was published and what says so; why there is none when it says more than one, or one after it was saved."""
    found = published_by_stamps(page_stamps(tree)) or shown_date(tree)
    if not isinstance(found, Dated) and (found is None or "updated" in found.reason):
        found = url_date(tree, content) or found
    saved = saved_on(content)
    if isinstance(found, Dated) and saved is not None and found.day > saved + A_DAY:  # it may be tomorrow elsewhere
        return Unresolved(f"it says {found.day}, but it was saved on {saved}")
    return found


def saved_on(content: str) -> date | None:
    """The day on which whoever saved a page says so in it; when the file was written is no sign, copying changes it.

    >>> saved_on("<!-- FILE ARCHIVED ON 12:03:04 May 03, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->")
    datetime.date(2024, 5, 3)
    """
    ends = content[:IN_HEAD] + content[-IN_HEAD:]
    days = (written_day(found["day"]) for pattern in _SAVED if (found := pattern.search(ends)))
    return next((day for day in days if isinstance(day, date)), None)


def shown_date(tree: HtmlElement) -> Dated | Unresolved | None:
    """The day in the elements of a page that are there to show one; those in its article before any others."""
    articles = list(tree.iter("article", "main"))
    for roots in ([articles[:1], [tree]] if articles else [[tree]]):
        days = {day for root in roots for text in _shown(root) if (day := _day_in(text))}
        if len(days) > 1:
            return Unresolved(f"it shows {' and '.join(sorted(map(str, days))[:5])}")
        for day in days:
            return Dated(day, PublishedBy.PAGE)
    return None


def url_date(tree: HtmlElement, content: str) -> Dated | None:
    """The day in the address of a page, as it names it itself or as it was saved from."""
    from htmldate import find_date

    named = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    named += [e.get("content") for e in tree.iter("meta") if e.get("property") == "og:url"]
    saved = _SAVED_FROM.search(content[:IN_HEAD])
    named += [saved["url"] or saved["single"]] if saved else []
    for url in filter(None, named):
        found = find_date(b"<html><body><p></p></body></html>", url=url, extensive_search=False, min_date=OLDEST, max_date=NEWEST)
        if found:
            return Dated(date.fromisoformat(found), PublishedBy.URL)
    return None


def _shown(root: HtmlElement) -> Iterator[str]:
    """What each such element says, its code before its words; not those of an update, nor in a list of other articles."""
    count = 0
    for element in root.iter("time", "span", "p", "div", "abbr", "small", "li"):
        about = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
        if element.tag != "time" and not _DATES_ITSELF.search(about):
            continue
        words = " ".join(element.text_content().split())
        around = [element, *element.iterancestors()]
        places = " ".join(f"{e.tag} {e.get('class') or ''} {e.get('id') or ''}" for e in around if e.tag not in {"body", "html"})
        left = element.getprevious()
        before = " ".join(((element.getparent().text if left is None else left.tail) or "").split()[-3:])
        linked = any(e.tag == "a" for e in around)
        if len(words) <= 80 and not linked and not _OF_ANOTHER_DAY.search(f"{places} {words} {before}"):
            yield element.get("datetime") or words
            count += 1
        if count == MOST_SHOWN:
            return


def _day_in(text: str) -> date | None:
    """The day in a few words; what neither says a whole day nor says it in one way is none."""
    from htmldate import find_date

    day = written_day(_LABEL.sub("", text))
    if isinstance(day, date):
        return day
    if _EITHER_WAY.search(text) or not _WHOLE_DAY.match(text):
        return None
    from lxml.html import builder, tostring

    small = tostring(builder.HTML(builder.BODY(builder.P(text, builder.CLASS("date")))), encoding="utf-8")
    found = find_date(small, extensive_search=False, original_date=True, min_date=OLDEST, max_date=NEWEST)
    whole = date.fromisoformat(found) if found else None
    return whole if whole and re.search(rf"\b0?{whole.day}(?:\D|$)", text) and str(whole.year) in text else None
