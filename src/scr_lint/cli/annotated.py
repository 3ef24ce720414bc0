"""Annotated copies: DRAFT.annotated.docx or .pdf beside the draft, or where --output says."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from scr_lint.errors import ConfigError, WriteError
from scr_lint.finding import DocumentReport
from scr_lint.writing import refuse_inputs, write_output

KINDS = (".docx", ".docm", ".dotx", ".pdf")
# pypdf writes a hyphen in octal.
_OUR_NOTE = re.compile(rb"\(scr(?:-|\\055)lint")
_END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated copy to be written: where, and whether anything may be written over."""

    target: Path
    drafts: tuple[Path, ...]
    force: bool = False


def targets(drafts: Sequence[Path], output: Path | None, *, force: bool) -> dict[Path, Copy]:
    """The copy to write for each draft that can have one.

    `output` names the copy or, for several, their folder. Raises ConfigError when none can be
    annotated, when `output` is a name for something else, or when two would get the same name.
    """
    able = [draft for draft in drafts if draft.suffix.lower() in KINDS]
    if not able:
        raise ConfigError("--annotate: only Word and PDF drafts can be annotated; there is none")
    if output is not None:
        _prepare(output, able)
    places = {draft: _target(draft, output) for draft in able}
    taken: dict[Path, Path] = {}
    for draft, place in places.items():
        if place in taken:
            raise ConfigError(f"{draft} and {taken[place]} would both be annotated as {place}")
        taken[place] = draft
    return {draft: Copy(place, tuple(drafts), force) for draft, place in places.items()}


def _prepare(output: Path, able: Sequence[Path]) -> None:
    """See that `output` can be the copy or, for several drafts, a folder, which is made."""
    if output.is_dir():
        return
    if len(able) > 1:
        if output.exists() or output.suffix.lower() in KINDS:
            raise ConfigError(
                "is no folder; with --annotate and several drafts --output names a folder "
                "for the copies",
                path=str(output),
            )
        output.mkdir(parents=True, exist_ok=True)
    elif output.suffix.lower() != able[0].suffix.lower():
        raise ConfigError(
            f"with --annotate, --output names the copy of {able[0]}, so it must end in "
            f"{able[0].suffix}; write the report in a run without --annotate",
            path=str(output),
        )


def _target(draft: Path, output: Path | None) -> Path:
    name = f"{draft.stem}.annotated{draft.suffix}"
    if output is None:
        return draft.with_name(name)
    return output / name if output.is_dir() else output


def write_copy(copy: Copy, original: bytes, report: DocumentReport) -> tuple[str, ...]:
    """Write the annotated copy and say where it is.

    Raises WriteError when the draft cannot be annotated, or a file stands there that is not an
    earlier copy of ours just as we wrote it: somebody may have worked in it.
    """
    target = copy.target
    refuse_inputs(target, copy.drafts)
    if not copy.force and target.is_file() and not is_ours(target.read_bytes()):
        raise WriteError(
            str(target),
            "is there already and was not written by scr-lint, or was changed since; "
            "move it, or use --force to write over it",
        )
    content = _annotated(original, report, force=copy.force)
    write_output(target, content, copy.drafts)
    return (f"wrote {target}",)


def _annotated(original: bytes, report: DocumentReport, *, force: bool) -> bytes:
    if report.document.format == "pdf":
        from scr_lint.reporters.pdf import annotate_pdf

        return annotate_pdf(original, report, break_signature=force)
    from scr_lint.reporters.docx import annotate_docx

    return annotate_docx(original, report, break_signature=force)


def is_ours(content: bytes) -> bool:
    """Whether a file is an annotated copy as scr-lint wrote it, not saved by another program since."""
    if content.startswith(b"%PDF"):
        before = content.rstrip().removesuffix(_END).rfind(_END)
        return bool(_OUR_NOTE.search(content, max(before, 0)))
    from scr_lint.docx_pieces import UNREADABLE
    from scr_lint.reporters.docx.package import OUR_DATE, OUR_MODE

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [m for m in archive.infolist() if "comments" in m.filename]
            return any(
                (m.external_attr, m.date_time) == (OUR_MODE, OUR_DATE)
                and b'author="scr-lint"' in archive.read(m)
                for m in members
            )
    except UNREADABLE:
        return False
