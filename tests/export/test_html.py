"""The page as bytes: nothing of an article becomes markup, nothing is fetched, the same gives the same; test_page.py opens it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.export.pages import STORY
from tests.export.stories import HARM, NORD, VASA, harmful, hundred, story, told
from tests.sample_events import awkward, event
from tests.sample_events import story as plain_story
from timeline.export.html import to_html
from timeline.export.page.evidence import evidenced, marks_of
from timeline.model import Article, Event, Mention
from timeline.timeline import Timeline


class Elements(HTMLParser):
    """The start tags of a page with their attributes, and the text outside of styles and scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in ("style", "script"):
            self.words.append(data)


def test_harm_is_shown_as_text() -> None:
    found, quiet = Elements(to_html(*harmful(), title=HARM)), Elements(STORY)
    counts = Counter(tag for tag, _ in found.tags)
    assert counts["script"] == Counter(tag for tag, _ in quiet.tags)["script"] == 3
    assert not {"img", "iframe", "object", "link", "base"} & set(counts)
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on") or name == "style"]
    assert "".join(found.words).count(HARM) >= 20


def test_what_the_script_reads_cannot_end_its_element() -> None:
    [data] = re.findall(r'<script type="application/json" id="data">(.*?)</script>', to_html(*harmful()), re.DOTALL)
    assert not set("<>&\u2028\u2029") & set(data)
    assert [e["spans"] for e in json.loads(data)["events"]] == [[[739651, 739651]], []]


def test_nothing_is_fetched() -> None:
    html = STORY.replace(SVG, "")
    assert not re.search(r"https?:|//[a-z]|@import|url\(|fetch\(|XMLHttp|import\s*[({\"']", html)
    links = [value for _, attributes in Elements(STORY).tags for name, value in attributes.items() if name in ("src", "href", "action")]
    assert links and all(str(link).startswith("#") for link in links)


SVG = "http://www.w3.org/2000/svg"  # a name, no address


