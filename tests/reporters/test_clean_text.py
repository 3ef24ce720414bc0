"""Text made safe to show."""

from __future__ import annotations

import pytest

from scr_lint.reporters.clean import encodable, markdown, one_line, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]8;;http://x\x07link\x1b]8;;\x07", "link"),
        ("\x1b]0;title\x1b\\kept", "kept"),
        ("\x1b]0;never ended", "]0;never ended"),
        ("one\r\ntwo\tthree\u2028four", "one two three four"),
        ("a\u202eb\u2066c\u200fd\ufeffe\u00adf", "abcdef"),
        ("👩\u200d⚕️  two", "👩\u200d⚕️  two"),
        ("caf\udce9", "caf\ufffd"),
    ],
)
def test_nothing_shown_can_move_the_cursor_or_reorder(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_long_text_is_cut_at_a_space_and_short_text_is_not() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 7) == "one two"
    assert shortened("onetwothree", 5) == "onet…"


def test_only_what_utf_8_cannot_hold_is_replaced() -> None:
    assert encodable("a\x1bb\udce9") == "a\x1bb\ufffd"


def test_markdown_shows_the_text_as_it_is() -> None:
    text = "a|b <i> &lt; [x](y) `c` *d* \u202eback\u202c\nnext"
    assert markdown(text) == r"a\|b \<i\> \&lt; \[x\](y) \`c\` \*d\* back next"
