"""Paragraphs kept as data, and how the tests read them and what was found in them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scr_lint.rules.evidence import FoundPassage

Find = Callable[[str, str], tuple[FoundPassage, ...]]

_FOLDER = Path(__file__).parent / "data"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    (found,) = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8")).values()
    return list(found)


def named_cases(name: str) -> list[Any]:
    """The same as parameters of a test, each called by its first words."""
    return [pytest.param(case, id=case["text"][:60]) for case in cases(name)]


def kinds(found: tuple[FoundPassage, ...], label: str) -> set[str]:
    """The kinds of the passages of one label."""
    return {p.kind for p in found if p.label == label}
