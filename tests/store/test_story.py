"""A story in a file: what is added, what is there, and what a kill or a second writer leaves of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

import timeline
from timeline import Article, Timeline
from timeline.errors import NoStory, NotToBeJoined, NotToBeSplit, OldStory, StoryBusy, UnknownEvent
from timeline.follow import Change, add, join, split
from timeline.model import Event, Field
from timeline.store.codec import from_text, to_text
from timeline.store.database import opened

ROOT = Path(__file__).parents[2]
TOLD = (
    ("oslo", "2024-03-13", "Norway's Foreign Minister Ingrid Solheim telephoned Wanjiru Odhiambo of Kenya on Tuesday."),
    ("nairobi", "2024-03-14", "Kenyan Foreign Minister Wanjiru Odhiambo spoke with her Norwegian counterpart Ingrid Solheim by telephone. "
     "Kenya expelled a consul the day after the conversation."),
    ("cairo", "2024-03-18", "Egypt recalled its ambassador from Oslo on Friday. Ingrid Solheim will visit Cairo on 25 March."),
)  # fmt: skip
ARTICLES = tuple(Article(name, date.fromisoformat(day), text) for name, day, text in TOLD)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return sorted((change.what, change.event.kind) for change in changes)


def as_set(events: tuple[Event, ...]) -> list[Event]:
    return sorted(events, key=lambda event: event.id)


def test_added_one_by_one_it_is_what_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    for article in ARTICLES:
        add(path, [article])
    kept, whole = Timeline.open(path, minor=True), timeline.extract(ARTICLES, minor=True)
    assert as_set(kept.events) == as_set(whole.events)
    assert (kept.conflicts, kept.order) == (whole.conflicts, whole.order)
    assert [e.id for e in Timeline.open(path)] == [e.id for e in timeline.extract(ARTICLES)]


def test_what_is_new_moved_and_contradicted(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    oslo, nairobi, _ = ARTICLES
    assert told(add(path, [nairobi])) == [("new", "call"), ("new", "expulsion")]
    changes = add(path, [oslo])
    assert ("moved", "expulsion") in told(changes)  # the day of the call has come from Oslo
    assert {c.event.when() for c in changes if c.event.kind == "expulsion"} == {"Wed 13 Mar 2024"}
    assert add(path, [oslo, nairobi]) == ()
    mali = Article("bamako", date(2024, 3, 15), "Mali recalled its envoy on 4 March. The recall came two days after the vote of 4 March.")
    assert ("new", "recall") in told(add(path, [mali]))
    assert any(e.alternatives for e in Timeline.open(path))


def test_a_changed_article_replaces_its_last_version(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    add(path, ARTICLES)
    corrected = replace(ARTICLES[0], text=ARTICLES[0].text.replace("Tuesday", "Monday"))
    changes = add(path, [corrected])
    assert {c.event.when() for c in changes if c.event.kind == "call"} == {"Mon 11 Mar 2024"}
    assert as_set(Timeline.open(path, minor=True).events) == as_set(timeline.extract([corrected, *ARTICLES[1:]], minor=True).events)


def test_filters(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    add(path, ARTICLES)
    story = Timeline.open(path)
    assert {e.kind for e in story.select(country="Egypt")} == {"recall", "visit"}
    assert {e.kind for e in story.select(country="KEN", kind="call")} == {"call"}
    assert {e.kind for e in story.select(since="2024-03-15")} == {"recall", "visit"}
    assert {e.kind for e in story.select(until="2024-03-12")} == {"call"}
    assert {e.kind for e in story.select(involving="solheim", status="planned")} == {"visit"}
    assert {e.kind for e in story.select(place="cairo")} == {"visit"}
    assert len(story.select(involving="nobody")) == 0


def test_a_reader_splits_and_joins_and_it_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    oslo, nairobi, cairo = ARTICLES
    add(path, [oslo, nairobi])
    (call,) = Timeline.open(path).select(kind="call")
    assert call.articles == ("oslo", "nairobi")
    split(path, call.id, "nairobi")
    add(path, [cairo])
    calls = Timeline.open(path).select(kind="call")
    assert sorted(e.articles for e in calls) == [("nairobi",), ("oslo",)]
    join(path, *(e.id for e in calls))
    (again,) = Timeline.open(path).select(kind="call")
    assert (again.id, again.articles, again.when()) == (call.id, ("oslo", "nairobi"), "Tue 12 Mar 2024")
    assert again.joined == ("nairobi and oslo tell what you say is the same",)


def test_what_cannot_be_split_or_joined_is_named_and_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    add(path, ARTICLES)
    before = Timeline.open(path, minor=True)
    (call,) = before.select(kind="call")
    (recall,), (expulsion,) = before.select(kind="recall"), before.select(kind="expulsion")
    with pytest.raises(NotToBeSplit, match="'cairo' cannot be taken out"):
        split(path, call.id, "cairo")
    with pytest.raises(NotToBeSplit, match="told by cairo alone"):
        split(path, recall.id, "cairo")
    with pytest.raises(NotToBeJoined, match="one article tells both"):
        join(path, call.id, expulsion.id)
    with pytest.raises(UnknownEvent):
        join(path, call.id, "nothing")
    assert Timeline.open(path, minor=True) == before


def test_the_command(tmp_path: Path) -> None:
    path, source = tmp_path / "story.duckdb", tmp_path / "articles.jsonl"
    lines = (json.dumps({"id": a.id, "published": a.published.isoformat(), "text": a.text}) for a in ARTICLES)
    source.write_text("\n".join(lines), encoding="utf-8")

    def run(*arguments: str) -> str:
        return subprocess.run([sys.executable, "-m", "timeline", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    added = run("add", str(path), str(source)).splitlines()
    assert "new                    Tue 12 Mar 2024  Ingrid Solheim and Wanjiru Odhiambo: call" in added
    assert run("add", str(path), str(source)) == "nothing new\n"
    (call,) = json.loads(run("show", str(path), "--kind", "call", "--format", "json"))["events"]
    assert "Wanjiru Odhiambo" in run("split", str(path), call["id"], "nairobi")
    (one, other) = json.loads(run("show", str(path), "--kind", "call", "--format", "json"))["events"]
    assert "joined" in run("join", str(path), one["id"], other["id"])
    shown = json.loads(run("show", str(path), "--from", "2024-03-13", "--country", "Kenya", "--format", "json"))
    assert [e["kind"] for e in shown["events"]] == ["expulsion"]


WRITER = """
import sys
import timeline.follow as follow
from pathlib import Path
from timeline.read import read
follow.AT_ONCE = 2
plain = follow.extract_article
def spoken(*arguments):
    print("read", flush=True)
    return plain(*arguments)
