"""Made-up timelines with their articles, for the page: a story in two articles, one of a hundred events, one that means harm."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from tests.sample_events import event, many, person
from timeline.model import Article, Basis, Conflict, Event, Evidence, Field, Mention, Participant, Place, Role, Sentence, Status
from timeline.times.interval import Interval

HARM = """<script>alert(1)</script> "><img src=x onerror=alert(2)> </script> <!-- &lt; \u2028\u2029 \u202egnorw\u202c 'x' {{7*7}} ${8} """
HARM += "W" * 90

NORD = Article(
    "nord", date(2026, 2, 4), title="Norland and Vasa talk at last", text=(
        "President Edda Moor telephoned Prime Minister Karl Lund on Wednesday. Officials are holding talks in Geneva.\n\n"
        "Ilse Brandt flew to Vasa three days before the call. She will return to Vasa on 12 February, 😀 said Sund."
    ),
)  # fmt: skip
VASA = Article(
    "vasa", date(2026, 2, 6), title="Lund on the call", text=(
        "Karl Lund told parliament of the call with Moor. The border post reopened on Monday, customs said. It reopened on Tuesday, "
        "the mayor said. Before the call, Norland had released the crew. A map was found.\n\n" + "Nothing else is known of it. " * 60
    ),
)  # fmt: skip
MOOR, LUND = person("Edda Moor", "NOR", "President"), person("Karl Lund", "SWE", "Prime Minister", Role.COUNTERPART)
BRANDT = person("Ilse Brandt", "NOR", "security adviser")


def told(article: Article, words: str, trigger: str, phrase: str | None = None) -> Mention:
    """The mention of a trigger in the sentence that has these words, in the title when they stand there."""
    field = Field.TITLE if words in article.title else Field.TEXT
    whole = article.title if field is Field.TITLE else article.text
    at = whole.index(words)
    edges = [0, *(m.end() for m in re.finditer(r"[.]\s+", whole)), len(whole)]
    first, after = max(e for e in edges if e <= at), min(e for e in edges if e > at)
    start = whole.index(trigger, first)
    return Mention(article.id, start, start + len(trigger), trigger, whole[first:after].strip(), phrase, field)


def story() -> tuple[Event, ...]:
    """Seven events in reading order, of every basis, two at one trigger, one disputed, one without a date."""
    call = told(NORD, "President Edda", "telephoned", "on Wednesday")
    return (
        _event("border", None, kind="opening", place=Place("Orm", "FIN"), mentions=(
            told(VASA, "The border", "reopened", "on Monday"), told(VASA, "It reopened", "reopened", "on Tuesday")),
            alternatives=(_day(2, 2), _day(2, 3)), basis=Basis.UNKNOWN, summary="The border post reopens"),
        _event("visit", "2026-02-01", kind="visit", basis=Basis.DERIVED, participants=(BRANDT,), place=Place("Vasa", "SWE"),
            because=("visit on Sunday 1 February 2026 ← “three days before the call” (sentence 3)", "published Wednesday 4 February 2026"),
            mentions=(told(NORD, "Ilse Brandt flew", "flew", "three days before the call"),), summary="Ilse Brandt visits Vasa"),
        _event("release", "", "2026-02-04", kind="release", basis=Basis.BOUNDED, participants=(person("Norland", "NOR"),),
            mentions=(told(VASA, "Before the call", "released", "Before the call"),), summary="Norland releases the crew"),
        _event("call", "2026-02-04", kind="call", participants=(MOOR, LUND), summary="Edda Moor and Karl Lund: call",
            because=("call on Wednesday 4 February 2026 ← “on Wednesday” (sentence 1)",), joined=("nord and vasa tell of one call",),
            mentions=(call, told(NORD, "Norland and Vasa talk", "talk"), told(VASA, "Karl Lund told", "call"),
                      told(VASA, "Lund on the call", "call"))),
        _event("talks", "2026-02-04", kind="talks", status=Status.ONGOING, basis=Basis.ASSUMED, place=Place("Geneva", "CHE"),
            mentions=(told(NORD, "Officials are", "talks"), replace(call, phrase=None)), summary="Officials hold talks in Geneva"),
        _event("return", "2026-02-12", kind="visit", status=Status.PLANNED, participants=(BRANDT,), place=Place("Vasa", "SWE"),
            mentions=(told(NORD, "She will return", "return", "on 12 February"),), summary="Ilse Brandt is to visit Vasa again"),
        _event("map", None, "", kind="other", basis=Basis.UNKNOWN, mentions=(told(VASA, "A map", "found"),), summary="A map is found"),
    )  # fmt: skip


def conflicts() -> tuple[Conflict, ...]:
    """The two sentences on the border post that cannot both be right."""
    border = story()[0]
    monday, tuesday = (
        Evidence("vasa", VASA.published, Sentence(n, 1, 0, 9, m.sentence), m.phrase or "", Basis.STATED)
        for n, m in enumerate(border.mentions, 2)
    )
    return (Conflict(border.id, (monday, tuesday), ((monday,), (tuesday,))),)


def hundred(*, days: int = 2500) -> tuple[tuple[Event, ...], tuple[Article, ...]]:
    """A hundred varied events of several years, told by five articles."""
    events, articles = [], []
    plain = sorted(many(100, days=days), key=lambda e: e.start or date.min)
    for number in range(5):
        own = plain[number * 20 : number * 20 + 20]
        text = "\n\n".join(f"Sentence {e.id} says that {e.summary} again and again. Officials would not comment on it." for e in own)
        article = Article(f"article-{number}", date(2026, 1, 1 + number), text, f"Report no. {number}")
        articles.append(article)
        for e in own:
            verb = e.summary.split()[2]
            events.append(replace(e, mentions=(told(article, f"Sentence {e.id}", verb),), because=(f"{e.id} was told",)))
    return tuple(events), tuple(articles)


def harmful() -> tuple[tuple[Event, ...], tuple[Article, ...]]:
    """Two events of an article in which everything that can be text is an attack."""
    article = Article(HARM, date(2026, 2, 4), f"They met {HARM}. They met again.", f"{HARM} met")
    at = article.title.index("met")
    mentions = (told(article, "They met <", "met", HARM[:26]), Mention(HARM, at, at + 3, "met", article.title, field=Field.TITLE))
    who = (Participant(HARM, Role.ACTOR, HARM, HARM),)
    values: dict[str, Any] = {"summary": HARM, "kind": HARM, "participants": who, "place": Place(HARM, HARM), "because": (HARM,)}
    return (
        event(HARM, "2026-02-04", joined=(HARM,), mentions=mentions, **values),
        event('a "b" #c%', None, "", mentions=(Mention("gone", 3, 9, HARM, HARM, HARM),), basis=Basis.UNKNOWN, **values),
    ), (article,)


def _event(id_: str, start: str | None, end: str | None = None, **more: Any) -> Event:
    return event(id_, start, "" if start is None else end, **more)


def _day(month: int, day: int) -> Interval:
    return Interval(date(2026, month, day), date(2026, month, day))
