"""One quotation looked up in one file, outside any dossier."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from claimcheck.documents.files import FileReading, read_file
from claimcheck.documents.finding.quotations import Found, find_quotation
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import DocumentStatus, Layout, QuotationStatus


class SearchedFile:
    """
    A text file that quotations are looked up in, read and folded once.

    The pages that a locator names are known only with a `layout`. A file that cannot be read leaves
    every quotation unchecked; the answers then have a `problem`, which says why in words.
    """

    def __init__(self, path: str | os.PathLike[str], layout: Layout | None = None) -> None:
        self.path = path
        self._reading = read_file(Path(path))
        is_read = self._reading.status is DocumentStatus.READ
        self._search = Searchable.of(self._reading.text, layout) if is_read else None

    def find(self, quotation: str, prefix: str = "", suffix: str = "", locator: str = "") -> dict[str, Any]:
        """
        Return the answer of `claimcheck find`: status, judgement, offsets, text, differences and chance.

        `prefix` and `suffix` are what stands right before and after, and choose among several places.
        """
        if self._search is None:
            unchecked = Found(status=QuotationStatus.UNCHECKED, judgement=QuotationStatus.UNCHECKED.value)
            return _answer(self.path, quotation, unchecked) | {"problem": _problem(self.path, self._reading)}
        within = cited_ranges(parse_locator(locator), self._search.pages)
        found = find_quotation(self._search, quotation, within=within, prefix=prefix, suffix=suffix)
        return _answer(self.path, quotation, found)


def find_in_file(
    path: str | os.PathLike[str],
    quotation: str,
    prefix: str = "",
    suffix: str = "",
    locator: str = "",
    layout: Layout | None = None,
) -> dict[str, Any]:
    """Return what `SearchedFile.find` answers to a single quotation."""
    return SearchedFile(path, layout).find(quotation, prefix, suffix, locator)


def _problem(path: str | os.PathLike[str], reading: FileReading) -> str:
    return reading.problem.message if reading.problem else f"there is no file {os.fspath(path)!r}"


def _answer(path: str | os.PathLike[str], quotation: str, found: Found) -> dict[str, Any]:
    return {
        "quotation": quotation,
        "file": os.fspath(path),
        "status": found.status.value,
        "judgement": found.judgement,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "differs": list(found.differs),
        "chance": found.chance,
    }
