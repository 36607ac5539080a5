"""TimeML, read back with the standard library's XML reader: the text, the extents, the links."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.export.reading import HOSTILE
from tests.sample_events import awkward, event, many, story
from timeline.export.timeml import to_timeml
from timeline.model import Article, Basis, Event, Field, Mention, Relation, Status, TimePhrase, Timex
from timeline.phrases import times
from timeline.times.expression import Unknown
from timeline.times.interval import Grain, Interval

PUBLISHED = date(2024, 3, 14)

# TimeML 1.2.1: the attributes that an element must have, those that it may have, and the values of those that have a list.
ATTRIBUTES = {
    "TIMEX3": ({"tid", "type", "value"}, {"mod", "temporalFunction", "functionInDocument"}),
    "EVENT": ({"eid", "class"}, set()),
    "MAKEINSTANCE": ({"eiid", "eventID", "tense", "aspect", "polarity", "pos"}, set()),
    "TLINK": ({"lid", "relType", "eventInstanceID"}, {"relatedToTime", "relatedToEventInstance"}),
}
VALUES = {
    "type": {"DATE", "TIME", "DURATION", "SET"},
    "class": {"OCCURRENCE"},
    "tense": {"NONE"},
    "aspect": {"NONE"},
    "polarity": {"POS", "NEG"},
    "pos": {"OTHER"},
    "relType": {"BEFORE", "AFTER", "IS_INCLUDED", "BEGUN_BY", "ENDED_BY", "IDENTITY"},
}
REFERENCES = ("eventID", "eventInstanceID", "relatedToTime", "relatedToEventInstance")


def article(text: str, title: str = "") -> Article:
    return Article("a1", PUBLISHED, text, title)


def mention(source: Article, trigger: str, phrase: str | None = None, field: Field = Field.TEXT, nth: int = 0) -> Mention:
    """The nth place where these words stand, in the sentence about it (up to the full stops)."""
    text = source.title if field is Field.TITLE else source.text
    start = -1
    for _ in range(nth + 1):
        start = text.index(trigger, start + 1)
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    last = text.find(".", start) + 1 or len(text)
    return Mention(source.id, start, start + len(trigger), trigger, text[first:last], phrase, field)


def told(id_: str, *mentions: Mention, start: str | None = None, end: str = "", **changes: object) -> Event:
    return event(id_, start, end if start is None else end or None, mentions=mentions, **changes)


def read(events: Iterable[Event], source: Article, phrases: Sequence[TimePhrase] = (), order: Sequence[tuple[str, str]] = ()) -> ET.Element:
    """The whole as XML, once it is seen to be TimeML: its parts, attributes, values, ids and references."""
    root = ET.fromstring(to_timeml(events, source, phrases, tuple(order)))
    assert [child.tag for child in root][:4] == ["DOCID", "DCT", "TITLE", "TEXT"]
    assert {child.tag for child in root[4:]} <= {"MAKEINSTANCE", "TLINK"}
    for element in root.iter():
        must, may = ATTRIBUTES.get(element.tag, (set(), set()))
        assert must <= set(element.attrib) <= must | may
        assert all(value in VALUES.get(name, {value}) for name, value in element.attrib.items())
    ids = [e.attrib[name] for e in root.iter() for name in ("tid", "eid", "eiid", "lid") if name in e.attrib]
    assert len(ids) == len(set(ids))
    named = [e.attrib[n] for e in root.iter() for n in REFERENCES if n in e.attrib]
    assert set(named) <= set(ids)
    assert [i.attrib["eventID"] for i in root.iter("MAKEINSTANCE")] == [e.attrib["eid"] for e in root.iter("EVENT")]
    return root


def extents(root: ET.Element, tag: str, field: str = "TEXT") -> list[tuple[int, int]]:
    """Where the elements of this name stand in the characters of the field."""
    found: list[tuple[int, int]] = []

    def walk(element: ET.Element, at: int) -> int:
        begun, at = at, at + len(element.text or "")
        for child in element:
            at = walk(child, at) + len(child.tail or "")
        if element.tag == tag:
            found.append((begun, at))
        return at

    walk(next(root.iter(field)), 0)
    return sorted(found)


def words(root: ET.Element) -> dict[str, str]:
    """What every id stands for: the words of a time, those of an instance, "published"."""
    texts = {e.attrib.get("tid") or e.attrib["eid"]: "".join(e.itertext()) for tag in ("TIMEX3", "EVENT") for e in root.iter(tag)}
    return texts | {i.attrib["eiid"]: texts[i.attrib["eventID"]] for i in root.iter("MAKEINSTANCE")} | {"t0": "published"}


def linked(root: ET.Element) -> list[tuple[str, str, str]]:
    """The links in words."""
    name = words(root)
    return [
        (name[link.attrib["eventInstanceID"]], link.attrib["relType"],
         name[link.attrib.get("relatedToTime") or link.attrib["relatedToEventInstance"]])
        for link in root.iter("TLINK")
    ]  # fmt: skip


def test_timeml_tells_an_article() -> None:
    source = article(
        "The ministers spoke by phone on Tuesday. Two days before the call, Ana Vik had flown to Sund. They are to meet in May.",
        "Ministers talk",
    )
    mentions = (mention(source, "talk", field=Field.TITLE), mention(source, "spoke", "Tuesday"), mention(source, "call"))
    call = told("call", *mentions, start="2024-03-12")
    flight = told("flight", mention(source, "flown", "Two days before the call"), start="2024-03-10", basis=Basis.DERIVED)
    plan = told("plan", mention(source, "meet", "May"), start="2024-05-01", end="2024-05-31", grain=Grain.MONTH, status=Status.PLANNED)
    root = read((call, flight, plan), source, times(source), [("flight", "call"), ("call", "elsewhere")])
    dct = root.find("DCT/TIMEX3")
    assert dct is not None and dct.text == "2024-03-14"
    assert dct.attrib == {
        "tid": "t0", "type": "DATE", "value": "2024-03-14", "temporalFunction": "false", "functionInDocument": "CREATION_TIME",
    }  # fmt: skip
    assert root.findtext("DOCID") == "a1"
    assert [("".join(t.itertext()), t.attrib["type"], t.attrib["value"]) for t in root[3].iter("TIMEX3")] == [
        ("Tuesday", "DATE", "2024-03-12"), ("Two days", "DURATION", "P2D"), ("May", "DATE", "2024-05"),
    ]  # fmt: skip
    assert [source.text[a:b] for a, b in extents(root, "EVENT")] == ["spoke", "call", "flown", "meet"]
    assert [source.title[a:b] for a, b in extents(root, "EVENT", "TITLE")] == ["talk"]
    assert linked(root) == [
        ("spoke", "IS_INCLUDED", "Tuesday"), ("meet", "IS_INCLUDED", "May"),
        ("spoke", "IDENTITY", "talk"), ("call", "IDENTITY", "talk"),
        ("flown", "BEFORE", "talk"),
        ("talk", "BEFORE", "published"), ("flown", "BEFORE", "published"), ("meet", "AFTER", "published"),
    ]  # fmt: skip


# sentence, trigger, phrase, links to times; the phrases are found as `timeline times` finds them
SENTENCES = [
    ("They met on Monday.", "met", "Monday", [("IS_INCLUDED", "Monday")]),
    ("They met before Monday.", "met", "Monday", [("BEFORE", "Monday")]),
    ("They met after Monday.", "met", "Monday", [("AFTER", "Monday")]),
    ("They met during March.", "met", "March", [("IS_INCLUDED", "March")]),
    ("They have met since 2011.", "met", "2011", [("BEGUN_BY", "2011")]),
    ("They met until Monday.", "met", "Monday", [("ENDED_BY", "Monday")]),
    ("They will meet by Friday.", "meet", "Friday", []),
    ("They met from 3 to 5 May.", "met", "3 to 5 May", [("BEGUN_BY", "3"), ("ENDED_BY", "5 May")]),
    ("They met between 3 and 5 May.", "met", "3 and 5 May", []),
    ("They met two days before the vote.", "met", "two days before the vote", []),
    ("They met for ten days.", "met", "ten days", []),
    ("They met and parted on Monday.", "met", None, []),
    ("They met on Monday and not again.", "met", "Tuesday", []),
    ("On MONDAY they met.", "met", "Monday", [("IS_INCLUDED", "MONDAY")]),
]


@pytest.mark.parametrize(("sentence", "trigger", "phrase", "expected"), SENTENCES)
def test_an_event_and_the_time_that_dates_it(sentence: str, trigger: str, phrase: str | None, expected: list[tuple[str, str]]) -> None:
    source = article(f"Nothing happened on Monday. {sentence} All was well on Monday.")
    root = read((told("e", mention(source, trigger, phrase)),), source, times(source))
    assert [(relation, time) for _, relation, time in linked(root)] == expected
    if expected and len(expected) == 1:
        target = next(root.iter("TLINK")).attrib["relatedToTime"]
        inside = next(t for t in root.iter("TIMEX3") if t.attrib["tid"] == target)
        at = extents(root, "TIMEX3")[[t.attrib["tid"] for t in root[3].iter("TIMEX3")].index(target)]
        assert source.text.index(sentence) <= at[0] < source.text.index(sentence) + len(sentence) and inside.text == expected[0][1]


# start, end, basis, link to the day of publication
PUBLICATION = [
    ("2024-03-13", None, Basis.STATED, "BEFORE"),
    ("2024-03-14", None, Basis.STATED, "IS_INCLUDED"),
    ("2024-03-15", None, Basis.STATED, "AFTER"),
    ("2024-03-01", "2024-03-31", Basis.BOUNDED, None),
    ("2024-03-14", "2024-03-31", Basis.BOUNDED, None),
    (None, "", Basis.UNKNOWN, None),
    ("", "2024-03-13", Basis.BOUNDED, "BEFORE"),
    ("", "2024-03-14", Basis.BOUNDED, None),
    ("2024-03-15", "", Basis.BOUNDED, "AFTER"),
    ("2024-03-14", None, Basis.ASSUMED, None),
]


@pytest.mark.parametrize(("start", "end", "basis", "expected"), PUBLICATION)
def test_an_event_and_the_day_of_publication(start: str | None, end: str | None, basis: Basis, expected: str | None) -> None:
    source = article("They met.")
    root = read((event("e", start, end, basis=basis, mentions=(mention(source, "met"),)),), source)
    assert linked(root) == ([("met", expected, "published")] if expected else [])


def test_about_a_day_is_neither_before_nor_after_publication() -> None:
    source = article("They met.")
    assert linked(read((replace(told("e", mention(source, "met"), start="2024-03-13"), edtf="2024-03-13~"),), source)) == []


def test_of_two_times_in_the_same_words_the_nearer_one_is_meant() -> None:
    source = article("On Monday they met in the old town of Sund, and it was on Monday that they parted.")
    root = read((told("a", mention(source, "met", "Monday")), told("b", mention(source, "parted", "Monday"))), source, times(source))
    assert [link.attrib["relatedToTime"] for link in root.iter("TLINK")] == ["t1", "t2"]


def test_times_of_title_and_text_are_kept_apart() -> None:
    source = article("On Monday they met.", "On Monday they met")
    found = times(source)
    both = (*(replace(p, field=Field.TITLE) for p in found), *found)
    root = read((told("e", mention(source, "met", "Monday", Field.TITLE), mention(source, "met", "Monday")),), source, both)
    assert extents(root, "TIMEX3", "TITLE") == extents(root, "TIMEX3") == [(3, 9)]
    assert [link.attrib.get("relatedToTime") for link in root.iter("TLINK")] == ["t1", "t2", None]


def test_a_dispute_is_before_publication_when_every_reading_is() -> None:
    source = article("They met.")
    days = tuple(Interval(date(2024, 3, n), date(2024, 3, n)) for n in (4, 9))
    root = read((told("e", mention(source, "met"), alternatives=days),), source)
    assert linked(root) == [("met", "BEFORE", "published")]


def test_polarity() -> None:
    source = article("They met. They fought.")
    root = read((told("a", mention(source, "met")), told("b", mention(source, "fought"), status=Status.DENIED)), source)
    assert [i.attrib["polarity"] for i in root.iter("MAKEINSTANCE")] == ["POS", "NEG"]


AWKWARD_TEXTS = (*HOSTILE, "", " \t\r\n\r \u2028 ", "nul\x00 bell\x07 esc\x1b \ufffe \ud83d half", "\r\rone\rtwo", "e\u0301 🙂 \x85 x")


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_the_text_comes_back(text: str) -> None:
    source = Article(f"id {text}", PUBLISHED, text, f"t {text}")
    marked = told("e", *(Mention(source.id, n, n + 1, text[n], text, text[n]) for n in range(0, len(text), 3)))
    root = read((marked,), source, times(Article("x", PUBLISHED, text)))
    back = str.maketrans({c: "\ufffd" for c in "\x00\x07\x1b\ufffe\ud83d"})
    assert "".join(root[3].itertext()) == text.translate(back)
    assert "".join(root[2].itertext()) == f"t {text}".translate(back)
    assert root.findtext("DOCID") == f"id {text}".translate(back)
    assert [(a, b) for a, b in extents(root, "EVENT")] == [(m.start, m.end) for m in marked.mentions]


def phrase(start: int, end: int, text: str) -> TimePhrase:
    timex = Timex(start, end, "DATE", "2024-03-14")
    return TimePhrase(start, end, text[start:end], Unknown("x"), Relation.AT, "rule", Interval(PUBLISHED, PUBLISHED), (timex,))


# the time and the events, as extents in "0123456789"; then the events as they are marked
CROSSINGS = [
    ((3, 6), [(0, 2)], [(0, 2)]),
    ((3, 6), [(6, 8), (1, 3)], [(1, 3), (6, 8)]),
    ((3, 6), [(4, 5)], [(4, 5)]),
    ((3, 6), [(2, 7)], [(2, 7)]),
    ((3, 6), [(3, 6)], [(3, 6)]),
    ((3, 6), [(1, 4)], [(1, 3)]),
    ((3, 6), [(5, 9)], [(6, 9)]),
    ((3, 6), [(1, 4), (2, 8)], [(1, 3), (3, 8)]),
    ((3, 6), [(0, 2), (0, 2), (1, 3)], [(0, 2), (0, 2), (2, 3)]),
    ((3, 6), [(-1, 2), (2, 2), (5, 2), (8, 11)], []),
]


@pytest.mark.parametrize(("time", "given", "expected"), CROSSINGS)
def test_extents_that_cross(time: tuple[int, int], given: list[tuple[int, int]], expected: list[tuple[int, int]]) -> None:
    source = article("0123456789")
    events = tuple(told(f"e{n}", Mention("a1", a, b, "x", source.text)) for n, (a, b) in enumerate(given))
    root = read(events, source, (phrase(*time, source.text),))
    assert "".join(root[3].itertext()) == source.text
    assert extents(root, "TIMEX3") == [time]
    assert extents(root, "EVENT") == expected


def test_only_what_this_article_tells() -> None:
    source = article("x" * 40)
    elsewhere = told("e", Mention("a2", 3, 5, "xx", "xx"), Mention("a1", 7, 9, "xx", "xx"), Mention("a3", 20, 22, "xx", "xx"))
    root = read((elsewhere, *story()[:3], *awkward(), *many(30)), source)
    assert (7, 9) in extents(root, "EVENT") and (3, 5) not in extents(root, "EVENT")
    assert to_timeml((elsewhere,), source, ()) == to_timeml((elsewhere,), source, ())
    assert linked(read((), source)) == []
