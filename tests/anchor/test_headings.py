"""Diaries and chronologies: a time that heads a line dates what is told under it."""

from __future__ import annotations

import pytest

import timeline

DIARY = """The minister's diary

12 March 2024
The minister of Norway met the Danish ambassador.
She signed an accord with Iceland.

14 March 2024
The minister visited Tallinn. Estonia had expelled a Russian envoy.

19 March 2024
The minister called her Finnish counterpart.
"""
CHRONOLOGY = """- 1995: Peruvian troops attacked Ecuador on 26 January.
- 1998: The presidents of Peru and Ecuador signed a peace accord.
- 1999: The president of Peru visited Quito in May.
"""
RECENT = """2020: The river pact between Chad and Niger was signed in Agadez on 3 March.
2022: Its council opened on the first day of the year. Chad had attacked the dam four days earlier.
2023: Guards exchanged fire by the dam. A month later, in August, the presidents met on the lake.
"""
DATED_ARTICLE = """12 March 2024

The minister of Norway met the Danish ambassador last Friday.

Norway expelled a Russian envoy.
"""


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        (DIARY, "met", "2024-03-12", "2024-03-12"),
        (DIARY, "signed", "2024-03-12", "2024-03-12"),
        (DIARY, "visited", "2024-03-14", "2024-03-14"),
        (DIARY, "called", "2024-03-19", "2024-03-19"),
        (CHRONOLOGY, "attacked", "1995-01-26", "1995-01-26"),
        (CHRONOLOGY, "signed", "1998-01-01", "1998-12-31"),
        (CHRONOLOGY, "visited", "1999-05-01", "1999-05-31"),
        (RECENT, "signed", "2020-03-03", "2020-03-03"),
        (RECENT, "attacked", "2021-12-28", "2021-12-28"),
        (RECENT, "met", "2023-08-01", "2023-08-31"),
    ],
)
def test_what_stands_under_a_heading_is_of_its_day(text: str, trigger: str, first: str, last: str) -> None:
    event = _told(text, trigger)
    assert (str(event.start), str(event.end)) == (first, last)
    assert event.basis in {"stated", "derived"}


def test_what_was_over_by_then_is_not_of_the_day() -> None:
    assert _told(DIARY, "expelled").basis != "stated"


def test_the_date_of_an_article_is_no_heading() -> None:
    assert _told(DATED_ARTICLE, "expelled").basis != "stated"


def _told(text: str, trigger: str) -> timeline.Event:
    found = timeline.extract(text, published="2024-04-02", minor=True)
    return next(e for e in found for m in e.mentions if m.trigger == trigger)
