"""Characters that hide words from a reader of the language, and where what is found stands in the article as read."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.as_read import AsRead
from timeline.characters import LIGATURES, PLAIN, readable
from timeline.model import Article, Evidence, Field, Timex

DAY = date(2024, 3, 14)

HIDDEN = [
    ("The min\u00adis\u00adters met", "The ministers met"),
    ("Li\u200bma\u200d, \u200fPeru\u200e", "Lima, Peru"),
    ("con\ufb01rmed, o\ufb03ce", "confirmed, office"),
    ("4\u00a0May\u202f2024", "4 May 2024"),
    ("Brnabic\u0301 a\u0308 7\u0301", "Brnabić ä 7\u0301"),
    ("one\rtwo\r\nthree\u2028four", "one\ntwo\nthree\nfour"),
    ("nul\0byte", "nul byte"),
    ("mid\u2011May", "mid-May"),
    ("\ufeffMay", "May"),
    ("plain – “as it is” …", "plain – “as it is” …"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), HIDDEN)
def test_the_words_as_they_are_read(text: str, words: str) -> None:
    assert readable(text).text == words


ODD = st.text(st.sampled_from([*"aé .\n", "\r", "\u00ad", "\u200b", "\u0301", "\ufeff", *PLAIN, *LIGATURES]))


@given(ODD)
def test_every_stretch_stands_where_it_was(text: str) -> None:
    found = readable(text)
    for start, end in ((i, j) for i in range(len(found.text)) for j in range(i + 1, len(found.text) + 1)):
        first, last = found.start(start), found.end(end)
        assert 0 <= first < last <= len(text)
        assert found.text[start:end] in readable(text[first:last]).text
    assert "\u0301" in text or readable(found.text).text == found.text


@given(ODD)
def test_a_stretch_of_the_text_is_found_in_what_is_read(text: str) -> None:
    found = readable(text)
    for at, letter in enumerate(text):
        if letter == "a" and text[at + 1 : at + 2] != "\u0301":
            start, end = found.span(at, at + 1)
            assert found.text[start:end] == "a"


PLAIN_TEXT = (
    "The foreign ministers of Peru and Chile met in Lima on 4 March 2024. Two days after the meeting they confirmed a treaty, "
    "officials said on Tuesday."
)
DISGUISES = {
    "soft hyphens": lambda text: re.sub(r"(\w{3})(?=\w{2})", "\\1\u00ad", text),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "zero-width": lambda text: re.sub(r"(\w)(?=\w)", "\\1\u200b", text),
    "ligatures": lambda text: text.replace("fi", "\ufb01"),
    "right to left": lambda text: f"\u200f{text}\u200f".replace("on 4", "on \u200e4"),
    "byte order mark": lambda text: f"\ufeff{text}",
}


def told(found: timeline.Timeline) -> list[tuple[object, ...]]:
    return [(e.edtf, e.basis, e.kind, e.status, [p.name for p in e.participants], e.place) for e in found]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_events_and_dates_are_found_in_disguise(disguise: str) -> None:
    plain = timeline.extract(PLAIN_TEXT, published=DAY)
    hidden = DISGUISES[disguise](PLAIN_TEXT)
    found = timeline.extract(timeline.Article("text", DAY, hidden), minor=False)
    assert told(found) == told(plain) and len(plain) >= 2
    assert found.articles[0].text == hidden
    for mention in chain.from_iterable(event.mentions for event in found):
        assert hidden[mention.start : mention.end] == mention.trigger
        assert mention.sentence in hidden and (mention.phrase or "") in hidden
    phrases = timeline.time_phrases(timeline.Article("text", DAY, hidden))
    assert [readable(p.text).text for p in phrases] == [p.text for p in timeline.time_phrases(PLAIN_TEXT, published=DAY)]
    for phrase in phrases:
        assert hidden[phrase.start : phrase.end] == phrase.text
        for timex in phrase.timexes:
            assert phrase.start <= timex.start < timex.end <= phrase.end


def test_the_title_has_offsets_of_its_own() -> None:
    title = "\u200fPeru and Chile con\ufb01rm treaty"
    found = timeline.extract(timeline.Article("a", DAY, "\u00ad\u00adOfficials smiled.", title), minor=True)
    mentions = [m for event in found for m in event.mentions if m.field is Field.TITLE]
    assert mentions and all(title[m.start : m.end] == m.trigger for m in mentions)


def test_stretches_that_are_given_count_in_the_text_as_read() -> None:
    text = "The ministers spoke by phone on Tues\u00adday. Three days before the conver\u00adsation a satellite fe\u00adll into the sea."
    start, end = text.index("fe\u00adll"), text.index(" into")
    [event] = timeline.date_mentions(text, DAY, [(start, end)])
    assert event.edtf == "2024-03-09"
    assert [(m.start, m.end, m.trigger) for m in event.mentions] == [(start, end, "fe\u00adll")]


def test_what_has_no_place_in_the_text_is_left_alone() -> None:
    text = "Tues\u00adday"
    back = AsRead(Article("a", DAY, text), {Field.TEXT: readable(text)})
    assert back(Timex(0, 7, "DATE", "2024-03-12")) == Timex(0, 8, "DATE", "2024-03-12")
    assert back((None, 3, "x", DAY)) == (None, 3, "x", DAY)
    event = timeline.extract(Article("a", DAY, "They met in Lima on Tues\u00adday."), minor=True).events[0]
    assert not any(isinstance(part, Evidence) for part in event.because) and event.edtf == "2024-03-12"
