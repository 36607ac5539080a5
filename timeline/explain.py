"""Why an event has its date: the chain of reasons in words, from the event to the publication date or a stated one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from timeline.edtf import day, readable
from timeline.model import Basis, Event, Field
from timeline.plain import plain
from timeline.solve.reasons import Step
from timeline.table import evidence
from timeline.times.interval import Grain


def because(steps: Sequence[Step], names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """One readable line a step, then the publication date that the chain rests on.

    That is the date of the article of the last step, and of whatever is assumed from a tense; it is left out when the phrase says
    its year itself. `names` gives for each event id its name, then the words that tell it; the one that the step before hangs on is
    put beside the name: "conversation = call". The articles are named only when the chain runs through several.
    """
    articles = {step.evidence.article for step in steps}
    several = len(articles) > 1
    lines = []
    for before, step in zip([None, *steps], steps, strict=False):
        name, *words = names.get(step.event, [step.event])
        said = _word_in(before.evidence.phrase, words) if before and before.event != step.event else None
        lines.append(_line(step, f"{said} = {name}" if said and said != name else name, name_article=several))
    for why in (step.evidence for step in steps if _rests_on_publication(step, last=step is steps[-1])):
        lines.append(f"{why.article + ' ' if several else ''}published {day(why.published, style='long')}")
    return tuple(dict.fromkeys(lines))


def explain(event: Event) -> str:
    """A short block: the summary, the date and how it is known, the chain, and the sentence that gave it."""
    date_text = event.when(style="long")
    lines = [event.summary, f"  {'no date' if date_text == '?' else date_text} ({event.basis})"]
    lines += [f"    {step}" for step in event.because]
    lines += [f"  one event: {reason}" for reason in event.joined]
    if event.alternatives:
        lines.append(f"  told with different dates: {event.readings(style='long')}")
    if event.places:
        lines.append(f"  told of different places: {event.whereabouts()}")
    if event.people:
        lines.append(f"  told with different people: {event.company()}")
    proof = evidence(event)
    dated = dict.fromkeys((m.article, m.sentence) for m in event.mentions if m.phrase)
    sentences = list(dated) or ([(proof.article, proof.sentence)] if proof else [])
    lines += [f"  {article}: “{' '.join(sentence.split())}”" for article, sentence in sentences]
    return plain("\n".join(lines))


def _word_in(phrase: str, words: Sequence[str]) -> str | None:
    """The one of these words that stands in a phrase."""
    return next((w.lower() for w in words if re.search(rf"\b{re.escape(w)}\b", phrase, re.IGNORECASE)), None)


def _line(step: Step, name: str, *, name_article: bool) -> str:
    why = step.evidence
    where = "title" if why.field is Field.TITLE else f"sentence {why.sentence.number}"
    if name_article:
        where += f" of {why.article}"
    if why.basis is Basis.ASSUMED:
        where += ", assumed from the tense"
    said = f"“{' '.join(why.phrase.split())}” " if why.phrase else ""
    note = f"; {why.note}" if why.note else ""
    return f"{name} {_when(step.first, step.last, why.basis)} ← {said}({where}{note})"


def _when(first: date | None, last: date | None, basis: Basis) -> str:
    if first is None and last is None:
        return "at an unknown date"
    if first is None or last is None:
        known = first or last
        assert known is not None
        return f"no {'earlier' if first else 'later'} than {day(known, style='long')}"
    if first == last:
        return f"on {day(first, style='long')}"
    stretch = readable(first, last, Grain.SPAN, style="long")
    if stretch.isdigit() or not stretch[0].isdigit():
        return f"in {stretch}"
    start, end = day(first, style="long"), day(last, style="long")
    return f"between {start} and {end}" if basis is Basis.BOUNDED else f"from {start} to {end}"


def _rests_on_publication(step: Step, *, last: bool) -> bool:
    if step.evidence.basis is Basis.ASSUMED:
        return True
    years = {f"{when.year}" for when in (step.first, step.last) if when}
    return last and not years & set(re.findall(r"\d{3,4}", step.evidence.phrase))
