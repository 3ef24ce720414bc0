"""The annotated copy of a PDF draft: `annotate_pdf` highlights each finding's words.

In the order things happen: `opening` says whether the file may be added to; `geometry` carries the
reader's boxes back to the page; `looks` and `highlights` make the annotations; `update` writes them
behind the original file, which stays as it is, byte for byte.
"""

from __future__ import annotations

from datetime import UTC, datetime

from scr_lint.errors import WriteError
from scr_lint.finding import DocumentReport


def annotate_pdf(
    original: bytes,
    report: DocumentReport,
    *,
    date: datetime | None = None,
    break_signature: bool = False,
) -> bytes:
    """A copy of `original` with each finding as a highlight on its words, with a pop-up note.

    What concerns the whole draft is a note at the top of page 1. `date` is when the notes were
    made, None for now; it must know its time zone.

    Raises WriteError, in one sentence, when pypdf is missing, when `original` is encrypted, is
    signed and `break_signature` is False, or is not the draft that was checked.
    """
    try:
        from scr_lint.reporters.pdf.annotate import annotate
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "pypdf":
            raise
        raise WriteError(
            report.path, "annotating a PDF needs pypdf; install it with pip install 'scr-lint[pdf]'"
        ) from error
    when = (date or datetime.now(UTC)).astimezone(UTC)
    return annotate(original, report, when, break_signature=break_signature)


__all__ = ["annotate_pdf"]
