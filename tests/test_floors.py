"""The floors of the program: imports go downwards only, and each library is used in one place."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scr_lint.lexicon.load import _ENTRY_KEYS

SRC = Path(__file__).parent.parent / "src" / "scr_lint"

# Low to high. Units on one line do not see one another, except those joined by "+".
FLOORS = (
    ("docx_names",),
    ("model", "errors", "near_miss", "docx_pieces", "sought", "counted"),
    ("finding", "writing", "fingerprint", "toml_tables"),
    ("accepted",),
    ("config", "lexicon"),
    ("settings", "without_accepted", "rulebook"),
    ("language", "placing", "reference", "opening"),
    ("readers", "rules", "marker", "reporters"),
    ("engine", "cache"),
    ("api", "scoring"),
    ("server",),
    ("cli",),
)
# The library on the left may be imported only in the places on the right.
HOMES = {
    "click": ("cli",),
    "platformdirs": ("cli",),
    "pygls": ("server",),
    "lsprotocol": ("server",),
    "docx": ("readers/docx", "reporters/docx"),
    "pdfminer": ("readers/pdf",),
    "pypdf": ("reporters/pdf",),
    "rich": ("reporters", "cli/progress"),
    "jinja2": ("reporters",),
    "markdown_it": ("readers/markdown",),
    "spacy": ("language", "rules/entries", "engine"),
}


def modules() -> list[Path]:
    return sorted(SRC.rglob("*.py"))


def unit_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            if node.module == "scr_lint":
                yield from (f"scr_lint.{alias.name}" for alias in node.names)


def floor_of(unit: str) -> int:
    return next(n for n, floor in enumerate(FLOORS) if unit in floor)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    unit = unit_of(path)
    if unit in ("__init__", "__main__"):
        return
    for name in imports_of(path):
        other = name.split(".")[1] if name.startswith("scr_lint.") else unit
        if other != unit and not other.startswith("__"):
            assert floor_of(other) < floor_of(unit), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_a_library_is_used_only_in_its_own_place(path: Path) -> None:
    place = str(path.relative_to(SRC).with_suffix(""))
    for name in imports_of(path):
        library = name.split(".")[0]
        if library in HOMES:
            assert place.startswith(HOMES[library]), f"{place} imports {library}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_contributors_are_told_of_every_floor() -> None:
    guide = (SRC.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told: dict[int, list[str]] = {}
    for floor, unit in re.findall(r"^\| (\d+) \| `(\w+)` \| \w.+ \|$", guide, re.MULTILINE):
        told.setdefault(int(floor), []).append(unit)
    assert told == {n: list(floor) for n, floor in enumerate(FLOORS)}


def test_contributors_are_told_of_every_key_of_an_entry() -> None:
    guide = (SRC.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## How a lexicon entry works")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`(\w+)`", "".join(rows))) == sorted(_ENTRY_KEYS)


def test_help_imports_no_language_and_no_document_library() -> None:
    heavy = ("spacy", "docx", "lxml", "pdfminer", "pypdf", "rich", "jinja2", "markdown_it", "numpy")
    program = (
        "import sys\n"
        "from scr_lint.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        f"loaded = [m for m in {heavy!r} if m in sys.modules]\n"
        "sys.exit(1 if loaded else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
