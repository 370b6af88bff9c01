"""The sample in TEI."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

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
