"""The rule reference: every rule explained, from the lexicons' own headers and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scr_lint.lexicon import Example, LexiconSet, RuleHeader

SHOWN = 6
_FAMILIES = {
    "BL": "Blame-oriented wording",
    "LP": "The learning purpose",
    "TA": "Tensions",
}
_OPENING = """\
# What scr-lint checks

Made from `lexicons/` by `scr-lint rules --format markdown`; a test keeps it in step. The words behind
each rule are in the lexicon files, every entry with examples that run as tests.
"""


def examples_of(header: RuleHeader, lexicons: LexiconSet) -> tuple[Example, ...]:
    """Marked examples of the rule's entries, a few, spread over its lexicons."""
    entries = [
        entry
        for lexicon in lexicons.lexicons.values()
        if lexicon.rule == header.code
        for entry in lexicon.entries
    ]
    step = max(1, len(entries) // SHOWN)
    marked = (next(x for x in e.examples if not x.silent) for e in entries[::step])
    return tuple(marked)[:SHOWN]


def as_table(headers: Mapping[str, RuleHeader]) -> list[dict[str, Any]]:
    """The rules as plain values, for JSON."""
    return [
        {
            "code": h.code,
            "name": h.name,
            "level": h.level,
            "summary": h.summary,
            "severity": {str(kind): str(severity) for kind, severity in h.severity.items()},
            "instead": h.instead,
            "why": h.why,
        }
        for _, h in sorted(headers.items())
    ]


def as_markdown(lexicons: LexiconSet) -> str:
    """The whole reference as Markdown."""
    lines: list[str] = [_OPENING]
    family = ""
    for code in sorted(lexicons.headers):
        if code[:2] != family:
            family = code[:2]
            lines.append(f"## {_FAMILIES[family]}\n")
        lines.extend(_rule(lexicons.headers[code], lexicons))
    return "\n".join(lines).rstrip() + "\n"


def _rule(header: RuleHeader, lexicons: LexiconSet) -> Iterator[str]:
    explanation = header.explanation
    yield f"### {header.code} {header.name}\n"
    yield f"{header.summary} *({header.level}; {_severities(header)})*\n"
    yield from _listed("It flags", explanation.flags)
    yield f"{explanation.reason}\n"
    yield f"> {header.why}\n"
    yield from _listed("For example", (x.marked("**", "**") for x in examples_of(header, lexicons)))
    yield f"**Instead:** {header.instead}\n"
    for before, after in explanation.rewrite:
        yield f"- *not* {before}\n  *rather* {after}"
    if explanation.rewrite:
        yield ""
    yield from _listed("It does not flag", explanation.silent)


def _severities(header: RuleHeader) -> str:
    found = {str(s) for s in header.severity.values()}
    return " to ".join(s for s in ("error", "warning", "note") if s in found)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title}:\n"
        yield from (f"- {line}" for line in found)
        yield ""
