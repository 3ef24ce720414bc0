"""`scr-lint explain CODE`: one rule, in full."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import click

from scr_lint.config import Config, chosen_rules
from scr_lint.errors import ConfigError
from scr_lint.lexicon import LexiconSet, RuleHeader, load_lexicons
from scr_lint.reference import examples_of

_WIDTH = 88


@click.command()
@click.argument("rule", metavar="CODE")
def command(rule: str) -> None:
    """Explain one rule by its code or name: what it flags, why, and how to say it instead."""
    lexicons = load_lexicons()
    names = {code: header.name for code, header in lexicons.headers.items()}
    try:
        codes = chosen_rules(Config(select=(rule,)), names)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    for code in sorted(codes):
        click.echo("\n".join(_lines(lexicons.headers[code], lexicons)) + "\n")


def _lines(header: RuleHeader, lexicons: LexiconSet) -> Iterator[str]:
    explanation = header.explanation
    yield f"{header.code} {header.name}"
    yield _filled(header.summary)
    yield from _listed("What it flags", explanation.flags)
    if explanation.reason:
        yield from ("", "Why it matters", _filled(explanation.reason))
    yield from ("", "The Quality Marker says", _filled(f"“{header.why}”"))
    examples = (example.marked("«", "»") for example in examples_of(header, lexicons))
    yield from _listed("For example", examples)
    yield from ("", "How to say it so that the problem stays open", _filled(header.instead))
    for before, after in explanation.rewrite:
        yield from ("", _filled(f"not:     {before}"), _filled(f"rather:  {after}"))
    yield from _listed("What it does not flag", explanation.silent)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield from ("", title)
        yield _filled(line, "  - ", "    ")


def _filled(text: str, first: str = "  ", rest: str = "  ") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=rest)
