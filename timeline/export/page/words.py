"""Text of an article as HTML, and the names that the parts of the page know each other by."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from timeline.plain import plain, whole_characters


def shown(text: str) -> str:
    """Any text as HTML that shows it: nothing in it is markup, no control character is left, half characters are "?".

    >>> shown('<b title="x">\\x1b')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(_whole(text))


def event_name(event_id: str) -> str:
    """The id of an event's element.

    >>> event_name('a "b" #c')
    'event-a &quot;b&quot; #c'
    """
    return f"event-{shown(event_id)}"


def event_link(event_id: str) -> str:
    """The link to an event's element.

    >>> event_link('a "b" #c')
    '#event-a%20%22b%22%20%23c'
    """
    return f"#event-{quote(_whole(event_id), safe='')}"


def mention_name(event: int, mention: int) -> str:
    """The id of a mention's element, by its number in its event and the event's number; what cannot clash with an event's.

    >>> mention_name(0, 2)
    'mention-0-2'
    """
    return f"mention-{event}-{mention}"


def _whole(text: str) -> str:
    return whole_characters(plain(text.replace("\t", " ")))
