"""Opening a PDF: from bytes to pages, and from what can go wrong to one plain sentence."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name

from scr_lint.errors import ReadError
from scr_lint.readers.pdf.bounds import BoundedParser, Budget, TooCostlyError, bounded_document

MOST_PAGES = 2_000
# ISO 32000-1 annex H note 13: viewers accept a header anywhere in the first 1,024 bytes.
_HEADER_WITHIN = 1_024
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_PER_PAGE_SECONDS = 0.5

_NOT_PDF = (
    "is not a PDF in spite of its name; open it in the program it came from and export it as PDF"
)
_DAMAGED = "is damaged or cut short; export or download it again, or use the Word file"
_LOCKED = "is protected by a password; save a copy without one"
_CIPHER = "is protected in a way scr-lint cannot read; save a copy without protection"
_PAGELESS = "has no pages that can be found; export it again, or use the Word file"
_TOO_LONG = f"has more than {MOST_PAGES:,} pages; split it, or check that it is the report"

# What pdfminer lets through when a file lies about itself; each was met with a damaged file.
_FAULTS = (
    PSException,
    RecursionError,
    struct.error,
    zlib.error,
    AssertionError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    OverflowError,
    OSError,
    EOFError,
)


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Turn what pdfminer raises into a ReadError about `name`."""
    try:
        yield
    except ReadError:
        raise
    except TooCostlyError as error:
        problem = f"{error}; check that it is the report, or use the Word file"
        raise ReadError(name, problem) from error
    except PDFPasswordIncorrect as error:
        raise ReadError(name, _LOCKED) from error
    except PDFEncryptionError as error:
        raise ReadError(name, _CIPHER) from error
    except MemoryError as error:
        raise ReadError(name, f"needs too much memory; {_DAMAGED.partition('; ')[2]}") from error
    except _FAULTS as error:
        raise ReadError(name, _DAMAGED) from error


def open_document(data: bytes, name: str, budget: Budget) -> PDFDocument:
    """The document in `data`, opened with the empty password. Raises ReadError."""
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise ReadError(name, _NOT_PDF)
    # pdfminer reports each oddity it gets over, which is of no use to the author of a draft.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with told_plainly(name):
        parser = BoundedParser(BytesIO(data))
        parser.budget = budget
        return bounded_document(parser)


def pages(document: PDFDocument, name: str, budget: Budget) -> list[PDFPage]:
    """The pages in order. Raises ReadError when there are none, or more than MOST_PAGES."""
    with told_plainly(name):
        leaves = list(_leaves(document, budget, name))
    if not leaves:
        raise ReadError(name, _PAGELESS)
    budget.allow(len(leaves) * _PER_PAGE_SECONDS)
    return leaves


def _leaves(document: PDFDocument, budget: Budget, name: str) -> Iterator[PDFPage]:
    """Walk the page tree (ISO 32000-1, 7.7.3) without recursion, each node once."""
    waiting: list[tuple[Any, dict[str, Any]]] = [(document.catalog.get("Pages"), {})]
    seen: set[int] = set()
    count = 0
    while waiting:
        budget.spend_operator()
        reference, inherited = waiting.pop()
        number = reference.objid if isinstance(reference, PDFObjRef) else 0
        if number in seen:
            continue
        if number:
            seen.add(number)
        node = resolve1(reference)
        if not isinstance(node, dict):
            continue
        inherited = inherited | {key: node[key] for key in _INHERITED if key in node}
        kids = resolve1(node.get("Kids"))
        if isinstance(kids, list):
            waiting += ((kid, inherited) for kid in reversed(kids))
        elif _is_page(node):
            count += 1
            if count > MOST_PAGES:
                raise ReadError(name, _TOO_LONG)
            yield PDFPage(document, number, inherited | node, None)


def _is_page(node: dict[str, Any]) -> bool:
    kind = resolve1(node.get("Type"))
    return kind is None or literal_name(kind) == "Page"
