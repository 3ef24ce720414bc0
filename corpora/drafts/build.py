"""Builds the invented drafts: ``NAME.md`` to ``NAME.docx``, checked against its key and labels.

python build.py                 every draft in this folder
python build.py faulty          one of them
python build.py --check         only check keys and labels, write nothing
"""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

import click
import parts
from checks import check_key, check_labels
from lxml import etree
from source import Draft, SourceError, read_draft
from wordml import BodyWriter

HERE = Path(__file__).resolve().parent
LIBREOFFICE = frozenset({"middling"})  # drafts shipped as LibreOffice saves them
_ZIP_DATE = (2016, 11, 28, 9, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def short_title(draft: Draft) -> str:
    """The title as headers carry it."""
    return draft.title if len(draft.title) <= 60 else draft.title[:57].rstrip() + "…"


def package(draft: Draft) -> bytes:
    """The draft as a .docx file; the same bytes for the same source."""
    writer = BodyWriter(draft)
    document, footnotes = writer.document(), writer.footnotes()
    title = short_title(draft)
    content = {
        "[Content_Types].xml": parts.content_types(),
        "_rels/.rels": parts.package_relations(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": parts.document_relations(writer.links),
        "word/_rels/footnotes.xml.rels": parts.footnote_relations(writer.links),
        "word/styles.xml": parts.styles(),
        "word/numbering.xml": parts.numbering(writer.list_kinds),
        "word/settings.xml": parts.settings(),
        "word/footnotes.xml": footnotes,
        "word/comments.xml": writer.comments_part(),
        "word/header1.xml": parts.header(title, first=False),
        "word/header2.xml": parts.header(title, first=True),
        "word/footer1.xml": parts.footer(title),
        "docProps/core.xml": parts.core_properties(draft.title),
        "docProps/app.xml": parts.app_properties(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in content.items():
            data = (_HEAD + text).encode()
            etree.fromstring(data)  # raises if a part is not well formed
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return held.getvalue()


def through_libreoffice(data: bytes, name: str) -> bytes:
    """Have LibreOffice open the file and save it again as .docx."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in", f"{name}.docx")
        source.parent.mkdir()
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(Path(folder, "out")),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return Path(folder, "out", f"{name}.docx").read_bytes()


def word_count(draft: Draft) -> int:
    """Words of the whole draft: cover, body, tables, boxes, footnotes; deletions not counted."""
    spans = [span for block in draft.cover for span in block.spans]
    spans += list(draft.all_spans())
    spans += [span for note in draft.footnotes.values() for span in note]
    return len(" ".join(span.text for span in spans if span.style.change != "del").split())


def build(path: Path, write: bool) -> list[str]:
    """Check one draft and write it; the problems found, none if it was built."""
    draft = read_draft(path)
    problems: list[str] = []
    notes = [f"{word_count(draft)} words", f"{len(draft.footnotes)} footnotes"]
    key, labels = path.with_suffix(".key.toml"), path.with_suffix(".labels.jsonl")
    if key.exists():
        counts, found = check_key(draft, key)
        problems += found
        listed = " ".join(f"{code}:{count}" for code, count in sorted(counts.items()))
        notes.append(f"{counts.total()} planted ({listed})")
    if labels.exists():
        number, found = check_labels(draft, labels)
        problems += found
        notes.append(f"{number} sentences labelled")
    click.echo(f"{path.stem}: " + ", ".join(notes))
    if write and not problems:
        data = package(draft)
        if draft.name in LIBREOFFICE:
            data = through_libreoffice(data, draft.name)
        target = path.with_suffix(".docx")
        partial = target.with_suffix(".part")
        partial.write_bytes(data)
        partial.replace(target)
    return problems


@click.command()
@click.argument("names", nargs=-1)
@click.option("--check", is_flag=True, help="Check keys and labels only; write nothing.")
def main(names: tuple[str, ...], check: bool) -> None:
    """Build the drafts NAMES (all of them by default)."""
    drafts = [path for path in sorted(HERE.glob("*.md")) if path.name != "README.md"]
    if names:
        drafts = [HERE / f"{name}.md" for name in names]
    problems: list[str] = []
    for path in drafts:
        try:
            problems += build(path, write=not check)
        except (SourceError, OSError, ValueError, subprocess.SubprocessError) as error:
            problems.append(f"{path.name}: {error}")
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
