"""scr-lint: checks drafts of safeguarding review reports, so that they teach instead of blame.

The public names load what they need only when they are first used, so that `import scr_lint` and
`scr-lint --help` stay quick.
"""

from __future__ import annotations

from importlib import import_module, metadata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scr_lint.api import lint, lint_text, read
    from scr_lint.config import Config
    from scr_lint.errors import ScrLintError
    from scr_lint.finding import DocumentReport, Finding, Report
    from scr_lint.model import Block, Document, Span

__version__ = metadata.version("scr-lint")

_HOMES = {
    "lint": "api",
    "lint_text": "api",
    "read": "api",
    "Config": "config",
    "ScrLintError": "errors",
    "DocumentReport": "finding",
    "Finding": "finding",
    "Report": "finding",
    "Block": "model",
    "Document": "model",
    "Span": "model",
}

__all__ = [
    "Block",
    "Config",
    "Document",
    "DocumentReport",
    "Finding",
    "Report",
    "ScrLintError",
    "Span",
    "__version__",
    "lint",
    "lint_text",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'scr_lint' has no attribute {name!r}")
    return getattr(import_module(f"scr_lint.{_HOMES[name]}"), name)
