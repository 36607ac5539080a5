"""Where and when what people do on a visit takes place, when only the visit says so."""

from __future__ import annotations

from datetime import date

import pytest

from timeline import extract


@pytest.mark.parametrize(
    ("text", "kind", "place", "start", "end"),
    [
        pytest.param(
            "Deputy Secretary Karen Holt will travel to Baku on March 18 and 19, where she will meet with President Ilham Mammadov.",
            "meeting", "Baku", date(2024, 3, 18), date(2024, 3, 19), id="where she will meet",
        ),
        pytest.param(
            "Jon Fisher travelled to Kyiv on March 11. Fisher met with Andriy Kovalenko, the head of the office.",
            "meeting", "Kyiv", date(2024, 3, 11), date(2024, 3, 11), id="the sentence after",
        ),
        pytest.param(
            "Karen Holt travelled to Baku on March 11. Maria Lopez met with Juan Mora last week.",
            "meeting", None, date(2024, 3, 4), date(2024, 3, 10), id="other people are elsewhere",
        ),
        pytest.param(
            "Karen Holt travelled to Baku on March 11. She will meet with President Ilham Mammadov in Vienna on March 20.",
            "meeting", "Vienna", date(2024, 3, 20), date(2024, 3, 20), id="another place, another time",
        ),
        pytest.param(
            "President Ilham Mammadov will visit Chad on March 24. During the talks Mammadov will discuss trade.",
            "talks", "Chad", date(2024, 3, 24), date(2024, 3, 24), id="the talks of a visit to come",
        ),
        pytest.param(
            "Karen Holt visited Baku on March 11. A number of joint documents were signed.",
            "agreement", "Baku", date(2024, 3, 11), date(2024, 3, 11), id="what closes a visit, nobody named",
        ),
    ],
)  # fmt: skip
def test_setting(text: str, kind: str, place: str | None, start: date, end: date) -> None:
    event = next(e for e in extract(text, published="2024-03-14") if e.kind == kind)
    assert (event.place.name if event.place else None, event.start, event.end) == (place, start, end)
