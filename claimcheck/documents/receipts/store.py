"""The file that receipts are kept in."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck.documents.files import bytes_of
from claimcheck.documents.readers.transcript import RefusedError
from claimcheck.documents.receipts.records import Receipts
from claimcheck.model.problem import Location, Problem

FILE_NAME = "receipts.jsonl"
"""Beside the files of the dossier, which end otherwise."""

LARGEST_FILE = 64 * 2**20
"""Bytes. A receipt takes less than a thousand."""


def read_receipts(path: str | os.PathLike[str]) -> Receipts:
    """Return the receipts in a file, none when there is no file; what is wrong with it is told."""
    path = Path(path)
    try:
        data = bytes_of(path)
        if data is not None and len(data) > LARGEST_FILE:
            raise RefusedError(f"is larger than {LARGEST_FILE // 2**20} MiB", "look what it holds")
    except RefusedError as refusal:
        problem = Problem(
            code="receipts-refused",
            message=f"the file {refusal}",
            where=Location(file=path.name),
            hint=refusal.hint,
        )
        return Receipts(problems=(problem,), is_refused=True)
    if data is None:
        return Receipts()
    from claimcheck.documents.receipts.lines import parse_receipts

    return parse_receipts(data.decode("utf-8", "replace"), path.name)