def test_only_its_own_style_and_scripts_may_run() -> None:
    policy = next(a["content"] for t, a in Elements(STORY).tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy") or ""
    parts = re.findall(r"<(style|script)(?: type=\"module\")?>(.*?)</\1>", STORY, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() for _, source in parts]
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    assert [f"'sha256-{found}'" in policy for found in hashes] == [True, True, True]


def test_the_same_timeline_gives_the_same_bytes() -> None:
    code = "from tests.export.pages import STORY; import hashlib; print(hashlib.sha256(STORY.encode()).hexdigest())"
    places = [{**os.environ, "PYTHONHASHSEED": seed, "TZ": zone} for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima"))]
    runs = [subprocess.run([sys.executable, "-c", code], env=place, capture_output=True, check=True) for place in places]
    assert {run.stdout.strip() for run in runs} == {hashlib.sha256(STORY.encode()).hexdigest().encode()}


def test_a_hundred_events_are_less_than_a_megabyte() -> None:
    assert len(to_html(*hundred()).encode()) < 400_000


def test_links_lead_somewhere_and_ids_are_told_once() -> None:
    for html in (STORY, to_html(*harmful()), to_html((*plain_story(), *awkward()))):
        tags = Elements(html).tags
        ids = [str(attributes["id"]) for _, attributes in tags if "id" in attributes]
        assert len(ids) == len(set(ids))
        mentions = [str(a["href"])[1:] for _, a in tags if str(a.get("href")).startswith("#mention")]
        assert mentions and set(mentions) <= set(ids)


@pytest.mark.parametrize("article", [NORD, VASA, harmful()[1][0]], ids=lambda article: article.id[:8])
def test_an_article_keeps_its_words(article: Article) -> None:
    events = (*story(), *harmful()[0])
    mentions = [(t, n, k) for n, e in enumerate(events) for k, t in enumerate(e.mentions) if t.article == article.id]
    marks = [mark for where in mentions for mark in marks_of(article.text, *where)]
    assert "".join(Elements(evidenced(article.text, marks, events)).words) == article.text


SENTENCES = [
    pytest.param("They met on Monday.", "met", "on Monday", "They [met] {on Monday}.", id="apart"),
    pytest.param("On the eve of the vote they met.", "vote", "On the eve of the vote", "{On the eve of the [vote]} they met.", id="inside"),
    pytest.param("😀 They\nmet   on\tMonday.", "met", "on Monday", "😀 They\n[met]   {on Monday}.", id="white space"),
    pytest.param("On Monday they met, again on Monday.", "met", "on Monday", "On Monday they [met], again {on Monday}.", id="same letters"),
    pytest.param("They sat on Monday and met on Monday.", "met", "on Monday", "They sat on Monday and [met] {on Monday}.", id="nearest"),
    pytest.param("They met on Mondays.", "met", "on Monday", "They [met] on Mondays.", id="no whole word"),
    pytest.param("They met.", "met", "last week", "They [met].", id="told elsewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "phrase", "expected"), SENTENCES)
def test_trigger_and_phrase_are_marked_where_they_stand(text: str, trigger: str, phrase: str, expected: str) -> None:
    at = text.index(trigger)
    mention = Mention("a", at, at + len(trigger), trigger, " ".join(text.split()), phrase)
    html = evidenced(text, list(marks_of(text, mention, 0, 0)), [event("e", "2026-02-04")])
    html = re.sub(r"<a[^>]*>(.*?)</a>", r"[\1]", html)
    html = re.sub(r"<u[^>]*>(.*?)</u>", r"{\1}", html).replace("}{", "")
    assert re.sub(r"<[^>]*>", "", html) == expected


def test_events_at_one_trigger_can_both_be_reached() -> None:
    first = r'<a class="trigger"[^>]*href="#event-call"[^>]*>telephoned</a>'
    other = r'<a class="trigger also"[^>]*href="#event-talks"[^>]*>'
    assert re.search(first + other, STORY)


CASES_WITHOUT_TEXT = [
    pytest.param((), id="no articles"),
    pytest.param((Article("nord", NORD.published, ""), Article("vasa", VASA.published, "")), id="articles read back without their text"),
    pytest.param((Article("nord", NORD.published, "Short."), Article("vasa", VASA.published, "Short.")), id="another text"),
]


@pytest.mark.parametrize("articles", CASES_WITHOUT_TEXT)
def test_without_the_text_the_sentences_stand_for_it(articles: tuple[Article, ...]) -> None:
    html = to_html(story(), articles)
    quotes = re.findall(r"<blockquote.*?</blockquote>", html)
    assert len(quotes) == len({m.sentence for e in story() for m in e.mentions})
    [flown] = [quote for quote in quotes if "Brandt flew" in re.sub(r"<[^>]*>", "", quote)]
    assert ">flew</a>" in flown and ">three days before the call</u>" in flown


def test_everything_known_of_an_event_is_said() -> None:
    words = " ".join(Elements(STORY).words)
    for expected in (
        "Norland and Vasa", "7 events in 2 articles", "Monday 2 February 2026 or Tuesday 3 February 2026", "assumed from the tense",
        "worked out through another event", "Ilse Brandt, security adviser, Norway, actor", "Vasa, Sweden", "under way",
        "nord and vasa tell of one call", "The border post reopened on Monday, customs said. (vasa)", "../2026-02-04", "no date",
    ):  # fmt: skip
        assert expected in words


def test_articles_that_disagree_on_the_place_are_named() -> None:
    place = story()[1].place
    assert place
    disputed = event("e", "2026-02-04", places=((place, ("nord",)), (place, ("vasa",))))
    assert "articles disagree: Vasa (nord) or Vasa (vasa)" in to_html((disputed,))


def test_a_timeline_writes_its_page(tmp_path: Path) -> None:
    lone = Timeline(events=(_lone(),), articles=(NORD,))
    assert lone.to_html() == to_html((_lone(),), (NORD,), title=NORD.title)
    lone.to_html(tmp_path / "page.html", title="Another")
    assert "<title>Another</title>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<title>Timeline</title>" in Timeline(events=()).to_html()


def _lone() -> Event:
    return event("e", "2026-02-04", mentions=(told(NORD, "Ilse Brandt flew", "flew"),))
