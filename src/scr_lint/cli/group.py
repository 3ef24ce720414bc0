"""The `scr-lint` command and its subcommands, each loaded when it is called for."""

from __future__ import annotations

from importlib import import_module

import click

from scr_lint.cli.screen_text import speak_plainly
from scr_lint.cli.tuning import tune
from scr_lint.errors import ScrLintError

_COMMANDS = {
    "check": "Check drafts (this is also what `scr-lint DRAFT...` does).",
    "compare": "Compare two drafts: what is fixed, new, still there.",
    "accept": "Accept a finding, with the reason, in a side file.",
    "rules": "List what is checked.",
    "explain": "Explain one rule: what it flags, why, and how to say it instead.",
    "config": "Show the settings in force and where each comes from.",
    "server": "Serve an editor over standard input and output (LSP).",
    "evaluate": "Score the rules against a labelled corpus.",
}
_DEFAULT = "check"


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own; a first word that names none is a draft."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order the help shows them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported; None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"scr_lint.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before any command are those of `check`, except the group's own."""
        if args and args[0] not in (*_COMMANDS, "--help", "-h", "--version"):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; what goes wrong is one line for a person and exit status 2."""
        try:
            super().invoke(ctx)
        except ScrLintError as error:
            _give_up(ctx, str(error))
        except click.UsageError as error:
            about = error.ctx.command_path if error.ctx else ctx.command_path
            _give_up(ctx, f"{_told(error)}; see {about} --help")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _told(error: click.UsageError) -> str:
    """What was wrong with the command line, as the start of a sentence in running text."""
    text = error.format_message().rstrip(".")
    return text[:1].lower() + text[1:]


def _give_up(ctx: click.Context, reason: str) -> None:
    click.echo(f"scr-lint: {reason}", err=True)
    ctx.exit(2)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        "Exit status: 0 nothing at or above --fail-on, 1 findings there, 2 the run could not do its "
        "job."
    ),
)
@click.version_option(package_name="scr-lint")
def main() -> None:
    """Check drafts of safeguarding review reports.

    scr-lint DRAFT... reads Word, PDF, Markdown and plain text drafts, flags wording that blames, and
    tells whether the draft says that it exists for learning and owns up to what complicates that.
    Nothing leaves this computer, and the draft is never changed. The tool advises; people decide.
    """
    tune()
    speak_plainly()
