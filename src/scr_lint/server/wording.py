"""What the editor shows: of a finding, as Markdown; of a rule, as the plain text of a message."""

from __future__ import annotations

import shlex
from pathlib import Path

from scr_lint.finding import Finding
from scr_lint.lexicon import RuleHeader
from scr_lint.reporters.clean import markdown


def hover_text(finding: Finding) -> str:
    """The explanation of one finding."""
    parts = [
        f"**{finding.rule} {finding.name}** · {finding.severity}",
        markdown(finding.message),
        f"*Instead:* {markdown(finding.instead)}" if finding.instead else "",
        f"*Why:* “{markdown(finding.why)}” (Quality Marker)" if finding.why else "",
        f"fingerprint `{finding.fingerprint}`",
    ]
    return "\n\n".join(part for part in parts if part)


def rule_text(header: RuleHeader) -> str:
    """The explanation of one rule."""
    parts = [f"{header.code} {header.name}", header.summary]
    parts += [f"Instead: {header.instead}", f"Why: “{header.why}” (Quality Marker)"]
    return "\n\n".join(parts)


def reason_wanted(draft: Path, fingerprint: str) -> str:
    """What to do where the editor sent no reason: the protocol knows no question to the user."""
    command = f"scr-lint accept {shlex.quote(str(draft))} {fingerprint} --reason TEXT"
    return (
        "a reason is needed, and this editor is not set up to ask for one (docs/editors.md says how). "
        f"In a terminal: {command}"
    )
