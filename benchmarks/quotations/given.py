"""Quotations in texts that somebody has: damaged by us, or read by a machine and corrected by a person."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.quotations.edits import Edit, Edited
from benchmarks.quotations.printing import Printed, Sheet, print_text
from benchmarks.quotations.questions import examine
from benchmarks.quotations.tables import tables
from claimcheck.model.document import Layout

_HELD_OUT = 0.1
"""Share of a text, its end, which is not searched: the absent quotations are taken from there."""

_SHORTEST = 20_000
_LONGEST_FIELD = 10_000_000
_PARAGRAPH_END = re.compile(r"\n\s*\n")


def texts(files: Sequence[Path]) -> Iterator[object]:
    """Yield the table of each text, printed anew with known damage."""
    for file in files:
        clean = _paragraphs(file.read_text(encoding="utf-8", errors="replace"))
        if len(clean) < _SHORTEST:
            sys.exit(f"{file}: {len(clean):,} characters; at least {_SHORTEST:,} are needed")
        cut = clean.rfind(" ", 0, round(len(clean) * (1 - _HELD_OUT)))
        yield from tables(examine(file.name, print_text(clean[:cut]), clean[cut:]))


def ocr(
    files: Sequence[Path], ocr_column: str | None = None, truth_column: str | None = None
) -> Iterator[object]:
    """
    Yield the table of each file of pairs: what a machine read, and what stands there in truth.

    The machine's words are the text, and quotations are taken from the truth.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    for file in files:
        pairs = list(read_pairs(file, ocr_column, truth_column))
        cut = round(len(pairs) * (1 - _HELD_OUT))
        printed = as_read(pairs[:cut])
        if len(printed.clean) < _SHORTEST:
            sys.exit(f"{file}: {len(printed.clean):,} characters; at least {_SHORTEST:,} are needed")
        other = " ".join(truth for _ocr, truth in pairs[cut:])
        yield from tables(examine(file.name, printed, other, is_real=True))


def _paragraphs(text: str) -> str:
    """Return a text with one paragraph a line."""
    paragraphs = (" ".join(each.split()) for each in _PARAGRAPH_END.split(text))
    return "\n".join(each for each in paragraphs if each)


def read_pairs(file: Path, ocr_column: str | None, truth_column: str | None) -> Iterator[tuple[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        names = list(rows.fieldnames or [])
        read, true = ocr_column or names[0], truth_column or (names[1] if len(names) > 1 else "")
        if missing := [name for name in (read, true) if name not in names]:
            sys.exit(f"{file}: no column {missing[0]!r}; there are {', '.join(names)}")
        for row in rows:
            if (row[read] or "").strip() and (row[true] or "").strip():
                yield row[read].strip(), row[true].strip()


def as_read(pairs: Sequence[tuple[str, str]]) -> Printed:
    """Return the truth of all pairs as a clean text, and what was read as the print of it."""
    from rapidfuzz.distance import Levenshtein

    truths: list[str] = []
    edits: list[Edit] = []
    offset = 0
    for ocr_text, truth in pairs:
        # A word that goes on in the next line is one word to whoever quotes it.
        line, true = f"{ocr_text}\n", truth[:-1] if truth.endswith("-") else f"{truth} "
        edits += [
            (offset + change.src_start, offset + change.src_end, line[change.dest_start : change.dest_end])
            for change in Levenshtein.opcodes(true, line)
            if change.tag != "equal"
        ]
        truths.append(true)
        offset += len(true)
    clean = "".join(truths)
    return Printed(
        clean=clean,
        edited=Edited.of(clean, edits),
        layout=Layout(),
        sheets=(Sheet(start=0, end=len(clean), rate=0.0),),
    )
