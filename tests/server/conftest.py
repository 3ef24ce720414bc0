"""A running server, driven by pytest-lsp's client."""

from __future__ import annotations

import sys

import pytest_lsp
from lsprotocol import types as lsp

COMMAND = [sys.executable, "-m", "scr_lint", "server"]


@pytest_lsp.fixture(
    config=pytest_lsp.ClientServerConfig(server_command=COMMAND),
    scope="module",  # one server for the tests of a file: it takes a moment to start
)
async def client(lsp_client: pytest_lsp.LanguageClient):
    """A client that has said hello and asked for the blame rules alone."""
    hello = lsp.InitializeParams(
        capabilities=pytest_lsp.client_capabilities("visual-studio-code"),
        initialization_options={"select": ["BL"]},
    )
    await lsp_client.initialize_session(hello)
    yield
    await lsp_client.shutdown_session()
