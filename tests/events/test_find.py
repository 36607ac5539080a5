"""What sentences tell: kind, whether it took place, who and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from timeline.events.find import find_events
from timeline.events.kinds import load_kinds
from timeline.model import Article, EventMention, Status
from timeline.parse import load, parse

CASES = Path(__file__).parent / "cases"
REAL = {Status.HAPPENED, Status.ONGOING}


def rows(name: str) -> Iterator[list[str]]:
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield (line + "\t" * 5).split("\t")[:6]


def mentions(sentence: str) -> tuple[EventMention, ...]:
    article = Article("case", date(2024, 3, 14), sentence)
    return find_events(parse(article, load()), load_kinds())


@pytest.mark.parametrize(("sentence", "trigger", "kind", "status", "participants", "place"), list(rows("told.tsv")))
def test_told(sentence: str, trigger: str, kind: str, status: str, participants: str, place: str) -> None:
    found = next((m for m in mentions(sentence) if m.trigger == trigger), None)
    assert found is not None, f"nothing told at {trigger!r}"
    who = "; ".join(p.name for p in found.participants)
    assert (found.kind, found.status, who, found.place.name if found.place else "") == (kind, status, participants, place)


@pytest.mark.parametrize("sentence", [row[0] for row in rows("untold.tsv")])
def test_untold(sentence: str) -> None:
    assert not [m for m in mentions(sentence) if not m.minor and m.status in REAL]


def test_what_stands_between_quotation_marks_is_told_as_said() -> None:
    found = mentions('"We are holding talks with Oslo," he said. Sweden and Norway held talks in Oslo. “A call is planned, he added.')
    assert [m.quoted for m in found if m.kind == "talks"] == [True, False]
