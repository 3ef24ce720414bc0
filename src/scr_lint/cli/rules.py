"""`scr-lint rules`: what is checked."""

from __future__ import annotations

import click

from scr_lint.lexicon import load_lexicons


@click.command()
def command() -> None:
    """List what is checked: code, name, and what each rule says."""
    headers = load_lexicons().headers
    width = max(len(h.name) for h in headers.values())
    for code in sorted(headers):
        header = headers[code]
        click.echo(f"{code}  {header.name:<{width}}  {header.summary}")
    click.echo("\n`scr-lint explain CODE` says more about one of them.")
