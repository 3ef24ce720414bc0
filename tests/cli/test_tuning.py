"""A command works with one thread unless its user chose otherwise, and looks for dead objects seldom."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_CODE = """
import gc, os
from scr_lint.cli.tuning import tune
tune()
print(os.environ["OMP_NUM_THREADS"], gc.get_threshold()[0] >= 10_000)
"""


@pytest.mark.parametrize("chosen", ["", "4"])
def test_one_thread_unless_the_user_chose(chosen: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OMP_NUM_THREADS"}
    if chosen:
        environment["OMP_NUM_THREADS"] = chosen
    run = subprocess.run(
        [sys.executable, "-c", _CODE], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [chosen or "1", "True"]
