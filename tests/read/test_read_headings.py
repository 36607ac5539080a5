"""Lines over an article: which are dates of its own, and what they say of its publication."""

from __future__ import annotations

from datetime import date

import pytest

import timeline
from timeline.errors import PublicationDateMissing
from timeline.model import PublishedBy
from timeline.read import read
from timeline.read.heading import date_lines
from timeline.read.written import MonthDay, written_day

MAY = date(2024, 5, 3)
BODY = "The ministers met."

SAID = [
    ("Friday, October 11, 2019\n\n" + BODY, date(2019, 10, 11), PublishedBy.TEXT),
    ("Talks in Vaduz\nPublished 3 May 2024, 10:15\n" + BODY, MAY, PublishedBy.TEXT),
    ("Published: May 3rd, 2024 at 9.30 p.m. EST\n" + BODY, MAY, PublishedBy.TEXT),
    ("Published 3 May 2024 | Updated 5 May 2024\n" + BODY, MAY, PublishedBy.TEXT),
    ("Updated: 5 May 2024, 11:00\nPosted on Fri 3 May 2024\n" + BODY, MAY, PublishedBy.TEXT),
    ("By Ann Other, 3 May 2024\r\n" + BODY, MAY, PublishedBy.TEXT),
    ("2024-05-03T10:15:00+02:00\n" + BODY, MAY, PublishedBy.TEXT),
    ("VADUZ, May 3, 2024 (Agency) — " + BODY, MAY, PublishedBy.DATELINE),
    ("VADUZ, May\u00a03, 2024 (Agency) — \u200f" + BODY, MAY, PublishedBy.DATELINE),
    ("Updated: 4 May 2024\nVADUZ, May 3 (Agency) — " + BODY, MAY, PublishedBy.DATELINE),
    ("Updated: 1 January 2025\nVADUZ, Dec 31 (Agency) — " + BODY, date(2024, 12, 31), PublishedBy.DATELINE),
    ("Published 3 May 2024, 23:15 GMT\nTOKYO, May 4 (Agency) — " + BODY, date(2024, 5, 4), PublishedBy.DATELINE),
    ("Published 3 May 2024, 23:15\nTOKYO, May 4 (Agency) — " + BODY, MAY, PublishedBy.TEXT),
]

UNSAID = [
    ("VADUZ, Feb 4 (Agency) — " + BODY, "its dateline has a day without a year"),
    ("Updated: 5 May 2024\n" + BODY, "it only says that it was updated on 2024-05-05"),
    ("Last modified on 5 May 2024, 10:00\n" + BODY, "it only says that it was updated on 2024-05-05"),
    ("Published: May 3\nUpdated: 2 January 2026\n" + BODY, "it only says that it was updated on 2026-01-02"),
    ("Published 3 May 2024\nPublished 6 May 2024\n" + BODY, "lines at its top say 2024-05-03 and 2024-05-06"),
    ("Thursday, October 11, 2019\n" + BODY, "no line at its top says when it was published"),
    ("30 February 2024\n" + BODY, "no line at its top"),
    ("4/5/2024\n" + BODY, "no line at its top"),
    ("© 2024 The Paper\n" + BODY, "no line at its top"),
    ("1 May 2024\nThey met.\n3 May 2024\nThey left.", "no line at its top"),
    ("They met on 3 May 2024.", "no line at its top"),
    (f"{'They met.' + chr(10)}" * 20 + "3 May 2024", "no line at its top"),
    ("", "no line at its top"),
]


@pytest.mark.parametrize(("text", "day", "by"), SAID)
def test_the_top_says_when(text: str, day: date, by: PublishedBy) -> None:
    [article] = read(text, published="auto")
    assert (article.published, article.published_by, article.text) == (day, by, text)
    [article] = read(text, published="2001-01-01")
    assert (article.published, article.published_by) == (date(2001, 1, 1), PublishedBy.GIVEN)
    with pytest.raises(PublicationDateMissing, match=f"Of its own: its {by} says {day}, which --published auto takes"):
        read(text)


@pytest.mark.parametrize(("text", "why"), UNSAID)
def test_the_top_does_not_say_when(text: str, why: str) -> None:
    with pytest.raises(PublicationDateMissing, match="give it with --published YYYY-MM-DD") as caught:
        read(text, published="auto")
    assert f"Of its own: {why}" in str(caught.value)


@pytest.mark.parametrize(
    ("stamp", "dateline", "day", "by"),
    [
        ("2024-05-03T23:30:00Z", "TOKYO, May 4", date(2024, 5, 4), PublishedBy.DATELINE),
        ("2024-05-04T02:00:00+00:00", "LIMA, May 3", MAY, PublishedBy.DATELINE),
        ("2024-01-01T02:00:00Z", "LIMA, Dec 31", date(2023, 12, 31), PublishedBy.DATELINE),
        ("2024-05-03T23:30:00-05:00", "TOKYO, May 4", MAY, PublishedBy.GIVEN),
        ("2024-05-03", "TOKYO, May 4", MAY, PublishedBy.GIVEN),
        ("2024-05-03T23:30:00Z", "TOKYO, May 5", MAY, PublishedBy.GIVEN),
    ],
)
def test_a_day_in_greenwich_gives_way_to_the_dateline(stamp: str, dateline: str, day: date, by: PublishedBy) -> None:
    from timeline.read.origin import Origin
    from timeline.read.record import to_article

    article = to_article({"text": f"{dateline} (Agency) — {BODY}", "published": stamp}, Origin("a.json", "a"))
    assert (article.published, article.published_by) == (day, by)


def test_its_own_dates_are_not_those_of_events() -> None:
    text = (
        "Peru and Chile talk\nPublished 3 May 2024, 10:15\nUpdated: 5 May 2024, 11:00\n\n"
        "The ministers of Peru and Chile met in Lima. The following day they signed a treaty."
    )
    found = timeline.extract(text, published="auto", minor=True)
    assert found.articles[0].published == MAY
    assert not [e for e in found if e.start in {date(2024, 5, 5), date(2024, 5, 6)}]
    assert not [m for e in found for m in e.mentions if text.index("Published") <= m.start < text.index("The ministers")]


def test_lines_are_read_where_they_stand() -> None:
    text = "Talks\n  Updated: 5 May 2024 | Published 3 May\nThey met."
    assert [(text[line.start : line.end].strip(), line.label.value, line.day) for line in date_lines(text)] == [
        ("Updated: 5 May 2024", "updated", date(2024, 5, 5)),
        ("Published 3 May", "published", MonthDay(5, 3)),
    ]


@pytest.mark.parametrize("text", ["", "May", "32 May 2024", "2024-13-01", "the 3rd", "Mayor 3", "3 Maybe 2024", "Monday, 3 May 2024"])
def test_what_is_no_day(text: str) -> None:
    assert written_day(text) is None
