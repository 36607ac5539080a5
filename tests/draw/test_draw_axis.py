"""Days to places, and the words along the axis."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from timeline.draw.axis import GAP, Segment, time_scale
from timeline.draw.fonts import width
from timeline.draw.ticks import SIZE, ticks
from timeline.parting import part

WEEK = [date(2026, 2, day) for day in range(1, 6)]
DAY_ONE = date(2026, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("days", "groups"),
    [
        pytest.param([10], 1, id="one day"),
        pytest.param([1, 3, 4, 8, 10], 1, id="a week of news"),
        pytest.param([1, 365, 1500, 1501, 1502, 1504], 2, id="a year far back"),
        pytest.param([1, 1500, 1503], 2, id="one far day"),
        pytest.param([1, 1000, 2000], 1, id="three far days are even"),
        pytest.param([1, 2, 3, 400, 401, 402, 800, 801, 802], 3, id="three clusters"),
        pytest.param([1, 365, 368, 369, 370, 371], 2, id="last year, then a week of this one"),
        pytest.param([1, 32, 33, 34, 35, 36, 365], 3, id="a week within its year"),
        pytest.param(list(range(1, 100, 3)), 1, id="evenly dense"),
    ],
)  # fmt: skip
def test_time_is_left_out_only_where_it_crushes(days: list[int], groups: int) -> None:
    found = part(days, most=5)
    assert len(found) == groups
    assert [day for group in found for day in group] == days


def test_days_next_to_each_other_stay_together() -> None:
    days = [0, 31, 32, 33, 34, 35, 120, 150, 364]
    assert any(set(range(31, 36)) <= set(group) for group in part([1 + day for day in days], most=5) for group in [[d - 1 for d in group]])


def test_later_days_stand_further_right() -> None:
    days = [date(1801, 1, 1), date(1900, 12, 31), date(2022, 1, 1), date(2022, 12, 31), *WEEK, date(9999, 12, 31)]
    scale = time_scale(days, 100, 500)
    places = [place for when in days for place in (scale.beginning(when), scale.middle(when), scale.finish(when))]
    assert places == sorted(places)
    assert places[0] >= 100 and places[-1] <= 500


def test_segments_are_set_apart_and_fill_the_track() -> None:
    scale = time_scale([date(2022, 3, 1), *WEEK], 0, 400)
    first, second = scale.segments
    assert second.left - first.right == GAP
    assert first.left == 0
    assert second.right == pytest.approx(400)


@pytest.mark.parametrize(
    ("first", "days", "points", "fine", "context"),
    [
        (date(2026, 2, 1), 5, 300, ["1", "2", "3", "4", "5"], ["February 2026"]),
        (date(2026, 1, 30), 5, 300, ["30", "31", "1", "2", "3"], ["January 2026", "February"]),
        (date(2026, 1, 1), 28, 120, ["5", "12", "19", "26"], ["January 2026"]),
        (date(2025, 11, 1), 120, 300, ["Nov", "Dec", "Jan", "Feb"], ["2025", "2026"]),
        (date(2020, 1, 1), 366 + 2 * 365, 200, ["2020", "2021", "2022"], []),
        (date(1801, 1, 1), 80000, 200, ["1850", "1900", "1950", "2000"], []),
        (date(2026, 2, 4), 1, 54, ["4"], ["Feb 2026"]),
    ],
)  # fmt: skip
def test_words_suit_the_span(first: date, days: int, points: float, fine: list[str], context: list[str]) -> None:
    segment = Segment(first.toordinal(), first.toordinal() + days - 1, 0, points)
    words = ticks(segment)
    assert [tick.text for tick in words.fine] == fine
    assert [tick.text for tick in words.context] == context


@pytest.mark.parametrize("days", [1, 2, 7, 31, 90, 366, 4000, 40_000, 700_000])
@pytest.mark.parametrize("points", [54, 120, 330, 700])
@pytest.mark.parametrize("first", [date(1, 1, 1), date(1999, 12, 31), date(2024, 2, 29)])
def test_words_never_touch(first: date, days: int, points: float) -> None:
    segment = Segment(first.toordinal(), (first + timedelta(days=days - 1)).toordinal(), 0, points)
    words = ticks(segment)
    assert words.fine or words.context
    for row, face in ((words.fine, "plain"), (words.context, "bold")):
        at = -1e9
        for tick in row:
            wide = width(tick.text, SIZE, face)
            left = tick.x - wide / 2 if face == "plain" else tick.x
            assert left > at
            at = left + wide
