"""Bringing a report to standard output or into a file, with a progress bar where one can be seen."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scr_lint.cli.annotated import KINDS
from scr_lint.cli.draft import Outcome
from scr_lint.cli.screen_text import encoded
from scr_lint.errors import ConfigError
from scr_lint.finding import Failure
from scr_lint.reporters import Part, Style, gathered, stream
from scr_lint.writing import write_output

if TYPE_CHECKING:
    from scr_lint.cli.progress import Bar

# What a report of some formats may be called, where that is not plain from the format's name.
_NAMES = {
    "text": "a name in .txt",
    "html": "a name in .html",
    "signoff": "a name in .docx (Word) or .md",
}


def refuse_name(form: str, output: Path | None) -> None:
    """Raise ConfigError where `output` is named as a Word or PDF file and the report is none."""
    kind = "" if output is None else output.suffix.lower()
    if kind not in (".doc", *KINDS) or (form, kind) == ("signoff", ".docx"):
        return
    fits = _NAMES.get(form, "a name that ends otherwise")
    raise ConfigError(
        f"--format {form} makes no {kind} file: give --output {fits}; "
        "a copy of the draft with comments is made by --annotate",
        path=str(output),
    )


def rendered(
    form: str, output: Path | None, parts: Iterable[Part], style: Style
) -> Iterator[bytes]:
    """A report's pieces as bytes; a sign-off sheet for a .docx file is a Word document."""
    if form == "signoff" and output is not None and output.suffix.lower() == ".docx":
        from scr_lint.reporters.docx.signoff_sheet import signoff_docx

        yield signoff_docx(gathered(parts), style)
        return
    for text in stream(form, parts, style):
        yield encoded(text, form, to_file=output is not None)


def deliver(
    pieces: Iterable[bytes], output: Path | None, drafts: Iterable[Path], bar: Bar | None = None
) -> None:
    """Write a report's pieces as they come; a file appears whole, and is never one of the drafts."""
    if output is not None:
        write_output(output, pieces, drafts)
        return
    for piece in pieces:
        if bar is not None and sys.stdout.isatty():
            bar.hide()
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def names_failures(form: str, output: Path | None) -> bool:
    """Whether the report itself names failures on the screen where standard error would again."""
    return form == "text" and output is None and sys.stdout.isatty() and sys.stderr.isatty()


def bar_for(drafts: int) -> Bar | None:
    """A progress bar for a run over several drafts that somebody watches; else None."""
    if drafts < 2 or not sys.stderr.isatty():
        return None
    from scr_lint.cli.progress import Bar

    return Bar(drafts)


def watched(results: Iterable[Outcome | Failure], bar: Bar | None) -> Iterator[Outcome | Failure]:
    """The same results, the bar moved on at each."""
    if bar is None:
        yield from results
        return
    with bar:
        for result in results:
            bar.advance()
            yield result
