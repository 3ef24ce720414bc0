"""The rules: each yields hits from the evidence, and nothing else. Their words are in `lexicons/`."""

from scr_lint.rules.checks import CHECKS, FOUND_BY_ENTRY, Check
from scr_lint.rules.evidence import Evidence, FoundPassage

__all__ = ["CHECKS", "FOUND_BY_ENTRY", "Check", "Evidence", "FoundPassage"]
