"""The chain of reasons in words."""

from __future__ import annotations

from datetime import date

import pytest

from tests.sample_events import PUBLISHED, awkward, event, story
from timeline.explain import because, explain
from timeline.model import Basis, Evidence, Field, Sentence
from timeline.solve.reasons import Step


def evidence(phrase: str, number: int, basis: Basis = Basis.STATED, *, article: str = "a1", **more: object) -> Evidence:
    return Evidence(article, PUBLISHED, Sentence(number, 1, 0, 9, "A sentence."), phrase, basis, **more)  # type: ignore[arg-type]


D1, D4 = date(2026, 2, 1), date(2026, 2, 4)
END = "published Wednesday 4 February 2026"


def test_a_chain_ends_at_the_publication_date() -> None:
    steps = [
        Step("e1", D1, D1, evidence("Just three days before the\nconversation", 14, Basis.DERIVED)),
        Step("e2", D4, D4, evidence("on Wednesday", 2)),
    ]
    assert because(steps, {"e1": ["visit", "flew"], "e2": ["call", "spoke", "conversation"]}) == (
        "visit on Sunday 1 February 2026 ← “Just three days before the conversation” (sentence 14)",
        "conversation = call on Wednesday 4 February 2026 ← “on Wednesday” (sentence 2)",
        END,
    )


@pytest.mark.parametrize(
    ("first", "last", "piece", "lines"),
    [
        (None, D4, evidence("ahead of the vote", 3), ("e no later than Wednesday 4 February 2026 ← “ahead of the vote” (sentence 3)", END)),
        (D1, None, evidence("since Sunday", 3), ("e no earlier than Sunday 1 February 2026 ← “since Sunday” (sentence 3)", END)),
        (
            None, D4, evidence("praised", 5, Basis.ASSUMED),
            ("e no later than Wednesday 4 February 2026 ← “praised” (sentence 5, assumed from the tense)", END),
        ),
        (D4, D4, evidence("", 5, Basis.ASSUMED), ("e on Wednesday 4 February 2026 ← (sentence 5, assumed from the tense)", END)),
        (date(2022, 1, 1), date(2022, 12, 31), evidence("in 2022", 9), ("e in 2022 ← “in 2022” (sentence 9)",)),
        (date(2022, 3, 1), date(2022, 3, 31), evidence("in March", 9), ("e in March 2022 ← “in March” (sentence 9)", END)),
        (D1, D1, evidence("on 1 February 2026", 9), ("e on Sunday 1 February 2026 ← “on 1 February 2026” (sentence 9)",)),
        (
            D1, D4, evidence("from Sunday to Wednesday", 9),
            ("e from Sunday 1 February 2026 to Wednesday 4 February 2026 ← “from Sunday to Wednesday” (sentence 9)", END),
        ),
        (
            D1, D4, evidence("in between", 9, Basis.BOUNDED),
            ("e between Sunday 1 February 2026 and Wednesday 4 February 2026 ← “in between” (sentence 9)", END),
        ),
        (None, None, evidence("once", 9), ("e at an unknown date ← “once” (sentence 9)", END)),
        (D4, D4, evidence("today", 1, field=Field.TITLE), ("e on Wednesday 4 February 2026 ← “today” (title)", END)),
        (D4, D4, evidence("today", 1, note="as the call"), ("e on Wednesday 4 February 2026 ← “today” (sentence 1; as the call)", END)),
    ],
)  # fmt: skip
def test_one_step(first: date | None, last: date | None, piece: Evidence, lines: tuple[str, ...]) -> None:
    assert because([Step("e", first, last, piece)], {}) == lines


def test_articles_are_named_when_there_are_several() -> None:
    steps = [
        Step("e1", D1, D1, evidence("three days before", 4, Basis.DERIVED)),
        Step("e2", D4, D4, evidence("on Wednesday", 2, article="a2")),
    ]
    assert because(steps, {}) == (
        "e1 on Sunday 1 February 2026 ← “three days before” (sentence 4 of a1)",
        "e2 on Wednesday 4 February 2026 ← “on Wednesday” (sentence 2 of a2)",
        "a2 published Wednesday 4 February 2026",
    )


def test_a_tense_rests_on_publication_wherever_it_stands() -> None:
    steps = [Step("e", D1, D4, evidence("has met", 4, Basis.ASSUMED)), Step("e", D1, D4, evidence("since 1 February 2026", 2))]
    assert because(steps, {})[-1] == END
    assert because(list(reversed(steps)), {})[-1] == END


def test_no_steps_no_reasons() -> None:
    assert because([], {}) == ()


def test_block() -> None:
    assert explain(story()[1]).splitlines() == [
        "Ilse Brandt visits Vasa, meets foreign minister Tomas Rehn",
        "  Sunday 1 February 2026 (derived)",
        "    visit on Sunday 1 February 2026 ← “Just three days before the phone call” (sentence 7)",
        "    phone call = call on Wednesday 4 February 2026 ← “on Wednesday” (sentence 2)",
        "    published Wednesday 4 February 2026",
        "  a1: “Just three days before the phone call, Brandt flew to Vasa.”",
    ]


def test_block_without_date_or_mention() -> None:
    assert explain(event("e", None, "", basis=Basis.UNKNOWN, mentions=())) == "e takes place\n  no date (unknown)"


def test_block_of_a_dispute() -> None:
    disputed = next(e for e in awkward() if e.alternatives)
    assert "  told with different dates: Tuesday 20 January 2026 or Monday 2 February 2026" in explain(disputed).splitlines()
