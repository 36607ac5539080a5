"""From words to days: the date a careful reader gives each event, and how it is known."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline
from timeline.model import Event

CASES = Path(__file__).parent / "cases" / "dates.tsv"
ROWS = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def event_told(text: str, published: str, trigger: str) -> Event:
    found = timeline.extract(text, published=published, minor=True)
    return next(e for e in found for m in e.mentions if m.trigger == trigger)


@pytest.mark.parametrize(("published", "text", "trigger", "first", "last", "basis"), ROWS)
def test_dates(published: str, text: str, trigger: str, first: str, last: str, basis: str) -> None:
    event = event_told(text, published, trigger)
    assert (str(event.start or ""), str(event.end or ""), event.basis) == (first, last, basis)
