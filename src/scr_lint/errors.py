"""The errors scr-lint raises: each says what is wrong, where, and what to do about it."""

from __future__ import annotations


class ScrLintError(Exception):
    """Base of every error a caller of scr-lint may want to catch; `str()` is one line for a person.

    `path` is the file it is about, as the caller named it, "" for none; `line` counts from 1, None
    for no line of it; `problem` is what is wrong there.
    """

    def __init__(self, problem: str, *, path: str = "", line: int | None = None) -> None:
        self.problem, self.path, self.line = problem, path, line
        super().__init__(f"{path}: {self.said}" if path else self.said)

    @property
    def said(self) -> str:
        """All but the path: the line, where there is one, and the problem."""
        return self.problem if self.line is None else f"line {self.line}: {self.problem}"


class _FileError(ScrLintError):
    """An error that is always about a file."""

    def __init__(self, path: str, problem: str, *, line: int | None = None) -> None:
        super().__init__(problem, path=path, line=line)


class ReadError(_FileError):
    """A draft cannot be read."""


class WriteError(_FileError):
    """An output cannot be written without losing something; nothing has been written."""


class RuleError(_FileError):
    """A rule, or the reading of the sentences, crashed on a draft; the problem names which."""


class ConfigError(ScrLintError):
    """A setting, a code or an option is not one scr-lint knows."""


class LexiconError(ScrLintError):
    """A lexicon file is faulty; the message lists every fault with file and entry."""


class LanguageError(ScrLintError):
    """The English pipeline is missing, or is not one the rules can work with."""
