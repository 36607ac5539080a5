"""What only looks like time: "Resolution 2231 (2015)", "the Good Friday Agreement", "9/11", a telephone number."""

from __future__ import annotations

import re

from timeline.times.rule import AFTER_PLUS, DIGITS, JOINED, YEARS, Family, Meaning, Rule, any_of, compiled, cue_words
from timeline.times.words import NAMES_WITH_TIME, NUMBERED_THINGS, UNITS, WEEKDAYS


def _nothing(_: re.Match[str]) -> Meaning:
    return Meaning(None)


_NAMES = cue_words(w.replace(",", "").replace("-", " ") for w in NAMES_WITH_TIME)


FAMILY = Family(
    "no times",
    (
        Rule(
            "<thing> <number> (<year>)",
            compiled(rf"(?:{any_of(NUMBERED_THINGS)})\.? \d[\d/]*(?: ?\(\d{{4}}\))?"),
            _nothing,
            (("Resolution 2231 (2015) demands it", None),),
            needs=(cue_words(NUMBERED_THINGS), DIGITS),
        ),
        Rule(
            "name with time in it",
            compiled(rf"(?:{any_of(NAMES_WITH_TIME)})\b"),
            _nothing,
            (("the Good Friday Agreement", None),),
            needs=(_NAMES,),
        ),
        Rule("<number>/<number>", compiled(r"(?:9/11|24/7)(?![/\w])"), _nothing, (("the 9/11 commission", None),), needs=(JOINED,)),
        Rule(
            "the former",
            compiled(r"(?:the former|an? \w+ current)(?=[,.;:?)]| (?:and|or|is|was|are|were|had|has|would|will|by|to|in|on|than|as|of)\b)"),
            _nothing,
            (("better than the former.", None), ("in a strong current of air", None)),
            needs=({"former", "current"},),
        ),
        Rule(
            "<holiday> Island",
            compiled(rf"(?:{any_of((*WEEKDAYS, 'christmas', 'easter', 'ascension', 'pentecost'))}) (?:islands?|cay)\b"),
            _nothing,
            (("sailed to Christmas Island", None),),
            needs=({"island", "islands", "cay"},),
        ),
        Rule(
            "the most recent",
            compiled(rf"most recent\b(?! (?:{any_of(UNITS)})s?\b)"),
            _nothing,
            (("their most recent model", None),),
            needs=({"recent"},),
        ),
        Rule("as recently as", compiled(r"as recently(?= as)"), _nothing, (("as recently as they could", None),), needs=({"recently"},)),
        Rule(
            "<number>-strong",
            compiled(r"\d{4}-[a-z]+"),
            _nothing,
            (("a 1900-strong force", None), ("a 2000-page file", None)),
            needs=(YEARS,),
        ),
        Rule(
            "telephone number",
            compiled(r"(?:\+\d{1,3}[\s-]?)(?:\(?\d{2,4}\)?[\s-]?){2,5}\d{2,4}\b"),
            _nothing,
            (("call +7 495 2001 1999", None),),
            needs=(AFTER_PLUS,),
        ),
    ),
)
