"""Where and on which visit a meeting took place, as told before it: "will travel to Baku, where she will meet", "Finer also met"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from timeline.model import REAL, EventMention, Field, Happening, Place
from timeline.names import state_name

# What people do on a visit, and at a meeting.
IN_A_SETTING = frozenset({"meeting", "talks", "press conference", "agreement", "statement", "summit", "aid"})
SETTINGS = frozenset({"visit", "meeting", "talks", "summit"})
NEAR_SENTENCES = 3


def with_settings(happenings: Sequence[Happening], dated: Collection[EventMention]) -> tuple[Happening, ...]:
    """Happenings with the place of what the same people were told to be at before, and the visit if that is one.

    `dated` are the mentions with words of time of their own: theirs is another occasion unless it is a visit.
    """
    placed = [h for h in happenings if h.mentions[0].kind in SETTINGS and h.place is not None]
    return tuple(_set(h, placed, dated) for h in happenings)


def _set(happening: Happening, placed: Sequence[Happening], dated: Collection[EventMention]) -> Happening:
    mention = next((m for m in happening.mentions if not (m.minor or m.passing)), None)
    stop = mention is not None and mention.kind == "visit" and mention.another and happening.place is None
    if mention is None or not (mention.kind in IN_A_SETTING or stop):
        return happening
    own_time = any(m in dated for m in happening.mentions)
    found = [
        (told.field is Field.TEXT, told.start, h)
        for h in placed
        if h.id != happening.id and (_is_visit(h) or not own_time) and _fits(happening, h)
        for told in _told_before(h, mention)
        if _parties_of(happening) or _closes(mention, told)
    ]
    if not found:
        return happening
    setting = max(found, key=lambda f: f[:2])[2]
    return replace(happening, setting=setting.id if _is_visit(setting) else None, place=happening.place or setting.place)


def _is_visit(happening: Happening) -> bool:
    return happening.mentions[0].kind == "visit"


def _told_before(setting: Happening, mention: EventMention) -> Iterator[EventMention]:
    for told in setting.mentions:
        before = told.start < mention.start if told.field is mention.field else told.field is Field.TITLE
        if before and (not told.passing or told.field is Field.TITLE):
            yield told


def _fits(happening: Happening, setting: Happening) -> bool:
    """The same people, both over or both to come, and no other place."""
    mine, theirs = _parties_of(happening), _parties_of(setting)
    here, there = happening.place, setting.place
    apart = here is not None and there is not None and here.name != there.name
    elsewhere = apart and bool(there and here and there.country and here.country != there.country) and not _leads_to(setting, here)
    return (not mine or bool(mine & theirs)) and bool(_times(happening) & _times(setting)) and not elsewhere


def _leads_to(setting: Happening, place: Place | None) -> bool:
    """A visit "to Korea and Japan" leads to Tokyo too."""
    names = [place.name, state_name(place.country)] if place and place.country else []
    return any(name in m.sentence.text for m in setting.mentions if not m.passing for name in names)


def _parties_of(happening: Happening) -> set[str]:
    return {p.name for m in happening.mentions for p in m.participants}


def _closes(mention: EventMention, told: EventMention) -> bool:
    """ "The two held talks. A protocol was signed": what ends a meeting, told right after it."""
    near = told.field is mention.field and mention.sentence.number - told.sentence.number <= NEAR_SENTENCES
    return near and mention.kind in {"agreement", "press conference"}


def _times(happening: Happening) -> set[bool]:
    """Whether it is told as real, as still to come, or as both; "the talks" alone says neither."""
    telling = [m for m in happening.mentions if not m.definite]
    return {m.status in REAL for m in telling if not m.weak} or {m.status in REAL for m in telling} or {True, False}
