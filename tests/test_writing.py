"""Outputs are whole or not there, and never over a draft."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scr_lint.errors import WriteError
from scr_lint.writing import write_output


def test_an_output_is_written_with_the_users_own_mode(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_output(tmp_path / "out.json", b"{}")
    finally:
        os.umask(mask)
    assert (tmp_path / "out.json").read_bytes() == b"{}"
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_written_anew_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.json"
    path.touch()
    path.chmod(mode)
    write_output(path, b"{}")
    assert path.read_bytes() == b"{}"
    assert path.stat().st_mode & 0o777 == mode


def test_a_draft_is_never_written_over(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_bytes(b"precious")
    (tmp_path / "link.md").symlink_to(draft)
    for name in ("draft.md", "link.md"):
        with pytest.raises(WriteError, match="is a draft being checked"):
            write_output(tmp_path / name, b"report", [draft])
    assert draft.read_bytes() == b"precious"


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "inside").touch()
    with pytest.raises(WriteError, match="cannot be written"):
        write_output(tmp_path / "out", b"report")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_through_and_stays(tmp_path: Path, linked: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    path = tmp_path / "link" if linked else pipe
    if linked:
        path.symlink_to(pipe)
    with ThreadPoolExecutor() as other:
        read = other.submit(pipe.read_bytes)
        write_output(path, [b"one ", b"two"])
        assert read.result(timeout=10) == b"one two"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert path.is_symlink() is linked
    assert sorted(p.name for p in tmp_path.iterdir()) == (["link", "pipe"] if linked else ["pipe"])


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")
    write_output(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written: No such file"):
        write_output(tmp_path / "no" / "out.json", b"report")
