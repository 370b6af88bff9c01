"""
Speed, as ratios: each row holds what we do against a peer or a floor, measured in the same run.

Seconds depend on the machine; a ratio says whether something got slower. Most figures are the median of
several runs that alternate with those of the peer, so that a busy machine slows both. Where a row has a
target, the line below says whether it is met.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.decisions import decisions
from benchmarks.dossiers import reading, rivals
from benchmarks.names import persons
from benchmarks.pages import pages
from benchmarks.quotations.given import ocr, texts
from benchmarks.quotations.subjects import growth, long_quotations, quotations
from benchmarks.quotations.tally import Failure
from benchmarks.rows import N_RUNS
from benchmarks.startup import commands, importing
from benchmarks.stemmata import stemmata
from benchmarks.values import amounts, dates

Subject = Callable[[], Iterator[object]]

SUBJECTS: dict[str, Subject] = {
    "importing": importing,
    "commands": commands,
    "dates": dates,
    "amounts": amounts,
    "persons": persons,
    "reading": reading,
    "quotations": quotations,
    "long_quotations": long_quotations,
    "growth": growth,
    "rivals": rivals,
    "pages": pages,
    "decisions": decisions,
}


def main(arguments: list[str]) -> None:
    """Print every row as it is measured, or those of the named subjects, or those of files."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=(__doc__ or "").split("\n\n")[0]
    )
    parser.add_argument(
        "subjects",
        nargs="*",
        metavar="SUBJECT",
        help=f"{', '.join(SUBJECTS)}; or `texts FILE…`, `stemmata PATH…` or `ocr FILE.csv…`; "
        "all but the last three when left out",
    )
    parser.add_argument("--failures", metavar="FILE", help="write each quotation that was judged wrongly")
    parser.add_argument("--ocr-column", metavar="NAME", help="of `ocr`: left out, the first column")
    parser.add_argument("--truth-column", metavar="NAME", help="of `ocr`: left out, the second column")
    options = parser.parse_args(arguments)
    first, *files = options.subjects or [""]
    sys.stdout.write(f"medians of {N_RUNS} runs, Python {sys.version.split()[0]}\n")
    if first == "texts":
        _print(texts([Path(file) for file in files]), options.failures)
    elif first == "stemmata":
        _print(stemmata([Path(file) for file in files]), options.failures)
    elif first == "ocr":
        columns = (options.ocr_column, options.truth_column)
        _print(ocr([Path(file) for file in files], *columns), options.failures)
    else:
        if unknown := [name for name in options.subjects if name not in SUBJECTS]:
            known = ", ".join((*SUBJECTS, "texts", "stemmata"))
            sys.exit(f"no subject {', '.join(unknown)}; there are {known} and ocr")
        rows = (row for name in options.subjects or SUBJECTS for row in SUBJECTS[name]())
        _print(rows, options.failures)


def _print(rows: Iterable[object], failures: str | None) -> None:
    failed: list[str] = []
    for row in rows:
        if isinstance(row, Failure):
            failed.append(row.text)
        else:
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    if failures:
        Path(failures).write_text("\n".join(failed), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
