"""Fixtures for rules that look at words alone: no pipeline is loaded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scr_lint.language.clause import ClauseReader
from scr_lint.language.reading import Reading
from scr_lint.lexicon.load import load_lexicons
from scr_lint.lexicon.profiles import load_profile
from scr_lint.model import Document
from scr_lint.readers import read
from scr_lint.rules.evidence import FoundPassage
from scr_lint.rules.passages import PassageFinder

_NO_PIPELINE: Any = None


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[[str], Document]:
    """Reads Markdown text as a draft."""

    def reader(text: str) -> Document:
        path = tmp_path / "draft.md"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return reader


@pytest.fixture(scope="session")
def passage_finder() -> PassageFinder:
    """The finder of the shipped lexicons."""
    return PassageFinder(load_lexicons())


@pytest.fixture
def find_all(passage_finder: PassageFinder) -> Callable[[Document], tuple[FoundPassage, ...]]:
    """Finds the passages of a draft."""

    def finder(document: Document) -> tuple[FoundPassage, ...]:
        lexicons = load_lexicons()
        reader = ClauseReader.from_lexicons(lexicons)
        reading = Reading(document, _NO_PIPELINE, lexicons, reader)
        return passage_finder.find(reading, load_profile("scr"))

    return finder


@pytest.fixture
def find(
    read_text: Callable[[str], Document],
    find_all: Callable[[Document], tuple[FoundPassage, ...]],
) -> Callable[[str, str], tuple[FoundPassage, ...]]:
    """Finds the passages of one paragraph below a heading of a serious case review."""

    def finder(heading: str, text: str) -> tuple[FoundPassage, ...]:
        return find_all(read_text(f"# Serious Case Review: Child Z\n\n## {heading}\n\n{text}\n"))

    return finder
