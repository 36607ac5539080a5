"""The table of event kinds, as patterns ready to match."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.errors import BadKinds

PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "OTHER",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signal:
    """What a trigger word says an event is: kind, PLOVER type, CAMEO code, and which objects take part."""

    kind: str
    plover: str
    cameo: str
    minor: bool
    other: str
    weak: bool = False
    news: bool = False


# Of words that repeat what was told before, "did the same": they take its signal.
SAME = Signal("other", "OTHER", "010", minor=False, other="owners")


@dataclass(frozen=True, slots=True)
class NounPattern:
    """Lemmas that stand together, the head last, what it is "of", and the preposition that must follow."""

    words: tuple[str, ...]
    objects: frozenset[str]
    tail: str
    signal: Signal

    @property
    def rank(self) -> tuple[int, bool, bool]:
        """The more a pattern asks for, the earlier it is tried."""
        return (len(self.words), bool(self.tail), bool(self.objects))


@dataclass(frozen=True, slots=True)
class VerbPattern:
    """A verb with its particle, what its object and its subject must be, and words that must follow in the clause."""

    particle: str
    objects: frozenset[str]
    subjects: frozenset[str]
    means: frozenset[str]
    tail: tuple[str, ...]
    signal: Signal

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """The more a pattern asks for, the earlier it is tried."""
        return (bool(self.tail or self.means), bool(self.particle), bool(self.subjects), bool(self.objects))


@dataclass(frozen=True, slots=True)
class Kinds:
    """All patterns by the lemma they begin from, and the words that stand for events without being any."""

    nouns: Mapping[str, tuple[NounPattern, ...]]
    verbs: Mapping[str, tuple[VerbPattern, ...]]
    light: frozenset[str]
    same: Mapping[str, tuple[VerbPattern, ...]]
    anaphors: Mapping[str, tuple[str, ...]]
    signals: Mapping[str, Signal]

    def taken_up_by(self, word: str) -> tuple[str, ...]:
        """The kinds of the events told before that a general word may stand for, the likeliest first; none of most words.

        >>> load_kinds().taken_up_by("conversations")
        ('call', 'talks', 'meeting')
        """
        return self.anaphors.get(word) or self.anaphors.get(word.removesuffix("s")) or ()


@cache
def load_kinds(more: Path | None = None) -> Kinds:
    """The kinds table of the package; `more` is a reader's own, whose rows come first where both fit a word as closely.

    Raises BadKinds when the file is no such table.

    >>> load_kinds().signals["call"].cameo
    '041'
    """
    raw = tomllib.loads(files("timeline.events").joinpath("kinds.toml").read_text(encoding="utf-8"))
    own = _read(more) if more is not None else []
    try:
        return _kinds(raw | {"signal": [*own, *raw["signal"]]})
    except (KeyError, TypeError, AttributeError) as error:
        raise BadKinds(more, f"a [[signal]] is not complete: {error}; each has kind, plover, cameo and lists of nouns or verbs") from error


def _read(path: Path) -> list[dict[str, Any]]:
    """The [[signal]] rows of a reader's own table."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("signal")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadKinds(path, str(error)) from error
    if not isinstance(rows, list) or not rows:
        raise BadKinds(path, "it holds no [[signal]]")
    for row in rows:
        if (plover := row.get("plover")) is not None and plover not in PLOVER:
            raise BadKinds(path, f'"{plover}" is no PLOVER type; these are: {", ".join(PLOVER)}')
    return rows


def _kinds(raw: Mapping[str, Any]) -> Kinds:
    nouns: dict[str, list[NounPattern]] = defaultdict(list)
    verbs: dict[str, list[VerbPattern]] = defaultdict(list)
    signals: dict[str, Signal] = {}
    for row in raw["signal"]:
        minor, weak, news = (bool(row.get(flag)) for flag in ("minor", "weak", "news"))
        signal = Signal(row["kind"], row["plover"], row["cameo"], minor, row.get("other", "owners"), weak, news)
        signals.setdefault(signal.kind, signal)
        for noun in (_noun_pattern(text, signal) for text in row.get("nouns", ())):
            nouns[noun.words[-1]].append(noun)
        for lemma, verb in (_verb_pattern(text, signal) for text in row.get("verbs", ())):
            verbs[lemma].append(verb)
    same = [_verb_pattern(text, SAME) for text in raw["same"]["verbs"]]
    return Kinds(
        {lemma: tuple(sorted(found, key=lambda p: p.rank, reverse=True)) for lemma, found in nouns.items()},
        {lemma: tuple(sorted(found, key=lambda p: p.rank, reverse=True)) for lemma, found in verbs.items()},
        frozenset(raw["light"]["verbs"]),
        {lemma: tuple(p for at, p in same if at == lemma) for lemma, _ in same},
        {word: tuple(kinds) for word, kinds in raw["anaphors"].items()},
        signals,
    )


def _noun_pattern(text: str, signal: Signal) -> NounPattern:
    head, _, tail = text.partition(" ~ ")
    head, _, objects = head.partition(" > ")
    return NounPattern(tuple(head.split()), _words(objects), tail, signal)


def _verb_pattern(text: str, signal: Signal) -> tuple[str, VerbPattern]:
    head, _, tail = text.partition(" ~ ")
    head, _, means = head.partition(" / ")
    head, _, subjects = head.partition(" < ")
    head, _, objects = head.partition(" > ")
    lemma, _, particle = head.partition(" ")
    return lemma, VerbPattern(particle, _words(objects), _words(subjects), _words(means), tuple(tail.split()), signal)


def _words(listed: str) -> frozenset[str]:
    return frozenset(filter(None, listed.split("|")))
