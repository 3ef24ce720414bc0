"""Word drafts built in XML, findings on words in them, and what a copy holds when read again."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from scr_lint.docx_names import W
from scr_lint.docx_pieces import contribution, is_piece
from scr_lint.finding import (
    Answer,
    Confidence,
    DocumentReport,
    Finding,
    Location,
    Severity,
    Verdict,
)
from scr_lint.model import Document, Span
from scr_lint.placing import place
from scr_lint.readers import read_bytes
from scr_lint.readers.invisible import INVISIBLE
from scr_lint.reporters.docx import annotate_docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
NAME = "draft.docx"
DATE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MARKS = frozenset(
    f"{{{W}}}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
START, END, REFERENCE = (
    f"{{{W}}}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
TEXT, RUN, PROPERTIES, ID = (f"{{{W}}}{name}" for name in ("t", "r", "rPr", "id"))
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STRUCK = frozenset(f"{{{W}}}{name}" for name in ("del", "moveFrom"))


def p(*content: str, props: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    runs = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{runs}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    inside = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inside}</w:r>"


def docx_of(body: str, *, extra: dict[str, str] | None = None, **parts: str) -> bytes:
    """A package round `body`; `parts` are the insides of footnotes, styles, comments and so on."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in {
            "document": "document.main",
            **dict(zip(parts, parts, strict=True)),
        }.items()
    )
    members = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": links(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": links(*((name, f"{name}.xml") for name in parts)),
        **{f"word/{n}.xml": f"<w:{n} {NAMESPACES}>{xml}</w:{n}>" for n, xml in parts.items()},
        **(extra or {}),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def links(*pairs: tuple[str, str]) -> str:
    """A relationships part."""
    made = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(pairs, 1)
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{made}</Relationships>'


def finding(document: Document, words: str = "", number: int = 0) -> Finding:
    """A finding on the first place `words` stand at; on the whole draft for ""."""
    location, text = Location(), ""
    if words:
        block = next(b for b in document.blocks if words in b.text)
        start = block.text.index(words)
        location, text = place(block, Span(start, start + len(words))), words
    return made(location, text, number)


def made(location: Location, text: str, number: int = 0) -> Finding:
    """A finding with plain values."""
    return Finding(
        rule="BL002" if text else "LP007",
        name="failure" if text else "audience-missing",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        fingerprint=f"{number:012x}",
        message=f"“{text}” makes someone the owner of a failure.",
        text=text,
        sentence=text,
        instead="Say what happened, and what made it likely.",
        entry="",
        why="Errors are inevitable.",
        actor=None,
        location=location,
    )


def report_of(document: Document, *words: str, answers: tuple[Answer, ...] = ()) -> DocumentReport:
    """A report with a finding on each of `words`."""
    findings = tuple(finding(document, text, number) for number, text in enumerate(words))
    return DocumentReport(document, "scr", findings, (), answers)


def answer() -> Answer:
    """A verdict."""
    return Answer(1, "communication", Verdict.NOT_MET, {}, ("board", "leaders"))


def annotated(original: bytes, *words: str) -> bytes:
    """A copy with a comment on each of `words`."""
    report = report_of(read_bytes(original, NAME), *words)
    return annotate_docx(original, report, date=DATE)


def part(package: bytes, name: str) -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def members(package: bytes) -> dict[str, bytes]:
    """All members."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def comments(package: bytes, name: str = "word/comments.xml") -> dict[str, str]:
    """What each comment says, one line a paragraph, by number."""
    root = part(package, name)
    return {
        comment.get(ID, ""): "\n".join(
            "".join(t.text or "" for t in paragraph.iter(TEXT))
            for paragraph in comment.iter(f"{{{W}}}p")
        )
        for comment in root
    }


def anchored(package: bytes) -> dict[str, str]:
    """The words each comment stands on, by number; deletions and invisible characters left out."""
    open_now: dict[str, str] = {}
    closed: dict[str, str] = {}
    for element in part(package, "word/document.xml").iter():
        number = element.get(ID, "")
        if element.tag == START:
            assert number not in open_now
            open_now[number] = ""
        elif element.tag == END:
            closed[number] = open_now.pop(number)
        elif is_piece(element) and not any(a.tag in STRUCK for a in element.iterancestors()):
            shown = INVISIBLE.sub("", contribution(element))
            open_now = {key: text + shown for key, text in open_now.items()}
    assert not open_now
    return closed


def references(package: bytes) -> list[str]:
    """The numbers of the references, in document order."""
    return [e.get(ID, "") for e in part(package, "word/document.xml").iter(REFERENCE)]


def plain(root: etree._Element, *, below: int = -1) -> bytes:
    """A body without the marks numbered above `below`, runs alike made one, canonical."""
    root = deepcopy(root)
    for mark in [e for e in root.iter() if e.tag in MARKS and int(e.get(ID, "0")) > below]:
        parent = mark.getparent()
        assert parent is not None
        if mark.tag == REFERENCE:
            mark, parent = parent, parent.getparent()
            assert parent is not None
        parent.remove(mark)
    for run in list(root.iter(RUN)):
        _join_before(run)
    for text in list(root.iter(TEXT)):
        shown = contribution(text)
        text.attrib.pop(SPACE, "")
        text.text = shown
    return etree.tostring(root, method="c14n")


def _join_before(run: etree._Element) -> None:
    before = run.getprevious()
    if before is None or before.tag != RUN or _look(before) != _look(run):
        _join_texts(run)
        return
    for child in [c for c in run if c.tag != PROPERTIES]:
        before.append(child)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
    _join_texts(before)


def _join_texts(run: etree._Element) -> None:
    for text in list(run.iterchildren(TEXT)):
        before = text.getprevious()
        if before is not None and before.tag == TEXT:
            before.text = contribution(before) + contribution(text)
            before.set(SPACE, "preserve")
            run.remove(text)


def _look(run: etree._Element) -> tuple[bytes, bytes]:
    properties = run.find(PROPERTIES)
    attributes = repr(sorted(run.attrib.items())).encode()
    return attributes, b"" if properties is None else etree.tostring(properties, method="c14n")
