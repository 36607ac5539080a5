"""When a page was published: its code says it, else what it shows, else its address; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, takewhile
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
SHOWING = ("time", "span", "p", "div", "abbr", "small", "li")
MOST_SHOWN, LONGEST_SHOWN = 20, 80
MOST_AFTER, A_PARAGRAPH = 100, 80
IN_HEAD = 5000

_DATES_ITSELF = re.compile(r"date|publish|posted|timestamp|byline|dateline", re.I)
_OF_ANOTHER_DAY = re.compile(
    r"updat|modif|edited|revis|copyright|©|event|comment|related|footer|sidebar|archive|teaser|\bcard|aside|\bnav|promo|popular|latest|current|today|masthead|weather",
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
    """The day in the elements that are there to show one, around the heading of the article; elsewhere they show that of another."""
    days = {day for element in _around_the_heading(tree) if (text := _shown(element)) and (day := _day_in(text))}
    if len(days) > 1:
        return Unresolved(f"it shows {' and '.join(sorted(map(str, days))[:5])}")
    return Dated(days.pop(), PublishedBy.PAGE) if days else None


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


def _around_the_heading(tree: HtmlElement) -> Iterator[HtmlElement]:
    """In the article with the first heading, those in it apart; on a page without one, between heading and text."""
    heading = next(tree.iter("h1"), None)
    articles = list(tree.iter("article"))
    home = next(heading.iterancestors("article", "main"), None) if heading is not None else None
    if heading is None and len(articles) == 1:
        home = articles[0]
    if home is not None:
        found = (e for e in home.iter(*SHOWING) if next(e.iterancestors("article", "main"), None) in (home, None))
        yield from islice((e for e in found if _is_date_element(e)), MOST_SHOWN)
    elif heading is not None:
        after = islice(heading.xpath("following::*"), MOST_AFTER)
        between = takewhile(lambda e: e.tag != "p" or len(e.text_content()) < A_PARAGRAPH, after)
        yield from islice((e for e in between if e.tag in SHOWING and _is_date_element(e)), MOST_SHOWN)


def _is_date_element(element: HtmlElement) -> bool:
    return element.tag == "time" or bool(_DATES_ITSELF.search(_names(element)))


def _names(element: HtmlElement) -> str:
    return " ".join(filter(None, (element.get(attribute) for attribute in ("class", "id", "itemprop"))))


def _shown(element: HtmlElement) -> str:
    """What such an element says, its code before its words; nothing if it tells of an update, or stands in a list of other articles."""
    words = " ".join(element.text_content().split())
    around = [e for e in (element, *element.iterancestors()) if e.tag not in {"body", "html"}]
    left = element.getprevious()
    before = " ".join(((element.getparent().text if left is None else left.tail) or "").split()[-3:])
    told = " ".join((*(f"{e.tag} {_names(e)}" for e in around), words, before))
    if len(words) > LONGEST_SHOWN or any(e.tag == "a" for e in around) or _OF_ANOTHER_DAY.search(told):
        return ""
    return element.get("datetime") or words


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
