"""`<!-- scr-lint: ignore BL002 reason -->` in Markdown and text drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scr_lint.errors import ReadError

COMMENT = re.compile(r"<!--\s*scr-lint\b(?P<said>.*?)(?P<end>-->|\Z)", re.DOTALL)
_IGNORE = re.compile(
    r"\s*:\s*ignore\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)(?:\s*[:–—]\s*|\s+|$)(?P<reason>.*)",
    re.DOTALL,
)
_SHAPE = "`<!-- scr-lint: ignore BL002 the reason -->`"


@dataclass(frozen=True, slots=True)
class Comment:
    """One ignore comment: the codes as written, the reason, and its line from 1."""

    codes: tuple[str, ...]
    reason: str
    line: int

    def __post_init__(self) -> None:
        if not self.codes or not self.reason:
            raise ValueError("an ignore comment needs codes and a reason")


def comments_in(text: str, name: str, first_line: int = 1) -> Iterator[Comment]:
    """The ignore comments of `text`, whose first line is `first_line` of the draft `name`.

    Raises ReadError, naming the line, for one without a reason or of another shape.
    """
    for found in COMMENT.finditer(text):
        line = first_line + text.count("\n", 0, found.start())
        said = _IGNORE.match(found["said"])
        if not found["end"] or said is None:
            raise ReadError(name, f"line {line}: a scr-lint comment reads {_SHAPE}")
        reason = " ".join(said["reason"].split())
        if not reason:
            raise ReadError(name, f"line {line}: say why, in the comment: {_SHAPE}")
        yield Comment(tuple(re.split(r"\s*,\s*", said["codes"])), reason, line)
