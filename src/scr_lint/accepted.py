"""Findings somebody accepted, with the reason, in a side file: a Word draft must carry no markers.

The side file of `draft.docx` is `draft.scr-lint.toml` beside it: one `[[accepted]]` table a finding,
so that two people's files merge line by line. Drafts that differ only in their ending (`draft.md`)
share it, so each entry names its own.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import tomli

from scr_lint.errors import ConfigError
from scr_lint.finding import Acceptance, Finding
from scr_lint.toml_tables import Faults, Table, read_toml
from scr_lint.writing import write_output

_KEYS = ("fingerprint", "rule", "reason", "by", "date", "where", "words", "draft")
_OPENING = """\
# Findings of {name} that somebody read and accepted, each with the reason.
# scr-lint leaves them out of its findings; `scr-lint check --no-accepted` shows them all.
"""
_OPENS = re.compile(r"# Findings of (?P<name>.+) that somebody read and accepted")
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*accepted[ \t]*\]\]", re.MULTILINE)
# What stands between one entry and the next, a comment on the next among it.
_BETWEEN = re.compile(r"(?:^[ \t]*(?:#.*)?\n)*\Z", re.MULTILINE)


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
    table = Table(read_toml(path, faults, ""), "file", faults)
    table.allow("accepted")
    tables = table.tables("accepted")
    named = _OPENS.match(path.read_text("utf-8-sig")) if tables else None
    found = tuple(_acceptance(part, named["name"] if named else "") for part in tables)
    faults.raise_any()
    return found


def accept(draft: Path, finding: Finding, reason: str, by: str, today: datetime.date) -> Path:
    """Put a finding into the draft's side file and give that file's path.

    The entry of a finding accepted before is replaced. Raises ConfigError for an empty reason or a
    faulty side file, WriteError when the file cannot be written.
    """
    if not reason.strip():
        raise ConfigError("a reason is needed: say why the wording may stand")
    path = side_file(draft)
    known = {a.fingerprint for a in read_accepted(draft)}
    before = path.read_text("utf-8-sig") if path.is_file() else _OPENING.format(name=draft.name)
    entry = _entry(draft, finding, reason.strip(), by, today)
    if finding.fingerprint in known:
        text = _replaced(before, finding.fingerprint, entry, path)
    else:
        text = before.rstrip("\n") + "\n\n" + entry
    write_output(path, text.encode(), [draft])
    return path


def _entry(draft: Path, finding: Finding, reason: str, by: str, today: datetime.date) -> str:
    """The entry's lines."""
    entry = {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "reason": reason,
        "by": by,
        "date": today.isoformat(),
        "where": finding.location.in_words(),
        "words": finding.text,
        "draft": draft.name,
    }
    # A JSON string is a TOML basic string once the one control character TOML refuses is escaped.
    lines = [
        f"{key} = {json.dumps(value, ensure_ascii=False).replace(chr(0x7F), chr(92) + 'u007f')}"
        for key, value in entry.items()
        if value
    ]
    return "[[accepted]]\n" + "\n".join(lines) + "\n"


def _replaced(text: str, fingerprint: str, entry: str, path: Path) -> str:
    """The side file's text with another entry for this finding, all else as it was.

    Raises ConfigError where the old entry is not written as scr-lint writes them.
    """
    starts = [found.start() for found in _TABLE.finditer(text)]
    for start, end in pairwise((*starts, len(text))):
        old = text[start:end]
        if _fingerprint_of(old) == fingerprint:
            between = _BETWEEN.search(old)
            return text[:start] + entry + (between[0] if between else "") + text[end:]
    raise ConfigError(
        f"the entry of {fingerprint} cannot be replaced; change its reason in an editor",
        path=str(path),
    )


def _fingerprint_of(table: str) -> str:
    try:
        return str(tomli.loads(table)["accepted"][0]["fingerprint"]).strip()
    except (tomli.TOMLDecodeError, KeyError):
        return ""


def of_another(draft: Path, acceptance: Acceptance) -> bool:
    """Whether a side file's entry belongs to another draft that shares the side file."""
    other = Path(acceptance.draft)
    return other.stem == draft.stem and other.name != draft.name


def stale(
    accepted: Collection[Acceptance], findings: Collection[Finding]
) -> tuple[Acceptance, ...]:
    """The accepted findings that the draft no longer has."""
    present = {f.fingerprint for f in findings}
    return tuple(a for a in accepted if a.fingerprint not in present)


def _acceptance(part: Table, draft: str) -> Acceptance:
    part.allow(*_KEYS)
    return Acceptance(
        fingerprint=part.text("fingerprint"),
        rule=part.text("rule"),
        reason=part.text("reason"),
        by=part.text("by", ""),
        date=part.text("date", ""),
        draft=part.text("draft", draft),
    )
