"""Which state a name stands for, and who a person of the article is."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.cast import Cast, build_cast
from timeline.model import Article
from timeline.names import Sort, city_country, lookup
from timeline.parse import load, parse


@pytest.mark.parametrize(
    ("name", "code", "sort"),
    [
        ("Kazakhstan", "KAZ", Sort.NAME),
        ("the Netherlands", "NLD", Sort.NAME),
        ("U.S.", "USA", Sort.NAME),
        ("Dutch", "NLD", Sort.DEMONYM),
        ("Danes", "DNK", Sort.DEMONYM),
        ("the Kremlin", "RUS", Sort.SEAT),
        ("Bujumbura", "BDI", Sort.SEAT),
        ("Downing Street", "GBR", Sort.SEAT),
        ("NATO", "NATO", Sort.NAME),
        ("Singapore", "SGP", Sort.NAME),
    ],
)
def test_lookup(name: str, code: str, sort: Sort) -> None:
    known = lookup(name)
    assert known is not None
    assert (known.code, known.sort) == (code, sort)


@pytest.mark.parametrize("name", ["us", "Wednesday", "polish", "Shoigu", ""])
def test_lookup_knows_nothing_of(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(("city", "country"), [("Geneva", "CHE"), ("Guayaquil", "ECU"), ("Seoul", "KOR"), ("Nowhere", None)])
def test_city_country(city: str, country: str | None) -> None:
    assert city_country(city) == country


def cast_of(text: str) -> Cast:
    return build_cast(parse(Article("case", date(2024, 3, 14), text), load()))


@pytest.mark.parametrize(
    ("text", "form", "name", "country", "title"),
    [
        ("Polish President Andrzej Duda spoke. Duda left.", "Duda", "Andrzej Duda", "POL", "Polish President"),
        (
            "Han Duck-soo, the South Korean prime minister, flew to Hanoi.",
            "Han Duck-soo",
            "Han Duck-soo",
            "KOR",
            "South Korean prime minister",
        ),
        ("President Lula da Silva of Brazil and President Emmanuel Macron of France met.", "Macron", "Emmanuel Macron", "FRA", "President"),
        ("President George Bush of the United States spoke.", "Bush", "George Bush", "USA", "President"),
        ("The minister met Penny Wong, the foreign minister of Australia.", "Wong", "Penny Wong", "AUS", "foreign minister of Australia"),
        ("Li Qiang arrived on Monday. Li was met by officials.", "Li", "Li Qiang", None, None),
    ],
)
def test_cast(text: str, form: str, name: str, country: str | None, title: str | None) -> None:
    person = cast_of(text).persons[form]
    assert (person.name, person.country, person.title) == (name, country, title)
