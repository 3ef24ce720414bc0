"""`scr-lint rules`: what is checked."""

from __future__ import annotations

import json

import click

from scr_lint.lexicon import LexiconSet, load_lexicons
from scr_lint.reference import as_markdown, as_table


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to list them; markdown is the whole reference.",
)
def command(form: str) -> None:
    """List what is checked: code, name, and what each rule says."""
    lexicons = load_lexicons()
    if form == "markdown":
        click.echo(as_markdown(lexicons), nl=False)
    elif form == "json":
        click.echo(json.dumps(as_table(lexicons.headers), ensure_ascii=False, indent=2))
    else:
        _list(lexicons)


def _list(lexicons: LexiconSet) -> None:
    headers = lexicons.headers
    width = max(len(h.name) for h in headers.values())
    for code in sorted(headers):
        click.echo(f"{code}  {headers[code].name:<{width}}  {headers[code].summary}")
    click.echo("\n`scr-lint explain CODE` says more about one of them.")
