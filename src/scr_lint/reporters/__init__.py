"""Reporters: each turns a finished Report into one format's text, and decides nothing.

`REPORTERS[name](report, style)` returns the whole text, ending in a newline unless it is empty. A
format's module, and the library it rests on, is imported only when that format is first rendered.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from scr_lint.finding import Report
from scr_lint.reporters.style import Reporter, Style

_MODULES = {
    "text": "terminal",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "csv": "csv",
    "github": "github",
    "html": "html",
}


def _lazy(module: str) -> Reporter:
    def render(report: Report, style: Style) -> str:
        return cast(Reporter, import_module(f"{__name__}.{module}").render)(report, style)

    return render


REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {name: _lazy(module) for name, module in _MODULES.items()}
)

__all__ = ["REPORTERS", "Reporter", "Style"]
