"""The table of kinds, and a reader's own beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import extract
from timeline.errors import BadKinds
from timeline.events.kinds import PLOVER, load_kinds

OWN = """
[[signal]]
kind = "wreath-laying"
plover = "COOPERATE"
cameo = "050"
verbs = ["lay > wreath"]
"""


def test_every_row_has_a_type_of_plover_and_a_code_of_cameo() -> None:
    kinds = load_kinds()
    signals = {p.signal for found in (*kinds.nouns.values(), *kinds.verbs.values()) for p in found}
    assert {s.plover for s in signals} == set(PLOVER)
    assert all(s.cameo.isdigit() and 3 <= len(s.cameo) <= 4 for s in signals)


def test_a_readers_own_kinds_are_found_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(OWN, encoding="utf-8")
    text = "Prime Minister Ana Silva laid a wreath in Warsaw on Tuesday. On Monday she met Jan Nowak."
    assert [e.kind for e in extract(text, published="2024-03-14", kinds=path)] == ["meeting", "wreath-laying"]
    assert [e.kind for e in extract(text, published="2024-03-14")] == ["meeting", "other"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "holds no [[signal]]"),
        ("[[signal]]\nkind = 'x'\nplover = 'PEACE'\ncameo = '050'\n", '"PEACE" is no PLOVER type'),
        ("[[signal]]\nplover = 'AID'\ncameo = '070'\nverbs = ['feed']\n", "kind"),
        ("[[signal]]\nkind = 'x'\nplover = 'AID'\ncameo = '070'\nverbs = [7]\n", "is not complete"),
        ("[[signal", "no table of event kinds"),
    ],
)
def test_a_bad_table_is_told_in_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadKinds, match=f"my.toml: .*{said.replace('[', '.').replace(']', '.')}"):
        load_kinds(path)


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(BadKinds, match="nowhere.toml"):
        load_kinds(Path("nowhere.toml"))
