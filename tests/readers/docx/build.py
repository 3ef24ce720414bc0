"""Word files in a few words: `docx_of(p("One") + p("Two", num=(1, 0)), numbering=...)`.

Text arguments that begin with "<" are taken as XML, all others as text.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from scr_lint.model import Block, Document
from scr_lint.readers.docx import read_docx

NAME = "draft.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{_WORD}.document.main+xml"
_ROOTS = {"header1": "hdr"}
_KINDS = {"header1": "header"}


def docx_of(
    body: str,
    *,
    main_type: str = MAIN_TYPE,
    app: str = "",
    extra: dict[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A package around `body`; `parts` are the insides of styles, numbering, footnotes and so on.

    `app` is the inside of docProps/app.xml, `extra` holds members to add or to put in place.
    """
    members = {
        "[Content_Types].xml": _content_types(main_type, tuple(parts)),
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml"), *_app_link(app)),
        "word/_rels/document.xml.rels": _relationships(
            *((_KINDS.get(part, part), f"{part}.xml") for part in parts)
        ),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{name}.xml": _part(_ROOTS.get(name, name), xml) for name, xml in parts.items()},
    }
    if app:
        properties = f'<Properties xmlns="{OFFICE}/extended-properties">{app}</Properties>'
        members["docProps/app.xml"] = properties.encode()
    return zip_of(members | (extra or {}))


def zip_of(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of the members, in their order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(body: str, **parts: str) -> Document:
    """The document read from a package around `body`."""
    return read_docx(docx_of(body, **parts), NAME)


def shown(body: str, **parts: str) -> list[tuple[str, str, str]]:
    """Kind, number and text of every block."""
    return [(b.kind.value, b.number, b.text) for b in read(body, **parts).blocks]


def texts(body: str, **parts: str) -> list[str]:
    """The text of every block."""
    return [block.text for block in read(body, **parts).blocks]


def numbers(body: str, **parts: str) -> list[str]:
    """The number of every block."""
    return [block.number for block in read(body, **parts).blocks]


def only(body: str, **parts: str) -> Block:
    """The one block there is."""
    (block,) = read(body, **parts).blocks
    return block


def p(
    *content: str,
    style: str = "",
    num: tuple[int, int] | None = None,
    props: str = "",
    mark: str = "",
) -> str:
    """A paragraph; `num` is list and level, `mark` the properties of its mark."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        inside += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inside += props + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    runs = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def r(content: str, props: str = "") -> str:
    """A run."""
    inside = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inside}</w:r>"


def t(text: str) -> str:
    """A text element that keeps its blanks."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def ins(*content: str) -> str:
    """A tracked insertion."""
    return _wrapped("ins", content)


def struck(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def moved_from(*content: str) -> str:
    """Text moved away from here."""
    return _wrapped("moveFrom", content)


def moved_to(*content: str) -> str:
    """Text moved here."""
    return _wrapped("moveTo", content)


def field(code: str, *result: str) -> str:
    """A complex field with its result."""
    return field_begin(code) + "".join(map(r, result)) + field_end()


def field_begin(code: str) -> str:
    """The beginning of a complex field up to where its result starts."""
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return _mark("begin") + instruction + _mark("separate")


def field_end() -> str:
    """The end of a complex field."""
    return _mark("end")


def table(*rows: str) -> str:
    """A table of rows made by `row`."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, props: str = "") -> str:
    """A row; cells given as plain text become cells of one paragraph."""
    made = (c if c.startswith("<") else cell(p(c)) for c in cells)
    return f"<w:tr>{f'<w:trPr>{props}</w:trPr>' if props else ''}{''.join(made)}</w:tr>"


def cell(content: str, props: str = "") -> str:
    """A table cell."""
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{content}</w:tc>"


def sdt(content: str, props: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content: str) -> str:
    """A text box as current Word writes it: a shape, and the same again for older programs."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_box(content: str) -> str:
    """A text box as old Word wrote it."""
    inside = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"


def note_ref(number: int, kind: str = "footnote", *, own_mark: str = "") -> str:
    """A reference to a note."""
    custom = ' w:customMarkFollows="1"' if own_mark else ""
    after = t(own_mark) if own_mark else ""
    return f'<w:r><w:{kind}Reference{custom} w:id="{number}"/>{after}</w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note; plain text becomes a paragraph that begins with the mark."""
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    made = (c if c.startswith("<") else p(mark, c) for c in paragraphs)
    return f'<w:{kind} w:id="{number}">{"".join(made)}</w:{kind}>'


def style(
    style_id: str,
    *,
    name: str = "",
    based: str = "",
    p_pr: str = "",
    r_pr: str = "",
    kind: str = "paragraph",
) -> str:
    """A style."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + f"<w:pPr>{p_pr}</w:pPr><w:rPr>{r_pr}</w:rPr></w:style>"
    )


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """A list definition; `levels` are made by `lvl` and numbered from 0 in order."""
    made = "".join(level.replace("@", str(at), 1) for at, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{made}</w:abstractNum>'


def lvl(number_format: str, text: str, *, start: int = 1, extra: str = "", at: str = "@") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(number: int, definition: int, *overrides: str) -> str:
    """A list."""
    inside = f'<w:abstractNumId w:val="{definition}"/>{"".join(overrides)}'
    return f'<w:num w:numId="{number}">{inside}</w:num>'


def start_at(level: int, value: int) -> str:
    """An override that starts a level afresh."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def num_pr(number: int, level: int | None = None) -> str:
    """Numbering in the properties of a style."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{number}"/></w:numPr>'


def _wrapped(tag: str, content: tuple[str, ...]) -> str:
    return (
        f'<w:{tag} w:id="1">{"".join(c if c.startswith("<") else r(c) for c in content)}</w:{tag}>'
    )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _part(root: str, inside: str) -> bytes:
    return f'<?xml version="1.0"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'.encode()


def _relationships(*links: tuple[str, str]) -> bytes:
    made = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(links)
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{made}</Relationships>'.encode()


def _app_link(app: str) -> tuple[tuple[str, str], ...]:
    return (("extended-properties", "docProps/app.xml"),) if app else ()


def _content_types(main_type: str, parts: tuple[str, ...]) -> bytes:
    kinds = {"/word/document.xml": main_type} | {
        f"/word/{name}.xml": f"{_WORD}.{_KINDS.get(name, name)}+xml" for name in parts
    }
    overrides = "".join(f'<Override PartName="{n}" ContentType="{k}"/>' for n, k in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    ).encode()
