"""Whatever is installed with the package may be given on with it: every licence is known and permissive, or named here with the reason."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOOD = ("MIT", "BSD", "Apache", "ISC", "PSF", "Python Software Foundation", "Matplotlib", "Unlicense", "0BSD", "Zlib", "HPND", "MPL",
        "Mozilla")  # fmt: skip
PERMISSIVE = re.compile(rf"\b(?:{'|'.join(GOOD)})", re.IGNORECASE)
STRONG = re.compile(r"\b(?:A?GPL|GNU (?:Affero )?General Public)", re.IGNORECASE)
NAME = re.compile(r"^[\w.-]+")


def needed(names: list[str], seen: set[str]) -> set[str]:
    """All that is installed for a user: what the package asks for, and what that asks for, extras apart."""
    for name in names:
        low = re.sub(r"[-_.]+", "-", name).lower()
        if low not in seen:
            try:
                asked = requires(low) or []
            except PackageNotFoundError:
                continue  # for another system
            seen.add(low)
            needed([found[0] for line in asked if "extra ==" not in line and (found := NAME.match(line))], seen)
    return seen


def licence(name: str) -> str:
    told = metadata(name)
    classifiers = [line for line in told.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([told.get("License-Expression") or "", *classifiers, (told.get("License") or "")[:80]])


def is_permissive(said: str) -> bool:
    """One of the licences that may be chosen is."""
    return any(PERMISSIVE.search(choice) and not STRONG.search(choice) for choice in said.split(" OR "))


def test_every_licence_is_known_and_permissive() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [found[0] for line in project["dependencies"] if (found := NAME.match(line))]
    licences = {name: licence(name) for name in sorted(needed(asked, set()))}
    assert len(licences) > 40
    assert not {name: said for name, said in licences.items() if not is_permissive(said)}
