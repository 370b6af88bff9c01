"""The health of the documents of a dossier, without what the dossier records as damage already."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from claimcheck.documents.files import read_document
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.health.examination import Ailment, health
from claimcheck.model.document import Anchor
from claimcheck.model.dossier import Dossier
from claimcheck.model.name import Body, Person, Place


@frozen(kw_only=True)
class DocumentHealth:
    """What looks damaged in one document."""

    document: str
    ailments: tuple[Ailment, ...]


def health_of_documents(
    dossier: Dossier, anchors: Sequence[Anchor], folder: str | os.PathLike[str]
) -> Iterator[DocumentHealth]:
    """
    Yield the health of each document whose file can be read below a folder.

    `anchors` say where the recorded damage stands. The names of the dossier are words that a document may
    hold. Files are read anew, so that an examination without this costs nothing for it.
    """
    damaged = {damage.passage for damage in dossier.damages}
    known = list(_names(dossier))
    for document in dossier.documents:
        transcript = read_document(document, Path(folder)).transcript
        if transcript is None:
            continue
        recorded: list[Range] = [
            (anchor.start, anchor.end)
            for anchor in anchors
            if anchor.passage in damaged
            and anchor.passage.document == document.id
            and anchor.start is not None
            and anchor.end is not None
        ]
        ailments = health(transcript.text, transcript.pages, known=known, recorded=recorded)
        yield DocumentHealth(document=document.id, ailments=ailments)


def _names(dossier: Dossier) -> Iterator[str]:
    """Yield every name that the dossier registers."""
    named: tuple[Person | Place | Body, ...] = (*dossier.persons, *dossier.places, *dossier.bodies)
    for each in named:
        yield each.label
        yield from (form.text for form in each.names)
