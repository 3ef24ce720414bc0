"""Writes a draft's body, footnotes and comments as WordprocessingML, the way Word would."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from fragments import (
    as_bold,
    column_widths,
    field,
    run_properties,
    text_box,
    text_element,
    xml_part,
)
from source import Block, Cell, Draft, Span, Style

HEADING_NUM, BULLET_NUM, FIRST_LIST_NUM = 1, 2, 10
WORDS_PER_PAGE = 450
TOC_LINES_PER_PAGE = 36
_AUTHORS = ("Lead Reviewer", "Business Unit", "Panel Chair")
_STYLES = {
    "title": "Title",
    "cover": "CoverText",
    "heading1": "Heading1",
    "heading1-plain": "Heading1",
    "heading2": "Heading2",
    "auto": "NumberedParagraph",
    "typed": "TypedNumber",
    "letter": "ListParagraph",
    "roman": "ListParagraph",
    "bullet": "ListParagraph",
    "quote": "Quote",
}
_OFF = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One stored line of the table of contents."""

    level: int
    number: str
    text: str
    page: int
    bookmark: str


class BodyWriter:
    """Renders one draft; every id is counted, every choice is seeded by the draft's name."""

    def __init__(self, draft: Draft) -> None:
        """Start with all counters at their first values."""
        self.draft = draft
        self.links: list[str] = []
        self.list_kinds: dict[int, str] = {}
        self.comments: list[str] = []
        self._random = random.Random(draft.name)
        self._rsids = [f"00{self._random.randrange(16**6):06X}" for _ in range(9)]
        self._footnotes = {name: i + 1 for i, name in enumerate(draft.footnote_order())}
        headings = sum(block.kind.startswith("heading") for block in draft.blocks)
        self._page, self._words = 3 + headings // TOC_LINES_PER_PAGE, 0
        self._toc: list[TocEntry] = []
        self._revisions = self._paragraphs = self._boxes = 0
        self._open_change = ""

    # -- parts ---------------------------------------------------------------------------

    def document(self) -> str:
        """word/document.xml."""
        main = "".join(self._with_boxes(self.draft.blocks))
        cover = "".join(self._paragraph(block) for block in self.draft.cover)
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/>'
            '<w:footerReference w:type="default" r:id="rIdFooter"/>'
            '<w:footerReference w:type="first" r:id="rIdFooter"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
            'w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
            '<w:cols w:space="708"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>'
        )
        body = cover + self._page_break() + self._contents() + self._page_break() + main
        return xml_part("document", f"<w:body>{body}{section}</w:body>")

    def footnotes(self) -> str:
        """word/footnotes.xml."""
        notes = [
            f'<w:footnote w:type="{kind}" w:id="{i}"><w:p><w:pPr><w:spacing w:after="0" '
            f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for i, kind, tag in (
                (-1, "separator", "separator"),
                (0, "continuationSeparator", "continuationSeparator"),
            )
        ]
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        for name, number in self._footnotes.items():
            runs = mark + space + self._runs(self.draft.footnotes[name], counted=False)
            notes.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                f"{runs}</w:p></w:footnote>"
            )
        return xml_part("footnotes", "".join(notes))

    def comments_part(self) -> str:
        """word/comments.xml; call it after the document."""
        return xml_part("comments", "".join(self.comments))

    # -- blocks --------------------------------------------------------------------------

    def _with_boxes(self, blocks: list[Block]) -> Iterable[str]:
        """Render blocks; a text box is anchored in the paragraph that follows it."""
        pending: list[Block] = []
        for block in blocks:
            if block.kind == "box":
                pending.append(block)
            elif block.kind in ("plain", "auto", "typed") and pending:
                anchors = "".join(self._text_box(box) for box in pending)
                pending = []
                yield self._paragraph(block, before=anchors)
            elif pending:
                anchors = "".join(self._text_box(box) for box in pending)
                pending = []
                yield f"<w:p>{anchors}</w:p>" + self._block(block)
            else:
                yield self._block(block)
        if pending:
            yield f"<w:p>{''.join(self._text_box(box) for box in pending)}</w:p>"

    def _block(self, block: Block) -> str:
        if block.kind == "pagebreak":
            return self._page_break()
        if block.kind == "table":
            return self._table(block)
        return self._paragraph(block)

    def _page_break(self) -> str:
        self._page, self._words = self._page + 1, 0
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _paragraph(self, block: Block, before: str = "") -> str:
        runs = before
        if block.kind == "typed":
            runs += f"<w:r>{text_element(block.number)}<w:tab/></w:r>"
        runs += self._runs(block.spans)
        if block.kind.startswith("heading"):
            runs = self._bookmarked(block, runs)
        return f"<w:p{self._paragraph_ids()}>{self._properties(block)}{runs}</w:p>"

    def _properties(self, block: Block) -> str:
        inside = ""
        if style := _STYLES.get(block.kind):
            inside += f'<w:pStyle w:val="{style}"/>'
        if block.kind == "heading1-plain":
            inside += _OFF
        elif block.list_id or block.kind == "bullet":
            number = BULLET_NUM
            if block.kind != "bullet":
                number = FIRST_LIST_NUM + block.list_id
                self.list_kinds[number] = block.kind
            inside += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        changes = {span.style.change_id for span in block.spans if span.style.change == "ins"}
        if len(changes) == 1 and all(span.style.change == "ins" for span in block.spans):
            inside += f"<w:rPr><w:ins {self._revision()}/></w:rPr>"
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def _paragraph_ids(self) -> str:
        self._paragraphs += 1
        rsid = self._rsids[self._paragraphs % 3]
        para = f"{0x10000000 + self._paragraphs * 7919:08X}"
        rsids = f'w:rsidR="{rsid}" w:rsidRDefault="{rsid}"'
        return f' w14:paraId="{para}" w14:textId="77777777" {rsids}'

    def _bookmarked(self, block: Block, runs: str) -> str:
        level = 2 if block.kind == "heading2" else 1
        name = f"_Toc{118200000 + len(self._toc)}"
        self._toc.append(TocEntry(level, block.number, block.text, self._page, name))
        mark = len(self._toc)
        return (
            f'<w:bookmarkStart w:id="{mark}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{mark}"/>'
        )

    def _table(self, block: Block) -> str:
        widths = column_widths(block)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = []
        for number, row in enumerate(block.rows):
            header = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 else ""
            below = block.rows[number + 1] if number + 1 < len(block.rows) else ()
            rows.append(f"<w:tr>{header}{self._cells(row, below, widths, number == 0)}</w:tr>")
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}'
            f"</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"
        )

    def _cells(
        self, row: tuple[Cell, ...], below: tuple[Cell, ...], widths: list[int], header: bool
    ) -> str:
        cells, at = [], 0
        while at < len(row):
            span = 1
            while at + span < len(row) and row[at + span].merge == "left":
                span += 1
            properties = f'<w:tcW w:w="{sum(widths[at : at + span])}" w:type="dxa"/>'
            if span > 1:
                properties += f'<w:gridSpan w:val="{span}"/>'
            if row[at].merge == "up":
                properties += "<w:vMerge/>"
            elif below and below[at].merge == "up":
                properties += '<w:vMerge w:val="restart"/>'
            if header:
                properties += '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>'
            spans = row[at].spans
            if header:
                spans = tuple(as_bold(span) for span in spans)
            cells.append(
                f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p{self._paragraph_ids()}><w:pPr><w:pStyle "
                f'w:val="TableText"/></w:pPr>{self._runs(spans, weight=2)}</w:p></w:tc>'
            )
            at += span
        return "".join(cells)

    def _text_box(self, block: Block) -> str:
        self._boxes += 1
        content = "".join(self._paragraph(child) for child in block.children)
        words = sum(len(child.text.split()) for child in block.children)
        return text_box(content, words, self._boxes)

    def _contents(self) -> str:
        """The TOC field with its stored result, in the content control Word wraps it in."""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        lines = []
        for i, entry in enumerate(self._toc):
            number = f"<w:r>{text_element(entry.number)}<w:tab/></w:r>" if entry.number else ""
            reference = field(f" PAGEREF {entry.bookmark} \\h ", str(entry.page))
            lines.append(
                f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{begin if i == 0 else ""}'
                f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{number}'
                f"<w:r>{text_element(entry.text)}<w:tab/></w:r>{reference}</w:hyperlink></w:p>"
            )
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr>"
            '<w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>Contents</w:t></w:r></w:p>'
            f'{"".join(lines)}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
            "</w:sdtContent></w:sdt>"
        )

    # -- runs ----------------------------------------------------------------------------

    def _runs(self, spans: tuple[Span, ...], counted: bool = True, weight: int = 1) -> str:
        """The runs of a paragraph, wrapped in comments, links and tracked changes."""
        out: list[str] = []
        comment = change = 0
        link = ""
        for span in (*spans, Span("", Style())):
            style = span.style
            if change != style.change_id and change:
                out.append("</w:ins>" if self._open_change == "ins" else "</w:del>")
            if link and link != style.link:
                out.append("</w:hyperlink>")
            if comment and comment != style.comment_id:
                out.append(self._comment_end())
            if style.comment_id and comment != style.comment_id:
                out.append(self._comment_start(style.comment))
            if style.link and link != style.link:
                out.append(self._link_start(style.link))
            if style.change_id and change != style.change_id:
                self._open_change = style.change
                out.append(f"<w:{style.change} {self._revision()}>")
            comment, change, link = style.comment_id, style.change_id, style.link
            if span.footnote:
                out.append(self._reference(span.footnote))
            elif span.text:
                out.append(self._split(span, counted, weight))
        return "".join(out)

    def _reference(self, name: str) -> str:
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{self._footnotes[name]}"/></w:r>'
        )

    def _split(self, span: Span, counted: bool, weight: int) -> str:
        """One span as several runs, cut at odd places; page breaks fall at run starts."""
        properties = run_properties(span.style)
        tag = "delText" if span.style.change == "del" else "t"
        out = []
        for piece in self._pieces(span.text):
            rsid = self._random.choice(self._rsids)
            mark = ""
            if counted:
                self._words += weight * len(piece.split())
                if self._words >= WORDS_PER_PAGE and tag == "t":
                    self._page, self._words = self._page + 1, 0
                    mark = "<w:lastRenderedPageBreak/>"
            out.append(f'<w:r w:rsidR="{rsid}">{properties}{mark}{text_element(piece, tag)}</w:r>')
            if self._random.random() < 0.04:
                out.append('<w:proofErr w:type="gramStart"/><w:proofErr w:type="gramEnd"/>')
        return "".join(out)

    def _pieces(self, text: str) -> list[str]:
        """Cut ``text`` every 40 to 260 characters, now and then inside a word."""
        pieces, at = [], 0
        while at < len(text):
            end = at + self._random.randrange(40, 260)
            if end >= len(text) - 8:
                end = len(text)
            elif self._random.random() < 0.75 and " " in text[end:]:
                end = text.index(" ", end) + self._random.randrange(2)
            pieces.append(text[at:end])
            at = end
        return pieces

    def _revision(self) -> str:
        self._revisions += 1
        author = _AUTHORS[self._revisions % 2]
        day, minute = 1 + self._revisions % 27, self._revisions * 7 % 60
        return (
            f'w:id="{9000 + self._revisions}" w:author="{author}" '
            f'w:date="2016-11-{day:02d}T10:{minute:02d}:00Z"'
        )

    def _comment_start(self, remark: str) -> str:
        number = len(self.comments)
        author = _AUTHORS[number % len(_AUTHORS)]
        initials = "".join(word[0] for word in author.split())
        mark = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{author}" w:initials="{initials}" '
            f'w:date="2016-11-{1 + number % 28:02d}T16:05:00Z"><w:p><w:pPr>'
            f'<w:pStyle w:val="CommentText"/></w:pPr>{mark}<w:r>{text_element(remark)}</w:r></w:p>'
            "</w:comment>"
        )
        return f'<w:commentRangeStart w:id="{number}"/>'

    def _comment_end(self) -> str:
        number = len(self.comments) - 1
        return (
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle '
            f'w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )

    def _link_start(self, address: str) -> str:
        if address not in self.links:
            self.links.append(address)
        return f'<w:hyperlink r:id="rIdLink{self.links.index(address)}" w:history="1">'
