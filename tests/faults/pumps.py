"""Texts on which a regular expression that backtracks takes long: made from its own parse, whatever it is for."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import sre_constants as c
    import sre_parse

OF_A_CLASS = {c.CATEGORY_DIGIT: "1", c.CATEGORY_SPACE: " ", c.CATEGORY_WORD: "a", c.CATEGORY_NOT_DIGIT: "a", c.CATEGORY_NOT_SPACE: "a",
              c.CATEGORY_NOT_WORD: "-"}  # fmt: skip
MANY = 8
WRONG = ("\0", "!", "a", "")


def pumped(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """What leads to each repetition of a pattern, that repetition over and over, and an end that does not fit."""
    tree = sre_parse.parse(pattern.pattern, pattern.flags)
    for before, inside in dict.fromkeys(_repeats(tree, "")):
        for pump in dict.fromkeys((inside, inside[:1], f"{before}{inside}")):
            if pump:
                for wrong in WRONG:
                    yield (before + pump * (length // len(pump)))[:length] + wrong


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for op, value in tree:
        yield from _inside(op, value, before)
        before += _sample([(op, value)])


def _inside(op: Any, value: Any, before: str) -> Iterator[tuple[str, str]]:
    if op in {c.MAX_REPEAT, c.MIN_REPEAT} or str(op) == "POSSESSIVE_REPEAT":
        low, high, body = value
        if high is c.MAXREPEAT or high > MANY:
            yield before, _sample(body)
        yield from _repeats(body, before)
    elif op is c.SUBPATTERN:
        yield from _repeats(value[-1], before)
    elif op is c.BRANCH:
        for branch in value[1][:MANY]:
            yield from _repeats(branch, before)
    elif op in {c.ASSERT, c.ASSERT_NOT}:
        yield from _repeats(value[1], before)


def _sample(tree: Any) -> str:
    """A short text that the parts match, as far as they can be told without their context."""
    return "".join(_sample_of(op, value) for op, value in tree)


def _sample_of(op: Any, value: Any) -> str:
    if op is c.LITERAL:
        return chr(value)
    if op is c.NOT_LITERAL:
        return "b" if chr(value) == "a" else "a"
    if op is c.ANY:
        return "a"
    if op is c.IN:
        return _member(value)
    if op in {c.MAX_REPEAT, c.MIN_REPEAT} or str(op) == "POSSESSIVE_REPEAT":
        low, high, body = value
        return _sample(body) * max(low, 1 if high else 0)
    if op is c.SUBPATTERN:
        return _sample(value[-1])
    if op is c.BRANCH:
        return _sample(value[1][0])
    return ""


def _member(items: Any) -> str:
    if items[0][0] is c.NEGATE:
        return next(ch for ch in "a 1-\n.,Zé—\0" if not re.match(_class(items[1:]), ch))
    op, value = items[0]
    return chr(value) if op is c.LITERAL else chr(value[0]) if op is c.RANGE else OF_A_CLASS[value]


def _class(items: Any) -> str:
    names = {c.CATEGORY_DIGIT: r"\d", c.CATEGORY_SPACE: r"\s", c.CATEGORY_WORD: r"\w", c.CATEGORY_NOT_DIGIT: r"\D",
             c.CATEGORY_NOT_SPACE: r"\S", c.CATEGORY_NOT_WORD: r"\W"}  # fmt: skip
    parts = (
        re.escape(chr(v)) if op is c.LITERAL else f"{re.escape(chr(v[0]))}-{re.escape(chr(v[1]))}" if op is c.RANGE else names[v]
        for op, v in items
    )
    return f"[{''.join(parts)}]"
