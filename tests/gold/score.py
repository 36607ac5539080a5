"""Score what `timeline` finds in the annotated articles of this folder: python -m tests.gold.score [--errors]

An event found and an annotated one match when a mention of each overlaps; each is used once, required ones and more shared mentions
first. Optional events (`required: false`) cost nothing when missed and nothing when found.

detection       precision, recall, F1 of the matches
timeline        the same, but a match counts only with the right dates: the headline figure
dates           share of matched required events with the right dates
silently_wrong  share of the matched required events given a first and a last day that are given the wrong ones
type, kind, status, place, participants   over matched required events
duplicates      events found whose mentions belong to an annotated event already taken by another
clutter         optional events found, for each required one

The limit printed beside each figure is the one `test_gold.py` holds it to, from floors.json: floors, rounded down to 0.01, and for what
should be small ceilings, rounded up. Raise a floor when a change raises its figure.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline import Article, extract

FOLDER = Path(__file__).parent
ARTICLES = sorted((FOLDER / "articles").glob("*.json"))
FLOORS = FOLDER / "floors.json"

Json = dict[str, Any]
Pair = tuple[Json, Json]


@dataclass(frozen=True)
class Error:
    """What went wrong with one event: `sort` is MISSED, FALSE, DUPLICATE, DATE, TYPE, KIND, STATUS, PLACE or WHO."""

    sort: str
    text: str

    def __str__(self) -> str:
        return f"{self.sort:9} {self.text}"


@dataclass(frozen=True)
class Score:
    figures: dict[str, float]
    errors: tuple[Error, ...]


def load(path: Path) -> Json:
    """An annotated article."""
    gold: Json = json.loads(path.read_text(encoding="utf-8"))
    return gold


def found(gold: Json) -> list[Json]:
    """The events that the package finds in the article, read alone, as its JSON tells them."""
    article = Article(gold["id"], published=date.fromisoformat(gold["published"]), text=gold["text"], title=gold["title"])
    events: list[Json] = json.loads(extract(article, merge=False).to_json())["events"]
    return events


def score(articles: Iterable[tuple[Json, list[Json]]]) -> Score:
    """The figures over all articles, each with the events found in it."""
    counts: Counter[str] = Counter()
    errors: list[Error] = []
    for gold, predictions in articles:
        body = [in_text for event in predictions if (in_text := _in_text(event))["mentions"]]
        pairs, touching = matched(gold["events"], body)
        for error in (*_detected(gold, body, pairs, touching, counts), *_compared(gold, pairs, counts)):
            counts[error.sort] += 1
            errors.append(error)
    return Score(dict(_figures(counts)), tuple(errors))


def matched(gold: list[Json], predictions: list[Json]) -> tuple[list[Pair], list[Json]]:
    """Pairs that tell the same event, each event in one pair at most, and the predictions that touch any annotated event."""
    choices = []
    for g, wanted in enumerate(gold):
        for p, got in enumerate(predictions):
            shared = sum(any(_overlap(a, b) for b in got["mentions"]) for a in wanted["mentions"])
            if shared:
                choices.append((not wanted["required"], -shared, not dates_right(wanted, got), g, p))
    pairs: dict[int, int] = {}
    for *_, g, p in sorted(choices):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return [(gold[g], predictions[p]) for g, p in pairs.items()], [predictions[p] for p in sorted({c[-1] for c in choices})]


def dates_right(wanted: Json, got: Json) -> bool:
    """One of the intervals that count; where the text gives no date, an answer that leaves a side open."""
    if not wanted["date"] and not _answered(got):
        return True
    return [got["start"], got["end"]] in [*([wanted["date"]] if wanted["date"] else []), *wanted["accept"]]


def same_name(a: str, b: str) -> bool:
    """Whether one name is part of the other, word by word.

    >>> same_name("Wang Yi", "Wang"), same_name("Republic of Korea", "Korea"), same_name("Wang Yi", "Wang Li")
    (True, True, False)
    """
    one, other = _words(a), _words(b)
    return bool(one and other) and (one <= other or other <= one)


def _detected(gold: Json, predictions: list[Json], pairs: list[Pair], touching: list[Json], counts: Counter[str]) -> Iterator[Error]:
    """Count what was found; yield what was missed, false or told twice."""
    taken = [got for _, got in pairs]
    for event in gold["events"]:
        hit = _among(event, [wanted for wanted, _ in pairs])
        counts["required"] += event["required"]
        counts["matched" if event["required"] else "optional"] += hit
        if event["required"] and not hit:
            yield Error("MISSED", f"{gold['id']}/{event['id']}: {_span(event['date'])} {_context(gold, event)}")
    for event in predictions:
        if not _among(event, taken):
            sort = "DUPLICATE" if _among(event, touching) else "FALSE"
            yield Error(sort, f"{gold['id']}: {_span([event['start'], event['end']])} {event['kind']} {_context(gold, event)}")


def _compared(gold: Json, pairs: list[Pair], counts: Counter[str]) -> Iterator[Error]:
    """Count what is right about the required events found; yield what is wrong."""
    for wanted, got in pairs:
        if not wanted["required"]:
            continue
        name = f"{gold['id']}/{wanted['id']}"
        right = dates_right(wanted, got)
        counts.update(timeline=right, answered=_answered(got), silently_wrong=_answered(got) and not right)
        if not right:
            days = f"want {_span(wanted['date'])}, got {_span([got['start'], got['end']])} ({got['basis']})"
            yield Error("DATE", f"{name}: {days} {_context(gold, got)}")
        for field in ("type", "kind", "status"):
            answers = wanted[field] if isinstance(wanted[field], list) else [wanted[field]]
            counts.update({f"{field}_asked": 1, field: got[field] in answers})
            if got[field] not in answers:
                yield Error(field.upper(), f"{name}: want {' or '.join(answers)}, got {got[field]}")
        yield from _who_and_where(name, wanted, got, counts)


def _who_and_where(name: str, wanted: Json, got: Json, counts: Counter[str]) -> Iterator[Error]:
    place = got["place"]["name"] if got["place"] else ""
    if wanted["place"]:
        right = same_name(wanted["place"], place)
        counts.update(place_asked=1, place=right)
        if not right:
            yield Error("PLACE", f"{name}: want {wanted['place']}, got {place or 'none'}")
    names = [participant["name"] for participant in got["participants"]]
    hits = sum(any(same_name(person, n) for n in names) for person in wanted["participants"])
    counts.update(who=hits, who_found=len(names), who_asked=len(wanted["participants"]))
    if not hits == len(names) == len(wanted["participants"]):
        yield Error("WHO", f"{name}: want {wanted['participants']}, got {names}")


def _figures(counts: Counter[str]) -> Iterator[tuple[str, float]]:
    answers = counts["matched"] + counts["FALSE"]
    yield from _prf("detection", counts["matched"], answers, counts["required"])
    yield from _prf("timeline", counts["timeline"], answers, counts["required"])
    yield "dates", _share(counts["timeline"], counts["matched"])
    yield "silently_wrong", _share(counts["silently_wrong"], counts["answered"])
    for field in ("type", "kind", "status", "place"):
        yield field, _share(counts[field], counts[f"{field}_asked"])
    yield from _prf("participants", counts["who"], counts["who_found"], counts["who_asked"])
    yield "duplicates", counts["DUPLICATE"]
    yield "clutter", _share(counts["optional"], counts["required"])


def _prf(name: str, right: int, found: int, wanted: int) -> Iterator[tuple[str, float]]:
    precision, recall = _share(right, found), _share(right, wanted)
    yield f"{name}.P", precision
    yield f"{name}.R", recall
    yield f"{name}.F1", _share(2 * precision * recall, precision + recall)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _in_text(event: Json) -> Json:
    """The event with its mentions in the text only: titles are not annotated."""
    return event | {"mentions": [m for m in event["mentions"] if m.get("field", "text") == "text"]}


def _among(event: Json, events: list[Json]) -> bool:
    """Whether it is this very one: two events may look the same."""
    return any(event is other for other in events)


def _answered(event: Json) -> bool:
    return bool(event["start"] and event["end"])


def _overlap(a: Json, b: Json) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _words(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return set(re.findall(r"\w+", plain)) - {"the", "of"}


def _span(days: list[str | None] | None) -> str:
    return "..".join(day or "?" for day in dict.fromkeys(days)) if days else "no date"


def _context(gold: Json, event: Json) -> str:
    """The first mention with some words around it."""
    first = min(event["mentions"], key=lambda mention: mention["start"])
    before, after = gold["text"][max(0, first["start"] - 40) : first["start"]], gold["text"][first["end"] : first["end"] + 40]
    return f"“…{before}[{gold['text'][first['start'] : first['end']]}]{after}…”".replace("\n", " ")


def main(arguments: list[str]) -> None:
    """Print the figures and, with --errors, what is wrong."""
    limits = {name: limit for side in json.loads(FLOORS.read_text(encoding="utf-8")).values() for name, limit in side.items()}
    result = score((gold, found(gold)) for gold in map(load, ARTICLES))
    lines = [f"{name:16} {value:7.3f}   limit {limits.get(name, 'none')}" for name, value in result.figures.items()]
    if "--errors" in arguments:
        lines += ["", *map(str, sorted(result.errors, key=lambda error: error.sort))]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
