"""The Timeline that users hold."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from tests.sample_events import PUBLISHED, story
from timeline.errors import UnknownEvent
from timeline.model import Article
from timeline.pipeline import extract
from timeline.timeline import Timeline

ARTICLE = Article("a1", PUBLISHED, "Text.", "Norland and Vasa talk again")


@pytest.fixture
def whole() -> Timeline:
    return Timeline(events=tuple(reversed(story())), articles=(ARTICLE,))


def test_is_in_order_and_frozen(whole: Timeline) -> None:
    assert [e.id for e in whole] == ["blockade", "visit", "letter", "drone", "call", "talks", "expiry"]
    assert len(whole) == 7
    assert whole == Timeline(story(), (ARTICLE,))
    with pytest.raises(FrozenInstanceError):
        whole.events = ()  # type: ignore[misc]


def test_repr_str_and_html(whole: Timeline) -> None:
    assert repr(whole) == "<Timeline of 7 events from 1 article, 0 conflicts>"
    assert "Norland blocks the Strait of Orm" in str(whole)
    assert whole._repr_html_().startswith("<table")


def test_before_by_dates(whole: Timeline) -> None:
    assert whole.before("visit", "call") is True
    assert whole.before("call", "visit") is False
    assert whole.before("call", "talks") is None  # one day
    with pytest.raises(UnknownEvent):
        whole.before("call", "nothing")


TOLD = (
    "Ministers of Chad and Niger signed a border treaty. Chad recalled its ambassador before the signing of the treaty. "
    "Niger expelled two Chadian diplomats before the recall."
)


def test_before_by_words_alone() -> None:
    found = extract(TOLD, published="2024-03-14")
    by_kind = {event.kind: event.id for event in found}
    treaty, recall, expulsion = (by_kind[kind] for kind in ("agreement", "recall", "expulsion"))
    assert [event.id for event in found] == [expulsion, recall, treaty]
    assert found.before(expulsion, treaty) is True
    assert found.before(treaty, expulsion) is False


def test_text_or_file(whole: Timeline, tmp_path: Path) -> None:
    assert whole.to_csv(tmp_path / "t.csv") is None
    assert (tmp_path / "t.csv").read_text("utf-8") == whole.to_csv()
    assert whole.to_json(str(tmp_path / "t.json")) is None
    assert json.loads((tmp_path / "t.json").read_text("utf-8")) == json.loads(whole.to_json())
    assert len(whole.to_frame()) == 7


def test_explain_and_look_up(whole: Timeline) -> None:
    assert whole.explain("visit").startswith("Ilse Brandt visits Vasa")
    assert whole["visit"].kind == "visit"
    with pytest.raises(UnknownEvent, match="no event 'nothing'"):
        whole.explain("nothing")


def test_plot_takes_the_title_of_a_lone_article(whole: Timeline) -> None:
    assert "Norland and Vasa talk again" in {t.get_text() for t in whole.plot().texts}
    assert "Other" in {t.get_text() for t in whole.plot(title="Other").texts}


def test_importing_loads_nothing_heavy_and_plotting_no_pyplot() -> None:
    code = (
        "import sys; from timeline.timeline import Timeline; "
        "assert not {'spacy', 'matplotlib', 'pandas'} & set(sys.modules), 'heavy'; "
        "Timeline(()).plot(); assert 'matplotlib.pyplot' not in sys.modules, 'pyplot'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
