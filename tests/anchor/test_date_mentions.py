"""Dates for events that the caller has found: triggers by their offsets, known to no table of ours."""

from __future__ import annotations

import pytest

from timeline import date_mentions
from timeline.errors import BadDate, BadSpan

PUBLISHED = "2024-03-14"  # a Thursday

# text, with the triggers between asterisks, and the day of each
CASES = [
    ("On March 5 they had a *conversation*. The *arrests* came three days before the conversation.", "2024-03-05 2024-03-02"),
    ("Lava *reached* the town on Tuesday, four days after the *eruption*, and the market *burned* the next day.",
     "2024-03-12 2024-03-08 2024-03-13"),
    ("The *harvest* began on 3 June 2021. The comet *appeared* ten days into the harvest.", "2021-06-03 2021-06-13"),
    ("The bridge *collapsed* on Monday. Two days later engineers *danced* in the street.", "2024-03-11 2024-03-13"),
    ("The bridge *collapsed* on Monday. The *collapse* woke the valley.", "2024-03-11 2024-03-11"),
    ("The bridge *collapsed* on Monday. A week before the collapse a crack had been *found*.", "2024-03-11 2024-03-04"),
    ("A whale *surfaced* in the harbour on 1 February, and on 2 February it *drowned*.", "2024-02-01 2024-02-02"),
    ("The orchestra *rehearsed* on the eve of the minister's visit to Doha, which took place on 9 March.", "2024-03-08"),
    ("Ana Brnabić *met* Viktor Orbán on Tuesday and *left* for Vienna the following day.", "2024-03-12 2024-03-13"),
    ("The dam *burst*.", None),
]  # fmt: skip


def spans_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its asterisks, and where the words between them stand."""
    pieces = marked.split("*")
    starts = [sum(map(len, pieces[:i])) for i in range(len(pieces))]
    return "".join(pieces), [(starts[i], starts[i] + len(pieces[i])) for i in range(1, len(pieces), 2)]


@pytest.mark.parametrize(("marked", "days"), CASES)
def test_each_trigger_has_its_day(marked: str, days: str | None) -> None:
    found = date_mentions(*_given(marked))
    wanted = [(day, day) for day in days.split()] if days else [("None", PUBLISHED)]
    assert [(str(e.start), str(e.end)) for e in found] == wanted


def _given(marked: str) -> tuple[str, str, list[tuple[int, int]]]:
    text, spans = spans_of(marked)
    return text, PUBLISHED, spans


def test_in_the_order_given_and_nothing_else() -> None:
    text, spans = spans_of("Norway *met* Chad on Monday. Mali *sang* on Tuesday. Niger bombed Benin on Wednesday.")
    one, other = date_mentions(text, PUBLISHED, spans), date_mentions(text, PUBLISHED, reversed(spans))
    assert [str(e.start) for e in one] == ["2024-03-11", "2024-03-12"]
    assert other == tuple(reversed(one))
    assert date_mentions(text, PUBLISHED, []) == ()


def test_two_spans_of_one_event_give_it_twice() -> None:
    text, spans = spans_of("The ministers *spoke* by phone on Tuesday. The *conversation* was warm.")
    first, second = date_mentions(text, PUBLISHED, spans)
    assert first is second
    assert first.kind == "call"


@pytest.mark.parametrize("text", ["A.", "1 2 3", "x" * 5000, "Met.\n\nMet again on Monday."])
def test_any_word_is_an_event_if_one_says_so(text: str) -> None:
    (event,) = date_mentions(text, PUBLISHED, [(0, 1)])
    assert event.mentions[0].start == 0


def test_every_date_has_its_reasons() -> None:
    text, spans = spans_of("The bridge collapsed on Monday. Two days later engineers *danced* in the street.")
    (event,) = date_mentions(text, PUBLISHED, spans)
    assert event.because[0].startswith("danced on")


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-4, 3), (0, 400), (12, 13)])
def test_a_span_without_a_word(span: tuple[int, int]) -> None:
    with pytest.raises(BadSpan, match="holds no word of the text; give"):
        date_mentions("They met now", PUBLISHED, [span])


def test_a_date_that_is_none() -> None:
    with pytest.raises(BadDate, match="published"):
        date_mentions("They met now", "soon", [(5, 8)])
