"""The language server, by a real client over pipes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

BLAME = "# Review\n\nThe GP failed to reply.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.md"


def named(diagnostics: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    return [d for d in diagnostics if d["code"] == code]


def test_a_finding_shows_and_goes_with_its_words(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    (found,) = named(client.diagnostics(1), "BL002")
    assert found["range"] == {
        "start": {"line": 2, "character": 7},
        "end": {"line": 2, "character": 22},
    }
    client.change(draft, "# Review\n\nNo reply is on file.\n", 2)
    assert client.diagnostics(2) == []
    client.tell("textDocument/didClose", {"textDocument": {"uri": draft.as_uri()}})


def test_columns_count_utf_16_units(client: Any, draft: Path) -> None:
    client.open(draft, "Ash 🙂🙂 rang. The GP failed to reply.\r\n")
    (found,) = named(client.diagnostics(1), "BL002")
    assert found["range"]["start"]["character"] == len("Ash 🙂🙂 rang. The GP ") + 2


def test_only_the_last_of_quick_changes_is_answered(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    for version in range(2, 12):
        client.change(draft, f"{BLAME}\nThe nurse failed to visit {version} times.\n", version)
    assert len(named(client.diagnostics(11), "BL002")) == 2


def test_a_quick_answer_carries_findings_to_their_new_lines(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    client.diagnostics(1)
    client.change(
        draft, BLAME.replace("The GP", "It rained.\n\nThe nurse was negligent.\n\nThe GP"), 2
    )
    for _ in ("quick", "whole"):
        found = client.diagnostics(2)
        assert [d["range"]["start"]["line"] for d in named(found, "BL002")] == [6]
        assert [d["range"]["start"]["line"] for d in named(found, "BL001")] == [4]


def test_hover_explains(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    client.diagnostics(1)
    place = {"textDocument": {"uri": draft.as_uri()}, "position": {"line": 2, "character": 9}}
    text = client.ask("textDocument/hover", place)["contents"]["value"]
    assert text.startswith("**BL002 failure** · ")
    assert "*Instead:*" in text
    assert "(Quality Marker)" in text
    nowhere = {**place, "position": {"line": 0, "character": 0}}
    assert client.ask("textDocument/hover", nowhere) is None


def test_a_finding_can_be_accepted_with_a_reason(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    (found,) = named(client.diagnostics(1), "BL002")
    asked = {
        "textDocument": {"uri": draft.as_uri()},
        "range": found["range"],
        "context": {"diagnostics": [found]},
    }
    accept, explain = client.ask("textDocument/codeAction", asked)
    assert accept["title"] == "Accept BL002 failure, with a reason"
    run = {"command": accept["command"]["command"], "arguments": accept["command"]["arguments"]}
    client.ask("workspace/executeCommand", run)
    assert "a reason is needed" in client.message()
    run["arguments"] = [*run["arguments"], "The coroner's words", "A. Reader"]
    client.ask("workspace/executeCommand", run)
    assert client.message().startswith("accepted: kept in")
    assert client.diagnostics() == []
    (entry,) = tomllib.loads(draft.with_name("draft.scr-lint.toml").read_text())["accepted"]
    assert (entry["reason"], entry["by"]) == ("The coroner's words", "A. Reader")
    said = client.ask(
        "workspace/executeCommand",
        {"command": "scr-lint.explain", "arguments": explain["command"]["arguments"]},
    )
    assert said.startswith("**BL002 failure**")
    assert client.message() == said


def test_a_comment_without_a_reason_is_shown_at_its_line(client: Any, draft: Path) -> None:
    client.open(draft, f"{BLAME}<!-- scr-lint: ignore BL002 -->\n")
    (found,) = client.diagnostics(1)
    assert found["range"]["start"]["line"] == 3
    assert "gives no reason" in found["message"]


def test_settings_may_change(client: Any, draft: Path) -> None:
    client.open(draft, BLAME)
    assert named(client.diagnostics(1), "BL002")
    settings = {"scr-lint": {"select": ["BL004"]}}
    client.tell("workspace/didChangeConfiguration", {"settings": settings})
    while named(client.diagnostics(), "BL002"):
        pass
    client.tell("workspace/didChangeConfiguration", {"settings": {"scr-lint": {"selct": []}}})
    assert "unknown setting 'selct'" in client.message()
    client.tell("workspace/didChangeConfiguration", {"settings": {"scr-lint": {"select": ["BL"]}}})
