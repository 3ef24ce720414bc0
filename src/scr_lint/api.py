"""The public functions: read a draft, check a draft."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from scr_lint.config import Config
from scr_lint.engine import Checker
from scr_lint.finding import DocumentReport
from scr_lint.model import Document
from scr_lint.readers import read as read_path
from scr_lint.readers import read_bytes

TEXT_NAME = "text.md"


def read(path: Path | str) -> Document:
    """Read the draft at `path`. Raises ReadError, in one sentence, when it cannot be read."""
    return read_path(Path(path))


def lint(draft: Path | Document | str, config: Config | None = None) -> DocumentReport:
    """Check one draft: a path, a document already read, or Markdown text in a string.

    Raises ScrLintError: ReadError for the draft, ConfigError, LexiconError or LanguageError for the
    settings.
    """
    if isinstance(draft, Path):
        document = read_path(draft)
    elif isinstance(draft, str):
        document = read_bytes(draft.encode(), TEXT_NAME)
    else:
        document = draft
    return checker_for(config or Config()).check(document)


@lru_cache(maxsize=4)
def checker_for(config: Config) -> Checker:
    """A checker for these settings; the same one again for the same settings.

    Raises ConfigError, LexiconError or LanguageError when something of them is not right.
    """
    return Checker.from_config(config)
