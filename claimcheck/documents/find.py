"""One quotation looked up in one file, outside any dossier."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from claimcheck.documents.files import FileReading, read_file
from claimcheck.documents.locators import cited_ranges, parse_locator
from claimcheck.documents.quotations import Found, find_quotation
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import DocumentStatus, Layout, QuotationStatus


def find_in_file(
    path: str | os.PathLike[str],
    quotation: str,
    prefix: str = "",
    suffix: str = "",
    locator: str = "",
    layout: Layout | None = None,
) -> dict[str, Any]:
    """
    Return the answer of `claimcheck find`: status, judgement, offsets, text, differences and chance.

    `prefix` and `suffix` are what stands right before and after, and choose among several places. The
    pages that a locator names are known only with a `layout`. A file that cannot be read leaves the
    quotation unchecked; the answer then has a `problem`, which says why in words.
    """
    reading = read_file(Path(path))
    if reading.status is not DocumentStatus.READ:
        unchecked = Found(status=QuotationStatus.UNCHECKED, judgement=QuotationStatus.UNCHECKED.value)
        return _answer(path, quotation, unchecked) | {"problem": _problem(path, reading)}
    search = Searchable.of(reading.text, layout)
    within = cited_ranges(parse_locator(locator), search.pages)
    return _answer(
        path, quotation, find_quotation(search, quotation, within=within, prefix=prefix, suffix=suffix)
    )


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
