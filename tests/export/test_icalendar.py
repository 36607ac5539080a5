"""iCalendar, read back by the icalendar library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from tests.export.reading import HOSTILE, one_line
from tests.sample_events import awkward, event, many, story
from timeline.export.icalendar import to_icalendar
from timeline.model import Article, Basis, Event, Mention, Place, Status
from timeline.times.interval import Grain, Interval

BOUNDED, ASSUMED, DERIVED = Basis.BOUNDED, Basis.ASSUMED, Basis.DERIVED


def read(events: tuple[Event, ...], articles: tuple[Article, ...] = ()) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(to_icalendar(events, articles))
    assert calendar["version"] == "2.0" and calendar["prodid"]
    assert [c.name for c in calendar.subcomponents] == ["VEVENT"] * len(calendar.subcomponents)
    assert not any(entry.errors for entry in calendar.events)
    return list(calendar.events)


def test_icalendar_tells_the_story() -> None:
    entries = read(story(), (Article("a1", date(2026, 2, 4), ""),))
    assert [str(e["uid"]) for e in entries] == [f"{e.id}@diplomatic-timeline" for e in story()]
    visit = entries[1]
    assert (visit["dtstart"].dt, visit["dtend"].dt) == (date(2026, 2, 1), date(2026, 2, 2))
    assert visit["dtstamp"].dt == datetime(2026, 2, 4, tzinfo=UTC)
    assert visit["summary"] == "Ilse Brandt visits Vasa, meets foreign minister Tomas Rehn"
    assert "visit on Sunday 1 February 2026 ← “Just three days before the phone call” (sentence 7)" in visit["description"]
    assert "a1: “Just three days before the phone call, Brandt flew to Vasa.”" in visit["description"]
    assert visit["location"] == "Vasa" and visit["categories"].cats == ["visit"] and visit["transp"] == "TRANSPARENT"
    assert (visit["x-timeline-edtf"], visit["x-timeline-basis"]) == ("2026-02-01", "derived")
    assert not [name for e in entries for name in e if name in {"ATTENDEE", "ORGANIZER"}]


DISPUTED = (Interval(date(2026, 3, 4), date(2026, 3, 4)), Interval(date(2026, 3, 9), date(2026, 3, 9)))
OPEN = (Interval(None, date(2026, 3, 4)), Interval(date(2026, 3, 9), date(2026, 3, 9)))
HALF = (DISPUTED[0], Interval(None, None))

# event, first day, last day, summary, status
DAYS = {
    "a day": (event("e", "2026-02-04"), "2026-02-04", "2026-02-04", "{}", "CONFIRMED"),
    "derived": (event("e", "2026-02-04", basis=DERIVED), "2026-02-04", "2026-02-04", "{}", "CONFIRMED"),
    "assumed": (event("e", "2026-02-04", basis=ASSUMED), "2026-02-04", "2026-02-04", "{}", "TENTATIVE"),
    "under way": (event("e", "2026-02-04", status=Status.ONGOING), "2026-02-04", "2026-02-04", "{} (ongoing)", "CONFIRMED"),
    "a plan": (event("e", "2026-02-04", status=Status.PLANNED), "2026-02-04", "2026-02-04", "{} (planned)", "TENTATIVE"),
    "called off": (event("e", "2026-02-04", status=Status.CANCELLED), "2026-02-04", "2026-02-04", "{} (cancelled)", "CANCELLED"),
    "denied": (event("e", "2026-02-04", status=Status.DENIED), "2026-02-04", "2026-02-04", "{} (denied)", "CANCELLED"),
    "imagined": (event("e", "2026-02-04", status=Status.HYPOTHETICAL), "2026-02-04", "2026-02-04", "{} (hypothetical)", "TENTATIVE"),
    "some days": (event("e", "2026-05-06", "2026-05-08"), "2026-05-06", "2026-05-08", "{}", "CONFIRMED"),
    "a month": (event("e", "2024-02-01", "2024-02-29", grain=Grain.MONTH), "2024-02-01", "2024-02-29", "within Feb 2024: {}", "TENTATIVE"),
    "a week": (event("e", "2026-02-02", "2026-02-08", grain=Grain.WEEK), "2026-02-02", "2026-02-08", "within 2–8 Feb 2026: {}",
        "TENTATIVE"),
    "within": (event("e", "2026-01-12", "2026-01-24", basis=BOUNDED), "2026-01-12", "2026-01-24", "within 12–24 Jan 2026: {}", "TENTATIVE"),
    "by": (event("e", "", "2026-02-04", basis=BOUNDED), "2026-02-04", "2026-02-04", "by Wed 4 Feb 2026: {}", "TENTATIVE"),
    "from": (event("e", "2026-12-31", "", basis=BOUNDED), "2026-12-31", "2026-12-31", "from Thu 31 Dec 2026: {}", "TENTATIVE"),
    "disputed": (
        event("e", None, "", alternatives=DISPUTED), "2026-03-04", "2026-03-09", "Wed 4 Mar 2026 or Mon 9 Mar 2026: {}", "TENTATIVE",
    ),
    "disputed and open": (
        event("e", None, "", alternatives=OPEN), "2026-03-04", "2026-03-09", "by Wed 4 Mar 2026 or Mon 9 Mar 2026: {}", "TENTATIVE",
    ),
    "disputed and undated": (
        event("e", None, "", alternatives=HALF), "2026-03-04", "2026-03-04", "Wed 4 Mar 2026 or ?: {}", "TENTATIVE",
    ),
    "the first day": (event("e", "0001-01-01"), "0001-01-01", "0001-01-01", "{}", "CONFIRMED"),
    "the last day": (event("e", "9999-12-31"), "9999-12-31", "9999-12-31", "{}", "CONFIRMED"),
    "the last year": (event("e", "9999-01-01", "9999-12-31", grain=Grain.YEAR), "9999-01-01", "9999-12-31", "within 9999: {}", "TENTATIVE"),
}  # fmt: skip


@pytest.mark.parametrize("case", DAYS)
def test_days_and_status(case: str) -> None:
    one, first, last, summary, status = DAYS[case]
    [entry] = read((one,))
    start, length = entry["dtstart"].dt, entry["duration"].dt if "duration" in entry else entry["dtend"].dt - entry["dtstart"].dt
    assert (start.isoformat(), (start + (length - timedelta(days=1))).isoformat()) == (first, last)
    assert type(start) is date and entry["dtstart"].params["value"] == "DATE"
    assert (entry["summary"], entry["status"]) == (summary.format("e takes place"), status)


def test_what_is_approximate_says_about() -> None:
    [entry] = read((replace(event("e", "2026-02-04"), edtf="2026-02-04~"),))
    assert (entry["summary"], entry["status"]) == ("about Wed 4 Feb 2026: e takes place", "TENTATIVE")


def test_each_reading_of_a_dispute_has_its_edtf() -> None:
    [entry] = read((event("e", None, "", alternatives=DISPUTED),))
    assert entry["x-timeline-edtf"] == ["2026-03-04", "2026-03-09"]
    assert read((event("e", None, "", alternatives=HALF),))[0]["x-timeline-edtf"] == "2026-03-04"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_icalendar(text: str) -> None:
    told = (Mention("a1", 0, 4, "four", text, None),)
    hostile = event("e", "2026-02-04", summary=text, because=(text,), kind=text, place=Place(text), mentions=told)
    [entry] = read((hostile,))
    assert entry["summary"] == entry["location"] == one_line(text)
    assert entry["categories"].cats == [one_line(text)]
    assert "BEGIN" not in entry and entry["description"].count("\n") >= 3


def test_stamp_is_the_last_day_that_its_articles_were_published() -> None:
    articles = tuple(Article(f"a{n}", date(2026, 2, n), "") for n in (4, 6, 5, 9))
    told = tuple(Mention(id_, 0, 3, "met", "They met.") for id_ in ("a4", "a6", "a5"))
    assert read((event("e", "2026-02-04", mentions=told),), articles)[0]["dtstamp"].dt == datetime(2026, 2, 6, tzinfo=UTC)
    assert read((event("e", "2026-02-04", mentions=told),))[0]["dtstamp"].dt == datetime(1970, 1, 1, tzinfo=UTC)


def test_only_what_has_a_day_is_an_entry() -> None:
    assert [str(e["uid"]).split("@")[0] for e in read(awkward())] == [e.id for e in awkward() if e.id != "undated"]
    assert read(()) == []
    assert len(read(many(50))) == 50


def test_lines_end_and_fold_as_the_format_asks() -> None:
    text = to_icalendar((*story(), *awkward()))
    lines = text.split("\r\n")
    assert lines[-1] == "" and "\n" not in "".join(lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    assert text == to_icalendar((*story(), *awkward()))
