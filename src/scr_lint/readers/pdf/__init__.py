"""The PDF reader: `read_pdf` turns the bytes of a PDF into a Document.

In the order things happen: `open_file` opens the file, within the `bounds` of time and memory;
`tokens` and `canvas` collect the `glyphs`, lines and pictures of each page; `grid` and `layout`
tell tables and boxes from the body; `furniture`, `footnotes` and `contents` take out what is not
prose; `columns`, `unruled` tables and `lines` give the reading order; `paragraphs`, `tables` and
`pieces` put together what page ends cut; `spelling`, `markers`, `headings`, `measure` (for block
quotations) and `blocks` make blocks of it; `extras` and `coverage` say what was left out.
"""

from __future__ import annotations

from scr_lint.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
