"""A real Neovim shows a finding, and drops it when the line is mended."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("neovim_check.lua")


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_neovim_shows_a_finding_and_drops_it_when_the_line_is_mended() -> None:
    scripts = sysconfig.get_path("scripts")
    done = subprocess.run(
        ["nvim", "--headless", "--clean", "-u", "NONE", "-c", f"luafile {SCRIPT}"],
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "opened: 3:12 “failed to reply” makes “The GP” the owner of a failure.",
        "after the fix: 0 findings",
        "ok",
    ]
