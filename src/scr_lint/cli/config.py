"""`scr-lint config`: the settings in force and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scr_lint.cli.options import rule_options
from scr_lint.cli.run import Chooser
from scr_lint.settings import key_of, names


@click.command()
@click.argument("draft", required=False, type=click.Path(path_type=Path))
@rule_options
def command(draft: Path | None, **options: Any) -> None:
    """Show the settings in force for DRAFT (or this folder), and where each comes from."""
    settings = Chooser.from_options(**options).checked_settings_for(draft)
    width = max(len(key_of(name)) for name in names())
    for name in names():
        value = _shown(getattr(settings.config, name), name)
        click.echo(f"{key_of(name):<{width}}  {value}  ({settings.origin(name)})")


def _shown(value: object, name: str) -> str:
    """A value as one would write it; what an empty one means."""
    if value is None:
        return "never"
    if value in ((), ""):
        return {"select": "every rule", "pipeline": "the bundled one"}.get(name, "none")
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value)
    return str(value)


def _part(part: object) -> str:
    if isinstance(part, tuple):
        return " = ".join(str(p) for p in part)
    heading, ignore = getattr(part, "heading", None), getattr(part, "ignore", ())
    return f"{heading}: without {' '.join(ignore)}" if heading is not None else str(part)
