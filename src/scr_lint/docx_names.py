"""Names of WordprocessingML that reading a Word draft and writing its annotated copy share."""

from __future__ import annotations

from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# Strict documents use other names for the same things (ECMA-376 part 1, annex A against part 4).
STRICT: Mapping[bytes, bytes] = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M.encode(),
}


def w(name: str) -> str:
    """The Clark name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


VAL = w("val")
ID = w("id")
RUN = w("r")
R_PR = w("rPr")
