"""Every passage of a dossier held against its document."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from claimcheck.documents.files import FileReading, read_below
from claimcheck.model.document import Anchor, Document, DocumentStatus, Passage, QuotationStatus
from claimcheck.model.problem import Problem
from claimcheck.model.report import DocumentLoss, DocumentState

# Searching is imported where a text is at hand: a report without documents never pays for it.
if TYPE_CHECKING:
    from claimcheck.documents.readers.transcript import Transcript
    from claimcheck.documents.searchable import Searchable

_ABSENT = FileReading(status=DocumentStatus.ABSENT)


@frozen(kw_only=True)
class Anchored:
    """
    What became of the documents and of the passages, each in the order given.

    `texts` holds the text of every document that was read, by its id, for showing what stands around
    an anchor.
    """

    states: tuple[DocumentState, ...]
    anchors: tuple[Anchor, ...]
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(factory=dict, eq=False, repr=False)


def anchor_passages(
    documents: Sequence[Document],
    passages: Sequence[Passage],
    folder: str | os.PathLike[str] | None,
    names: Sequence[str] = (),
) -> Anchored:
    """
    Find the quotation of each passage in its document's file below a folder.

    Without a folder every document is absent and every passage unchecked. A passage is unchecked also
    when it quotes nothing, and when its document is absent, refused or unknown. The quotations of a
    changed document are searched all the same. What goes wrong with one document stays with it.
    `names` are words that a scan is never thought to have made of others: those of the dossier.
    """
    root = None if folder is None else Path(folder)
    problems: list[Problem] = []
    if root is not None and not root.is_dir():
        problems.append(_no_folder(root))
        root = None
    readings = {document.id: _read(document, root) for document in documents}
    for document in documents:
        problem = readings[document.id].problem
        problems += [evolve(problem, where=document.where)] if problem else []
    searchable = {
        document.id: _searchable(transcript, names)
        for document in documents
        if (transcript := readings[document.id].transcript) is not None
    }
    return Anchored(
        states=tuple(
            DocumentState(
                document=document.id,
                status=readings[document.id].status,
                sha256=readings[document.id].sha256,
                losses=_losses(readings[document.id]),
            )
            for document in documents
        ),
        anchors=tuple(_anchor(passage, searchable.get(passage.document)) for passage in passages),
        problems=tuple(problems),
        texts={each: search.text for each, search in searchable.items()},
    )


def _no_folder(root: Path) -> Problem:
    return Problem(
        code="documents-folder-missing",
        message=f"there is no folder {str(root)!r}, so no quotation was checked",
        hint="name the folder that holds the files of the documents",
    )


def _read(document: Document, root: Path | None) -> FileReading:
    if root is None or not document.file:
        return _ABSENT
    return read_below(
        root,
        document.file,
        document.sha256,
        document.layout,
        format_=document.format,
        encoding=document.encoding,
    )


def _losses(reading: FileReading) -> tuple[DocumentLoss, ...]:
    transcript = reading.transcript
    if transcript is None:
        return ()
    return tuple(
        DocumentLoss(
            code=loss.code, message=loss.message, place=transcript.pages.place(loss.start), count=loss.count
        )
        for loss in transcript.losses
    )


def _searchable(transcript: Transcript, names: Sequence[str]) -> Searchable:
    from claimcheck.documents.folding.words import words_of
    from claimcheck.documents.searchable import Searchable

    return Searchable(text=transcript.text, pages=transcript.pages, names=words_of(names))


def _anchor(passage: Passage, search: Searchable | None) -> Anchor:
    if search is None or not passage.quotation.strip():
        return Anchor(passage=passage, status=QuotationStatus.UNCHECKED)
    from claimcheck.documents.finding.quotations import find_quotation
    from claimcheck.documents.pages.locators import cited_ranges, parse_locator, place_as_cited

    locators = parse_locator(passage.locator)
    found = find_quotation(
        search, passage.quotation, within=cited_ranges(locators, search.pages), until=passage.until
    )
    found_at = found.found_at
    if found.start is not None and found_at == search.pages.place(found.start):
        found_at = place_as_cited(locators, search.pages, found.start)
    return Anchor(
        passage=passage,
        status=found.status,
        start=found.start,
        end=found.end,
        text=found.text,
        differs=found.differs,
        chance=found.chance,
        found_at=found_at,
    )
