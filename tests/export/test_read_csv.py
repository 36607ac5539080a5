"""A timeline as CSV and Parquet, and back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import timeline
from tests.sample_events import awkward, event, many, person, story
from timeline import Article, Timeline, read_csv
from timeline.cells import cell, list_cell, value, values
from timeline.errors import UnreadableInput
from timeline.export.from_csv import from_csv
from timeline.model import Basis, Field, Mention, Place
from timeline.table import COLUMNS
from timeline.times.interval import Grain, Interval

TOLD = (
    Article("oslo; north", date(2024, 3, 13), "Norway's Foreign Minister Ingrid Solheim met Wanjiru Odhiambo of Kenya in Bergen on Tuesday."
            " Norway recalled its envoy from Chad.", "Kenya and Norway meet"),
    Article("nai|robi", date(2024, 3, 14), "Kenyan Foreign Minister Wanjiru Odhiambo met her Norwegian counterpart Ingrid Solheim in Oslo"
            " on Tuesday. Kenya expelled a consul on Monday."),
    Article("lagos", date(2024, 3, 14), "Ministers of Chad and Niger signed a border treaty. Chad recalled its ambassador before the"
            " signing of the treaty. Niger expelled two Chadian diplomats before the recall."),
    Article("accra", date(2024, 3, 15), "Peru's Foreign Minister Rosa Vidal telephoned Chile's Foreign Minister Inés Ugarte"
            " on Thursday."),
    Article("quito", date(2024, 3, 18), "The call of Peru's Foreign Minister Rosa Vidal with Chile's Foreign Minister Inés Ugarte took"
            " place on Wednesday 13 March."),
)  # fmt: skip
ODD = event(
    "odd", "2026-02-04", "2026-02-05", grain=Grain.SPAN, basis=Basis.ASSUMED, summary="=cmd|' /C calc'!A0; \\n \u2028 “x”\x00",
    participants=(person("A; B", None, "head; of \\ state"), replace(person("-C"), person=True)), minor=True, place=Place("Sea ", None),
    because=("", "; ", "a ← b"), joined=("x; y",),
    alternatives=(Interval(date(2026, 2, 4), None), Interval(None, date(9999, 12, 31), Grain.YEAR)),
    places=((Place("A | B", "CHE"), ("x | y", "z")), (Place("C"), ("w",))), people=((person("A; B", None, "head; of \\ state"), ("x",)),),
    mentions=(Mention("a:1-2", 0, 3, "me\nt", "They  met.", None, Field.TITLE), Mention("a title", 5, 9, ";", "; ", "; ")),
)  # fmt: skip


def back(whole: Timeline) -> Timeline:
    return Timeline(*_three(from_csv(whole.to_csv(), "it")))


def _three(found: tuple) -> tuple:  # type: ignore[type-arg]
    events, articles, order = found
    return events, articles, (), order


@pytest.mark.parametrize("events", [(), story(), awkward(), many(60), (ODD,)], ids=["nothing", "story", "awkward", "many", "odd"])
def test_what_is_read_back_is_the_same_timeline(events: tuple[timeline.Event, ...]) -> None:
    whole = Timeline(tuple(events))
    assert back(whole).events == whole.events
    assert back(whole).to_csv() == whole.to_csv()


def test_a_timeline_of_articles_comes_back_from_its_file(tmp_path: Path) -> None:
    whole = timeline.extract(TOLD, minor=True)
    assert whole.order and any(e.places for e in whole) and any(e.alternatives for e in whole), "the articles lack what is to be kept"
    whole.to_csv(tmp_path / "events.csv")
    found = read_csv(tmp_path / "events.csv")
    assert found == whole
    assert [(a.id, a.published) for a in found.articles] == sorted((a.id, a.published) for a in TOLD)
    found.to_csv(tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "events.csv").read_bytes()
    assert found.to_frame().equals(whole.to_frame())
    assert [found.explain(e.id) for e in found] == [whole.explain(e.id) for e in whole]
    assert [found.before(a.id, b.id) for a in found for b in found] == [whole.before(a.id, b.id) for a in whole for b in whole]


def test_excel_knows_the_file_by_its_mark_and_it_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "excel.csv"
    Timeline(story()).to_csv(path, excel=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,start,")
    assert read_csv(path) == Timeline(story())


def test_columns_that_a_reader_adds_are_passed_over() -> None:
    lines = Timeline(story()).to_csv().splitlines()
    text = "\n".join([f"mine,{lines[0]}", *(f"x,{line}" for line in lines[1:])])
    assert from_csv(text, "it")[0] == Timeline(story()).events


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("2026-02-01", "2026-02-31"), r"line \d+, column start"),
        (lambda text: text.replace("derived", "guessed"), "column basis: 'guessed' is not a valid Basis"),
        (lambda text: text.replace(",participants,", ",people,"), "it has no column participants"),
        (lambda text: text.replace("actor; counterpart", "actor"), "column roles: 1 values, where there should be 2"),
        (lambda text: "", "it has no column id"),
        (lambda text: text + 'x,"y', "no CSV"),
        (lambda text: text + "x,y\n", "column"),
        (lambda text: text.replace("a1:", "a1-"), "column told_at|column triggers|column sentences|column phrases"),
    ],
)
def test_what_is_no_timeline_is_said_with_its_line_and_column(change: object, said: str) -> None:
    text = Timeline(story()).to_csv()
    changed = change(text)  # type: ignore[operator]
    assert changed != text
    with pytest.raises(UnreadableInput, match=said):
        from_csv(changed, "it")


@given(st.text())
def test_any_text_is_a_cell(text: str) -> None:
    assert value(cell(text)) == text
    assert len(cell(text).splitlines()) <= 1
    cell(text).encode()


@given(st.lists(st.text(alphabet="; \\'=na\n|") | st.text(), min_size=1, max_size=5))
def test_any_texts_are_a_cell(texts: list[str]) -> None:
    assert values(list_cell(texts), least=len(texts)) == tuple(texts)


def test_parquet_is_read_by_pyarrow_and_pandas(tmp_path: Path) -> None:
    whole = Timeline((*story(), ODD))
    whole.to_parquet(tmp_path / "events.parquet")
    table = parquet.read_table(io.BytesIO(whole.to_parquet()))
    assert tuple(table.column_names) == COLUMNS
    assert table["start"].to_pylist() == [e.start for e in whole]
    assert table["participants"].to_pylist() == [[p.name for p in e.participants] for e in whole]
    frame = pd.read_parquet(tmp_path / "events.parquet")
    assert frame["minor"].tolist() == [e.minor for e in whole]
    assert frame["mentions"].tolist() == [len(e.mentions) for e in whole]
    assert whole.to_parquet() == Timeline(whole.events[::-1]).to_parquet()
