"""Which function answers for which code. A new rule is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from scr_lint.finding import Hit
from scr_lint.rules import endpoint, obscured
from scr_lint.rules.audience import AUDIENCE_CHECKS
from scr_lint.rules.blame import CODES
from scr_lint.rules.contradiction import CONTRADICTION_CHECKS
from scr_lint.rules.evidence import Evidence
from scr_lint.rules.named import named_individual
from scr_lint.rules.purpose import PURPOSE_CHECKS
from scr_lint.rules.tension import TENSION_CHECKS

# The labels whose lexicon entries are looked for sentence by sentence.
FOUND_BY_ENTRY = (*CODES, obscured.LABEL, endpoint.LABEL)

Check = Callable[[Evidence], Iterable[Hit]]


def _blame(code: str, evidence: Evidence) -> Iterable[Hit]:
    return evidence.blame[code]


CHECKS: Mapping[str, Check] = {
    **{code: partial(_blame, code) for code in CODES.values()},
    "BL010": endpoint.error_as_endpoint,
    "BL011": named_individual,
    obscured.CODE: obscured.obscured_agency,
    **PURPOSE_CHECKS,
    **AUDIENCE_CHECKS,
    **TENSION_CHECKS,
    **CONTRADICTION_CHECKS,
}
