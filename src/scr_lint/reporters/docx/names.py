"""Names of the WordprocessingML elements and attributes a comment needs."""

from __future__ import annotations

from scr_lint.docx_names import w

BODY = w("body")
COMMENT = w("comment")
RANGE_START = w("commentRangeStart")
RANGE_END = w("commentRangeEnd")
REFERENCE = w("commentReference")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
