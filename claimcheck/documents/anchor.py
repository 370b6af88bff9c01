"""Every passage of a dossier held against its document."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from claimcheck.documents.files import FileReading, read_document
from claimcheck.documents.receipts.records import Receipt, Receipts, earlier_of
from claimcheck.model.document import Anchor, Document, DocumentStatus, Passage, QuotationStatus
from claimcheck.model.problem import Problem
from claimcheck.model.report import DocumentLoss, DocumentState

# Searching is imported where a text is at hand: a report without documents never pays for it.
if TYPE_CHECKING:
    from claimcheck.documents.folding.fold import Range
    from claimcheck.documents.readers.transcript import Transcript
    from claimcheck.documents.receipts.standing import ChangedText
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
    receipts: Receipts | None = None,
) -> Anchored:
    """
    Find the quotation of each passage in its document's file below a folder.

    Without a folder every document is absent and every passage unchecked. A passage is unchecked also
    when it quotes nothing, and when its document is absent, refused or unknown. The quotations of a
    changed document are searched all the same. What goes wrong with one document stays with it.
    `names` are words that a scan is never thought to have made of others: those of the dossier.
    `receipts` tell what was found earlier, where the file is absent or its text has changed since; what
    is cited and has stayed the same is not searched again.
    """
    root = None if folder is None else Path(folder)
    problems: list[Problem] = []
    if root is not None and not root.is_dir():
        problems.append(_no_folder(root))
        root = None
    readings = {
        document.id: _ABSENT if root is None else read_document(document, root) for document in documents
    }
    for document in documents:
        problem = readings[document.id].problem
        problems += [evolve(problem, where=document.where)] if problem else []
    opened = {
        document.id: _opened(transcript, readings[document.id].sha256, names)
        for document in documents
        if (transcript := readings[document.id].transcript) is not None
    }
    earlier = receipts or Receipts()
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
        anchors=tuple(
            _anchor(passage, opened.get(passage.document), earlier.of(passage)) for passage in passages
        ),
        problems=tuple(problems),
        texts={name: each.search.text for name, each in opened.items()},
    )


def _no_folder(root: Path) -> Problem:
    return Problem(
        code="documents-folder-missing",
        message=f"there is no folder {str(root)!r}, so no quotation was checked",
        hint="name the folder that holds the files of the documents",
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


@frozen(kw_only=True)
class _Opened:
    """A document at hand, for searching and for holding against receipts from another file."""

    search: Searchable
    against_receipts: ChangedText
    _cited: dict[str, tuple[Range, ...] | None] = field(factory=dict, init=False)

    def cited(self, locator: str) -> tuple[Range, ...] | None:
        """Return where a passage with this locator should stand; many are cited by the same one."""
        from claimcheck.documents.pages.locators import cited_ranges, parse_locator

        if locator not in self._cited:
            self._cited[locator] = cited_ranges(parse_locator(locator), self.search.pages)
        return self._cited[locator]


def _opened(transcript: Transcript, sha256: str, names: Sequence[str]) -> _Opened:
    from claimcheck.documents.folding.words import words_of
    from claimcheck.documents.receipts.standing import ChangedText
    from claimcheck.documents.searchable import Searchable

    text, pages = transcript.text, transcript.pages
    return _Opened(
        search=Searchable(text=text, pages=pages, names=words_of(names)),
        against_receipts=ChangedText(text, pages, sha256),
    )


def _anchor(passage: Passage, opened: _Opened | None, receipt: Receipt | None) -> Anchor:
    if opened is None or not passage.quotation.strip():
        told = earlier_of(receipt) if receipt and opened is None else None
        return Anchor(passage=passage, status=QuotationStatus.UNCHECKED, earlier=told)
    search, against_receipts = opened.search, opened.against_receipts
    within = opened.cited(passage.locator)
    if receipt is None or not against_receipts.is_news_to(receipt):
        return _searched(passage, search, within)
    span = against_receipts.kept_place(receipt, within)
    found = _searched(passage, search, within) if span is None else _kept(passage, search, receipt, span)
    now = "" if found.start is None else search.pages.place(found.start)
    return evolve(found, earlier=earlier_of(receipt, now, is_kept=span is not None))


def _searched(passage: Passage, search: Searchable, within: Sequence[Range] | None) -> Anchor:
    from claimcheck.documents.finding.quotations import find_quotation
    from claimcheck.documents.pages.locators import parse_locator, place_as_cited

    found = find_quotation(search, passage.quotation, within=within, until=passage.until)
    found_at = found.found_at
    if found.start is not None and found_at == search.pages.place(found.start):
        found_at = place_as_cited(parse_locator(passage.locator), search.pages, found.start)
    return Anchor(
        passage=passage,
        status=found.status,
        judgement=found.judgement,
        start=found.start,
        end=found.end,
        text=found.text,
        differs=found.differs,
        chance=found.chance,
        found_at=found_at,
    )


def _kept(passage: Passage, search: Searchable, receipt: Receipt, span: Range) -> Anchor:
    return Anchor(
        passage=passage,
        status=receipt.status,
        judgement=receipt.judgement,
        start=span[0],
        end=span[1],
        text=search.text[slice(*span)],
        differs=receipt.differs,
        chance=receipt.chance,
    )
