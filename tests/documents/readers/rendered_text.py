"""The sample as plain text."""

from __future__ import annotations

from tests.documents.readers.sample import SAMPLE, SamplePage


def as_text() -> bytes:
    """Return the sample with form feeds between its pages."""
    return "\f".join(_page(page) for page in SAMPLE).encode()


def _page(page: SamplePage) -> str:
    notes = [f"{note.label} {note.words}" for note in page.notes]
    return "\n\n".join([page.head, *("\n".join(block.lines) for block in page.blocks), *notes]) + "\n"
