"""The one definition of the text-bearing pieces of a Word part, as `DocxPlace` counts them.

The docx reader writes these ordinals into its segments; whoever annotates a draft later finds the
elements again by them. Works on any lxml tree of a part, python-docx's included.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from scr_lint.docx_names import M, w

# What zipfile and its decompressors raise over a damaged, encrypted or exotic member.
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError,
    ValueError, KeyError,
)  # fmt: skip

PARAGRAPH = w("p")
TEXT = w("t")
TAB = w("tab")
BREAK = w("br")
SYMBOL = w("sym")
SOFT_HYPHEN = w("softHyphen")

_TAB_STOPS = w("tabs")
_WRITTEN = frozenset((TEXT, w("delText"), f"{{{M}}}t"))
_FIXED = {
    TAB: "\t",
    w("ptab"): "\t",
    BREAK: "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    SOFT_HYPHEN: "\u00ad",
}
PIECE_TAGS = _WRITTEN | _FIXED.keys() | {SYMBOL}

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XML_BLANKS = " \t\r\n"
_ONE_LINE = str.maketrans("\r\n", "  ")

# Adobe Symbol encoding, 0x20 to 0x7E and 0xA0 to 0xFE (Unicode's ADOBE/symbol.txt). Pieces of tall
# brackets have no sensible plain form and are left as they come.
_SYMBOL_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u23d0\u23af↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
# The signs of Wingdings that turn up in reports; the font's full chart is mostly pictures.
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x7B: "❀", 0x7D: "”",
    0x7C: "“", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "⇦", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⇔",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA3: "□"}
_WINGDINGS_3 = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "▶", 0x84: "◀"}
_FONTS = {
    "symbol": dict(enumerate(_SYMBOL_LOW, 0x20)) | dict(enumerate(_SYMBOL_HIGH, 0xA0)),
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
}


class Piece(NamedTuple):
    """One text-bearing element, with the ordinals a `DocxPlace` names it by."""

    paragraph: int
    ordinal: int
    element: etree._Element
    text: str


def is_piece(element: etree._Element) -> bool:
    """Whether an element bears text: a `w:tab` inside `w:tabs` is a tab stop and bears none."""
    tag = element.tag
    if tag == TAB:
        parent = element.getparent()
        return parent is None or parent.tag != _TAB_STOPS
    return tag in PIECE_TAGS


def contribution(element: etree._Element) -> str:
    """The text a piece stands for, whether the reader takes it up or not.

    Blanks at the ends of a `w:t` count only under `xml:space="preserve"`, as in Word (ECMA-376
    17.3.3.31); a line end inside one is a blank. A soft hyphen contributes itself.
    """
    tag = element.tag
    if tag in _WRITTEN:
        return _written(element)
    if tag == SYMBOL:
        return _symbol(element)
    return _FIXED[tag]


def pieces(root: etree._Element) -> Iterator[Piece]:
    """Every piece of a part, each once, under the nearest `w:p` around it.

    Paragraph by paragraph, so a text box comes after the whole paragraph it stands in. The ordinal
    counts all pieces below a `w:p`, those of paragraphs nested in it included.
    """
    for number, paragraph in enumerate(root.iter(PARAGRAPH)):
        nests = next(paragraph.iterdescendants(PARAGRAPH), None) is not None
        below = filter(is_piece, paragraph.iter(*PIECE_TAGS))
        for ordinal, element in enumerate(below):
            if not nests or next(element.iterancestors(PARAGRAPH)) is paragraph:
                yield Piece(number, ordinal, element, contribution(element))


def _written(element: etree._Element) -> str:
    text = element.text or ""
    if text.strip(_XML_BLANKS) != text and not _preserved(element):
        text = text.strip(_XML_BLANKS)
    return text.translate(_ONE_LINE) if "\n" in text or "\r" in text else text


def _preserved(element: etree._Element) -> bool:
    """Whether blanks at the ends count; `xml:space` is inherited (XML 1.0, 2.10)."""
    own = element.get(_XML_SPACE)
    if own is None:
        around = (a.get(_XML_SPACE) for a in element.iterancestors())
        own = next((value for value in around if value is not None), None)
    return own == "preserve"


def _symbol(element: etree._Element) -> str:
    """A `w:sym` as one plain character; F000 to F0FF are the font's own codes (17.3.3.30)."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return "\ufffd"
    font = element.get(w("font"), "").lower()
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if font in _FONTS:
        return _FONTS[font].get(low) or chr(0xF000 + low if low < 0x100 else code)
    if 0x20 <= low < 0x100:
        return chr(low)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"


def part_parser() -> etree.XMLParser:
    """The parser of every Word part, read or written: no entities, no network, libxml2's own bounds.

    Reader and reporter must drop the same comments and instructions, or pieces would count otherwise.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
