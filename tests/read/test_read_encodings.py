"""Any encoding: said, shown or guessed; what is guessed or lost is told."""

from __future__ import annotations

import codecs
import warnings
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import TimelineWarning
from timeline.read import read
from timeline.read.decoded import decoded

DAY = date(2024, 3, 14)
QUOTED = "They met in Lima. “We hope for more,” the minister’s aide said – at a café."
RUSSIAN = "Министр встретился во вторник со своим коллегой в Москве."

SAID = [
    (QUOTED.encode(), False, QUOTED),
    (QUOTED.encode("utf-8-sig"), False, QUOTED),
    (QUOTED.encode("utf-16"), False, QUOTED),
    (codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"), False, QUOTED),
    (QUOTED.encode("utf-32"), False, QUOTED),
    (QUOTED.encode("utf-16-le"), False, QUOTED),
    (QUOTED.encode("utf-16-be"), False, QUOTED),
    ("a\ufeffb".encode(), False, "a\ufeffb"),
    (b"one\r\ntwo\rthree\0", False, "one\r\ntwo\rthree\0"),
    (b'<meta charset="windows-1252">' + QUOTED.encode("cp1252"), True, '<meta charset="windows-1252">' + QUOTED),
    (b'<meta charset="iso-8859-1">' + QUOTED.encode("cp1252"), True, '<meta charset="iso-8859-1">' + QUOTED),
    (
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + "Москва".encode("cp1251"), True,
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Москва',
    ),
    (
        b'<?xml version="1.0" encoding="iso-8859-2"?><a>' + "Vučić".encode("iso8859_2"), True,
        '<?xml version="1.0" encoding="iso-8859-2"?><a>Vučić',
    ),
    (b'<meta charset="windows-1252">' + QUOTED.encode(), True, '<meta charset="windows-1252">' + QUOTED),
    (b"", False, ""),
]  # fmt: skip

GUESSED = [
    (QUOTED.encode("cp1252"), False, QUOTED),
    (b"caf\xe9 noir", False, "café noir"),
    (RUSSIAN.encode("cp1251"), False, RUSSIAN),
    ("外務大臣は火曜日に東京で会談した。".encode("shift_jis"), False, "外務大臣は火曜日に東京で会談した。"),
    (b'<meta charset="rot13">caf\xe9', True, '<meta charset="rot13">café'),
    (b'<meta charset="utf-7">caf\xe9', True, '<meta charset="utf-7">café'),
    (b'<meta charset="nonsense">caf\xe9', True, '<meta charset="nonsense">café'),
    (b'<meta charset="windows-1252">caf\xe9', False, '<meta charset="windows-1252">café'),
]  # fmt: skip


@pytest.mark.parametrize(("data", "markup", "text"), SAID)
def test_encodings_that_are_said_or_shown(data: bytes, markup: bool, text: str) -> None:
    assert decoded(data, "a", markup=markup) == text


@pytest.mark.parametrize(("data", "markup", "text"), GUESSED)
def test_encodings_that_are_guessed(data: bytes, markup: bool, text: str) -> None:
    with pytest.warns(TimelineWarning, match=r"^a: not UTF-8; read as \w+, by the look of it; save it again as UTF-8 if that is wrong\.$"):
        assert decoded(data, "a", markup=markup) == text


def test_what_cannot_be_read_is_replaced_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(QUOTED.encode() + b"\x81\x8d")
    with pytest.warns(TimelineWarning, match=r"a\.txt: not UTF-8; read as "):
        [article] = read(tmp_path / "a.txt", published=DAY)
    assert article.text.startswith("They met in Lima.")


@given(st.binary(max_size=60), st.booleans())
def test_any_bytes_are_some_text(data: bytes, markup: bool) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TimelineWarning)
        assert isinstance(decoded(data, "a", markup=markup), str)


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_written_in_utf_8_is_read_as_it_stands(text: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decoded(text.encode(), "a") == text
