"""An article as TimeML: its text with the times and events marked, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.export.inline import Tag, marked_up, xml_attributes, xml_text
from timeline.export.tlinks import Link, Time, Told, links
from timeline.model import Article, Event, Field, Status, TimePhrase
from timeline.solve.order import Order

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def to_timeml(events: Iterable[Event], article: Article, phrases: Iterable[TimePhrase], order: Order = ()) -> str:
    """The TimeML 1.2.1 text of one article: what `events` tell in it, its time `phrases`, and the links that hold between them.

    Without their tags TITLE and TEXT are the article's own, save that a character that XML 1.0 cannot hold is U+FFFD. Every event is
    an OCCURRENCE, as its class, tense and part of speech are not known; its polarity is NEG where it is denied. An event whose
    extent crosses that of a time is marked as far as it lies outside; extents that are not in the text are left out. `order` has
    pairs of event ids of which the first was over before the second began. Source of the format: TimeML 1.2.1,
    https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html

    >>> from datetime import date
    >>> print(to_timeml((), Article("a1", date(2024, 3, 14), "Q&A"), ()).splitlines()[5])
    <TEXT>Q&amp;A</TEXT>
    """
    times, told = _times(phrases, article), _told(events, article)
    title, text = (
        marked_up(
            _text(article, field),
            (
                *(_timex_tag(time) for time in times if time.phrase.field is field),
                *(_event_tag(one) for one in told if one.mention.field is field),
            ),
        )
        for field in Field
    )
    lines = (
        HEAD,
        "<TimeML>",
        *_head(article),
        f"<TITLE>{title}</TITLE>",
        f"<TEXT>{text}</TEXT>",
        *(_instance(one) for one in told),
        *(_link(number, link) for number, link in enumerate(links(told, times, article, order), 1)),
        "</TimeML>",
    )
    return "\n".join(lines) + "\n"


def _times(phrases: Iterable[TimePhrase], article: Article) -> tuple[Time, ...]:
    found = [(t, p) for p in phrases for t in p.timexes if _stands(t.start, t.end, _text(article, p.field))]
    found.sort(key=lambda pair: (pair[1].field is Field.TEXT, pair[0].start, pair[0].end))
    return tuple(Time(f"t{number}", timex, phrase) for number, (timex, phrase) in enumerate(found, 1))


def _told(events: Iterable[Event], article: Article) -> tuple[Told, ...]:
    found = [
        (m, event)
        for event in events
        for m in event.mentions
        if m.article == article.id and _stands(m.start, m.end, _text(article, m.field))
    ]
    found.sort(key=lambda pair: (pair[0].field is Field.TEXT, pair[0].start, pair[0].end, pair[1].id))
    return tuple(Told(number, mention, event) for number, (mention, event) in enumerate(found, 1))


def _text(article: Article, field: Field) -> str:
    return article.title if field is Field.TITLE else article.text


def _stands(start: int, end: int, text: str) -> bool:
    return 0 <= start < end <= len(text)


def _head(article: Article) -> Iterator[str]:
    day = article.published.isoformat()
    created = {"tid": "t0", "type": "DATE", "value": day, "temporalFunction": "false", "functionInDocument": "CREATION_TIME"}
    yield f"<DOCID>{xml_text(article.id)}</DOCID>"
    yield f"<DCT><TIMEX3 {xml_attributes(created)}>{day}</TIMEX3></DCT>"


def _timex_tag(time: Time) -> Tag:
    timex = time.timex
    mod = {"mod": timex.mod} if timex.mod else {}
    return Tag("TIMEX3", timex.start, timex.end, {"tid": time.tid, "type": timex.type, "value": timex.value, **mod})


def _event_tag(told: Told) -> Tag:
    return Tag("EVENT", told.mention.start, told.mention.end, {"eid": f"e{told.number}", "class": "OCCURRENCE"})


def _instance(told: Told) -> str:
    polarity = "NEG" if told.event.status is Status.DENIED else "POS"
    known = {"tense": "NONE", "aspect": "NONE", "polarity": polarity, "pos": "OTHER"}
    return f"<MAKEINSTANCE {xml_attributes({'eiid': told.instance, 'eventID': f'e{told.number}', **known})}/>"


def _link(number: int, link: Link) -> str:
    target = "relatedToTime" if link.target.startswith("t") else "relatedToEventInstance"
    ends = {"eventInstanceID": link.instance, target: link.target}
    return f"<TLINK {xml_attributes({'lid': f'l{number}', 'relType': link.relation, **ends})}/>"
