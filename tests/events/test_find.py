"""What sentences tell: kind, whether it took place, who and where; and what they do not tell.

A last cell of a case names what is known to be wrong with it, and is taken out when it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from timeline.events.find import find_events
from timeline.events.kinds import load_kinds
from timeline.model import Article, EventMention, Status
from timeline.parse import load, parse

CASES = Path(__file__).parent / "cases"
REAL = {Status.HAPPENED, Status.ONGOING}
ASPECTS = ("kind", "status", "participants", "place")


def rows(name: str, cells: int) -> Iterator[list[str]]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield (line + "\t" * cells).split("\t")[:cells]


def marks(but: str, aspect: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=f"known to be wrong: {but}")] if aspect in but.split("; ") else []


@cache
def mentions(sentence: str) -> tuple[EventMention, ...]:
    article = Article("case", date(2024, 3, 14), sentence)
    return find_events(parse(article, load()), load_kinds())


def told() -> Iterator[ParameterSet]:
    for sentence, trigger, *wanted, but in rows("told.tsv", 7):
        yield pytest.param(sentence, trigger, None, "", marks=marks(but, "found"))
        if "found" not in but.split("; "):
            for aspect, value in zip(ASPECTS, wanted, strict=True):
                yield pytest.param(sentence, trigger, aspect, value, marks=marks(but, aspect))


@pytest.mark.parametrize(("sentence", "trigger", "aspect", "wanted"), list(told()))
def test_told(sentence: str, trigger: str, aspect: str | None, wanted: str) -> None:
    start = sentence.index(trigger)
    found = next((m for m in mentions(sentence) if m.start < start + len(trigger) and start < m.end), None)
    assert found is not None, f"nothing told at {trigger!r}"
    got = {
        "kind": found.kind,
        "status": found.status,
        "participants": {p.name for p in found.participants},
        "place": found.place.name if found.place else "",
    }
    if aspect is not None:
        assert got[aspect] == (set(filter(None, wanted.split("; "))) if aspect == "participants" else wanted)


@pytest.mark.parametrize("sentence", [pytest.param(s, marks=marks(but, "real")) for s, but in rows("untold.tsv", 2)])
def test_untold(sentence: str) -> None:
    assert not [m for m in mentions(sentence) if not m.minor and m.status in REAL and not m.passing]


@pytest.mark.parametrize(
    ("sentence", "type_", "trigger"), [pytest.param(*case, marks=marks(but, "type")) for *case, but in rows("types.tsv", 4)]
)
def test_types(sentence: str, type_: str, trigger: str) -> None:
    """The PLOVER type of what the words of the trigger tell."""
    words = set(re.findall(r"\w+", trigger.lower()))
    found = next((m for m in mentions(sentence) if words & set(re.findall(r"\w+", m.trigger.lower()))), None)
    assert found is not None
    assert found.type == type_


def test_there_are_cases_enough() -> None:
    assert len(list(rows("told.tsv", 7))) + len(list(rows("untold.tsv", 2))) >= 300
    assert len(list(rows("untold.tsv", 2))) >= 80


def test_what_stands_between_quotation_marks_is_told_as_said() -> None:
    found = mentions('"We are holding talks with Oslo," he said. Sweden and Norway held talks in Oslo. “A call is planned, he added.')
    assert [m.quoted for m in found if m.kind == "talks"] == [True, False]
