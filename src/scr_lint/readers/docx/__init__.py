"""The Word reader: `read_docx` turns the bytes of a .docx into a Document.

In the order things happen: `package` opens the file; `styles`, `numbering` and `notes` read what
stands beside the body; `story` walks the paragraphs, with `surroundings`, `tables`, `fate` and
`fields` saying what is read; `paragraphs` takes up text and its places; `blocks`, `kinds`, `counting`
and `..numbered` make blocks of it; `coverage` says what was left out.
"""

from __future__ import annotations

from scr_lint.readers.docx.reader import read_docx

__all__ = ["read_docx"]
