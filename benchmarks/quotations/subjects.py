"""The texts in which quotations are looked for: prose of our own in several sizes, and texts of yours."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.quotations.measure import Measured, measure
from benchmarks.quotations.printing import print_text
from benchmarks.quotations.prose import write_prose
from benchmarks.quotations.questions import Examination, examine
from benchmarks.quotations.tables import Targets, tables
from benchmarks.rows import Row

_N_OTHER = 100_000
"""Characters of the other text, which the absent quotations are taken from."""

_GROWING_MB = (0.1, 1.0, 10.0, 100.0)
_N_OF_A_SIZE = 40
_MOST_S = 20.0


def _of_our_own(name: str, n_characters: int) -> Examination:
    printed = print_text(write_prose(n_characters, seed=1))
    return examine(name, printed, write_prose(_N_OTHER, seed=2))


def quotations() -> Iterator[object]:
    """Quotations in texts of 65 KB and 1 MB."""
    yield from tables(
        _of_our_own("65 KB of prose", 65_000),
        with_extras=Targets(median_ms=0.3),
        without=Targets(median_ms=3.0),
    )
    yield from tables(_of_our_own("1 MB of prose", 1_000_000), most_s=20.0)


def long_quotations() -> Iterator[object]:
    """Quotations in a text of 10 MB."""
    yield from tables(
        _of_our_own("10 MB of prose", 10_000_000),
        with_extras=Targets(median_scans=0.3, preparation_s=2.0),
        without=Targets(median_scans=10.0, preparation_s=6.0),
    )


def growth() -> Iterator[object]:
    """Preparing and searching texts of 0.1 to 100 MB, each size against the one before."""
    before: tuple[str, Measured] | None = None
    for size in _GROWING_MB:
        examination = _of_our_own(f"{size:g} MB", round(size * 1_000_000))
        present = [each.quotation for each in examination.questions if each.kind == "present"]
        measured = measure(
            examination.text,
            present[:_N_OF_A_SIZE],
            subject="claimcheck",
            first_page=examination.first_page,
            most_s=_MOST_S,
        )
        if before is not None:
            yield from _grown(examination.name, measured, *before)
        before = examination.name, measured


def _grown(name: str, measured: Measured, name_before: str, before: Measured) -> Iterator[Row]:
    yield Row(
        name=f"preparing {name}",
        peer=f"preparing {name_before}",
        ours=measured.preparation_s,
        theirs=before.preparation_s,
    )
    yield Row(
        name=f"a present quotation in {name}, median",
        peer=f"in {name_before}",
        ours=statistics.median(measured.ms),
        theirs=statistics.median(before.ms),
        unit="ms",
        note=f"one scan by str.find takes {measured.scan_ms:.3f} ms; {len(measured.ms)} quotations",
    )
    yield Row(
        name=f"memory for {name}",
        peer=f"for {name_before}",
        ours=measured.peak_mb,
        theirs=before.peak_mb,
        unit="MB",
    )
