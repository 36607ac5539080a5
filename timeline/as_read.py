"""What was found in the characters of an article made readable, put back to where it stands in the article as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar, cast

from timeline.characters import Characters
from timeline.model import Article, EventMention, Evidence, Field, Sentence, TimePhrase
from timeline.parse import one_line

T = TypeVar("T")

STARTS, ENDS = frozenset({"start", "clause"}), frozenset({"end"})


@dataclass(frozen=True, slots=True)
class AsRead:
    """Puts back what was found in the readable characters of an article's title and text."""

    article: Article
    characters: Mapping[Field, Characters]

    def __call__(self, value: T, field: Field = Field.TEXT) -> T:
        """The same value with the offsets and words that it has in the article as read."""
        return cast("T", self._back(value, field))

    def _back(self, value: object, field: Field) -> object:
        if isinstance(value, tuple):
            return tuple(self._back(part, field) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._put_back(value, getattr(value, "field", field))
        return value

    def _put_back(self, value: Any, field: Field) -> Any:
        characters = self.characters[field]
        new: dict[str, Any] = {f.name: self._back(getattr(value, f.name), field) for f in fields(value)}
        for name in new.keys() & STARTS:
            new[name] = characters.start(new[name]) if isinstance(new[name], int) else new[name]
        for name in new.keys() & ENDS:
            new[name] = characters.end(new[name]) if isinstance(new[name], int) else new[name]
        match value:
            case EventMention():
                new["trigger"] = self._words(new, field)
            case TimePhrase():
                new["text"] = self._words(new, field)
            case Sentence():
                new["text"] = one_line(self._words(new, field).strip())
            case Evidence():
                new["phrase"] = self._phrase(value, new["sentence"], field)
        return type(value)(**new)

    def _words(self, new: Mapping[str, Any], field: Field) -> str:
        whole = self.article.title if field is Field.TITLE else self.article.text
        return whole[new["start"] : new["end"]]

    def _phrase(self, evidence: Evidence, sentence: Sentence, field: Field) -> str:
        """The words of the phrase as they stand in its sentence; those of another are left readable."""
        characters = self.characters[field]
        at = characters.text.find(evidence.phrase, evidence.sentence.start, evidence.sentence.end)
        if at < 0 or not evidence.phrase:
            return evidence.phrase
        return self._words({"start": characters.start(at), "end": characters.end(at + len(evidence.phrase))}, field)
