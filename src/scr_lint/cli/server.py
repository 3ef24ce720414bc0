"""`scr-lint server`: diagnostics for editors."""

from __future__ import annotations

import click

from scr_lint.errors import ConfigError


@click.command()
def command() -> None:
    """Serve an editor over standard input and output, by the Language Server Protocol.

    For Markdown and plain text drafts. The docs (docs/editors.md) say how to set an editor up.
    """
    try:
        from scr_lint.server.app import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise ConfigError("the server needs pygls: pip install 'scr-lint[lsp]'") from error
    serve()
