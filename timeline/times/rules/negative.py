"""What only looks like time: "Resolution 2231 (2015)", "the Good Friday Agreement", "9/11", a telephone number."""

from __future__ import annotations

import re

from timeline.times.rule import DIGITS, Family, Meaning, Rule, any_of, compiled, cue_words
from timeline.times.words import NAMES_WITH_TIME, NUMBERED_THINGS, WEEKDAYS


def _nothing(_: re.Match[str]) -> Meaning:
    return Meaning(None)


FAMILY = Family(
    "no times",
    DIGITS | cue_words(NAMES_WITH_TIME) | cue_words(w for w in WEEKDAYS if len(w) > 5),
    (
        Rule(
            "<thing> <number> (<year>)",
            compiled(rf"(?:{any_of(NUMBERED_THINGS)})\.? \d[\d/]*(?: ?\(\d{{4}}\))?"),
            _nothing,
            (("Resolution 2231 (2015) demands it", None),),
        ),
        Rule("name with time in it", compiled(rf"(?:{any_of(NAMES_WITH_TIME)})\b"), _nothing, (("the Good Friday Agreement", None),)),
        Rule("<number>/<number>", compiled(r"(?:9/11|24/7)(?![/\w])"), _nothing, (("the 9/11 commission", None),)),
        Rule(
            "telephone number",
            compiled(r"(?:\+\d{1,3}[ -]?)(?:\(?\d{2,4}\)?[ -]?){2,5}\d{2,4}\b"),
            _nothing,
            (("call +7 495 2001 1999", None),),
        ),
    ),
)
