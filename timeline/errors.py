"""What can go wrong, each said in a sentence that names the thing and what to do."""

from __future__ import annotations

from collections.abc import Sequence


class TimelineError(Exception):
    """The common parent: catch it to catch everything the package raises on purpose."""


class TimelineWarning(UserWarning):
    """Something was read in a way its reader should know of, or left out."""


class UnreadableInput(TimelineError):
    """A file is missing, is not readable, or does not hold an article."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")


class PublicationDateMissing(TimelineError):
    """An article came without the day that "on Wednesday" is read against."""

    def __init__(self, source: str, why: str = "") -> None:
        super().__init__(
            f"{source}: no publication date; give it with --published YYYY-MM-DD "
            f"(published=... in Python) or as \"published\" in the JSON article.{f' Of its own: {why}.' if why else ''}"
        )


class BadDate(TimelineError):
    """A publication date is not a calendar day."""

    def __init__(self, source: str, value: object) -> None:
        super().__init__(f"{source}: {value!r} is not a date; write it as YYYY-MM-DD, for example 2026-02-04.")


class BadColumns(TimelineError, ValueError):
    """The columns of a table are not those that were named."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")


class ModelMissing(TimelineError):
    """The spaCy pipeline asked for is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the spaCy pipeline {name!r} is not installed; install it with pip, or name another with --model.")


class BadKinds(TimelineError):
    """A reader's own table of event kinds cannot be used."""

    def __init__(self, path: object, problem: str) -> None:
        super().__init__(f"{path}: no table of event kinds ({problem}); write it like timeline/events/kinds.toml.")


class UnknownEvent(TimelineError, KeyError):
    """No event of the timeline has this id."""

    def __init__(self, event_id: str) -> None:
        super().__init__(f"no event {event_id!r} in this timeline; the ids are in the `id` column.")

    __str__ = Exception.__str__


class NoParse(TimelineError, ValueError):
    """A spaCy Doc has not been through what the component reads."""

    def __init__(self, name: str, missing: Sequence[str]) -> None:
        super().__init__(f"{name}: the Doc has no {', '.join(missing)}; add the component behind tagger, lemmatizer, parser and ner.")


class NotOneArticle(TimelineError, ValueError):
    """TimeML marks the text of a single article."""

    def __init__(self, count: int) -> None:
        super().__init__(f"TimeML marks the text of one article, and this timeline is of {count}; extract each article by itself.")


class NotToBeJoined(TimelineError, ValueError):
    """Two events of one article are two."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} cannot be joined: one article tells both of them.")


class NotToBeSplit(TimelineError, ValueError):
    """An article does not tell the event, or is the only one that does."""

    def __init__(self, event_id: str, article: str, articles: Sequence[str]) -> None:
        super().__init__(f"{article!r} cannot be taken out of {event_id}, which is told by {', '.join(articles)} alone.")


class BadSpan(TimelineError, ValueError):
    """A stretch of the text that a caller names is not in it, or holds no word."""

    def __init__(self, span: object, length: int) -> None:
        super().__init__(f"{span!r} holds no word of the text; give (start, end) in characters, of {length} that there are.")


class SameArticleId(TimelineError):
    """Two different articles go by one id."""

    def __init__(self, article_id: str, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} are different articles with the same id {article_id!r}; give one another id.")


class NoStory(TimelineError):
    """A file that is to hold a story holds none."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: no story ({problem}); make one with: timeline add {path} ARTICLE...")


class OldStory(TimelineError):
    """A story was written by a version of the program that kept other values."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: another version of timeline wrote it; add the articles in its table 'articles' to a new file.")


class StoryBusy(TimelineError):
    """Somebody else keeps a story open."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: another program has it open; nothing was changed, try again when that one is done.")


class ArticleTooLong(TimelineError):
    """An article is longer than what is read at once."""

    def __init__(self, article: str, length: int, most: int) -> None:
        super().__init__(f"{article}: {length:,} characters, and {most:,} are read at once; shorten it, or read it in parts with --split.")


class UnwritableOutput(TimelineError):
    """A result cannot be put where it was asked for."""

    def __init__(self, target: str, problem: str) -> None:
        super().__init__(f"{target}: cannot be written ({problem}); name a file in a folder that is there and may be written to.")
