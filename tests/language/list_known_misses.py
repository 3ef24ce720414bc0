"""Write `cases/known_misses.toml` anew: run from the top of the project, then read the difference.

A case keeps the cause it was given ("parser": the tree is wrong; "rules": the tree is right and the
layer reads it wrongly); a new one gets "unread" and waits for a reader, which the tests do not pass.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from language.case_reading import CASES, clause_cases, wrong_fields

_LIST = CASES / "known_misses.toml"
_OPENING = """\
# Clause cases with a field that comes out wrong, made by tests/language/list_known_misses.py.
# A case leaves the list when it comes out right, and joins it only with a reader's eye on why:
# cause "parser" where the tree is wrong, "rules" where the layer reads a right tree wrongly.
"""


def main() -> None:
    """Write the list."""
    listed = tomllib.loads(_LIST.read_text("utf-8"))["miss"] if _LIST.exists() else []
    causes = {(m["text"], m["predicate"]): m.get("cause", "unread") for m in listed}
    cases = clause_cases()
    lines = [_OPENING]
    for case, fields in zip(cases, wrong_fields(cases), strict=True):
        if fields:
            cause = causes.get((case["text"], case["predicate"]), "unread")
            lines.append(_entry(case["text"], case["predicate"], fields, cause))
    _LIST.write_text("\n".join(lines), encoding="utf-8")


def _entry(text: str, predicate: str, fields: list[str], cause: str) -> str:
    values = {"text": text, "predicate": predicate, "fields": fields, "cause": cause}
    rows = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
    return "\n".join(("[[miss]]", *rows)) + "\n"


if __name__ == "__main__":
    main()
