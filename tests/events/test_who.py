"""Who takes part where the sentence itself names nobody: offices, pronouns, groups, lists and the turns of a transcript."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.find import find_events
from timeline.events.kinds import load_kinds
from timeline.model import Article, EventMention, Role
from timeline.parse import load, parse

TALK = """Meeting with President of Egypt Omar Sabri
President of Chile Ana Reyes: Mr President, I am pleased to see you.
President of Egypt Omar Sabri (retranslated): Thank you. I am glad to meet you in person.
"""


def found(text: str) -> tuple[EventMention, ...]:
    return find_events(parse(Article("a", date(2024, 3, 14), text), load()), load_kinds())


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        pytest.param(
            "Deputy Secretary of State Wendy Cole arrived in Lagos. The Deputy Secretary will meet Foreign Minister Musa Bello on Friday.",
            "meet", {"Wendy Cole", "Musa Bello"}, id="an office stands for the one who holds it",
        ),
        pytest.param(
            "Vice President Ana Reyes and President Juan Mora met on Monday. The President will visit Peru on Friday.",
            "visit", {"Juan Mora"}, id="a vice president is not the president",
        ),
        pytest.param(
            "President Ana Reyes of Chile flew to Lima. She met Foreign Minister Juan Mora on Monday.",
            "met", {"Ana Reyes", "Juan Mora"}, id="she is the subject told last",
        ),
        pytest.param(
            "Foreign Ministers Maria Lopez and Juan Mora arrived in Lima. The two ministers held talks on Monday.",
            "talks", {"Maria Lopez", "Juan Mora"}, id="the two ministers",
        ),
        pytest.param(
            "Director of the Policy Council Jane Klein, adviser Jon Finer and Ambassador Geeta Rao met with Omar Sabri.",
            "met", {"Jane Klein", "Jon Finer", "Geeta Rao", "Omar Sabri"}, id="a list of people with their offices",
        ),
        pytest.param(
            "Ana Reyes met with President of the State of Palestine Mahmoud Darwish in Sochi.",
            "met", {"Ana Reyes", "Mahmoud Darwish"}, id="a name behind the full name of a state",
        ),
        pytest.param("The Reyes-Mora call lasted an hour.", "call", {"Reyes", "Mora"}, id="names that only a hyphen joins"),
        pytest.param("Kurdish rebels attacked a convoy on Monday.", "attacked", {"Kurdish rebels"}, id="a group stays as written"),
        pytest.param("The Convention on Salt was signed in Riga in May.", "signed", set(), id="a treaty takes no part"),
        pytest.param("RIGA, May 4 — Latvia signed the accord on Monday.", "signed", {"Latvia"}, id="nor does a dateline"),
        pytest.param("Togo withdrew its envoy. It also expelled two Malian diplomats.", "expelled", {"Togo", "Mali"}, id="it"),
    ],
)  # fmt: skip
def test_who(text: str, trigger: str, who: set[str]) -> None:
    mention = next(m for m in found(text) if m.trigger == trigger)
    assert {p.name for p in mention.participants} == who


def test_who_speaks_in_a_transcript_and_to_whom() -> None:
    said = [{p.name for p in m.participants} for m in found(TALK) if m.trigger in {"see", "meet"}]
    assert said == [{"Ana Reyes", "Omar Sabri"}, {"Ana Reyes", "Omar Sabri"}]


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Estonia expelled two Russian diplomats.", "expelled", {"Estonia": Role.ACTOR, "Russia": Role.COUNTERPART}),
        ("Oman hosted talks between Iran and Iraq.", "talks", {"Oman": Role.HOST, "Iran": Role.ACTOR, "Iraq": Role.ACTOR}),
        ("Hossam Fathy mediated between Hamas and Fatah.", "mediated",
         {"Hossam Fathy": Role.MEDIATOR, "Hamas": Role.COUNTERPART, "Fatah": Role.COUNTERPART}),
    ],
)  # fmt: skip
def test_roles(text: str, trigger: str, roles: dict[str, Role]) -> None:
    mention = next(m for m in found(text) if m.trigger == trigger)
    assert {p.name: p.role for p in mention.participants} == roles
