"""One happening, one event: which mentions of an article are joined and which stay apart."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.events.find import find_events
from timeline.events.kinds import load_kinds
from timeline.merge.within import merge_within
from timeline.model import Article, EventMention
from timeline.parse import load, parse
from timeline.times.interval import Interval, day

PUBLISHED = date(2024, 3, 14)

CASES = [
    pytest.param(
        "The United States sanctioned Chad. The U.S. Treasury's Office of Foreign Assets Control (OFAC) designated Viktor Orlov. "
        "OFAC also designated the Lake Brigade.",
        [["sanctioned", "designated", "designated"]],
        id="sanctions of one state, told by its bodies",
    ),
    pytest.param(
        "The United States sanctioned Chad. The United States sanctioned Niger.",
        [["sanctioned"], ["sanctioned"]],
        id="sanctions on two states",
    ),
    pytest.param(
        "Kaja Kallas telephoned Alar Karis on Monday. The conversation lasted an hour.",
        [["telephoned", "conversation"]],
        id="a noun takes up a verb",
    ),
    pytest.param(
        "Peter Szijjarto travelled to Sarajevo to meet Elmedin Konakovic.",
        [["travelled", "meet"]],
        id="a purpose belongs to its journey",
    ),
    pytest.param(
        "Norway imposed sanctions on Belarus.",
        [["imposed", "sanctions"]],
        id="a verb and the noun it carries",
    ),
    pytest.param(
        "Kenya and Uganda held talks in Kampala. Mexico and Cuba held talks in Havana.",
        [["talks"], ["talks"]],
        id="other people, other talks",
    ),
    pytest.param(
        "Brazil expelled a Peruvian consul. The expulsion surprised Lima.",
        [["expelled", "expulsion"]],
        id="an expulsion and its noun",
    ),
    pytest.param(
        "Kaja Kallas telephoned Alar Karis on Monday. Elina Valtonen met Baiba Braze. The conversation between Kallas and Karis was long.",
        [["telephoned", "conversation"], ["met"]],
        id="those who are named before what was told last",
    ),
    pytest.param(
        "Kaja Kallas and Alar Karis held a video call on Monday. Peru and Chile met in Lima on Friday. The conversation was short.",
        [["video call", "conversation"], ["met"]],
        id="a conversation is a call rather than a meeting",
    ),
    pytest.param(
        "Peter Szijjarto flew to Sarajevo and met Elmedin Konakovic.",
        [["flew"], ["met"]],
        id="a visit and whom somebody met there",
    ),
    pytest.param(
        "Ghana and Togo signed a treaty in Accra. That summit ended early.",
        [["signed", "treaty"], ["summit"]],
        id="a summit is no treaty",
    ),
]


def mentions(text: str) -> tuple[EventMention, ...]:
    article = Article("case", PUBLISHED, text)
    return tuple(m for m in find_events(parse(article, load()), load_kinds()) if not m.minor)


@pytest.mark.parametrize(("text", "groups"), CASES)
def test_joined(text: str, groups: list[list[str]]) -> None:
    found = merge_within(mentions(text), {}, load_kinds())
    assert [[m.trigger for m in h.mentions] for h in found] == groups


def test_the_one_an_event_is_dated_through_is_another() -> None:
    found = mentions("Three days before the conversation Peter Szijjarto travelled to Sarajevo.")
    conversation, travelled = found
    assert len(merge_within(found, {}, load_kinds(), apart={frozenset((conversation, travelled))})) == 2


def test_a_word_above_the_text_joins_what_is_told_below() -> None:
    told = mentions("The call comes at a tense time\n\nKaja Kallas and Alar Karis held a video call on Monday.")
    found = merge_within(told, {}, load_kinds())
    assert [[m.trigger for m in h.mentions] for h in found] == [["call", "video call"]]


def test_two_calls_on_two_days_stay_two() -> None:
    first, second = mentions("Kaja Kallas telephoned Alar Karis on Monday. Kaja Kallas telephoned Alar Karis on Friday.")
    days: dict[EventMention, tuple[Interval, ...]] = {first: (day(date(2024, 3, 11)),), second: (day(date(2024, 3, 8)),)}
    assert len(merge_within([first, second], days, load_kinds())) == 2
    assert len(merge_within([first, second], {}, load_kinds())) == 1


def test_an_event_keeps_its_id_when_the_text_goes_on() -> None:
    short = merge_within(mentions("Kenya and Uganda held talks in Kampala."), {}, load_kinds())
    longer = merge_within(mentions("Kenya and Uganda held talks in Kampala. Mexico expelled a Cuban consul."), {}, load_kinds())
    assert short[0].id == longer[0].id
