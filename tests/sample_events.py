"""Made-up events for the tests of what comes out: one story of seven, and as many as you like."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from timeline.edtf import edtf
from timeline.model import Basis, Event, Field, Mention, Participant, Place, Role, Status
from timeline.times.interval import Grain, Interval

PUBLISHED = date(2026, 2, 4)
BEFORE_THE_CALL = "Just three days before the phone call"


def event(id_: str, start: str | None, end: str | None = None, **changes: Any) -> Event:
    """An event on these ISO days; a missing `end` is the day of the start, "" leaves that side open."""
    first = date.fromisoformat(start) if start else None
    last = first if end is None else date.fromisoformat(end) if end else None
    grain = changes.pop("grain", Grain.DAY if first == last or not (first and last) else Grain.SPAN)
    values: dict[str, Any] = {
        "basis": Basis.STATED,
        "because": (),
        "type": "CONSULT",
        "kind": "meeting",
        "cameo": "044",
        "status": Status.HAPPENED,
        "participants": (),
        "place": None,
        "summary": f"{id_} takes place",
        "mentions": (Mention("a1", 10, 17, "meeting", f"The {id_} took place.", None),),
    } | changes
    return Event(id=id_, start=first, end=last, grain=grain, edtf=edtf(first, last, grain), **values)


def person(name: str, country: str | None = None, title: str | None = None, role: Role = Role.ACTOR) -> Participant:
    return Participant(name, role, country, title)


def story() -> tuple[Event, ...]:
    """Seven events of every basis around one phone call: a year of background, a dense week, a plan."""
    return (
        event(
            "blockade", "2022-01-01", "2022-12-31", grain=Grain.YEAR, kind="incident", type="COERCE", cameo="191",
            participants=(person("Norland", "NRL"),), place=Place("Strait of Orm"), summary="Norland blocks the Strait of Orm",
        ),
        event(
            "visit", "2026-02-01", kind="visit", cameo="042", basis=Basis.DERIVED, place=Place("Vasa", "VAS"),
            participants=(person("Ilse Brandt", "NRL", "security adviser"), person("Tomas Rehn", "VAS", "foreign minister")),
            summary="Ilse Brandt visits Vasa, meets foreign minister Tomas Rehn",
            because=(
                "visit on Sunday 1 February 2026 ← “Just three days before the phone call” (sentence 7)",
                "phone call = call on Wednesday 4 February 2026 ← “on Wednesday” (sentence 2)",
                "published Wednesday 4 February 2026",
            ),
            mentions=(
                Mention("a1", 0, 6, "flies", "Adviser flies to Vasa", None, Field.TITLE),
                Mention("a1", 700, 704, "flew", f"{BEFORE_THE_CALL}, Brandt flew to Vasa.", BEFORE_THE_CALL),
            ),
        ),
        event(
            "letter", "", "2026-02-02", basis=Basis.BOUNDED, kind="appeal", type="REQUEST", cameo="020",
            participants=(person("Sund", "SUN"),), summary="Sund asks both sides for restraint in a letter",
        ),
        event(
            "drone", "2026-02-03", kind="incident", type="ASSAULT", cameo="190", place=Place("Sea of Orm"),
            participants=(person("Norland", "NRL"), person("Vasa", "VAS", role=Role.COUNTERPART)),
            summary="Norland’s navy shoots down a Vasan drone over the Sea of Orm",
        ),
        event(
            "call", "2026-02-04", kind="call", cameo="041",
            participants=(person("President Edda Moor", "NRL"), person("Prime Minister Karl Lund", "VAS")),
            summary="President Edda Moor and Prime Minister Karl Lund talk by phone",
        ),
        event(
            "talks", "2026-02-04", kind="talks", cameo="046", status=Status.ONGOING, basis=Basis.ASSUMED, place=Place("Geneva", "CHE"),
            participants=(person("Norland", "NRL"), person("Vasa", "VAS"), person("Sund", "SUN")),
            summary="Officials of Norland, Vasa and Sund hold talks on a truce in Geneva",
        ),
        event(
            "expiry", "2026-02-05", kind="treaty expiry", type="AGREE", cameo="057", status=Status.PLANNED, basis=Basis.DERIVED,
            participants=(person("Norland", "NRL"), person("Vasa", "VAS")), summary="The fisheries treaty between Norland and Vasa expires",
        ),
    )  # fmt: skip


def awkward() -> tuple[Event, ...]:
    """Every form at once: open sides, contradictions, no date, calls that never came, far years, five scripts, no markup."""
    return (
        event("price", "2026-02-02", summary="Aid rises from $5bn to $7bn, _{says} ministry [bold]loudly[/bold] <b>&amp;</b>"),
        event("since", "2026-02-03", "", basis=Basis.BOUNDED, summary="Some time after the vote, the envoy leaves"),
        event("between", "2026-01-12", "2026-01-24", basis=Basis.BOUNDED, summary="The two sides seal a pact"),
        event("cancelled", "2026-02-06", status=Status.CANCELLED, summary="Summit of the coastal states"),
        event("denied", "2026-01-30", status=Status.DENIED, basis=Basis.ASSUMED, summary="Secret meeting on a yacht"),
        event("wished", "2026-03-01", "2026-03-31", grain=Grain.MONTH, status=Status.HYPOTHETICAL, summary="A second round of talks"),
        event("tour", "2026-02-09", "2026-02-13", status=Status.PLANNED, summary="Karl Lund is to tour the northern ports"),
        event("undated", None, "", basis=Basis.UNKNOWN, summary="An old map is found in the archive of the admiralty"),
        event(
            "disputed", None, "", basis=Basis.UNKNOWN, summary="The border post reopens",
            alternatives=(Interval(date(2026, 1, 20), date(2026, 1, 20)), Interval(date(2026, 2, 2), date(2026, 2, 2))),
        ),
        event("scripts", "2026-01-28", summary="Сергей Лавров, محمد بن سلمان, 习近平, 岸田さん and 윤석열 meet"),
        event("long", "2026-01-29", summary=f"Delegations of {', '.join(f'coastal state no. {n}' for n in range(1, 9))} sign the accord"),
        event("century", "1801-01-01", "1900-12-31", grain=Grain.CENTURY, summary="The first border treaty is drawn up"),
    )  # fmt: skip


def many(count: int, *, days: int = 28, dense: int = 0, seed: int = 7) -> tuple[Event, ...]:
    """`count` events over `days` days, the first `dense` of them all on one day."""
    chance = random.Random(seed)
    people = ("Edda Moor", "Karl Lund", "Ilse Brandt", "Tomas Rehn", "Aino Vik", "Pavel Strand", "Mara Quist")
    verbs = ("meets", "calls", "warns", "visits", "signs an accord on fishing rights with", "threatens to expel the envoy of")
    events = []
    for number in range(count):
        start = PUBLISHED + timedelta(days=0 if number < dense else chance.randrange(-days + 3, 3))
        long = chance.random() < 0.15
        end = start + timedelta(days=chance.randrange(1, 5)) if long else start
        who, other = chance.sample(people, 2)
        events.append(
            event(
                f"e{number:03d}", start.isoformat(), end.isoformat(),
                basis=chance.choices(list(Basis)[:4], (6, 3, 1, 1))[0],
                status=Status.PLANNED if start > PUBLISHED else Status.HAPPENED,
                summary=f"{who} {chance.choice(verbs)} {other}",
                participants=(person(who), person(other)),
            )
        )  # fmt: skip
    return tuple(events)
