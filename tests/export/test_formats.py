"""JSON, JSON Lines, CSV and the table of a notebook."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from tests.sample_events import PUBLISHED, awkward, event, story
from timeline.export.csv import to_csv
from timeline.export.json import event_json, to_json
from timeline.export.jsonl import to_jsonl
from timeline.export.notebook import to_notebook
from timeline.model import Article, Basis, Conflict, Evidence, Field, Sentence
from timeline.table import COLUMNS

FIELDS = (
    "id", "start", "end", "grain", "edtf", "basis", "because", "type", "kind", "cameo", "status", "participants", "place", "summary",
    "mentions",
)  # fmt: skip


def test_event_has_the_fields_of_the_contract_in_order() -> None:
    found = event_json(story()[1])
    assert tuple(found) == FIELDS
    assert (found["start"], found["end"], found["grain"], found["basis"]) == ("2026-02-01", "2026-02-01", "day", "derived")
    assert found["participants"][0] == {"name": "Ilse Brandt", "role": "actor", "country": "NRL", "title": "security adviser"}
    assert found["place"] == {"name": "Vasa", "country": "VAS"}
    assert list(found["mentions"][1]) == ["article", "start", "end", "trigger", "sentence", "phrase"]


def test_field_is_written_only_for_the_title() -> None:
    title, text = event_json(story()[1])["mentions"]
    assert title["field"] == "title"
    assert "field" not in text


def test_what_is_unknown_is_null() -> None:
    found = event_json(event("e", "", "2026-02-04", basis=Basis.BOUNDED))
    assert found["start"] is None and found["end"] == "2026-02-04"
    assert found["place"] is None
    assert found["mentions"][0]["phrase"] is None


def test_minor_and_alternatives_are_written_when_there_are_any() -> None:
    assert event_json(event("e", "2026-02-04", minor=True))["minor"] is True
    disputed = next(e for e in awkward() if e.alternatives)
    assert [i["start"] for i in event_json(disputed)["alternatives"]] == ["2026-01-20", "2026-02-02"]


def test_whole_json() -> None:
    sentence = Sentence(3, 1, 40, 60, "They met on Monday.")
    monday = Evidence("a1", PUBLISHED, sentence, "on Monday", Basis.STATED)
    tuesday = Evidence("a2", PUBLISHED, sentence, "on Tuesday", Basis.STATED, Field.TITLE)
    conflict = Conflict("e", (monday, tuesday), ((monday,), (tuesday, monday)))
    text = to_json(story(), [Article("a1", date(987, 5, 6), "long text", "Üb’r")], [conflict])
    found = json.loads(text)
    assert list(found) == ["events", "articles", "conflicts"]
    assert len(found["events"]) == 7
    assert found["articles"] == [{"id": "a1", "published": "0987-05-06", "published_by": "given", "title": "Üb’r"}]
    assert [[piece["article"] for piece in chain] for chain in found["conflicts"][0]["chains"]] == [["a1"], ["a2", "a1"]]
    assert found["conflicts"][0]["evidence"][0]["phrase"] == "on Monday"
    assert found["conflicts"][0]["evidence"][1]["field"] == "title"
    assert "Üb’r" in text and text.endswith("}\n")


def test_empty_json_is_whole() -> None:
    assert json.loads(to_json(())) == {"events": [], "articles": [], "conflicts": []}


def test_jsonl_is_one_event_a_line() -> None:
    events = (*story(), event("line", "2026-02-04", summary="two\nlines"))
    lines = to_jsonl(events).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [event_json(e) for e in events]
    assert to_jsonl(()) == ""


def test_csv_is_flat() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(story()))))
    assert tuple(rows[0]) == COLUMNS
    visit = rows[1]
    assert visit["participants"] == "Ilse Brandt; Tomas Rehn"
    assert visit["because"].count("; ") == 2 and visit["because"].count(" ← ") == 2
    assert visit["because"].endswith("published Wednesday 4 February 2026")
    assert (visit["mentions"], visit["minor"], visit["cameo"]) == ("2", "false", "042")
    assert rows[2]["start"] == "" and rows[2]["edtf"] == "../2026-02-02"


@pytest.mark.parametrize("summary", ["=1+1", "+44", "-5 degrees", "@here", "\t=x", "\r\n-x", "'=x", "＝1"])
def test_csv_runs_nothing_in_a_spreadsheet(summary: str) -> None:
    [found] = csv.DictReader(io.StringIO(to_csv([event("e", "2026-02-04", summary=summary)]), newline=""))
    assert found["summary"][0] in "'\\"


def test_csv_has_one_line_a_row() -> None:
    text = to_csv([event("e", "2026-02-04", summary="two\r\nlines,\x85\u2028 \"more\"")])
    assert len(text.splitlines()) == 2
    assert '"two\\r\\nlines,\\u0085\\u2028 ""more"""' in text


def test_the_notebook_table_is_escaped_and_shows_the_evidence_on_hover() -> None:
    html = to_notebook((*story(), *awkward(), event("q", "2026-02-04", summary="<script>", mentions=())))
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "[bold]loudly[/bold] &lt;b&gt;&amp;amp;&lt;/b&gt;" in html
    assert 'title="Just three days before the phone call, Brandt flew to Vasa."' in html
    assert html.count("<tr>") == 1 + 7 + 12 + 1
