"""How long annotating takes, and whether every finding of a draft gets its mark on its words.

    python benchmarks/annotate.py [DRAFT.docx] [--comments 500]

The draft is checked, and annotated as a Word file; where LibreOffice is installed it is also turned
into a PDF, which is checked and annotated by itself. Exits 1 when a mark is not on its words.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree

from scr_lint.api import lint
from scr_lint.docx_names import W
from scr_lint.docx_pieces import contribution, is_piece
from scr_lint.finding import DocumentReport, Finding
from scr_lint.model import BlockKind, PdfPlace, Span
from scr_lint.placing import place
from scr_lint.readers import read_bytes
from scr_lint.reporters.docx import annotate_docx
from scr_lint.reporters.pdf import annotate_pdf

ROOT = Path(__file__).parents[1]
LIMIT = 2.0
ID = f"{{{W}}}id"
UNMARKED = (BlockKind.FOOTNOTE, BlockKind.ENDNOTE, BlockKind.TEXT_BOX)
Annotate = Callable[[bytes, DocumentReport], bytes]


def timed(annotate: Annotate, original: bytes, report: DocumentReport) -> tuple[bytes, float]:
    """The copy, and the best of three times in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        copy = annotate(original, report)
        times.append(time.perf_counter() - start)
    return copy, min(times)


def many(report: DocumentReport, number: int) -> DocumentReport:
    """The report with `number` findings, spread over the draft, on words of their own."""
    model = next(f for f in report.findings if f.location.block is not None)
    long = [block for block in report.document.blocks if len(block.text) > 20]
    findings: list[Finding] = []
    while len(findings) < number:
        block = long[len(findings) * 7 % len(long)]
        start = len(findings) * 13 % (len(block.text) - 12)
        span = Span(start, start + 12)
        mark = f"{len(findings):012x}"
        where = place(block, span)
        findings.append(replace(model, location=where, text=span.of(block.text), fingerprint=mark))
    return replace(report, findings=tuple(findings))


def commented(copy: bytes) -> list[str]:
    """The words under each of our comments, in the order of their numbers."""
    with zipfile.ZipFile(BytesIO(copy)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        comments = etree.fromstring(archive.read("word/comments.xml"))
    ours = [c.get(ID, "") for c in comments if c.get(f"{{{W}}}author") == "scr-lint"]
    under: dict[str, str] = {}
    now: set[str] = set()
    for element in body.iter():
        if element.tag == f"{{{W}}}commentRangeStart":
            now.add(element.get(ID, ""))
        elif element.tag == f"{{{W}}}commentRangeEnd":
            now.discard(element.get(ID, ""))
        elif is_piece(element) and element.tag != f"{{{W}}}delText":
            for key in now:
                under[key] = under.get(key, "") + contribution(element).replace("\u00ad", "")
    return [under.get(key, "") for key in ours]


def word(path: Path, number: int) -> bool:
    """Measure the Word reporter on a draft; whether all comments are on their words."""
    original, report = path.read_bytes(), lint(path)
    copy, seconds = timed(annotate_docx, original, report)
    placed = [f for f in report.findings if f.location.block is not None]
    words = commented(copy)[-len(placed) :]
    able = [n for n, f in enumerate(placed) if f.location.kind not in UNMARKED]
    exact = sum(words[n] == placed[n].text for n in able)
    print(f"{path.name}: {len(report.findings)} findings, {len(placed)} of them on words")
    print(f"  Word: {len(commented(copy))} comments in {seconds:.2f} s (1 on the title)")
    print(f"  {exact} of {len(able)} on exactly their words; {len(placed) - len(able)} in notes")
    print("  and text boxes are quoted where those are referred to")
    _, seconds = timed(annotate_docx, original, many(report, number))
    print(f"  {number} comments in {seconds:.2f} s (limit {LIMIT:.0f} s)")
    return exact == len(able) and seconds < LIMIT


def highlighted(copy: bytes, report: DocumentReport) -> tuple[int, int]:
    """How many highlights there are, and how many findings have just their characters under them.

    Upright pages without offset only, as LibreOffice makes them.
    """
    from pypdf import PdfReader

    boxes: dict[str, list[tuple[int, list[float]]]] = {}
    total = 0
    pages = PdfReader(BytesIO(copy)).pages
    for number, page in enumerate(pages, 1):
        for annotation in (a.get_object() for a in page.get("/Annots") or ()):
            if annotation["/Subtype"] == "/Highlight":
                total += 1
                mark = str(annotation["/NM"]).split("-")[2]
                points = [float(p) for p in annotation["/QuadPoints"]]
                quads = (points[at : at + 8] for at in range(0, len(points), 8))
                boxes.setdefault(mark, []).extend((number, quad) for quad in quads)
    height = float(pages[0].mediabox.height)
    exact = 0
    for finding in report.findings:
        under = words_under(report, finding, boxes.get(finding.fingerprint, []), height)
        exact += "".join(under.split()) == "".join(finding.text.split()) != ""
    return total, exact


def words_under(
    report: DocumentReport, finding: Finding, quads: list[tuple[int, list[float]]], height: float
) -> str:
    """The characters of a finding's block whose middle lies in its highlights."""
    block = report.block_of(finding)
    under = ""
    for segment in block.segments if block else ():
        assert isinstance(segment.place, PdfPlace)
        text = segment.span.of(block.text) if block else ""
        for letter, box in zip(text, segment.place.boxes, strict=True):
            x, y = (box.left + box.right) / 2, height - (box.top + box.bottom) / 2
            if any(
                page == segment.place.page and quad[0] < x < quad[2] and quad[5] < y < quad[1]
                for page, quad in quads
            ):
                under += letter
    return under


def pdf(path: Path) -> bool:
    """Measure the PDF reporter on the draft printed to PDF; whether all highlights are right."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True)
        printed = Path(folder) / f"{path.stem}.pdf"
        original = printed.read_bytes()
        report = lint(read_bytes(original, printed.name))
    copy, seconds = timed(annotate_pdf, original, report)
    total, exact = highlighted(copy, report)
    placed = sum(f.location.block is not None for f in report.findings)
    print(f"  PDF: {len(report.findings)} findings, {placed} of them on words")
    print(f"  {total} highlights in {seconds:.2f} s; {exact} of {placed} on exactly their words")
    return exact == placed


def main() -> int:
    """Run the measurements asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    default = ROOT / "corpora" / "drafts" / "faulty.docx"
    parser.add_argument("draft", type=Path, nargs="?", default=default)
    parser.add_argument("--comments", type=int, default=500)
    options = parser.parse_args()
    right = word(options.draft, options.comments)
    if shutil.which("soffice"):
        right = pdf(options.draft) and right
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
