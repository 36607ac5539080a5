"""Web pages: the article in them, and when the page says it was published, if it does."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path

import pytest

import timeline
from tests.read.pages import BODY, WORDS, bare, json_ld, meta, page
from timeline.errors import PublicationDateMissing, UnreadableInput
from timeline.model import PublishedBy
from timeline.read import read

MAY = date(2024, 5, 3)
METADATA, PAGE, URL, DATELINE = PublishedBy.METADATA, PublishedBy.PAGE, PublishedBy.URL, PublishedBy.DATELINE
ARTICLE = {"@type": "NewsArticle", "datePublished": "2024-05-03T23:30:00-04:00", "dateModified": "2024-05-06T10:00:00Z"}
CANONICAL = '<link rel="canonical" href="https://paper.example/world/2024/05/03/talks">'
ZULU = meta(article__published_time="2024-05-03T23:00:00Z")
TOKYO = "<p>TOKYO, May 4 (Agency) — The talks went on.</p>"
SINGLE_FILE = "<!--\n Page saved with SingleFile \n url: https://paper.example/a \n saved date: Fri May 03 2024 10:15:00 GMT+0200\n-->\n"

DATED = {
    "JSON-LD": (page(json_ld(ARTICLE)), MAY, METADATA),
    "JSON-LD in a graph": (page(json_ld({"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"}, ARTICLE]})), MAY, METADATA),
    "JSON-LD of several kinds": (page(json_ld([{**ARTICLE, "@type": ["Report", "NewsArticle"]}])), MAY, METADATA),
    "what it refers to is older": (page(json_ld({**ARTICLE, "mentions": [{**ARTICLE, "datePublished": "2011-01-01"}]})), MAY, METADATA),
    "broken JSON-LD": (page('<script type="application/ld+json">{"@type":</script>' + meta(pubdate="20240503")), MAY, METADATA),
    "deep JSON-LD": (page(f'<script type="application/ld+json">{"[" * 9999}</script>' + meta(pubdate="2024/05/03")), MAY, METADATA),
    "published and modified": (
        page(meta(article__modified_time="2024-05-09", article__published_time="2024-05-03T10:00:00+02:00")), MAY, METADATA,
    ),
    "as mail has it": (page(meta(pubdate="Fri, 03 May 2024 10:15:00 +0200")), MAY, METADATA),
    "marked time": (page(before='<time itemprop="datePublished" datetime="2024-05-03T10:15">yesterday</time>'), MAY, METADATA),
    "one instant, two zones": (
        page(json_ld(ARTICLE) + meta(article__published_time="2024-05-04T03:30:00Z")), MAY, METADATA,
    ),
    "in words": (page(before='<p class="date">Published on 3 May 2024</p>'), MAY, PAGE),
    "in German": (page(before='<p class="date">3. Mai 2024</p>'), MAY, PAGE),
    "time element": (page(before='<time datetime="2024-05-03T08:00">Friday</time>'), MAY, PAGE),
    "beside an update": (
        page(before='<time datetime="2024-05-03">3 May</time> <p>Updated <time datetime="2024-05-05">5 May</time></p>'), MAY, PAGE,
    ),
    "beside other articles": (
        page(before='<time datetime="2024-05-03">3</time>', after='<p class="more"><time datetime="2024-05-01">1</time></p>'), MAY, PAGE,
    ),
    "on a page without an article": (bare(f'<h1>Talks in Lima</h1><p class="date">3 May 2024</p>{BODY}'), MAY, PAGE),
    "under the text": (page(after="", body=BODY + '<p class="published">Published: 3 May 2024</p>'), MAY, PAGE),
    "address": (page(CANONICAL), MAY, URL),
    "address where it was saved from": (
        page().replace("<html>", "<!-- saved from url=(0041)https://paper.example/2024/05/03/talks.html -->\n<html>"), MAY, URL,
    ),
    "address and an update": (page(CANONICAL + meta(article__modified_time="2024-05-09")), MAY, URL),
    "saved the day before, elsewhere": (
        page(meta(pubdate="2024-05-03")) + "<!-- FILE ARCHIVED ON 23:03:04 May 02, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->",
        MAY, METADATA,
    ),
    "evening in Greenwich": (page(ZULU), MAY, METADATA),
    "evening in Greenwich, next day in Tokyo": (page(ZULU, TOKYO), date(2024, 5, 4), DATELINE),
}  # fmt: skip

UNDATED = {
    "copyright year": (page(), ""),
    "copyright year where dates stand": (page(before='<p class="date">© 2024 The Paper</p>'), ""),
    "only an update": (page(meta(article__modified_time="2024-05-06T10:00:00Z")), "it only says that it was updated on 2024-05-06"),
    "only an update, shown": (page(before='<p class="date">Updated 6 May 2024</p>'), ""),
    "only an update in JSON-LD": (page(json_ld({"@type": "Article", "dateModified": "2024-05-06"})), "it only says that it was updated"),
    "day or month": (page(before='<p class="date">04/05/2024</p>'), ""),
    "a day in the text": (page(body=BODY + "<p>It was drafted on 2019-10-11 in Quito, and on 3 May 2020 in Lima.</p>"), ""),
    "a month": (page(before='<p class="date">May 2024</p>'), ""),
    "a day without a year": (page(before='<p class="date">3 May</p>'), ""),
    "other articles": (page(after='<div class="teaser"><time datetime="2024-05-01">1</time></div>'), ""),
    "links": (page(after='<a href="/b"><time datetime="2024-05-01">1</time></a>'), ""),
    "the day it was looked at": (page().replace("<nav>", '<div class="date">Friday, May 10, 2024</div><nav>'), ""),
    "the day it was looked at, on a bare page": (bare(f'<div class="date">May 10, 2024</div><h1>Talks in Lima</h1>{BODY}'), ""),
    "another article in it": (page(before='<article><h2>More</h2><time datetime="2024-05-01">1</time></article>'), ""),
    "another article before": (page().replace("<nav>", '<article><time datetime="2024-05-01">1</time></article><nav>'), ""),
    "another article under it": (bare(f'<h1>Talks in Lima</h1>{BODY}<h2>More</h2><time datetime="2024-05-01">1</time>'), ""),
    "two days": (
        page(before='<time datetime="2024-05-03">3</time><time datetime="2024-05-05">5</time>'), "it shows 2024-05-03 and 2024-05-05",
    ),
    "metadata disagrees": (
        page(meta(article__published_time="2024-05-03") + json_ld({**ARTICLE, "datePublished": "2023-05-03"})),
        "its metadata says 2023-05-03 and 2024-05-03",
    ),
    "saved before": (
        page(meta(pubdate="2024-05-06")).replace("<html>", SINGLE_FILE + "<html>"),
        "it says 2024-05-06, but it was saved on 2024-05-03",
    ),
    "a picture in the address": (page('<link rel="icon" href="https://paper.example/2024/05/03/icon.png">'), ""),
    "no day at all": (page(meta(pubdate="spring", article__published_time="2024-02-30")), ""),
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page is never fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def saved(folder: Path, content: str) -> Path:
    path = folder / "lima.html"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", DATED)
def test_pages_with_a_date(tmp_path: Path, case: str) -> None:
    content, day, by = DATED[case]
    [article] = read(saved(tmp_path, content), published="1999-12-31")
    assert (article.published, article.published_by) == (day, by)
    assert (article.id, article.title) == ("lima", "Talks in Lima")
    assert WORDS in article.text and "Paper" not in article.text and "Home" not in article.text


@pytest.mark.parametrize("case", UNDATED)
def test_pages_without_one(tmp_path: Path, case: str) -> None:
    content, why = UNDATED[case]
    for published in (None, "auto"):
        with pytest.raises(PublicationDateMissing, match="lima.html: no publication date; give it with --published") as caught:
            read(saved(tmp_path, content), published=published)
        assert why in str(caught.value)
    [article] = read(saved(tmp_path, content), published="2024-05-04")
    assert (article.published, article.published_by) == (date(2024, 5, 4), PublishedBy.GIVEN)


def test_events_of_a_page(tmp_path: Path) -> None:
    found = timeline.extract(saved(tmp_path, page(json_ld(ARTICLE))))
    assert "2024-04-30" in [event.edtf for event in found]
    assert '"published_by": "metadata"' in found.to_json()


def test_nothing_of_a_page_is_run_or_fetched(tmp_path: Path) -> None:
    trap = '<link rel="stylesheet" href="http://p.example/x.css"><script src="http://p.example/x.js"></script><base href="//x.example">'
    content = page(meta(pubdate="2024-05-03") + trap, '<img src="http://paper.example/x.png"><script>document.write("They lied.")</script>')
    [article] = read(saved(tmp_path, content))
    assert "lied" not in article.text


@pytest.mark.parametrize("content", ["", " ", "<html></html>", "<!-- -->", "<html><body><script>1</script></body></html>"])
def test_pages_without_an_article(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableInput, match=r"lima\.html: no article can be found in this page; save its words as \.txt\."):
        read(saved(tmp_path, content), published=MAY)


def test_a_page_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableInput, match=r"large\.html: it holds more than 20 MB"):
        read(path, published=MAY)


def test_a_deep_page_does_not_break_the_reader(tmp_path: Path) -> None:
    try:
        read(saved(tmp_path, page(body="<div>" * 50_000 + BODY)), published=MAY)
    except UnreadableInput as error:
        assert "no article" in str(error)
