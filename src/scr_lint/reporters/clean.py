"""Text from a draft made safe to show: nothing in it may move the cursor, recolour or reorder."""

from __future__ import annotations

import re

# CSI and OSC sequences go whole: their parameters are not words of the draft (ECMA-48, 5.4, 5.6).
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]" r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
)
_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# Controls and invisible format characters, bidi overrides among them. The two joiners (U+200C and
# U+200D) stay: emoji and several scripts are misspelt without them.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_MARKS = re.compile(r"([\\`*_\[\]<>|#~&])")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def one_line(text: str) -> str:
    """`text` on one line without control sequences; spaces within a line stay as they are."""
    text = _SPACES.sub(" ", _SEQUENCES.sub("", text))
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))


def markdown(text: str) -> str:
    """`text` on one line of Markdown that shows it as it is: no mark may become a link, cell or tag."""
    return _MARKS.sub(r"\\\1", one_line(text))


def encodable(text: str) -> str:
    """`text` with what UTF-8 cannot hold replaced: a path may carry stray bytes as surrogates."""
    return _SURROGATES.sub("\ufffd", text)


def shortened(text: str, limit: int) -> str:
    """`text` cut at a space so that it and "…" fit `limit` characters; shorter text unchanged."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + "…"
