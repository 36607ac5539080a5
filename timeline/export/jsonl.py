"""The timeline as JSON Lines: one event a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from timeline.export.json import event_json
from timeline.model import Event


def to_jsonl(events: Iterable[Event]) -> str:
    """Each event as in the JSON format, on a line of its own."""
    return "".join(json.dumps(event_json(event), ensure_ascii=False) + "\n" for event in events)
