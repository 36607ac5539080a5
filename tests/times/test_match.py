"""A rule is tried only near the words it needs: that saves time and must not cost a phrase."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.times.table import rows
from timeline.times.match import Match, longest, matches, readings, with_dashes
from timeline.times.rule import Rule
from timeline.times.rules import FAMILIES

RULES = tuple(enumerate(rule for family in FAMILIES for rule in family.rules))
NEWSWIRE = [json.loads(line)["text"] for line in (Path(__file__).parent / "newswire.jsonl").read_text(encoding="utf-8").splitlines()]
SENTENCES = sorted({row[1] for row in rows("phrases.tsv", 2)} | {row[0] for row in rows("negatives.tsv", 1)} | set(NEWSWIRE))


def everywhere(text: str) -> list[Match]:
    return longest(text, readings(with_dashes(text), [(RULES, 0, len(text))]))


def test_the_needs_of_a_rule_lose_nothing() -> None:
    lost = [text for text in SENTENCES if longest(text, matches(text)) != everywhere(text)]
    assert lost == []


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda rule: rule.name)
def test_every_example_holds_what_its_rule_needs(rule: Rule) -> None:
    for text, meaning in rule.examples:
        if meaning is not None:
            assert rule.name in {match.rule for _, match in matches(text)}, text
