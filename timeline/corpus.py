"""Many articles in one run: what was read is kept on the way, so that a run that was stopped can go on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.events.kinds import load_kinds
from timeline.model import Article
from timeline.parse import DEFAULT_MODEL, load
from timeline.pipeline import Extract, extract_each
from timeline.reading import extract_of, reading_of
from timeline.store.database import digest
from timeline.store.partial import Partial
from timeline.timeline import Failure
from timeline.times.expression import DateOrder

AT_ONCE = 25  # articles that are written together: what a kill can lose
OF_THE_PROGRAM = frozenset({".py", ".toml", ".tsv"})


def partial_of(output: Path, *, model: str = DEFAULT_MODEL, date_order: DateOrder | None = None, kinds: Path | None = None) -> Partial:
    """The file beside an output that keeps what was read with these options by this version of the program and of the model.

    Raises ModelMissing, or BadKinds.
    """
    if kinds is not None:
        load_kinds(kinds)  # says what is wrong with it
    package = Path(__file__).parent
    own = sorted(path for path in package.rglob("*") if path.suffix in OF_THE_PROGRAM)
    said = hashlib.sha256(json.dumps([load(model).meta, date_order], sort_keys=True, default=str).encode())
    for path in (*own, *([kinds] if kinds else [])):
        said.update(hashlib.sha256(path.read_bytes()).digest())
    return Partial(output, said.hexdigest())


def read_on(
    articles: Sequence[Article],
    partial: Partial,
    *,
    resume: bool,
    model: str = DEFAULT_MODEL,
    date_order: DateOrder | None = None,
    kinds: Path | None = None,
) -> Iterator[Extract | Failure]:
    """What each article gives, or why it could not be read, in their order; each few are kept in `partial` before the next are read.

    With `resume`, what is kept there is not read again: an article in the same words, read with the same options. What could not be
    read is tried again. Raises NoStory where a file of another sort is in the way, or UnwritableOutput.
    """
    table = load_kinds(kinds) if kinds is not None else load_kinds()
    known = partial.kept() if resume else None
    if known is None:
        partial.begin()
    before = {article.id: extract_of(known[version]) for article in articles if known and (version := digest(article)) in known}
    fresh = [article for article in articles if article.id not in before]
    read: dict[str, Extract | Failure] = {**before}
    for first in range(0, len(fresh), AT_ONCE):
        few = fresh[first : first + AT_ONCE]
        found = list(extract_each(few, table, model, date_order))
        partial.put(reading_of(one) for one in found if isinstance(one, Extract))
        read |= {article.id: one for article, one in zip(few, found, strict=True)}
    return (read[article.id] for article in articles)
