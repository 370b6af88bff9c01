"""Receipts written for what an examination has found."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from claimcheck.documents.files import read_document
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.readers.transcript import Transcript
from claimcheck.documents.receipts.digests import Cited, place_at, stretch_around, text_digest
from claimcheck.documents.receipts.records import (
    Around,
    Receipt,
    Receipts,
    Sketch,
    cited,
    latest,
    latest_sketches,
)
from claimcheck.documents.receipts.sketch import sketch
from claimcheck.documents.receipts.standing import ENGINE
from claimcheck.model.document import Anchor, QuotationStatus
from claimcheck.model.report import Report

_BY_PLACE_ALONE = ("exact", "normalised")
"""Judgements that rest on the words in their place; for the others the whole text tells what is damage."""

_TAILS = (r"(, the quotation (?:nothing|'.*'))", r"( for '.*')", r"([^']*)")
_PRINTED = [re.compile(rf"([^']*)'.*'{tail}", re.DOTALL) for tail in _TAILS]


def receipts_of(report: Report, folder: str | os.PathLike[str], earlier: Receipts, date: str) -> Receipts:
    """
    Return a receipt for each passage of a report: written now, or kept where its file is not at hand.

    With them stands a sketch of each document, by which another scan of it is known. What the dossier
    doesn't cite any more loses its receipt. One that says the same as before keeps its date. Files are
    read anew, so that an examination without receipts costs nothing for them; a file that has changed
    since the examination gets none.
    """
    passages = {cited(anchor.passage) for anchor in report.anchors}
    known = {key: receipt for key, receipt in latest(earlier.receipts).items() if key in passages}
    ids = {key[0] for key in passages}
    sketches = {key: each for key, each in latest_sketches(earlier.sketches).items() if key in ids}
    for writer, anchors in _writers(report, Path(folder), date):
        for receipt in map(writer.receipt, anchors):
            before = known.get(receipt.cited)
            if before is None or evolve(before, date=date) != receipt:
                known[receipt.cited] = receipt
        sketches[writer.document] = writer.sketch(sketches.get(writer.document))
    return Receipts(receipts=tuple(known.values()), sketches=tuple(sketches.values()))


def _writers(report: Report, folder: Path, date: str) -> Iterator[tuple[_Writer, list[Anchor]]]:
    """Yield each document that can be read, with what was looked up in it."""
    digests = {state.document: state.sha256 for state in report.documents}
    for document in report.dossier.documents:
        checked = [
            anchor
            for anchor in report.anchors
            if anchor.passage.document == document.id and anchor.status is not QuotationStatus.UNCHECKED
        ]
        reading = read_document(document, folder) if checked else None
        if reading is None or reading.transcript is None or reading.sha256 != digests.get(document.id):
            continue
        yield _Writer(document.id, reading.transcript, reading.sha256, date), checked


class _Writer:
    """One document whose receipts are written."""

    def __init__(self, document: str, transcript: Transcript, sha256: str, date: str) -> None:
        self.document = document
        self.text = transcript.text
        self.pages = transcript.pages
        self.file = sha256
        self.date = date
        self.digest = text_digest(self.text)
        self.cited = Cited(self.text)

    def sketch(self, before: Sketch | None) -> Sketch:
        """Return the document's sketch, the one before when it is of the same text."""
        if before is not None and before.text == self.digest:
            return before
        least = sketch(self.text)
        return Sketch(document=self.document, file=self.file, text=self.digest, least=least, date=self.date)

    def receipt(self, anchor: Anchor) -> Receipt:
        passage = anchor.passage
        differs = tuple(without_printed(each) for each in anchor.differs)
        place, around = None, None
        if anchor.start is not None and anchor.end is not None:
            span = anchor.start, anchor.end
            stretch = self._stretch(anchor, span) if differs == anchor.differs else None
            place = place_at(self.text, self.pages, span, stretch)
            around = self._around(span, stretch)
        return Receipt(
            document=passage.document,
            file=self.file,
            text=self.digest,
            locator=passage.locator,
            quotation=passage.quotation,
            until=passage.until,
            status=anchor.status,
            judgement=anchor.judgement,
            differs=differs,
            chance=anchor.chance,
            place=place,
            around=around,
            engine=ENGINE,
            date=self.date,
        )

    def _stretch(self, anchor: Anchor, span: Range) -> Range | None:
        """Return what is cited, None when more than that must be looked at to judge the passage again."""
        if anchor.judgement not in _BY_PLACE_ALONE or anchor.text != self.text[slice(*span)]:
            return None
        return stretch_around(span, cited_ranges(parse_locator(anchor.passage.locator), self.pages))

    def _around(self, span: Range, stretch: Range | None) -> Around | None:
        if stretch is None:
            return None
        return Around(sha256=self.cited.digest(stretch), offset=span[0] - stretch[0])


def without_printed(difference: str) -> str:
    """
    Return a difference without the words of the document, which it names before those of the quotation.

    >>> without_printed("misread: 'tbe' for 'the'")
    "misread: '…' for 'the'"
    >>> without_printed("the document has 'June', the quotation 'July'")
    "the document has '…', the quotation 'July'"
    """
    for pattern in _PRINTED:
        if found := pattern.fullmatch(difference):
            return f"{found[1]}'…'{found[2]}"
    return difference
