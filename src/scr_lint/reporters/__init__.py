"""Reporters: each turns reports into one format's text, and decides nothing.

`REPORTERS[name](report, style)` returns the whole text, ending in a newline unless it is empty;
`stream(name, parts, style)` yields it piece by piece as drafts are checked. A format's module, and the
library it rests on, is imported only when that format is first rendered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from scr_lint.finding import DocumentReport, Failure, Report
from scr_lint.reporters.style import Part, Reporter, Stream, Style

_MODULES = {
    "text": "terminal",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "csv": "csv",
    "github": "github",
    "html": "html",
    "signoff": "signoff",
}


def _lazy(module: str) -> Reporter:
    def render(report: Report, style: Style) -> str:
        return cast(Reporter, import_module(f"{__name__}.{module}").render)(report, style)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {name: _lazy(module) for name, module in _MODULES.items()}
)


def stream(name: str, parts: Iterable[Part], style: Style) -> Iterator[str]:
    """The text of a format in pieces, each as soon as what it needs is there.

    A format whose module has no `chunks` needs all parts first.
    """
    chunks = getattr(import_module(f"{__name__}.{_MODULES[name]}"), "chunks", None)
    if chunks is not None:
        return cast(Stream, chunks)(parts, style)
    return iter((REPORTERS[name](gathered(parts), style),))


def gathered(parts: Iterable[Part]) -> Report:
    """All parts as one report."""
    known = tuple(parts)
    return Report(
        tuple(p for p in known if isinstance(p, DocumentReport)),
        tuple(p for p in known if isinstance(p, Failure)),
    )


__all__ = ["REPORTERS", "Part", "Reporter", "Style", "gathered", "stream"]
