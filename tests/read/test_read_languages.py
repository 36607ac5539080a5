"""English is read, whole articles or none."""

from __future__ import annotations

from datetime import date

import pytest

import timeline
from timeline.errors import TimelineWarning
from timeline.read.language import foreign_language

DAY = date(2024, 3, 14)
ENGLISH = "The foreign ministers of Peru and Chile met in Lima on Tuesday to sign a treaty about the waters of the border. "
GERMAN = "Die Außenminister von Peru und Chile trafen sich am Dienstag in Lima, um einen Vertrag über das Wasser zu schließen. "

FOREIGN = [
    ("de", GERMAN),
    ("fr", "Le ministre des Affaires étrangères a rencontré mardi son homologue chilien à Lima pour parler de la frontière."),
    ("es", "El ministro de Relaciones Exteriores se reunió el martes en Lima con su homólogo chileno para hablar de la frontera."),
    ("ru", "Министр иностранных дел встретился во вторник со своим коллегой в Лиме, чтобы обсудить границу."),
    ("pl", "Minister spraw zagranicznych spotkał się we wtorek w Limie ze swoim chilijskim odpowiednikiem, aby omówić granicę."),
    ("zh", "外交部长星期二在利马会见了智利外长，双方讨论了边界局势以及两国之间的贸易。"),
    ("ar", "التقى وزير الخارجية يوم الثلاثاء نظيره في ليما لبحث الحدود والتجارة بين البلدين."),
    ("de", GERMAN * 3 + ENGLISH),
]

READ = [
    ENGLISH,
    ENGLISH * 3 + GERMAN,
    "They met.",
    "Berlin, Paris, Roma, Madrid",
    "Recep Tayyip Erdoğan, Viktor Orbán, Aleksandar Vučić, Ana Brnabić and Gjorge Ivanov met in Budapest on Tuesday, said Péter "
    "Szijjártó, Zoltán Kovács and Mevlüt Çavuşoğlu, who flew in from Ankara.",
    "LUANG PRABANG, Feb. 5 (Agency) -- Wang Yi on Wednesday met with Saleumxay Kommasith, Bui Thanh Son, Prak Sokhonn, Retno Marsudi "
    "and Teodoro Locsin in Luang Prabang.",
    "1. 2. 3. 4/5/2024 — … 12:30",
    "",
]


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_another_language(code: str, text: str) -> None:
    assert foreign_language(text) == code


@pytest.mark.parametrize("text", READ)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert foreign_language(text) is None


def test_what_is_skipped_is_named_and_tells_nothing() -> None:
    articles = [timeline.Article("lima", DAY, ENGLISH), timeline.Article("vaduz", DAY, GERMAN + "Er ist in Lima, Peru.", "Treffen in Lima")]
    with pytest.warns(TimelineWarning, match=r"^vaduz: skipped, it is in German \(language=de\)$"):
        found = timeline.extract(articles)
    assert [(skipped.article.id, skipped.language) for skipped in found.skipped] == [("vaduz", "de")]
    assert [article.id for article in found.articles] == ["lima"]
    assert found.events and all(event.articles == ("lima",) for event in found)
    assert found.select(country="Peru").skipped == found.skipped
    with pytest.warns(TimelineWarning, match="vaduz: skipped"):
        assert timeline.time_phrases(articles[1]) == ()
