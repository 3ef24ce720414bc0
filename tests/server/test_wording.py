"""What the editor shows of a finding."""

from __future__ import annotations

from dataclasses import replace

from scr_lint.api import lint_text
from scr_lint.config import Config
from scr_lint.server.wording import hover_text


def test_a_hover_shows_the_words_of_the_draft_as_they_are() -> None:
    (found,) = lint_text("The GP failed to reply.", Config(select=("BL002",))).findings
    shown = hover_text(replace(found, message="“a&lt;b *c*\u202e”"))
    assert r"“a\&lt;b \*c\*”" in shown
