"""The protocol: what an editor asks and tells, and what it is answered."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from scr_lint import __version__
from scr_lint.config import Config
from scr_lint.errors import ScrLintError
from scr_lint.finding import DocumentReport, Finding, Severity
from scr_lint.language.memory import StoppedError
from scr_lint.rulebook import rulebook_for
from scr_lint.server.places import lines_of, range_of
from scr_lint.server.session import Draft, Session
from scr_lint.server.wording import hover_text, reason_wanted, rule_text

QUICK_AFTER, WHOLE_AFTER = 0.05, 0.4
ACCEPT, EXPLAIN = "scr-lint.accept", "scr-lint.explain"
_SOURCE = "scr-lint"
_WEIGHTS = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}


class Server(LanguageServer):
    """The server, its session, and one task a draft: the check to come or under way."""

    def __init__(self) -> None:
        # Whole texts: pygls would count other line ends than the protocol's in applying changes.
        kind = lsp.TextDocumentSyncKind.Full
        super().__init__(_SOURCE, __version__, text_document_sync_kind=kind)
        self.session = Session()
        self.tasks: dict[str, asyncio.Task[None]] = {}
        # One thread: the pipeline is not made for two at once.
        self.worker = ThreadPoolExecutor(max_workers=1)

    def check_soon(self, uri: str) -> None:
        """Check a draft when nothing changes for a moment; a check under way is given up."""
        if uri in self.tasks:
            self.tasks[uri].cancel()
        self.session.drafts[uri].stop.set()
        self.tasks[uri] = asyncio.ensure_future(self._check(uri))

    async def _check(self, uri: str) -> None:
        text = self.workspace.get_text_document(uri)
        loop = asyncio.get_running_loop()
        try:
            await asyncio.sleep(QUICK_AFTER)
            quick = await loop.run_in_executor(self.worker, self.session.quick, uri, text.source)
            if quick is not None:
                self.publish(uri, quick, text)
                await asyncio.sleep(WHOLE_AFTER)
            whole = await loop.run_in_executor(self.worker, self.session.whole, uri, text.source)
            self.publish(uri, whole, text)
        except StoppedError:
            return
        except ScrLintError as error:
            self._publish(uri, [_trouble(error)], text.version)
        except Exception as error:  # an editor would otherwise just fall silent
            if uri in self.session.drafts:
                said = f"could not be checked ({type(error).__name__}: {error}); please report it"
                self._publish(uri, [_trouble(ScrLintError(said))], text.version)

    def publish(self, uri: str, report: DocumentReport, text: Any) -> None:
        """Send the findings of a draft to the editor."""
        lines = lines_of(text.source)
        encoding = self.workspace.position_encoding
        found = [
            _diagnostic(f, range_of(f, report, lines, encoding or "utf-16"))
            for f in report.findings
        ]
        self._publish(uri, found, text.version)

    def _publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None) -> None:
        params = lsp.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version)
        self.text_document_publish_diagnostics(params)

    def configure(self, values: Any) -> None:
        """Take settings, under "scr-lint" or bare, and check all drafts again."""
        values = values.get(_SOURCE, values) if isinstance(values, dict) else {}
        try:
            self.session.configure(values)
        except ScrLintError as error:
            self.show(str(error), lsp.MessageType.Error)
        for uri in self.session.drafts:
            self.check_soon(uri)

    def close(self, uri: str) -> None:
        """Forget a draft and take its findings off the screen."""
        if uri in self.tasks:
            self.tasks.pop(uri).cancel()
        draft = self.session.drafts.pop(uri, None)
        if draft is not None:
            draft.stop.set()
        self._publish(uri, [], None)

    def show(self, message: str, kind: lsp.MessageType = lsp.MessageType.Info) -> None:
        """Show the user a message."""
        self.window_show_message(lsp.ShowMessageParams(kind, message))

    def shown_at(self, uri: str, place: lsp.Range) -> list[tuple[Finding, lsp.Range]]:
        """The findings that touch a range, as last shown."""
        draft = self.session.drafts.get(uri)
        if draft is None or draft.shown is None:
            return []
        lines = lines_of(self.workspace.get_text_document(uri).source)
        encoding = self.workspace.position_encoding or "utf-16"
        placed = [(f, range_of(f, draft.shown, lines, encoding)) for f in draft.shown.findings]
        return [(f, at) for f, at in placed if at.start <= place.end and place.start <= at.end]


def make_server() -> Server:
    """The server with all it answers to."""
    server = Server()
    _add_drafts(server)
    _add_answers(server)
    _add_commands(server)
    return server


def serve() -> None:
    """Serve on standard input and output until the editor goes."""
    make_server().start_io()


def _add_drafts(server: Server) -> None:
    """What the editor tells: drafts open, change and close, settings change."""

    @server.feature(lsp.INITIALIZE)
    def initialize(ls: Server, params: lsp.InitializeParams) -> None:
        if params.initialization_options:
            ls.configure(params.initialization_options)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(ls: Server, params: lsp.DidChangeConfigurationParams) -> None:
        ls.configure(params.settings)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.session.drafts[uri] = Draft(Path(to_fs_path(uri) or uri))
        ls.check_soon(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.check_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        ls.check_soon(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.close(params.text_document.uri)


def _add_answers(server: Server) -> None:
    """What the editor asks of a place."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        here = lsp.Range(params.position, params.position)
        found = ls.shown_at(params.text_document.uri, here)
        if not found:
            return None
        text = "\n\n---\n\n".join(hover_text(finding) for finding, _ in found)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text), found[0][1])

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
    )
    def actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        return [
            action
            for finding, _ in ls.shown_at(uri, params.range)
            for action in _actions(finding, uri)
        ]


