"""`--cache`: the same report, sooner; and what may never be stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from scr_lint import cache
from scr_lint.api import lint
from scr_lint.cache import Cache, key_of
from scr_lint.config import Config
from scr_lint.finding import Severity

Run = Callable[..., Result]
DRAFT = """# Review of Ash

The panel learned of the red bicycle on a Tuesday. The social worker failed to visit the child.

The purpose of this review is to learn lessons and to improve practice. All practitioners were told
of its purpose. There was an inquest.
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: folder)
    return folder / "reports"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "ash.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_nothing_is_kept_unless_asked_for(scr_lint: Run, draft: Path, home: Path) -> None:
    scr_lint(draft)
    assert not home.exists()


def test_a_kept_report_is_the_report(tmp_path: Path, draft: Path) -> None:
    report = lint(draft)
    kept = Cache(tmp_path)
    kept.put("key", report)
    assert kept.get("key", report.document) == report


def test_a_second_run_is_the_same_without_a_check(
    scr_lint: Run, draft: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = scr_lint(draft, "--cache", "--format", "json")

    def refuse(*_: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr("scr_lint.cli.draft._examine", refuse)
    assert scr_lint(draft, "--cache", "--format", "json").stdout == first.stdout
    assert len(list(home.iterdir())) == 1


def test_the_cache_is_for_its_owner_and_holds_no_more_than_findings(
    scr_lint: Run, draft: Path, home: Path
) -> None:
    scr_lint(draft, "--cache")
    (entry,) = home.iterdir()
    assert home.stat().st_mode & 0o777 == 0o700
    assert entry.stat().st_mode & 0o777 == 0o600
    kept = entry.read_text("utf-8")
    for words in ("red bicycle", "Ash", "ash", "learn lessons and to improve", str(draft.parent)):
        assert words not in kept


def test_an_accepted_finding_is_without_accepted_from_a_kept_report(
    scr_lint: Run, draft: Path, home: Path
) -> None:
    out = scr_lint(draft, "--cache", "--format", "json", "--select", "BL002").stdout
    mark = json.loads(out)["documents"][0]["findings"][0]["fingerprint"]
    scr_lint("accept", draft, mark, "--reason", "agreed")
    out = scr_lint(draft, "--cache", "--format", "json", "--select", "BL002").stdout
    assert json.loads(out)["documents"][0]["findings"] == []


def test_a_damaged_entry_is_as_good_as_none(scr_lint: Run, draft: Path, home: Path) -> None:
    first = scr_lint(draft, "--cache")
    (entry,) = home.iterdir()
    entry.write_text('{"profile": 3', encoding="utf-8")
    assert scr_lint(draft, "--cache").stdout == first.stdout


def test_a_key_changes_with_what_drafts_are_read_with(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(b"%PDF", "pdf", Config())
    known = cache.version
    newer = {"pdfminer.six": "99991231"}
    monkeypatch.setattr(cache, "version", lambda name: newer.get(name) or known(name))
    cache._stamp.cache_clear()
    try:
        assert key_of(b"%PDF", "pdf", Config()) != before
    finally:
        cache._stamp.cache_clear()


def test_a_report_that_another_run_drops_first_is_no_trouble(home: Path) -> None:
    home.mkdir(parents=True)
    # A link to nowhere: listed, and not there when asked.
    (home / "gone.json").symlink_to(home / "nowhere")
    Cache(home).prepare()


def test_a_key_changes_with_content_settings_and_words(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text("", encoding="utf-8")
    ours = Config(lexicons=(str(tmp_path),))
    before = key_of(b"One.", "text", ours)
    (tmp_path / "w.toml").write_text("[x]\n", encoding="utf-8")
    keys = {
        before,
        key_of(b"One.", "text", ours),
        key_of(b"One.", "text", Config()),
        key_of(b"Two.", "text", Config()),
        key_of(b"One.", "markdown", Config()),
        key_of(b"One.", "text", Config(select=("BL",))),
    }
    assert len(keys) == 6
    failing = Config(fail_on=Severity.ERROR)
    assert key_of(b"One.", "text", failing) == key_of(b"One.", "text", Config())
    assert key_of(b"One.", "text", Config(pipeline="mine")) is None
