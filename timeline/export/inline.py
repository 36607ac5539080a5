"""XML tags put into a text whose characters all stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A bare carriage return is read back as a line feed.
RETURN = {"\r": "&#13;"}
IN_ATTRIBUTE = {**RETURN, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


@dataclass(frozen=True, slots=True)
class Tag:
    """An element and the characters that it is to hold."""

    name: str
    start: int
    end: int
    attributes: Mapping[str, str]


def marked_up(text: str, tags: Iterable[Tag]) -> str:
    """The text as XML with these tags, of which the earlier in the list keep their extent where two cross.

    A tag inside another is nested in it; one that crosses another is cut down to what lies outside. Each holds at least a character.

    >>> marked_up("on 5 May", [Tag("T", 3, 8, {"id": "1"}), Tag("E", 0, 4, {"id": "2"})])
    '<E id="2">on </E><T id="1">5 May</T>'
    """
    placed: list[Tag] = []
    for tag in tags:
        placed.append(_apart(tag, placed))
    edges = {edge for tag in placed for edge in (tag.start, tag.end)}
    outer_first = sorted(placed, key=lambda tag: (tag.start, -tag.end))
    out, last, opened = [], 0, list[Tag]()
    for edge in sorted(edges):
        out.append(xml_text(text[last:edge]))
        while opened and opened[-1].end == edge:
            out.append(f"</{opened.pop().name}>")
        for tag in (t for t in outer_first if t.start == edge):
            out.append(f"<{tag.name} {xml_attributes(tag.attributes)}>")
            opened.append(tag)
        last = edge
    return "".join(out) + xml_text(text[last:])


def xml_text(text: str) -> str:
    """The text for an element; U+FFFD stands for what XML 1.0 cannot hold, so that offsets stay.

    >>> xml_text("Q&A\\x00")
    'Q&amp;A\ufffd'
    """
    return escape(_holdable(text), RETURN)


def xml_attributes(values: Mapping[str, str]) -> str:
    """The attributes of a tag, in the order given.

    >>> xml_attributes({"tid": "t0", "value": 'a "b"'})
    'tid="t0" value="a &quot;b&quot;"'
    """
    return " ".join(f'{name}="{escape(_holdable(value), IN_ATTRIBUTE)}"' for name, value in values.items())


def _holdable(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def _apart(tag: Tag, placed: Sequence[Tag]) -> Tag:
    for other in placed:
        if tag.start < other.start < tag.end < other.end:
            tag = replace(tag, end=other.start)
        elif other.start < tag.start < other.end < tag.end:
            tag = replace(tag, start=other.end)
    return tag
