"""The report as one web page that needs no network, no script and no other file."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scr_lint.counted import counted
from scr_lint.finding import Report
from scr_lint.reporters.clean import one_line
from scr_lint.reporters.html.build import page_of
from scr_lint.reporters.html.charts import HEAVIEST_FIRST
from scr_lint.reporters.style import Style
from scr_lint.reporters.withhold import shareable


def render(report: Report, style: Style) -> str:
    """The whole page; with `style.snippets` False without the draft, and without a word of it."""
    page = page_of(shareable(report, style), style)
    return _environment().get_template("page.html").render(page=page)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__name__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    css, script = (_asset(name) for name in ("page.css", "page.js"))
    environment.globals |= {
        "css": Markup(css),  # a file of this package, not of a draft
        "script": Markup(script),  # a file of this package, not of a draft
        "policy": _policy(css, script),
        "severities": HEAVIEST_FIRST,
        "counted": counted,
    }
    return environment


def _shown(value: object) -> object:
    """Every text on its way into the page, made harmless; escaping comes after."""
    return one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _policy(css: str, script: str) -> str:
    """Forbid everything but the page's own style and script, known by their hashes."""
    return (
        f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
