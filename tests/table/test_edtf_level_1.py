"""Every EDTF string is level 1, and says the days it was made of, as the edtf package reads it."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import EDTFParseException, parse_edtf
from edtf.parser.parser_classes import EDTFObject
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_events import awkward, many, story
from timeline.edtf import edtf
from timeline.times.interval import Grain, unit_at

LEVEL_1 = {"Date", "Interval", "UncertainOrApproximate", "Unspecified", "Level1Interval"}

UNITS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


def read(text: str) -> EDTFObject:
    found = parse_edtf(text)
    assert type(found).__name__ in LEVEL_1, f"{text} is {type(found).__name__}"
    return found


def days(text: str) -> tuple[date, date]:
    found = read(text)
    first, last = found.lower_strict(), found.upper_strict()
    return date(*first[:3]), date(*last[:3])


@pytest.mark.parametrize("text", sorted({e.edtf for e in (*story(), *awkward(), *many(60, days=4000)) if e.edtf}))
def test_sample_events(text: str) -> None:
    read(text)


@given(st.dates(), st.dates(), st.sampled_from(Grain), st.booleans())
def test_any_two_days(one: date, other: date, grain: Grain, approximate: bool) -> None:
    first, last = sorted((one, other))
    assert days(edtf(first, last, grain)) == (first, last)
    read(edtf(first, last, grain, approximate=approximate))


@given(st.dates(), st.sampled_from(UNITS), st.booleans())
def test_any_unit_of_the_calendar(when: date, grain: Grain, approximate: bool) -> None:
    unit = unit_at(when, grain)
    assert unit.first and unit.last
    assert days(edtf(unit.first, unit.last, grain)) == (unit.first, unit.last)
    read(edtf(unit.first, unit.last, grain, approximate=approximate))


@given(st.dates(), st.booleans())
def test_any_open_side(when: date, approximate: bool) -> None:
    read(edtf(when, None, Grain.DAY, approximate=approximate))
    read(edtf(None, when, Grain.DAY, approximate=approximate))


@pytest.mark.parametrize("text", ["", "2026-2-1", "2026-02-30/", "about 2026", "2026-02-01/..~~"])
def test_the_reader_refuses_what_is_none(text: str) -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
