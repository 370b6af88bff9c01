"""The sample in EPUB and DOCX, and what packs files for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.documents.readers.rendered_html import body, notes
from tests.documents.readers.sample import SAMPLE, SampleBlock, SamplePage

_CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
_XHTML = "application/xhtml+xml"


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a packed file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method if name != "mimetype" else 0)
    return out.getvalue()


def book(chapters: Mapping[str, str], spine: str, more: Mapping[str, str] | None = None) -> bytes:
    """Return an EPUB of these files, which are read in the order of the spine."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="{_XHTML}"{_properties(name)}/>' for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine.split())
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    files = {f"OEBPS/{name}": _xhtml(content) for name, content in chapters.items()}
    begin = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    return packed({**begin, "OEBPS/book.opf": package, **files, **(more or {})})


def _properties(name: str) -> str:
    return ' properties="nav"' if name == "nav.xhtml" else ""


def _xhtml(content: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{content}</body></html>'
    )


def as_epub() -> bytes:
    """Return the sample with its notes in a file of their own, and a table of contents that is not read."""
    contents = '<nav epub:type="toc"><ol><li><a href="ford.xhtml">not read</a></li></ol></nav>'
    return book(
        {
            "nav.xhtml": contents,
            "ford.xhtml": body("notes.xhtml"),
            "notes.xhtml": notes("ford.xhtml"),
        },
        "nav.xhtml ford.xhtml notes.xhtml",
    )


# --- DOCX ----------------------------------------------------------------------------------------

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def letter(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a DOCX file. Parts are named by kind ("footnotes"), or by kind and id ("header.h1")."""
    more = parts or {}
    relations = "".join(
        f'<Relationship Id="{name.partition(".")[2] or name}" Type="{_RELATIONS}/{name.partition(".")[0]}" '
        f'Target="{name}.xml"/>'
        for name in more
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": _related(
                f'<Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": _related(relations),
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": f"<w:part {_WORD}>{content}</w:part>" for name, content in more.items()},
        }
    )


def _related(relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def as_docx() -> bytes:
    """Return the sample as Word writes it: page ends noted, a head for even pages and one for the others."""
    heads = '<w:headerReference w:type="even" w:id="h1"/><w:headerReference w:type="default" w:id="h2"/>'
    section = f'<w:sectPr>{heads}<w:pgNumType w:start="{SAMPLE[0].label}"/></w:sectPr>'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    field += '<w:r><w:fldChar w:fldCharType="separate"/><w:t>99</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    words = SAMPLE[0].head.removeprefix(SAMPLE[0].label)
    number = "<w:numRestart w:val='eachPage'/>"
    return letter(
        "".join(map(_paragraphs, SAMPLE)) + "</w:p>" + section,
        {
            "styles": '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>',
            "settings": f"<w:footnotePr>{number}</w:footnotePr><w:evenAndOddHeaders/>",
            "footnotes": '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            + "".join(_footnote(page) for page in SAMPLE),
            "header.h1": f"<w:p>{field}{_text(words)}</w:p>",
            "header.h2": f"<w:p>{_text(words.strip() + ' ')}{field}</w:p>",
        },
    )


def _paragraphs(page: SamplePage) -> str:
    noted = "<w:r><w:lastRenderedPageBreak/></w:r>" if page.blocks[0].continues else ""
    return noted + "".join(_paragraph(block, page) for block in page.blocks).removesuffix("</w:p>")


def _paragraph(block: SampleBlock, page: SamplePage) -> str:
    mark = f'</w:t></w:r><w:r><w:footnoteReference w:id="{page.label}"/></w:r><w:r><w:t>'
    lines = "<w:r><w:br/></w:r>".join(_text(line).replace("¹", mark) for line in block.lines)
    style = '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>' if block.is_heading else ""
    return f"{lines}</w:p>" if block.continues else f"<w:p>{style}{lines}</w:p>"


def _footnote(page: SamplePage) -> str:
    words = f"<w:r><w:footnoteRef/></w:r>{_text(' ' + page.notes[0].words)}"
    return f'<w:footnote w:id="{page.label}"><w:p>{words}</w:p></w:footnote>'


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
