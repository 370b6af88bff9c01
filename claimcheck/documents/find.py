"""One quotation looked up in one file, outside any dossier."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from claimcheck.documents.files import FileReading, read_file
from claimcheck.documents.finding.quotations import Found
from claimcheck.documents.prepared import PreparedDocument, answer
from claimcheck.model.document import Layout, QuotationStatus


class SearchedFile:
    """
    A file that quotations are looked up in, read and folded once.

    Its format is told by how it begins and by its name, unless it is stated. The pages of a plain text
    are known only with a `layout`. A file that cannot be read leaves
    every quotation unchecked; the answers then have a `problem`, which says why in words.
    """

    def __init__(self, path: str | os.PathLike[str], layout: Layout | None = None, format_: str = "") -> None:
        self.path = path
        self._reading = read_file(Path(path), layout, format_)
        transcript = self._reading.transcript
        self._prepared = None if transcript is None else PreparedDocument.of(transcript)

    def find(self, quotation: str, prefix: str = "", suffix: str = "", locator: str = "") -> dict[str, Any]:
        """
        Return the answer of `claimcheck find`: status, judgement, offsets, text, differences and chance.

        `prefix` and `suffix` are what stands right before and after, and choose among several places.
        """
        named = {"quotation": quotation, "file": os.fspath(self.path)}
        if self._prepared is None:
            unchecked = Found(status=QuotationStatus.UNCHECKED, judgement=QuotationStatus.UNCHECKED.value)
            return named | answer(quotation, unchecked) | {"problem": _problem(self.path, self._reading)}
        return named | self._prepared.find(quotation, prefix, suffix, locator)


def find_in_file(
    path: str | os.PathLike[str],
    quotation: str,
    prefix: str = "",
    suffix: str = "",
    locator: str = "",
    layout: Layout | None = None,
    format_: str = "",
) -> dict[str, Any]:
    """Return what `SearchedFile.find` answers to a single quotation."""
    return SearchedFile(path, layout, format_).find(quotation, prefix, suffix, locator)


def _problem(path: str | os.PathLike[str], reading: FileReading) -> str:
    return reading.problem.message if reading.problem else f"there is no file {os.fspath(path)!r}"
