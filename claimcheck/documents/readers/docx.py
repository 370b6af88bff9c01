"""DOCX: the text with all changes accepted, its notes, and its pages if Word noted where they end."""

from __future__ import annotations

from claimcheck.documents.readers.safe_zip import Archive
from claimcheck.documents.readers.transcript import Transcript
from claimcheck.documents.readers.word.body import Body, PrintedBuilder
from claimcheck.documents.readers.word.heads import HeadStory
from claimcheck.documents.readers.word.notes import NoteStories
from claimcheck.documents.readers.word.parts import Parts
from claimcheck.documents.readers.word.settings import Settings, read_settings
from claimcheck.model.document import Layout


def read(data: bytes, layout: Layout) -> Transcript:
    """
    Read a document. Pages bear numbers when the file tells them, or the layout tells the first.

    Running heads belong to pages: a file that notes no page end has them left out.
    """
    parts = Parts(Archive(data))
    settings = read_settings(parts)
    heads = _read_heads(parts, settings)
    notes = {}
    for kind in ("footnote", "endnote"):
        stories = NoteStories(kind, settings.own_marks)
        parts.read(f"{kind}s", stories)
        notes[kind] = stories.found
    made = PrintedBuilder()
    body = Body(made, settings, notes, heads, layout.first_page)
    parts.read_main(body)
    body.finish()
    if not settings.is_paged:
        for head in heads.values():
            if head.words(""):
                made.lose("running-head", "a running head, since no page end is known")
        if layout.first_page is not None:
            made.label_page(str(layout.first_page))
    return made.build("docx")


def _read_heads(parts: Parts, settings: Settings) -> dict[str, HeadStory]:
    heads: dict[str, HeadStory] = {}
    for id_ in (id_ for section in settings.sections for id_ in section.heads.values()):
        if id_ not in heads:
            heads[id_] = HeadStory()
            parts.read_id(id_, heads[id_])
    return heads
