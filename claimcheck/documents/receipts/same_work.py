"""Files that look like another scan of a document which is absent or has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from attrs import frozen

from claimcheck.documents.files import FileReading, read_below, read_document
from claimcheck.documents.receipts.digests import text_digest
from claimcheck.documents.receipts.records import Receipts, Sketch, latest_sketches
from claimcheck.documents.receipts.sketch import LEAST_OF_ONE_WORK, share_in_common, sketch
from claimcheck.model.document import Document, DocumentStatus
from claimcheck.model.report import Report

_MOST_FILES = 30
_MOST_BYTES = 16 * 2**20
"""Of the files beside an absent one that are read in search of it; a large folder must not stop a check."""


@frozen(kw_only=True)
class Likeness:
    """The share of word trigrams that a file and the text that a document had have in common."""

    document: str
    file: str
    share: float

    @property
    def is_same_work(self) -> bool:
        """Whether they look like two scans, or two editions, of one work."""
        return self.share >= LEAST_OF_ONE_WORK


def likenesses(report: Report, folder: str | os.PathLike[str], receipts: Receipts) -> Iterator[Likeness]:
    """
    Yield how like its sketch each document of another text is, and what else looks like an absent one.

    Other files are looked for where the absent one should lie, if no document of the dossier is in them.
    """
    states = {state.document: state for state in report.documents}
    sketches = latest_sketches(receipts.sketches)
    for document in report.dossier.documents:
        state, known = states.get(document.id), sketches.get(document.id)
        if state is None or known is None or state.sha256 == known.file:
            continue
        if state.status is DocumentStatus.ABSENT:
            others = (_likeness(known, *each) for each in _others(report, document, Path(folder)))
            yield from (each for each in others if each is not None and each.is_same_work)
            continue
        reading = read_document(document, Path(folder))
        found = _likeness(known, document.file, reading)
        # Saved in another format or encoding, the same text is no news.
        if found is not None and text_digest(reading.text) != known.text:
            yield found


def _likeness(known: Sketch, name: str, reading: FileReading) -> Likeness | None:
    """Return how like a file is, None when it can't be read."""
    if reading.transcript is None:
        return None
    share = share_in_common(known.least, sketch(reading.text))
    return Likeness(document=known.document, file=name, share=share)


def _others(report: Report, document: Document, folder: Path) -> Iterator[tuple[str, FileReading]]:
    taken = {each.file for each in report.dossier.documents}
    parent = PurePosixPath(document.file).parent
    if parent.is_absolute() or ".." in parent.parts:
        return
    n_bytes = 0
    for name, size in _files_in(folder / parent)[:_MOST_FILES]:
        path = str(parent / name)
        if path in taken or n_bytes + size > _MOST_BYTES:
            continue
        n_bytes += size
        yield path, read_below(folder, path)


def _files_in(folder: Path) -> list[tuple[str, int]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(
                (entry.name, entry.stat().st_size)
                for entry in entries
                if entry.is_file() and not entry.name.startswith(".")
            )
    except OSError:  # where nothing can be listed, nothing is offered
        return []
