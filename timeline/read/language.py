"""Which language an article is in: what is read is English, whole articles or none of them."""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from timeline.errors import TimelineWarning, UnwritableOutput
from timeline.model import Article, Skipped

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# How sure it must be that an article is not in English; a short one with many names may look like Nigerian Pidgin.
ENGLISH = ("en", "pcm")
SURE = 0.999
FEW_WORDS, FEW_LETTERS = 8, 24

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian",
    "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")


def in_english(articles: Iterable[Article]) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """The articles that are read, and those that are not because they are in another language. Warns of each of those.

    >>> from datetime import date
    >>> english, skipped = in_english([Article("a", date(2024, 3, 14), "They met on Tuesday.")])
    >>> len(english), skipped
    (1, ())
    """
    kept, skipped = [], []
    for article in articles:
        language = foreign_language(f"{article.title}\n{article.text}")
        if language is None:
            kept.append(article)
        else:
            skipped.append(Skipped(article, language))
            said = f"{article.id}: skipped, it is in {NAMES.get(language, 'another language')} (language={language})"
            warnings.warn(said, TimelineWarning, stacklevel=3)
    return tuple(kept), tuple(skipped)


def foreign_language(text: str) -> str | None:
    """The code of the language that most of a text is in, when that is surely not English; None for too few words to tell.

    >>> foreign_language("Die Minister trafen sich am Dienstag in Lima, um einen Vertrag über die Grenze zu unterzeichnen.")
    'de'
    """
    words = _WORD.findall(text)
    if len(words) < FEW_WORDS and (text.isascii() or sum(map(len, words)) < FEW_LETTERS):
        return None
    ranked = _identifier().rank(text)
    if sum(score for code, score in ranked if code in ENGLISH) > 1 - SURE:
        return None
    return str(ranked[0][0])


@cache
def _identifier() -> LanguageIdentifier:
    """Unpacked through a temporary file. Raises UnwritableOutput where there is no room for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise UnwritableOutput(tempfile.gettempdir(), error.strerror or str(error)) from error
