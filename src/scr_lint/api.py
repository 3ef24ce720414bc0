"""The public functions: read a draft, check a draft, check text."""

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


def lint(draft: Path | str | Document, config: Config | None = None) -> DocumentReport:
    """Check one draft: the one at a path, or a document already read. For text there is `lint_text`.

    Raises ScrLintError: ReadError for a draft that cannot be read, RuleError where a rule crashes on
    it, ConfigError, LexiconError or LanguageError for the settings.
    """
    document = draft if isinstance(draft, Document) else read(draft)
    return checker_for(config or Config()).check(document)


def lint_text(text: str, config: Config | None = None) -> DocumentReport:
    """Check a draft whose words, as Markdown or plain text, are in a string.

    A lone surrogate, which no file can hold, is read as "?". Raises ScrLintError as `lint` does.
    """
    return lint(read_bytes(text.encode("utf-8", "replace"), TEXT_NAME), config)


@lru_cache(maxsize=4)
def checker_for(config: Config) -> Checker:
    """A checker for these settings; the same one again for the same settings.

    Raises ConfigError, LexiconError or LanguageError when something of them is not right.
    """
    return Checker.from_config(config)
