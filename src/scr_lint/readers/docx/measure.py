"""How the paragraphs of a Word file are set against its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from scr_lint.docx_names import R_PR, RUN, w
from scr_lint.model import Block, BlockKind
from scr_lint.readers.docx.paragraphs import Paragraph
from scr_lint.readers.docx.styles import Indent, Style, Styles, indent_of
from scr_lint.readers.docx.tags import ITALIC, RUN_STYLE, on, value
from scr_lint.readers.set_off import Setting

# In twentieths of a point.
_POINT = 20
_INDENTED = 10 * _POINT
_TEXT = w("t")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_ASIDE = (BlockKind.FOOTNOTE, BlockKind.ENDNOTE, BlockKind.TEXT_BOX)


@dataclass(frozen=True, slots=True)
class Set:
    """How one paragraph is set, whatever stands round it."""

    indent: Indent
    italic: bool


def set_of(paragraph: Paragraph, styles: Styles) -> Set:
    """How a paragraph is set; whether it is italic is only asked where it is indented."""
    own = indent_of(paragraph.properties).over(paragraph.style.indent)
    inset = own.left_in_full > 0 and own.right_in_full > 0
    return Set(own, inset and _is_italic(paragraph, styles))


def settings(blocks: Sequence[Block], sets: Sequence[Set]) -> Iterator[Setting]:
    """How each block is set against the draft's running text."""
    usual = _usual(blocks, sets)
    for block, one in zip(blocks, sets, strict=True):
        left, right = one.indent.left_in_full, one.indent.right_in_full
        plain = block.kind is BlockKind.PARAGRAPH and not block.number
        narrow = left >= usual[0] + _INDENTED and right >= usual[1] + _INDENTED
        yield Setting(
            block.text,
            running=block.kind in _PROSE and not narrow,
            narrow=plain and narrow,
            apart=one.italic,
            left=left / _POINT,
            aside=block.kind in _ASIDE,
        )


def _usual(blocks: Sequence[Block], sets: Sequence[Set]) -> tuple[int, int]:
    """Where most of the draft's words begin and how far from the margin they end."""
    weights: Counter[tuple[int, int]] = Counter()
    for block, one in zip(blocks, sets, strict=True):
        if block.kind is BlockKind.PARAGRAPH:
            place = one.indent.left_in_full - one.indent.hanging_in_full
            weights[place, one.indent.right_in_full] += block.words()
    return weights.most_common(1)[0][0] if weights else (0, 0)


def _is_italic(paragraph: Paragraph, styles: Styles) -> bool:
    """Whether all of a paragraph's runs that have text are italic."""
    element = None if paragraph.properties is None else paragraph.properties.getparent()
    if element is None:
        return paragraph.style.italic
    runs = [run for run in element.iter(RUN) if (run.findtext(_TEXT) or "").strip()]
    return bool(runs) and all(_leans(run, paragraph.style, styles) for run in runs)


def _leans(run: etree._Element, style: Style, styles: Styles) -> bool:
    """Italic by itself; or by paragraph or character style, which cancel out (17.7.3)."""
    properties = run.find(R_PR)
    direct = None if properties is None else on(properties.find(ITALIC))
    if direct is not None:
        return direct
    character = styles.character.get(value(properties, RUN_STYLE) or "")
    return style.italic != (character is not None and character.italic)
