"""The sample in TEI, ALTO, PAGE and hOCR."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from claimcheck.documents.folding.characters import SUPERSCRIPTS
from tests.documents.readers.sample import SAMPLE, SampleBlock, SamplePage

_SUPERSCRIPT = re.compile(f"[{SUPERSCRIPTS}]")


def as_tei() -> bytes:
    """Return the sample with notes where their marks stand, and a page break inside a paragraph."""
    body = "".join(_tei_page(page) for page in SAMPLE)
    header = "<teiHeader><fileDesc><title>A sample that is not read</title></fileDesc></teiHeader>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">'
        f"{header}\n<text><body><div>{body}</p></div></body></text></TEI>\n"
    ).encode()


def as_tei_with_notes_apart() -> bytes:
    """Return the sample with its notes at the end, to which its marks refer."""
    data = as_tei().decode()
    notes: list[str] = []

    def mark(note: re.Match[str]) -> str:
        notes.append(f'<note xml:id="n{len(notes)}">{note[2]}</note>')
        return f'<ref target="#n{len(notes) - 1}">{note[1]}</ref>'

    data = re.sub(r'<note place="foot" n="(\d)">(.*?)</note>', mark, data)
    return data.replace("</body>", f'</body><back><div type="notes">{"".join(notes)}</div></back>').encode()


def _tei_page(page: SamplePage) -> str:
    goes_on = page.blocks[0].continues
    joined = ' break="no"' if goes_on else ""
    break_ = f'<pb n="{page.label}"{joined}/><fw>{escape(page.head)}</fw>'
    blocks = "".join(_tei_block(block, page) for block in page.blocks)
    return break_ + blocks.removesuffix("</p>")


def _tei_block(block: SampleBlock, page: SamplePage) -> str:
    lines = "\n<lb/>".join(
        _SUPERSCRIPT.sub(
            lambda _mark: (
                f'<note place="foot" n="{page.notes[0].label}">{escape(page.notes[0].words)}</note>'
            ),
            escape(line),
        )
        for line in block.lines
    )
    if block.is_heading:
        return f"<head>{lines}</head>\n"
    return f"{lines}</p>" if block.continues else f"<p>{lines}</p>"


_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'


def as_alto() -> bytes:
    """Return the sample in ALTO, its heading and notes told by tags, its hyphens marked."""
    tags = '<Tags><StructureTag ID="h" LABEL="heading"/><LayoutTag ID="n" LABEL="footnote"/></Tags>'
    pages = "".join(_alto_page(page, index) for index, page in enumerate(SAMPLE, 1))
    begin = f'{_BEGIN}<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">{tags}'
    return f"{begin}<Layout>{pages}</Layout></alto>".encode()


def _alto_page(page: SamplePage, index: int) -> str:
    blocks = [_alto_block(block.lines, ' TAGREFS="h"' if block.is_heading else "") for block in page.blocks]
    notes = [_alto_block((f"{note.label} {note.words}",), ' TAGREFS="n"') for note in page.notes]
    return (
        f'<Page PHYSICAL_IMG_NR="{index}" PRINTED_IMG_NR="{page.label}">'
        f"<TopMargin>{_alto_block((page.head,))}</TopMargin>"
        f"<PrintSpace>{''.join([*blocks, *notes])}</PrintSpace></Page>"
    )


def _alto_block(lines: tuple[str, ...], tag: str = "") -> str:
    return f"<TextBlock{tag}>{''.join(map(_alto_line, lines))}</TextBlock>"


def _alto_line(line: str) -> str:
    words = "<SP/>".join(f"<String CONTENT={quoteattr(word)}/>" for word in line.removesuffix("-").split())
    hyphen = '<HYP CONTENT="-"/>' if line.endswith("-") else ""
    return f"<TextLine>{words}{hyphen}</TextLine>"


def as_page() -> bytes:
    """Return the sample in PAGE, its regions out of order and put right by the reading order."""
    pages = "".join(_page_page(page) for page in SAMPLE)
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    return f'{_BEGIN}<PcGts xmlns="{space}">{pages}</PcGts>'.encode()


def _page_page(page: SamplePage) -> str:
    regions = [
        *(("page-number" if part == page.label else "header", (part,)) for part in _head_parts(page)),
        *(("heading" if block.is_heading else "paragraph", block.lines) for block in page.blocks),
        *(("footnote", (f"{note.label} {note.words}",)) for note in page.notes),
    ]
    order = "".join(
        f'<RegionRefIndexed index="{index}" regionRef="r{index}"/>' for index, _region in enumerate(regions)
    )
    texts = [
        f'<TextRegion id="r{index}" type="{kind}">{"".join(map(_page_line, lines))}</TextRegion>'
        for index, (kind, lines) in enumerate(regions)
    ]
    reading = f'<ReadingOrder><OrderedGroup id="o">{order}</OrderedGroup></ReadingOrder>'
    return f"<Page>{reading}{''.join(reversed(texts))}</Page>"


def _head_parts(page: SamplePage) -> list[str]:
    """Return the number and the words of a running head, in their order."""
    return [part.strip() for part in re.split(rf"({page.label})", page.head) if part.strip()]


def _page_line(line: str) -> str:
    return f"<TextLine><TextEquiv><Unicode>{escape(line)}</Unicode></TextEquiv></TextLine>"


def as_hocr() -> bytes:
    """Return the sample in hOCR, as XHTML."""
    pages = "".join(_hocr_page(page) for page in SAMPLE)
    head = "<head><title>not read</title><meta name='ocr-system' content='none'/></head>"
    return f"{_BEGIN}<!DOCTYPE html>\n<html>{head}<body>{pages}</body></html>".encode()


def _hocr_page(page: SamplePage) -> str:
    blocks = [
        _hocr_block("ocr_section" if block.is_heading else "ocr_par", block.lines) for block in page.blocks
    ]
    notes = [_hocr_block("ocr_footnote", (f"{note.label} {note.words}",)) for note in page.notes]
    head = _hocr_block("ocr_header", (page.head,))
    area = f"<div class='ocr_carea'>{''.join([*blocks, *notes])}</div>"
    return f"<div class='ocr_page' title='bbox 0 0 9 9; lpageno {page.label}'>{head}{area}</div>"


def _hocr_block(class_: str, lines: tuple[str, ...]) -> str:
    return f"<div class='{class_}'>{''.join(map(_hocr_line, lines))}</div>"


def _hocr_line(line: str) -> str:
    words = "\n".join(f"<span class='ocrx_word'>{escape(word)}</span>" for word in line.split())
    return f"<span class='ocr_line'>{words}</span>\n"
