"""Time that says only where it lies: "now", "recently", "in the future", "at the same time"."""

from __future__ import annotations

import re

from timeline.times.expression import Vague
from timeline.times.rule import Family, Meaning, Rule, any_of, compiled, cue_words, key
from timeline.times.words import VAGUE, VAGUE_BEHIND

_BEHIND = {words for table in VAGUE_BEHIND.values() for words in table}


def _vague(match: re.Match[str]) -> Meaning:
    return Meaning(VAGUE[key(match["words"])])


def _behind(match: re.Match[str]) -> Meaning | None:
    meaning = VAGUE_BEHIND[key(match["before"])].get(key(match["words"]))
    return Meaning(meaning, span="words", timex="words") if meaning else None


def _one_day(_: re.Match[str]) -> Meaning:
    return Meaning(Vague.FUTURE, span="words", timex="words")


FAMILY = Family(
    "vague times",
    (
        Rule(
            "recently",
            compiled(rf"(?P<words>{any_of(VAGUE)})(?![\w-])"),
            _vague,
            (("has recently said", Vague.PAST), ("in the near future", Vague.FUTURE)),
            needs=(cue_words(VAGUE),),
        ),
        Rule(
            "at present",
            compiled(rf"(?P<before>{any_of(VAGUE_BEHIND)}) (?P<words>{any_of(_BEHIND)})\b(?! of| when)"),
            _behind,
            (("At present they are calm", Vague.PRESENT), ("the largest to date", Vague.PRESENT)),
            needs=(cue_words(_BEHIND),),
        ),
        Rule(
            "might one day",
            compiled(r"(?:will|would|may|might|could|can|should|must|shall|hopes? to) (?P<words>one day)\b"),
            _one_day,
            (("They might one day meet.", Vague.FUTURE),),
            needs=({"one"}, {"day"}),
        ),
    ),
)
