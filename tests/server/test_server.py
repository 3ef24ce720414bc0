"""The language server, by pytest-lsp's client over pipes."""

from __future__ import annotations

import ast
import asyncio
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

BLAME = "# Review\n\nThe GP failed to reply.\n"
PATIENCE = 60.0

pytestmark = pytest.mark.asyncio(loop_scope="module")


@dataclass
class Editor:
    """One draft open in the client."""

    client: LanguageClient
    path: Path

    @property
    def named(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.path.as_uri())

    async def open(self, text: str) -> list[lsp.Diagnostic]:
        """Open the draft as version 1; what is said of it."""
        item = lsp.TextDocumentItem(self.path.as_uri(), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.diagnostics(1)

    def change(self, text: str, version: int) -> None:
        named = lsp.VersionedTextDocumentIdentifier(version, self.path.as_uri())
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [whole]))

    async def diagnostics(self, version: int | None = None) -> list[lsp.Diagnostic]:
        """The next diagnostics sent for the draft, of this version if one is given."""
        async with asyncio.timeout(PATIENCE):
            while True:
                news = await self.client.protocol.wait_for_notification_async(
                    lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
                )
                if news.uri == self.path.as_uri() and version in (None, news.version):
                    return list(news.diagnostics)

    async def actions(self, place: lsp.Range) -> list[tuple[str, lsp.Command]]:
        """The code actions offered for a place: the title of each and the command it runs."""
        asked = lsp.CodeActionParams(self.named, place, lsp.CodeActionContext([]))
        offered = await self.client.text_document_code_action_async(asked) or ()
        # lsprotocol reads an action that has a command as that command, its fields as a string.
        fields = [ast.literal_eval(str(action.command)) for action in offered]
        return [(a.title, lsp.Command(**f)) for a, f in zip(offered, fields, strict=True)]

    async def run(self, command: lsp.Command, *more: str) -> object:
        """Run a command, with more arguments."""
        params = lsp.ExecuteCommandParams(command.command, [*(command.arguments or ()), *more])
        return await self.client.workspace_execute_command_async(params)

    def said(self) -> str:
        """The last message for the user."""
        return self.client.messages[-1].message


@pytest.fixture
def editor(client: LanguageClient, tmp_path: Path) -> Editor:
    return Editor(client, tmp_path / "draft.md")


def of(code: str, diagnostics: list[lsp.Diagnostic]) -> list[lsp.Range]:
    return [d.range for d in diagnostics if d.code == code]


async def test_a_finding_shows_and_goes_with_its_words(editor: Editor) -> None:
    found = await editor.open(BLAME)
    assert of("BL002", found) == [lsp.Range(lsp.Position(2, 7), lsp.Position(2, 22))]
    editor.change("# Review\n\nNo reply is on file.\n", 2)
    assert await editor.diagnostics(2) == []
    editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(editor.named))


async def test_columns_count_utf_16_units(editor: Editor) -> None:
    found = await editor.open("Ash 🙂🙂 rang. The GP failed to reply.\r\n")
    (place,) = of("BL002", found)
    assert place.start.character == len("Ash 🙂🙂 rang. The GP ") + 2


async def test_only_the_last_of_quick_changes_is_answered(editor: Editor) -> None:
    await editor.open(BLAME)
    for version in range(2, 12):
        editor.change(f"{BLAME}\nThe nurse failed to visit {version} times.\n", version)
    assert len(of("BL002", await editor.diagnostics(11))) == 2


async def test_a_quick_answer_carries_findings_to_their_new_lines(editor: Editor) -> None:
    await editor.open(BLAME)
    editor.change(BLAME.replace("The GP", "It rained.\n\nThe nurse was negligent.\n\nThe GP"), 2)
    for _ in ("quick", "whole"):
        found = await editor.diagnostics(2)
        assert [place.start.line for place in of("BL002", found)] == [6]
        assert [place.start.line for place in of("BL001", found)] == [4]


async def test_hover_explains(editor: Editor) -> None:
    await editor.open(BLAME)
    asked = lsp.HoverParams(editor.named, lsp.Position(2, 9))
    hover = await editor.client.text_document_hover_async(asked)
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    text = hover.contents.value
    assert text.startswith("**BL002 failure** · ")
    assert "*Instead:*" in text
    assert "(Quality Marker)" in text
    nowhere = lsp.HoverParams(editor.named, lsp.Position(0, 0))
    assert await editor.client.text_document_hover_async(nowhere) is None


async def test_a_finding_can_be_accepted_with_a_reason(editor: Editor) -> None:
    found = await editor.open(BLAME)
    (place,) = of("BL002", found)
    (title, accept), (_, explain) = await editor.actions(place)
    assert title == "Accept BL002 failure, with a reason"
    await editor.run(accept)
    (asked,) = accept.arguments[1:]
    assert editor.said().startswith("a reason is needed, and this editor is not set up to ask")
    assert editor.said().endswith(f"scr-lint accept {editor.path} {asked} --reason TEXT")
    await editor.run(accept, "The coroner's words", "A. Reader")
    assert editor.said().startswith("accepted: kept in")
    assert await editor.diagnostics() == []
    side = editor.path.with_name("draft.scr-lint.toml")
    (entry,) = tomllib.loads(side.read_text())["accepted"]
    assert (entry["reason"], entry["by"]) == ("The coroner's words", "A. Reader")
    said = await editor.run(explain)
    assert str(said).startswith("BL002 failure\n\n")
    assert "*" not in str(said)
    assert editor.said() == said


async def test_a_comment_without_a_reason_is_shown_at_its_line(editor: Editor) -> None:
    (found,) = await editor.open(f"{BLAME}<!-- scr-lint: ignore BL002 -->\n")
    assert found.range.start.line == 3
    assert "gives no reason" in found.message


async def test_trouble_without_a_line_stands_at_the_top(
    client: LanguageClient, tmp_path: Path
) -> None:
    (tmp_path / "line 40").mkdir()
    (tmp_path / "line 40" / "scr-lint.toml").write_text('profile = "sarr"\n', encoding="utf-8")
    (found,) = await Editor(client, tmp_path / "line 40" / "draft.md").open(BLAME)
    assert "no profile is called 'sarr'" in found.message
    assert found.range.start.line == 0


async def test_settings_may_change(editor: Editor) -> None:
    assert of("BL002", await editor.open(BLAME))
    configure = editor.client.workspace_did_change_configuration
    configure(lsp.DidChangeConfigurationParams({"scr-lint": {"select": ["BL004"]}}))
    while of("BL002", await editor.diagnostics()):
        pass
    told = editor.client.protocol.wait_for_notification_async(lsp.WINDOW_SHOW_MESSAGE)
    configure(lsp.DidChangeConfigurationParams({"scr-lint": {"selct": []}}))
    assert "unknown setting 'selct'" in (await asyncio.wait_for(told, PATIENCE)).message
    configure(lsp.DidChangeConfigurationParams({"scr-lint": {"select": ["BL"]}}))
