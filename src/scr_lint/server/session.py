"""The drafts open in an editor, each with what is known of it."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scr_lint.accepted import accept, read_accepted
from scr_lint.api import checker_for
from scr_lint.config import Config
from scr_lint.engine import Checker
from scr_lint.errors import ConfigError
from scr_lint.finding import Confidence, DocumentReport, Finding
from scr_lint.language.memory import Memory, StoppedError
from scr_lint.readers import read_bytes
from scr_lint.server.recheck import rechecked
from scr_lint.settings import find_file, load_settings
from scr_lint.without_accepted import without_accepted

_SETTABLE = ("select", "ignore", "confidence", "profile")


@dataclass(slots=True)
class Draft:
    """One open draft: where it is, and the last whole report, nothing set aside or left out."""

    path: Path
    stop: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    memory: Memory = field(init=False)
    checker: Checker | None = None
    whole: DocumentReport | None = None
    shown: DocumentReport | None = None

    def __post_init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Drop what is known, as when settings change."""
        self.memory, self.whole, self.checker = Memory(watch=self._watch), None, None

    def _watch(self) -> None:
        if self.stop.is_set():
            raise StoppedError


@dataclass(slots=True)
class Session:
    """All open drafts by URI, and the settings the editor gives."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)

    def configure(self, values: Mapping[str, Any]) -> None:
        """Take the editor's settings. Raises ConfigError for one that scr-lint does not know."""
        unknown = [key for key in values if key not in _SETTABLE]
        if unknown:
            known = ", ".join(_SETTABLE)
            raise ConfigError(f"unknown setting {unknown[0]!r}; an editor may set {known}")
        self.given = {key: _value(key, value) for key, value in values.items()}
        for draft in self.drafts.values():
            draft.stop.set()
            with draft.lock:
                draft.forget()

    def quick(self, uri: str, text: str) -> DocumentReport | None:
        """The report with changed paragraphs alone checked; None where no whole one is known yet."""
        draft = self.drafts[uri]
        with draft.lock:
            draft.stop.clear()
            if draft.whole is None or draft.checker is None:
                return None
            document = read_bytes(text.encode("utf-8", "replace"), _name(draft.path))
            # The whole report stays the base: what later changes undo is then as it was.
            report = rechecked(draft.checker, draft.memory, draft.whole, document)
            draft.shown = self._shown(draft, report)
            return draft.shown

    def whole(self, uri: str, text: str) -> DocumentReport:
        """The whole report. Raises ScrLintError, or StoppedError when the draft changed meanwhile."""
        draft = self.drafts[uri]
        with draft.lock:
            document = read_bytes(text.encode("utf-8", "replace"), _name(draft.path))
            checker = checker_for(self._config(draft.path))
            if checker is not draft.checker:
                draft.forget()
                draft.checker = checker
            draft.whole = checker.find(document, draft.memory)
            draft.shown = self._shown(draft, draft.whole)
            return draft.shown

    def accept(self, uri: str, fingerprint: str, reason: str, by: str) -> Path:
        """Keep a finding as accepted, in the side file. Raises ConfigError or WriteError."""
        draft = self.drafts[uri]
        return accept(draft.path, self.finding(uri, fingerprint), reason, by, datetime.date.today())

    def finding(self, uri: str, fingerprint: str) -> Finding:
        """The finding shown under this fingerprint. Raises ConfigError where there is none."""
        shown = self.drafts[uri].shown
        for finding in shown.findings if shown else ():
            if finding.fingerprint == fingerprint:
                return finding
        raise ConfigError(f"the draft has no finding {fingerprint} now")

    def _config(self, path: Path) -> Config:
        settings = load_settings(find_file(path), path)
        return settings.overridden("editor", **self.given).config

    def _shown(self, draft: Draft, report: DocumentReport) -> DocumentReport:
        checker = draft.checker
        assert checker is not None
        return without_accepted(checker.kept(report), read_accepted(draft.path), checker.names)


def _value(key: str, value: Any) -> Any:
    """A setting as Config holds it. Raises ConfigError where it is of the wrong kind."""
    if key in ("select", "ignore"):
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise ConfigError(f"setting {key!r} must be a list of strings")
        return tuple(value)
    if key == "confidence":
        try:
            return Confidence(value)
        except ValueError as error:
            raise ConfigError(f"setting 'confidence': {value!r} is no confidence") from error
    return str(value)


def _name(path: Path) -> str:
    """What to call the draft; one not yet saved, or of an unknown kind, is taken for Markdown."""
    known = path.suffix.lower() in (".md", ".markdown", ".txt", ".text")
    return str(path) if known else f"{path}.md"
