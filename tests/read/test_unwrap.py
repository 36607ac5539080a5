"""Text filled to a width tells what it told before it was filled."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.unwrap import unwrapped

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))
FILLED = """The ministers of Chad and Niger met in Agadez on Monday and talked for
Niger's sake about the wells along the border. "It is done," the host
said.

They will meet again in
May.
"""


def told(text: str, published: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = timeline.extract(text, published=published)
    return [(e.edtf, e.kind, e.summary, tuple(" ".join(m.trigger.split()) for m in e.mentions)) for e in found]


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_filled_text_tells_the_same(width: int, end: str) -> None:
    for example in EXAMPLES:
        article = json.loads(example.read_text(encoding="utf-8"))
        filled = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in article["text"].split("\n\n")).replace("\n", end)
        assert told(filled, article["published"]) == told(article["text"], article["published"])


@pytest.mark.parametrize(
    "kept",
    [
        "Talks end without a result\nBy Ana Reyes\n\nThe two ministers met in Rome on Monday.",
        "Lavrov arrived in Minsk on Monday.\nWang left for Paris on Tuesday.",
        "MONDAY\nThe envoys of Chad met.\nTUESDAY\nThey signed.",
        "- signing of the pact\n- visit to the mine\n- dinner",
        "The agenda of the second day of the conference:\ntalks on tariffs\nlunch",
        "Published 3 May 2024, 10:15\nUpdated: 5 May 2024\n\nThe presidents of Peru and Chile spoke by phone on\nThursday.",
        "one line",
        "",
    ],
)
def test_lines_that_end_something_stay_lines(kept: str) -> None:
    assert unwrapped(kept) == kept


def test_a_filled_paragraph_is_one_line() -> None:
    first, *rest = unwrapped(FILLED).split("\n")
    assert "for Niger's sake" in first and first.endswith("the host said.")
    assert rest == ["", "They will meet again in", "May.", ""]


def test_a_trigger_over_two_lines_is_the_text_as_read() -> None:
    text = "The president of Chad held a long telephone\nconversation with the king of Jordan on Monday, and they laughed a\nlot about it."
    for event in timeline.extract(text, published="2024-03-14"):
        assert all(text[m.start : m.end] == m.trigger for m in event.mentions)


@given(st.text(alphabet="aA. \n\r\t"))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(unwrapped(text)) == len(text)
    assert re.sub(r"\s", " ", unwrapped(text)) == re.sub(r"\s", " ", text)
