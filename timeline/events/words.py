"""The words of offices and people, and the known names that stand among tokens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from timeline.names import Known, Sort, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_NAME = 6


@cache
def _titles() -> Mapping[str, list[str]]:
    return tomllib.loads(files("timeline.events").joinpath("titles.toml").read_text(encoding="utf-8"))


@cache
def words(*groups: str) -> frozenset[str]:
    """The words of one or more groups of titles.toml."""
    return frozenset(word for group in groups for word in _titles()[group])


def longest_name(doc: Doc, i: int) -> tuple[int, Known | None]:
    """How many tokens from here are the longest known name, and what it is; one token and None where no name begins."""
    lengths = range(min(LONGEST_NAME, len(doc) - i), 0, -1)
    return next(((n, known) for n in lengths if (known := _name_at(doc, i, n))), (1, None))


def _name_at(doc: Doc, i: int, length: int) -> Known | None:
    text = doc[i : i + length].text
    return lookup(text) if text[0].isupper() else None


def known_in(tokens: Iterable[Token]) -> Known | None:
    """The first state or organisation named by these tokens; a city that only lies in one does not count."""
    tokens = list(tokens)
    if not tokens:
        return None
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    for i in range(first, last + 1):
        for length in range(min(LONGEST_NAME, last + 1 - i), 0, -1):
            known = _name_at(doc, i, length)
            if known and known.sort is not Sort.CITY:
                return known
    return None
