"""What many tests share: the command line as a user calls it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from scr_lint.cli import main


@pytest.fixture(scope="session")
def scr_lint() -> Callable[..., Result]:
    """Run the command line in this process: `scr_lint("draft.md", "--format", "json")`."""

    def run(*args: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(a) for a in args], input=stdin)

    return run
