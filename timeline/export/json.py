"""The timeline as one JSON object: events, articles, conflicts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from timeline.model import Article, Conflict, Event, Evidence, Field, Mention, Participant, Place
from timeline.times.interval import Interval

Json = dict[str, Any]


def to_json(events: Iterable[Event], articles: Iterable[Article] = (), conflicts: Iterable[Conflict] = ()) -> str:
    """The JSON text, ending in a newline; the same timeline always gives the same bytes."""
    whole = {
        "events": [event_json(event) for event in events],
        "articles": [_article(article) for article in articles],
        "conflicts": [_conflict(conflict) for conflict in conflicts],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def event_json(event: Event) -> Json:
    """One event as plain JSON values; `alternatives`, `joined`, `places`, `people` and `minor` are there only when they say something."""
    out: Json = {
        "id": event.id,
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "grain": event.grain.value,
        "edtf": event.edtf,
        "basis": event.basis.value,
        "because": list(event.because),
        "type": event.type,
        "kind": event.kind,
        "cameo": event.cameo,
        "status": event.status.value,
        "participants": [_participant(p) for p in event.participants],
        "place": _place(event.place) if event.place else None,
        "summary": event.summary,
        "mentions": [_mention(m) for m in event.mentions],
    }
    if event.alternatives:
        out["alternatives"] = [_interval(interval) for interval in event.alternatives]
    if event.joined:
        out["joined"] = list(event.joined)
    if event.places:
        out["places"] = [{**_place(place), "articles": list(articles)} for place, articles in event.places]
    if event.people:
        out["people"] = [{"name": who.name, "country": who.country, "articles": list(articles)} for who, articles in event.people]
    if event.minor:
        out["minor"] = True
    return out


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "published": article.published.isoformat(),
        "published_by": article.published_by.value,
        "title": article.title,
    }


def _participant(participant: Participant) -> Json:
    return {
        "name": participant.name,
        "role": participant.role.value,
        "country": participant.country,
        "title": participant.title,
    }


def _place(place: Place) -> Json:
    return {"name": place.name, "country": place.country}


def _mention(mention: Mention) -> Json:
    out: Json = {
        "article": mention.article,
        "start": mention.start,
        "end": mention.end,
        "trigger": mention.trigger,
        "sentence": mention.sentence,
        "phrase": mention.phrase,
    }
    if mention.field is Field.TITLE:
        out["field"] = mention.field.value
    return out


def _interval(interval: Interval) -> Json:
    return {
        "start": interval.first.isoformat() if interval.first else None,
        "end": interval.last.isoformat() if interval.last else None,
        "grain": interval.grain.value,
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "event": conflict.event,
        "about": conflict.about.value,
        "evidence": [_evidence(piece) for piece in conflict.evidence],
        "chains": [[_evidence(piece) for piece in chain] for chain in conflict.chains],
    }


def _evidence(evidence: Evidence) -> Json:
    out: Json = {
        "article": evidence.article,
        "published": evidence.published.isoformat(),
        "sentence": evidence.sentence.text,
        "start": evidence.sentence.start,
        "end": evidence.sentence.end,
        "phrase": evidence.phrase,
        "basis": evidence.basis.value,
    }
    if evidence.field is Field.TITLE:
        out["field"] = evidence.field.value
    return out
