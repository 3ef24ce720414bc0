"""Write the page of the hostile draft for browser_check.mjs: `python hostile_page.py OUT.html`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from conftest import hostile_report

from scr_lint.reporters import REPORTERS, Style

if __name__ == "__main__":
    make = hostile_report.__wrapped__  # type: ignore[attr-defined]
    page = REPORTERS["html"](make(), Style(tool="0.1.0"))
    Path(sys.argv[1]).write_text(page, encoding="utf-8")
