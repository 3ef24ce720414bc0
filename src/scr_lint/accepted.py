"""Findings somebody accepted, with the reason, in a side file: a Word draft must carry no markers.

The side file of `draft.docx` is `draft.scr-lint.toml` beside it: one `[[accepted]]` table a finding,
so that two people's files merge line by line.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection
from pathlib import Path

from scr_lint.errors import ConfigError
from scr_lint.finding import Acceptance, Finding
from scr_lint.toml_tables import Faults, Table, read_toml
from scr_lint.writing import write_output

_KEYS = ("fingerprint", "rule", "reason", "by", "date", "where", "words")
_OPENING = """\
# Findings of {name} that somebody read and accepted, each with the reason.
# scr-lint leaves them out of its findings; `scr-lint check --no-accepted` shows them all.
"""


def side_file(draft: Path) -> Path:
    """Where the accepted findings of a draft are kept."""
    return draft.with_name(f"{draft.stem}.scr-lint.toml")


def read_accepted(draft: Path) -> tuple[Acceptance, ...]:
    """The findings accepted for a draft, in the order of the side file; none where there is no file.

    Raises ConfigError listing every fault: a missing fingerprint or reason, an unknown key.
    """
    path = side_file(draft)
    if not path.is_file():
        return ()
    faults = Faults(str(path), ConfigError)
    table = Table(read_toml(path, faults), "file", faults)
    table.allow("accepted")
    found = tuple(_acceptance(part) for part in table.tables("accepted"))
    faults.raise_any()
    return found


def accept(draft: Path, finding: Finding, reason: str, by: str, today: datetime.date) -> Path:
    """Add a finding to the draft's side file and give that file's path.

    A finding accepted before keeps its first entry. Raises ConfigError for an empty reason or a
    faulty side file, WriteError when the file cannot be written.
    """
    if not reason.strip():
        raise ConfigError("a reason is needed: say why the wording may stand")
    path = side_file(draft)
    if finding.fingerprint in {a.fingerprint for a in read_accepted(draft)}:
        return path
    before = path.read_text("utf-8") if path.is_file() else _OPENING.format(name=draft.name)
    entry = {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "reason": reason.strip(),
        "by": by,
        "date": today.isoformat(),
        "where": finding.location.in_words(),
        "words": finding.text,
    }
    # A JSON string is a TOML basic string once the one control character TOML refuses is escaped.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False).replace(chr(0x7F), chr(92) + 'u007f')}"
        for key, value in entry.items()
        if value
    ]
    text = before.rstrip("\n") + "\n\n[[accepted]]\n" + "\n".join(lines) + "\n"
    write_output(path, text.encode(), [draft])
    return path


def stale(
    accepted: Collection[Acceptance], findings: Collection[Finding]
) -> tuple[Acceptance, ...]:
    """The accepted findings that the draft no longer has."""
    present = {f.fingerprint for f in findings}
    return tuple(a for a in accepted if a.fingerprint not in present)


def _acceptance(part: Table) -> Acceptance:
    part.allow(*_KEYS)
    return Acceptance(
        fingerprint=part.text("fingerprint"),
        rule=part.text("rule"),
        reason=part.text("reason"),
        by=part.text("by", ""),
        date=part.text("date", ""),
    )
