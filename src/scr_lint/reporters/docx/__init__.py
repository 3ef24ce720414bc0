"""The annotated copy of a Word draft: `annotate_docx` puts each finding beside its words.

In the order things happen: `package` opens the file; `places` leads from a finding to the elements
its words stand in; `runs` ends a run wherever a comment begins or ends; `marks` sets the comments'
marks; `comments` writes what they say, in the words of `note_text`.
"""

from __future__ import annotations

from scr_lint.reporters.docx.annotate import annotate_docx

__all__ = ["annotate_docx"]
