"""Names of the WordprocessingML elements and attributes the reader looks at."""

from __future__ import annotations

from lxml import etree

from scr_lint.docx_names import VAL, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P_PR = w("pPr")
STYLE = w("pStyle")
RUN_STYLE = w("rStyle")
VANISH = w("vanish")
ITALIC = w("i")
TABLE = w("tbl")
ROW = w("tr")
CELL = w("tc")
SDT = w("sdt")
BOX = w("txbxContent")
DELETED = w("del")
INSERTED = w("ins")
MOVED_FROM = w("moveFrom")
MOVED_TO = w("moveTo")
FIELD_CHAR = w("fldChar")
FIELD_CODE = w("instrText")
SIMPLE_FIELD = w("fldSimple")
PAGE_MARK = w("lastRenderedPageBreak")
SECTION = w("sectPr")
FOOTNOTE_REFERENCE = w("footnoteReference")
ENDNOTE_REFERENCE = w("endnoteReference")
RUBY_TEXT = w("rt")
ALTERNATE = f"{{{MC}}}AlternateContent"
CHOICE = f"{{{MC}}}Choice"
FALLBACK = f"{{{MC}}}Fallback"

_OFF = frozenset(("0", "false", "off"))


def on(element: etree._Element | None) -> bool | None:
    """What an on/off property says (ECMA-376 17.17.4): None where it is absent, True if bare."""
    return None if element is None else element.get(VAL, "1") not in _OFF


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child element; None where there is no such child or no value."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get(VAL)


def whole(text: str | None) -> int | None:
    """A whole number as Word writes it; None for anything else or anything absurdly large."""
    if text is None:
        return None
    try:
        number = int(text)
    except ValueError:
        return None
    return number if abs(number) < 1_000_000 else None
