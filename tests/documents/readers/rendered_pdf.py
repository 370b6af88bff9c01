"""The sample as PDF, written by hand: one content stream a page, and page labels."""

from __future__ import annotations

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from tests.documents.readers.sample import SAMPLE, SamplePage

_FIRST_PAGE = 12
_TOP, _LINE_HEIGHT, _PARAGRAPH_GAP = 760, 14, 10


def as_pdf() -> bytes:
    """Return the sample with a text layer and page labels."""
    return pdf([_content(page) for page in SAMPLE], labels=f"<< /Nums [0 << /S /D /St {_FIRST_PAGE} >>] >>")


def pdf(contents: list[bytes], *, labels: str = "", font: str = "/Helvetica") -> bytes:
    """Return a PDF with a page for each content stream. Labels are a number tree, none when empty."""
    n_pages = len(contents)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(n_pages))
    catalogue = f"<< /Type /Catalog /Pages 2 0 R {'/PageLabels ' + labels if labels else ''} >>"
    objects = [
        catalogue.encode(),
        f"<< /Type /Pages /Count {n_pages} /Kids [{kids}] >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont {font} /Encoding /WinAnsiEncoding >>".encode(),
    ]
    for index, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return whole(objects)


def whole(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a file with these objects, of which the first is its catalogue, and their table."""
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def lines(shown: list[tuple[int, str]]) -> bytes:
    """Return the content stream that shows each line at its height."""
    parts = [b"BT /F1 11 Tf"]
    parts += [b"1 0 0 1 60 %d Tm %s" % (height, _shown(words)) for height, words in shown]
    return b"\n".join([*parts, b"ET"])


def _content(page: SamplePage) -> bytes:
    height = _TOP
    shown = [(height, page.head)]
    for block in page.blocks:
        height -= _PARAGRAPH_GAP
        for line in block.lines:
            height -= _LINE_HEIGHT
            shown.append((height, line))
    height -= _PARAGRAPH_GAP
    for note in page.notes:
        height -= _LINE_HEIGHT
        shown.append((height, f"{note.label} {note.words}"))
    return lines(shown)


def _shown(words: str) -> bytes:
    """Return what shows a line; a mark is a small digit that stands higher, as in print."""
    operators, run = [], ""
    for character in words:
        if character in SUPERSCRIPTS:
            digit = str(SUPERSCRIPTS.index(character))
            operators += [_show(run), b"4 Ts /F1 7 Tf " + _show(digit) + b" 0 Ts /F1 11 Tf"]
            run = ""
        else:
            run += character
    return b" ".join([*operators, _show(run)])


def _show(run: str) -> bytes:
    escaped = run.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b") Tj"
