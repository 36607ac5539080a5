"""RSS and Atom: every item with its own words and day."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from timeline.errors import PublicationDateMissing, TimelineError, UnreadableInput
from timeline.model import Article, PublishedBy
from timeline.read import read

BY = PublishedBy.METADATA

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Paper</title><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>
<item><title>Talks &amp; treaties</title><guid>talks-1</guid><pubDate>Fri, 03 May 2024 10:15:00 +0200</pubDate>
<description>A summary.</description>
<content:encoded><![CDATA[<p>They met in <b>Lima</b>.</p><script>x</script><p>They left.</p>]]></content:encoded>
</item>
<item><title>More</title><dc:date>2024-05-04T23:00:00Z</dc:date>
<description>QUITO, May 5 (Agency) &lt;br/&gt;— They signed.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><updated>2024-05-06T10:00:00Z</updated>
<entry><id>tag:paper.example,2024:1</id><title type="html">Talks</title><published>2024-05-03T10:00:00-05:00</published>
<updated>2024-05-05T10:00:00Z</updated><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met.</p><p>They left.</p></div></content></entry></feed>"""

GOOD = [
    ("a.xml", RSS, [
        Article("talks-1", date(2024, 5, 3), "They met in Lima.\n\nThey left.", "Talks & treaties", BY),
        Article("a-2", date(2024, 5, 4), "QUITO, May 5 (Agency)\n— They signed.", "More", BY),
    ]),
    ("a.rss", RSS.replace("\n", "\r\n"), None),
    ("a.atom", ATOM, [Article("tag:paper.example,2024:1", date(2024, 5, 3), "They met.\n\nThey left.", "Talks", BY)]),
    ("a.xml", "<rss><channel></channel></rss>", []),
]  # fmt: skip

LAUGHS = '<!DOCTYPE r [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
SECRET = '<!DOCTYPE r [<!ENTITY x SYSTEM "/etc/passwd">]><rss><item><title>&x;</title></item></rss>'
UNDATED = "<rss><item><title>Talks</title><description>They met.</description></item></rss>"
UPDATED = ATOM.replace("<published>2024-05-03T10:00:00-05:00</published>", "")

BAD = [
    ("<rss><channel><item>", UnreadableInput, "a.xml: not XML that can be read ("),
    ("", UnreadableInput, "a.xml: not XML that can be read ("),
    ("<page><p>They met.</p></page>", UnreadableInput, "a.xml: not a feed; give RSS or Atom"),
    (LAUGHS + "<rss><item><title>&a11;</title></item></rss>", UnreadableInput, "a.xml: "),
    (SECRET, UnreadableInput, "a.xml: its XML has entities"),
    ("<rss>" + "<a>" * 10_000, UnreadableInput, "a.xml: not XML that can be read ("),
    (UNDATED, PublicationDateMissing, "a.xml, item 1: no publication"),
    (UPDATED, PublicationDateMissing, "only says that it was updated on 2024-05-05"),
]


@pytest.mark.parametrize(("name", "content", "articles"), GOOD)
def test_feeds(tmp_path: Path, name: str, content: str, articles: list[Article] | None) -> None:
    (tmp_path / name).write_bytes(content.encode())
    found = read(tmp_path / name, published="1999-12-31")
    if articles is not None:
        assert found == tuple(articles)
    else:
        assert [article.published for article in found] == [date(2024, 5, 3), date(2024, 5, 4)]


@pytest.mark.parametrize(("content", "error", "sentence"), BAD)
def test_feeds_that_cannot_be_read(tmp_path: Path, content: str, error: type[TimelineError], sentence: str) -> None:
    (tmp_path / "a.xml").write_text(content, encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(error) as caught:
        read(tmp_path / "a.xml")
    assert sentence in str(caught.value) and "root:" not in str(caught.value)
    assert time.monotonic() - began < 5


def test_a_dateline_wins_over_greenwich_in_a_feed(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS.replace("&lt;br/&gt;", ""), encoding="utf-8")
    assert [(a.published, a.published_by) for a in read(tmp_path / "a.xml")][1] == (date(2024, 5, 5), PublishedBy.DATELINE)
