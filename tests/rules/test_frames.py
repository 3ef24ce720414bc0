"""What stands round a blaming clause decides whether the report says it: frames that do, frames that do not.

`data/frames.toml` holds sentences with an X for the clause; each is tried with clauses of five labels.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from scr_lint import lint_text
from scr_lint.config import Config
from scr_lint.rules.blame import CODES

_DATA = Path(__file__).parent / "data"
FRAMES = tomllib.loads((_DATA / "frames.toml").read_text(encoding="utf-8"))
CLAUSES = (
    "the GP failed to refer her",
    "the assessment was superficial",
    "the school was to blame for his death",
    "Mother lied to the midwife",
    "the danger was obvious to everyone",
)
BLAME = Config(select=tuple(CODES.values()))


def flagged(frame: str) -> list[bool]:
    """For each of the clauses in this frame whether it is flagged."""
    sentences = [frame.replace("X", clause) for clause in CLAUSES]
    report = lint_text("\n\n".join(s[0].upper() + s[1:] for s in sentences), BLAME)
    found = {f.location.block for f in report.findings}
    return [number in found for number in range(len(CLAUSES))]


@pytest.mark.parametrize("frame", FRAMES["said"])
def test_the_report_says_it(frame: str) -> None:
    assert all(flagged(frame))


@pytest.mark.parametrize("frame", FRAMES["unsaid"])
def test_the_report_does_not_say_it(frame: str) -> None:
    assert not any(flagged(frame))
