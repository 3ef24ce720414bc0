"""Footnotes in Markdown: "[^1]" in the text, and "[^1]: See the log." for the note itself.

CommonMark has none; these are the two rules that markdown-it needs to tell them from prose.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

MARK, OPEN, CLOSE = "footnote_mark", "footnote_open", "footnote_close"
_MARK = re.compile(r"\[\^(?P<label>[^\s\[\]]+)\]")
_HEAD = re.compile(rf"{_MARK.pattern}:[ \t]*")
# By so much the further paragraphs of a note are indented.
_INDENT = 4


def with_footnotes(parser: MarkdownIt) -> MarkdownIt:
    """The parser, taught footnotes: marks are tokens of their own, and so are the ends of a note.

    An opening token has the note's label in `info`; between it and the closing one stand its blocks.
    """
    parser.inline.ruler.before("link", MARK, _read_mark)
    parser.block.ruler.before("reference", "footnote", _read_note, {"alt": ["paragraph"]})
    return parser


def _read_mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push(MARK, "", 0).content = found[0]
    state.pos = found.end()
    return True


def _read_note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    found = _HEAD.match(state.src, at, state.eMarks[start])
    if found is None or state.is_code_block(start) or state.parentType == "footnote":
        return False
    if silent:
        return True
    opened = state.push(OPEN, "", 1)
    opened.info = found["label"]
    opened.map = [start, end]
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    # The note's first line is read as if it began behind the mark, as an item's is behind its bullet.
    state.bMarks[start], state.tShift[start] = found.end(), 0
    state.blkIndent += _INDENT
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= _INDENT
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    opened.map = [start, state.line]
    state.push(CLOSE, "", -1)
    return True
