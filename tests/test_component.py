"""The timeline as a component of a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import timeline
from timeline.errors import BadDate, NoParse, PublicationDateMissing
from timeline.parse import DEFAULT_MODEL

TEXTS = (
    "The foreign ministers of Chad and Niger spoke by phone on Tuesday. Two days before the call Chad recalled its envoy.",
    "Norway expelled two Russian diplomats on Monday, and Iceland will open talks with Norway on 20 March.",
    "Nothing of the kind.",
)
PUBLISHED = "2024-03-14"


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    pipeline = spacy.load(DEFAULT_MODEL)
    pipeline.add_pipe("diplomatic_timeline", config={"published": PUBLISHED})
    return pipeline


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(event.edtf, event.kind) for event in doc._.timeline]


def test_a_doc_has_the_timeline_and_its_spans(nlp: spacy.Language) -> None:
    doc = nlp(TEXTS[0])
    assert told(doc) == [("2024-03-10", "recall"), ("2024-03-12", "call")]
    ids = {event.kind: event.id for event in doc._.timeline}
    assert [(span.text, span.label_, span.id_) for span in doc.spans["events"]] == [
        ("spoke", "call", ids["call"]), ("call", "call", ids["call"]), ("recalled", "recall", ids["recall"]),
    ]  # fmt: skip
    assert [(span.text, span.label_, span.id_) for span in doc.spans["times"]] == [
        ("Tuesday", "DATE", "2024-03-12"), ("Two days", "DURATION", "P2D"),
    ]  # fmt: skip
    assert doc._.timeline == timeline.extract(TEXTS[0], published=PUBLISHED)
    assert "three days" not in doc._.timeline.explain(ids["recall"]) and "Two days before" in doc._.timeline.explain(ids["recall"])


def test_two_processes_give_what_one_gives(nlp: spacy.Language) -> None:
    alone = [(told(doc), [(s.text, s.id_) for s in doc.spans["events"]]) for doc in nlp.pipe(TEXTS)]
    both = [(told(doc), [(s.text, s.id_) for s in doc.spans["events"]]) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=1)]
    assert both == alone
    assert [len(events) for events, _ in both] == [2, 2, 0]


def test_a_pipeline_kept_on_disk_gives_the_same(nlp: spacy.Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    kept = spacy.load(tmp_path / "pipeline")
    assert kept.pipe_names[-1] == "diplomatic_timeline"
    assert [told(kept(text)) for text in TEXTS] == [told(nlp(text)) for text in TEXTS]


def test_a_doc_kept_on_disk_has_its_timeline(nlp: spacy.Language) -> None:
    doc = nlp(TEXTS[1])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.timeline == doc._.timeline
    assert [s.id_ for s in again.spans["events"]] == [s.id_ for s in doc.spans["events"]]


def test_a_doc_may_have_a_day_of_its_own(nlp: spacy.Language) -> None:
    docs = [nlp.make_doc(TEXTS[0]) for _ in range(2)]
    docs[0]._.published = "2023-03-16"
    assert [told(doc)[-1] for doc in nlp.pipe(docs, n_process=2)] == [("2023-03-14", "call"), ("2024-03-12", "call")]


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_to_read_is_an_empty_timeline(nlp: spacy.Language, text: str) -> None:
    assert told(nlp(text)) == []


def test_what_is_missing_is_said() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("diplomatic_timeline", config={"published": PUBLISHED})
    with pytest.raises(NoParse, match="has no TAG, POS, LEMMA, DEP; add the component behind"):
        blank(TEXTS[0])
    undated = spacy.load(DEFAULT_MODEL)
    undated.add_pipe("diplomatic_timeline")
    with pytest.raises(PublicationDateMissing, match=r"set doc\._\.published"):
        undated(TEXTS[0])
    with pytest.raises(BadDate):
        blank.create_pipe("diplomatic_timeline", config={"published": "yesterday"})
    assert spacy.blank("en")(TEXTS[0])._.timeline is None
