"""The examples that stand beside the rules."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from timeline.times.expression import Expression
from timeline.times.find import find_times
from timeline.times.rules import FAMILIES

PUBLISHED = date(2024, 3, 14)
RULES = [rule for family in FAMILIES for rule in family.rules]
EXAMPLES = [pytest.param(text, meaning, id=f"{rule.name}: {text}") for rule in RULES for text, meaning in rule.examples]


@pytest.mark.parametrize(("text", "meaning"), EXAMPLES)
def test_examples(text: str, meaning: Expression | None) -> None:
    found = find_times(text, PUBLISHED)
    assert (found[0].expression if found else None) == meaning


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.examples] == []


def test_every_name_is_used_once() -> None:
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


def test_every_example_shows_its_rule() -> None:
    stray = [text for rule in RULES for text, meaning in rule.examples if meaning and not rule.pattern.search(text)]
    assert stray == []
