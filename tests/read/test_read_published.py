"""Publication dates as they are written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from timeline.errors import BadDate
from timeline.read.published import as_day

DAY = date(2026, 2, 4)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-02-04", DAY),
        (" 2026-02-04\n", DAY),
        ("2026-02-04T21:30:00Z", DAY),
        ("2026-02-04T23:59:59.5-05:00", DAY),
        ("2026-02-04 00:10", DAY),
        ("2026-02-04T24:00:00", DAY),
        ("0987-05-06", date(987, 5, 6)),
        ("2024-02-29", date(2024, 2, 29)),
        (DAY, DAY),
        (datetime(2026, 2, 4, 23, 0, tzinfo=UTC), DAY),
    ],
)
def test_the_day_as_written(value: object, day: date) -> None:
    assert as_day(value, "a.json") == day
    assert type(as_day(value, "a.json")) is date


@pytest.mark.parametrize(
    "value",
    [
        "", "yesterday", "4 February 2026", "04/02/2026", "2026-2-4", "20260204", "2026-W06-3", "2026-02", "2026-02-30", "2025-02-29",
        "2026-13-01", "0000-01-01", "2026-02-04x", "2026-02-04T", "2026-02-04 or so", "٢٠٢٦-٠٢-٠٤", 20260204, 1.5, True, [], {},
    ],
)  # fmt: skip
def test_what_is_no_day(value: object) -> None:
    with pytest.raises(BadDate) as caught:
        as_day(value, "a.json")
    assert str(caught.value) == f"a.json: {value!r} is not a date; write it as YYYY-MM-DD, for example 2026-02-04."
