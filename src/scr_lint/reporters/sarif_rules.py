"""Rules as SARIF lists them (3.49): all rules in force, not only those that found something."""

from __future__ import annotations

from typing import Any

from scr_lint.lexicon.entry import RuleHeader


def rule_descriptor(header: RuleHeader) -> dict[str, Any]:
    """The rule's reportingDescriptor."""
    texts = {
        "shortDescription": header.summary,
        "fullDescription": header.explanation.reason or header.summary,
        "help": "\n\n".join(_help(header)),
    }
    return {
        "id": header.code,
        "name": header.name,
        **{key: {"text": _plain(text)} for key, text in texts.items() if text},
        "defaultConfiguration": {"level": level_of(header)},
        "properties": {"scope": header.level, "qualityMarker": header.why},
    }


def level_of(header: RuleHeader) -> str:
    """The heaviest level the rule gives; each result carries its own."""
    severities = sorted(header.severity.values(), key=lambda severity: severity.weight)
    return str(severities[-1]) if severities else "warning"


def _help(header: RuleHeader) -> list[str]:
    instead = f"Instead: {header.instead}" if header.instead else ""
    why = f"Why (Quality Marker): {header.why}" if header.why else ""
    return [text for text in (instead, why) if text]


def _plain(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
