"""One quotation looked up in one file, outside any dossier."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimcheck.documents.files import FileReading, read_file
from claimcheck.documents.finding.quotations import Found
from claimcheck.documents.pages.locators import cited_ranges, parse_locator, place_as_cited
from claimcheck.documents.prepared import PreparedDocument, answer
from claimcheck.model.document import Layout, QuotationStatus


class SearchedFile:
    """
    A file that quotations are looked up in, read and folded once.

    Its format is told by how it begins and by its name, unless it is stated. The pages of a plain text
    are known by its form feeds, otherwise only with a `layout`. A file that cannot be read leaves
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

    @property
    def hint(self) -> str:
        """What to do about a file that was refused."""
        return self._reading.problem.hint if self._reading.problem else ""

    def place(self, answer: Mapping[str, Any], locator: str = "") -> str:
        """
        Return where the text of an answer stands, as one would cite it: "p. 13, n. 1".

        Empty when nothing was found, and in a file without pages unless a place was cited.
        """
        if self._prepared is None or answer["start"] is None:
            return ""
        pages = self._prepared.search.pages
        is_told = bool(locator) or len(pages.pages) > 1 or any(page.label for page in pages.pages)
        return place_as_cited(parse_locator(locator), pages, answer["start"]) if is_told else ""

    def knows(self, locator: str) -> bool:
        """Whether the file tells such places as a locator names, so that quotations are held against it."""
        return (
            self._prepared is not None
            and cited_ranges(parse_locator(locator), self._prepared.search.pages) is not None
        )


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
