"""Time that says only where it lies: "now", "recently", "in the future", "at the same time"."""

from __future__ import annotations

import re

from timeline.times.expression import Vague
from timeline.times.rule import Family, Meaning, Rule, any_of, compiled, cue_words, key
from timeline.times.words import VAGUE


def _vague(match: re.Match[str]) -> Meaning:
    return Meaning(VAGUE[key(match["words"])])


FAMILY = Family(
    "vague times",
    cue_words(VAGUE),
    (
        Rule(
            "recently",
            compiled(rf"(?P<words>{any_of(VAGUE)})(?![\w-])"),
            _vague,
            (("has recently said", Vague.PAST), ("in the near future", Vague.FUTURE)),
        ),
    ),
)