follow.extract_article = spoken
follow.add(sys.argv[1], read(Path(sys.argv[2]))[:12])
"""


@pytest.mark.parametrize(("after", "delay"), [(1, 0.0), (3, 0.0), (4, 0.02), (5, 0.1), (6, 0.005), (8, 0.05), (11, 0.01)])
def test_a_kill_leaves_each_article_in_or_out(tmp_path: Path, after: int, delay: float) -> None:
    path, source = tmp_path / "story.duckdb", ROOT / "examples" / "a-year.jsonl"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(source)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(after):
            assert process.stdout.readline() == "read\n"
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
    with opened(path, write=True) as story:
        stored, readings = story.stored(), story.readings()
    assert len(readings) % 2 == 0
    assert {article.id for article in stored.articles} == {article.id for article, *_ in readings}
    assert as_set(stored.events) == as_set(timeline.extract([article for article, *_ in readings], minor=True).events)


HOLDER = """
import sys, time
from timeline.store.database import opened
with opened(sys.argv[1], write=True):
    print("open", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def test_a_second_writer_waits_or_says_so(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    add(path, ARTICLES[:1])
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path), "2"], cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoryBusy, match="another program has it open"), opened(path, write=True, wait=0.2):
            pass
        changes = add(path, ARTICLES[2:])
    assert told(changes) == [("new", "recall"), ("new", "visit")]
    assert len(Timeline.open(path).articles) == 2


@pytest.mark.parametrize("content", [None, b"no database at all", b""])
def test_a_file_that_is_no_story_is_named_and_left_alone(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "story.duckdb"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoStory, match="no story"):
        Timeline.open(path)
    if content:
        with pytest.raises(NoStory):
            add(path, ARTICLES[:1])
        assert path.read_bytes() == content


def test_a_story_of_another_version_is_neither_read_nor_changed(tmp_path: Path) -> None:
    path = tmp_path / "story.duckdb"
    add(path, ARTICLES[:1])
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE story SET version = '1'")
    with pytest.raises(OldStory, match="another version"):
        Timeline.open(path)
    with pytest.raises(OldStory, match="to a new file"):
        add(path, ARTICLES[1:])
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT id FROM articles").fetchall() == [(ARTICLES[0].id,)]


def test_only_our_own_values_come_out_of_a_file() -> None:
    values = (date(2026, 2, 4), Field.TITLE, (1, None, "x", 2.5, True), ARTICLES[0])
    assert from_text(to_text(values)) == values
    with pytest.raises(KeyError):
        from_text('[{"node":0},[["Popen","ls"]]]')
