"""What a caller may ask of a reporter, and the one shape all reporters share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from scr_lint.finding import DocumentReport, Failure, Report

if TYPE_CHECKING:
    from scr_lint.lexicon.entry import RuleHeader


WIDEST = 100


@dataclass(frozen=True, slots=True)
class Style:
    """How to render: what the caller's options and terminal ask for.

    `width` is in terminal columns. `snippets` False keeps
    every word of the draft out of the output. `tool` is scr-lint's version. `headers` are the rules
    in force, by code; SARIF lists them, and they word the messages where `snippets` is False.
    """

    width: int = WIDEST
    color: bool = False
    quiet: bool = False
    snippets: bool = True
    tool: str = ""
    headers: Mapping[str, RuleHeader] = field(default_factory=dict)


# What a run yields, draft by draft.
Part = DocumentReport | Failure


class Stream(Protocol):
    """A format written as the run goes: pieces of text that joined are the report."""

    def __call__(self, parts: Iterable[Part], style: Style) -> Iterator[str]: ...


class Reporter(Protocol):
    """A format: the whole text of a report."""

    def __call__(self, report: Report, style: Style) -> str: ...
