"""Write `cases/known_misses.toml` anew: run from the top of the project, then read the difference."""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from language.case_reading import CASES, clause_cases, wrong_fields

_OPENING = """\
# Clause cases with a field that comes out wrong, made by tests/language/list_known_misses.py.
# A case leaves the list when it comes out right, and joins it only with a reader's eye on why.
"""


def main() -> None:
    """Write the list."""
    cases = clause_cases()
    lines = [_OPENING]
    for case, fields in zip(cases, wrong_fields(cases), strict=True):
        if fields:
            text, predicate = (
                json.dumps(case[k], ensure_ascii=False) for k in ("text", "predicate")
            )
            lines.append(
                f"[[miss]]\ntext = {text}\npredicate = {predicate}\nfields = {json.dumps(fields)}\n"
            )
    (CASES / "known_misses.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
