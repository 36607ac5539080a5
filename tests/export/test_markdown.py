"""Markdown, read back by markdown-it as CommonMark with tables and as GitHub's dialect."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.export.reading import HOSTILE, one_line
from tests.sample_events import awkward, event, person, story
from timeline.export.markdown import to_markdown
from timeline.model import Basis, Event, Place, Status

TABLE_ALONE = {"table", "thead", "tbody", "tr", "th", "td", "inline"}
READERS = {
    "commonmark": MarkdownIt("commonmark").enable("table"),
    "github": MarkdownIt("gfm-like", {"linkify": False}),
}


def read(text: str, reader: str) -> list[list[str]]:
    """The cells of the rows; anything in the text but one table of plain words fails."""
    tokens = READERS[reader].parse(text)
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= TABLE_ALONE
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        if token.type == "inline":
            rows[-1].append("".join(map(plain_words, token.children or [])))
    return rows


def plain_words(token: Token) -> str:
    assert token.type in {"text", "text_special"}, token
    return token.content


@pytest.mark.parametrize("reader", READERS)
def test_markdown_tells_the_story(reader: str) -> None:
    head, *rows = read(to_markdown(story()), reader)
    assert head == ["date", "event", "participants", "place", "basis"]
    assert rows[1] == ["Sun 1 Feb 2026", story()[1].summary, "Ilse Brandt, Tomas Rehn", "Vasa", "derived"]
    assert [row[0] for row in rows][2] == "by Mon 2 Feb 2026"
    assert rows[5] == [
        "Wed 4 Feb 2026", f"{story()[5].summary} (ongoing)", "Norland, Vasa, Sund", "Geneva", "assumed",
    ]  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", [*HOSTILE, "\\", "ends in \\", "`", "a\x1b[31m b", "- item", "# head", "1. one", "> quote", "***", "|"])
def test_hostile_text_stays_text_in_markdown(text: str, reader: str) -> None:
    hostile = event("e", "2026-02-04", summary=text, participants=(person(text), person("Ana")), place=Place(text))
    words = one_line(text).replace("\x1b", "")
    assert read(to_markdown((hostile, *story())), reader)[1] == ["Wed 4 Feb 2026", words, f"{words}, Ana", words, "stated"]


@pytest.mark.parametrize("address", ["https://example.org/a_b", "see www.example.org", "WWW.EXAMPLE.ORG"])
def test_no_address_is_left_to_be_found(address: str) -> None:
    """GitHub makes links of bare addresses after the markup is read; a backslash inside one keeps it from seeing them."""
    assert not re.search(r"(?<!\\)://|www\.", to_markdown((event("e", "2026-02-04", summary=address),)), re.IGNORECASE)


@pytest.mark.parametrize("reader", READERS)
def test_every_event_has_its_row(reader: str) -> None:
    events: tuple[Event, ...] = (*story(), *awkward())
    assert [row[0] for row in read(to_markdown(events), reader)[1:]] == [e.readings() for e in events]
    assert read(to_markdown(()), reader) == [["date", "event", "participants", "place", "basis"]]


def test_what_is_not_sure_says_so() -> None:
    both = ((Place("Geneva"), ("a1",)), (Place("Basel"), ("a2", "a3")))
    loose = event("e", "2026-02-01", "2026-02-28", basis=Basis.BOUNDED, status=Status.PLANNED, summary="A pact", places=both)
    when, *others = read(to_markdown((loose,)), "github")[1]
    assert (when, others) == ("within Feb 2026", ["A pact (planned)", "", "Geneva (a1) or Basel (a2, a3)", "bounded"])
