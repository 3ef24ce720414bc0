"""Options that several commands share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scr_lint import __version__
from scr_lint.config import PROFILES
from scr_lint.finding import Confidence, Severity
from scr_lint.reporters import REPORTERS, Style
from scr_lint.reporters.style import WIDEST
from scr_lint.settings import NEVER

if TYPE_CHECKING:
    from scr_lint.lexicon import RuleHeader

F = TypeVar("F", bound=Callable[..., Any])


def words(
    ctx: click.Context, param: click.Parameter, value: Sequence[str]
) -> tuple[str, ...] | None:
    """Words from a repeatable option that also takes commas; None where it was not given."""
    return tuple(w.strip() for text in value for w in text.split(",") if w.strip()) or None


def to_screen(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """The file to write to; None for standard output, which may also be asked for by name."""
    return None if value is not None and str(value) in ("-", "/dev/stdout") else value


_READING = (
    click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help="The kind of review; auto reads the title page.  [default: auto]",
    ),
    click.option(
        "--config",
        "config_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Settings file to use instead of the one found beside or above the draft.",
    ),
)
_RULES = (
    click.option(
        "--select",
        multiple=True,
        callback=words,
        metavar="CODES",
        help="Report only these rules: codes, families (BL, LP, TA) or names, parted by commas.",
    ),
    click.option(
        "--ignore", multiple=True, callback=words, metavar="CODES", help="Leave these rules out."
    ),
    click.option(
        "--confidence",
        type=click.Choice([c.value for c in Confidence]),
        help="The least confidence to report.  [default: low]",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*(s.value for s in reversed(Severity)), NEVER]),
        help="The least severity that makes the exit status 1.  [default: warning]",
    ),
    *_READING,
)
_OUTPUT = (
    click.option(
        "--format",
        "form",
        type=click.Choice(list(REPORTERS)),
        default="text",
        show_default=True,
        help="How to report.",
    ),
    click.option(
        "--output",
        type=click.Path(path_type=Path),
        callback=to_screen,
        help="Write the report to this file (with --annotate: the copy); - is standard output.",
    ),
    click.option("--no-accepted", is_flag=True, help="Show accepted findings too."),
    click.option(
        "--no-snippets", is_flag=True, help="Keep every word of the draft out of the report."
    ),
    click.option("--quiet", "-q", is_flag=True, help="One line a finding and the summary only."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Use colour; auto: on a terminal, unless NO_COLOR is set.",
    ),
)
_BATCH = (
    click.option(
        "--baseline",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Report only findings that this earlier JSON report does not have.",
    ),
    click.option(
        "--stdin-filename",
        metavar="NAME",
        help="What to call a draft read from standard input (-), its ending telling the format.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="Check so many drafts at once, each in a process of its own.",
    ),
    click.option(
        "--cache",
        "use_cache",
        is_flag=True,
        help="Keep findings in your cache folder, and use them for drafts that did not change.",
    ),
    click.option(
        "--annotate",
        is_flag=True,
        help="Also write DRAFT.annotated.docx or .pdf: beside the draft, or where --output says.",
    ),
    click.option(
        "--force",
        is_flag=True,
        help="With --annotate: write over a file of that name, and annotate a signed draft.",
    ),
)


def reading_options(command: F) -> F:
    """Add the options that say how a draft is read, whichever rules are chosen."""
    return reduce(lambda made, option: option(made), reversed(_READING), command)


def rule_options(command: F) -> F:
    """Add the options that choose rules and settings."""
    return reduce(lambda made, option: option(made), reversed(_RULES), command)


def output_options(command: F) -> F:
    """Add the options that say how and where to report."""
    return reduce(lambda made, option: option(made), reversed(_OUTPUT), command)


def batch_options(command: F) -> F:
    """Add the options for checking many drafts, and what only `check` can do."""
    return reduce(lambda made, option: option(made), reversed(_BATCH), command)


def refuse_idle(*options: tuple[bool, str]) -> None:
    """Refuse options that would do nothing: for each whether it would, and what to say.

    Raises UsageError for the first of them.
    """
    for idle, problem in options:
        if idle:
            raise click.UsageError(problem)


def refuse_idle_quiet(form: str, *, quiet: bool) -> None:
    """Refuse --quiet for a format that has no shorter form. Raises UsageError."""
    refuse_idle((quiet and form != "text", "--quiet goes with --format text alone"))


def wants_color(choice: str, output: Path | None) -> bool:
    """Whether to write colour: as told, else on a terminal that NO_COLOR does not forbid it on."""
    if choice != "auto":
        return choice == "always"
    if output is not None or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def style_of(
    *,
    color: str,
    output: Path | None,
    quiet: bool,
    no_snippets: bool,
    headers: Mapping[str, RuleHeader],
) -> Style:
    """What the output options ask of a reporter."""
    columns = shutil.get_terminal_size((WIDEST, 24)).columns
    return Style(
        width=min(columns, WIDEST),
        color=wants_color(color, output),
        quiet=quiet,
        snippets=not no_snippets,
        tool=__version__,
        headers=headers,
    )