def _add_commands(server: Server) -> None:
    """What code actions run; a command that cannot be done says why in a message."""

    @server.command(ACCEPT)
    def accept(ls: Server, uri: str, fingerprint: str, *said: str) -> None:
        reason, by = (*said, "", "")[:2]
        try:
            if not reason.strip():
                finding = ls.session.finding(uri, fingerprint)
                path = ls.session.drafts[uri].path
                ls.show(reason_wanted(path, finding.fingerprint), lsp.MessageType.Warning)
                return
            path = ls.session.accept(uri, fingerprint, reason, by)
        except ScrLintError as error:
            ls.show(str(error), lsp.MessageType.Error)
            return
        ls.show(f"accepted: kept in {path}")
        ls.check_soon(uri)

    @server.command(EXPLAIN)
    def explain(ls: Server, code: str) -> str:
        header = rulebook_for(Config()).headers.get(code)
        text = rule_text(header) if header else f"no rule is called {code!r}"
        ls.show(text)
        return text


def _actions(finding: Finding, uri: str) -> list[lsp.CodeAction]:
    about = f"{finding.rule} {finding.name}"
    accept = lsp.Command("Accept", ACCEPT, arguments=[uri, finding.fingerprint])
    explain = lsp.Command("Explain", EXPLAIN, arguments=[finding.rule])
    kind = lsp.CodeActionKind.QuickFix
    return [
        lsp.CodeAction(f"Accept {about}, with a reason", kind=kind, command=accept),
        lsp.CodeAction(f"Explain {about}", kind=kind, command=explain),
    ]


def _diagnostic(finding: Finding, at: lsp.Range) -> lsp.Diagnostic:
    return lsp.Diagnostic(
        range=at,
        message=finding.message,
        severity=_WEIGHTS[finding.severity],
        code=finding.rule,
        source=_SOURCE,
        data={"fingerprint": finding.fingerprint},
    )


def _trouble(error: ScrLintError) -> lsp.Diagnostic:
    """What keeps the draft from being checked, at the line it names if it names one."""
    place = lsp.Position((error.line or 1) - 1, 0)
    return lsp.Diagnostic(
        lsp.Range(place, place), str(error), lsp.DiagnosticSeverity.Error, source=_SOURCE
    )
