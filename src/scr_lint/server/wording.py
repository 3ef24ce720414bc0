"""What the editor shows of a finding, as Markdown."""

from __future__ import annotations

import re

from scr_lint.finding import Finding
from scr_lint.lexicon import RuleHeader

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")


def hover_text(finding: Finding) -> str:
    """The explanation of one finding."""
    parts = [
        f"**{finding.rule} {finding.name}** · {finding.severity}",
        _plain(finding.message),
        f"*Instead:* {_plain(finding.instead)}" if finding.instead else "",
        f"*Why:* “{_plain(finding.why)}” (Quality Marker)" if finding.why else "",
        f"fingerprint `{finding.fingerprint}`",
    ]
    return "\n\n".join(part for part in parts if part)


def rule_text(header: RuleHeader) -> str:
    """The explanation of one rule."""
    parts = [f"**{header.code} {header.name}**", _plain(header.summary)]
    parts += [f"*Instead:* {_plain(header.instead)}", f"*Why:* “{_plain(header.why)}”"]
    return "\n\n".join(parts)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
