"""`scr-lint server` where its library is not installed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_without_pygls_the_command_says_how_to_get_it(
    scr_lint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith(("pygls", "scr_lint.server"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    done = scr_lint("server")
    assert done.exit_code == 2
    assert done.stderr == "scr-lint: the server needs pygls: pip install 'scr-lint[lsp]'\n"
