"""The errors scr-lint raises: each says what is wrong, where, and what to do about it."""

from __future__ import annotations


class ScrLintError(Exception):
    """Base of every error a caller of scr-lint may want to catch; `str()` is one line for a person."""


class ReadError(ScrLintError):
    """A draft cannot be read. `path` is the draft as the caller named it."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class WriteError(ScrLintError):
    """An output cannot be written without losing something; nothing has been written."""


class ConfigError(ScrLintError):
    """A setting, a code or an option is not one scr-lint knows."""


class LexiconError(ScrLintError):
    """A lexicon file is faulty; the message lists every fault with file and entry."""


class LanguageError(ScrLintError):
    """The English pipeline is missing, or is not one the rules can work with."""


class RuleError(ScrLintError):
    """A rule crashed. The message names the rule and the block it was looking at."""
