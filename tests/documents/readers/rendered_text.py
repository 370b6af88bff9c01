"""The sample as plain text, in Markdown and in wikitext."""

from __future__ import annotations

from tests.documents.readers.sample import SAMPLE, SamplePage


def as_text() -> bytes:
    """Return the sample with form feeds between its pages."""
    return "\f".join(_page(page) for page in SAMPLE).encode()


def _page(page: SamplePage) -> str:
    notes = [f"{note.label} {note.words}" for note in page.notes]
    return "\n\n".join([page.head, *("\n".join(block.lines) for block in page.blocks), *notes]) + "\n"


def as_markdown() -> bytes:
    """Return the sample as one flow, with its notes defined at the end and numbered through."""
    blocks: list[str] = []
    for index, page in enumerate(SAMPLE, 1):
        for block in page.blocks:
            words = "\n".join(block.lines).replace("¹", f"[^{index}]")
            if block.continues:
                blocks[-1] += f"\n{words}"
            else:
                blocks.append(f"## {words}" if block.is_heading else words)
    notes = [f"[^{index}]: {note.words}" for index, page in enumerate(SAMPLE, 1) for note in page.notes]
    return ("\n\n".join(blocks) + "\n\n" + "\n".join(notes) + "\n").encode()


def as_wikitext() -> bytes:
    """Return the sample as one flow, the first note where its mark is and the second in the list of notes."""
    blocks: list[str] = []
    for page in SAMPLE:
        for block in page.blocks:
            words = "<br />\n".join(block.lines).replace("¹", _wiki_mark(page))
            if block.continues:
                blocks[-1] += f"<br>{words}"
            else:
                blocks.append(f"== {words} ==" if block.is_heading else words)
    last = SAMPLE[-1]
    blocks.append(f'<references><ref name="p{last.label}">{last.notes[0].words}</ref></references>')
    return ("\n\n".join(blocks) + "\n[[Category:Fords]]\n").encode()


def _wiki_mark(page: SamplePage) -> str:
    if page is SAMPLE[-1]:
        return f"<ref name=p{page.label} />"
    return f"<ref>{page.notes[0].words}</ref>"
