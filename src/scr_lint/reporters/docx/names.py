"""Names of the WordprocessingML elements and attributes a comment needs."""

from __future__ import annotations

from scr_lint.docx_pieces import W


def w(name: str) -> str:
    """The Clark name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


ID = w("id")
VAL = w("val")
BODY = w("body")
RUN = w("r")
R_PR = w("rPr")
COMMENT = w("comment")
RANGE_START = w("commentRangeStart")
RANGE_END = w("commentRangeEnd")
REFERENCE = w("commentReference")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
