"""The command line. Only this package prints, reads the environment, or exits."""

from scr_lint.cli.group import main

__all__ = ["main"]
