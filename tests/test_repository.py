"""What is in git works anywhere: no path of one machine, no address of a package index, and a whole lock."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MACHINE = rb"(?<![\w.])/(?:home|Users|root|opt|work|mnt|tmp)/\w|\b[A-Z]:\\\\?Users\b"
INDEX = rb"pypi\.(?:org|python)|pythonhosted|index[-_]url|find-links|file://"
LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; [^\n\\]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE)


def files() -> list[Path]:
    """What git keeps or would keep."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", [MACHINE, INDEX])
def test_no_file_names_a_machine_or_an_index(pattern: bytes) -> None:
    found = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in files()
        if path != Path(__file__) and path.suffix != ".png" and (match := re.search(pattern, _without_pictures(path)))
    }
    assert not found


def test_the_lock_pins_and_hashes_all_that_is_asked_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    begun = re.findall(r"^[a-z0-9].*$", lock, re.MULTILINE)
    pinned = {match[1] for match in LOCKED.finditer(lock)}
    assert len(LOCKED.findall(lock)) == len(begun)
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert {re.split(r"[^\w-]", name)[0] for name in asked} <= pinned


def _without_pictures(path: Path) -> bytes:
    """The bytes of a file; pictures in a notebook are random letters."""
    return re.sub(rb'"image/png": "[^"]*"', b"", path.read_bytes())
