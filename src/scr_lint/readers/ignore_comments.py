"""`<!-- scr-lint: ignore BL002 reason -->` in Markdown and text drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scr_lint.errors import ReadError
from scr_lint.model import Ignore

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


def comments_in(text: str, name: str, first_line: int = 1) -> Iterator[Comment]:
    """The ignore comments of `text`, whose first line is `first_line` of the draft `name`.

    Raises ReadError, naming the line, for one without a reason or of another shape.
    """
    for found in COMMENT.finditer(text):
        line = first_line + text.count("\n", 0, found.start())
        said = _IGNORE.match(found["said"])
        if not found["end"] or said is None:
            raise ReadError(name, f"a scr-lint comment reads {_SHAPE}", line=line)
        reason = " ".join(said["reason"].split())
        if not reason:
            raise ReadError(name, f"the comment gives no reason; write {_SHAPE}", line=line)
        yield Comment(tuple(re.split(r"\s*,\s*", said["codes"])), reason, line)


@dataclass(slots=True)
class Gathered:
    """The ignore comments met so far, each with its block; those that stand alone wait for one."""

    ignores: list[Ignore] = field(default_factory=list)
    _waiting: list[Comment] = field(default_factory=list)

    def alone(self, comments: Iterable[Comment]) -> None:
        """Take comments that stand alone: they speak of the next block."""
        self._waiting.extend(comments)

    def within(self, block: int, comments: Iterable[Comment]) -> None:
        """Take comments that stand in a block, and those that waited for it."""
        self.ignores += [Ignore(block, c.codes, c.reason, c.line) for c in self._waiting]
        self._waiting.clear()
        self.ignores += [Ignore(block, c.codes, c.reason, c.line) for c in comments]

    def all(self, count: int) -> tuple[Ignore, ...]:
        """All of them in the order of the draft, given how many blocks it has."""
        self.within(count, ())
        return tuple(sorted(self.ignores, key=lambda ignore: ignore.line))
