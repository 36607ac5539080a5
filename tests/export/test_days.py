"""The days of events as the formats take them, one case a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.sample_events import event
from timeline.export.days import exact, outermost, placed
from timeline.model import Basis, Event
from timeline.times.interval import Grain, Interval


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


# the readings of an event, the first and the last day it may have been on, and the days it is shown on
READINGS = [
    ([("2026-03-04", "2026-03-05")], ("2026-03-04", "2026-03-05"), ("2026-03-04", "2026-03-05")),
    ([("2026-03-09", "2026-03-09"), ("2026-03-04", "2026-03-05")], ("2026-03-04", "2026-03-09"), ("2026-03-04", "2026-03-09")),
    ([("2026-03-09", "2026-03-20"), ("2026-03-10", "2026-03-11")], ("2026-03-09", "2026-03-20"), ("2026-03-09", "2026-03-20")),
    ([("", "2026-03-04"), ("2026-03-09", "2026-03-09")], ("", "2026-03-09"), ("2026-03-04", "2026-03-09")),
    ([("2026-03-09", ""), ("2026-03-04", "2026-03-05")], ("2026-03-04", ""), ("2026-03-04", "2026-03-09")),
    ([("", "2026-03-04"), ("2026-03-09", "")], ("", ""), ("2026-03-04", "2026-03-09")),
    ([("2026-03-09", "2026-03-09"), ("", "")], ("", ""), ("2026-03-09", "2026-03-09")),
    ([("", "")], ("", ""), None),
]


@pytest.mark.parametrize(("readings", "possible", "shown"), READINGS)
def test_days_of_readings(readings: list[tuple[str, str]], possible: tuple[str, str], shown: tuple[str, str] | None) -> None:
    told = event("e", None, "", alternatives=tuple(Interval(day(a), day(b)) for a, b in readings))
    assert outermost(told) == tuple(map(day, possible))
    assert placed(told) == (shown and tuple(map(day, shown)))


EXACT = [
    (event("e", "2026-02-04"), True),
    (event("e", "2026-02-04", basis=Basis.BOUNDED), True),
    (event("e", "2026-05-06", "2026-05-08"), True),
    (event("e", "2026-05-06", "2026-05-08", basis=Basis.BOUNDED), False),
    (event("e", "2026-05-01", "2026-05-31", grain=Grain.MONTH), False),
    (event("e", "2026-05-01", ""), False),
    (event("e", "", "2026-05-01"), False),
    (event("e", None, ""), False),
    (replace(event("e", "2026-02-04"), edtf="2026-02-04~"), False),
    (event("e", "2026-02-04", alternatives=(Interval(day("2026-02-04"), day("2026-02-04")),)), False),
]


@pytest.mark.parametrize(("one", "expected"), EXACT)
def test_which_days_are_exact(one: Event, expected: bool) -> None:
    assert exact(one) is expected
