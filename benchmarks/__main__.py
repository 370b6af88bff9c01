"""
Speed, as ratios: each row holds what we do against a peer or a floor, measured in the same run.

Seconds depend on the machine; a ratio says whether something got slower. Most figures are the median of
several runs that alternate with those of the peer, so that a busy machine slows both. Where a row has a
target, the line below says whether it is met.
"""

from __future__ import annotations

import sys

from benchmarks.dossiers import reading, rivals
from benchmarks.names import persons
from benchmarks.quotations import finding
from benchmarks.rows import N_RUNS
from benchmarks.startup import commands, importing
from benchmarks.values import amounts, dates

SUBJECTS = {
    rows.__name__: rows for rows in (importing, commands, dates, amounts, persons, reading, finding, rivals)
}


def main(names: list[str]) -> None:
    """Print every row as it is measured, or those of the named subjects."""
    unknown = [name for name in names if name not in SUBJECTS]
    if unknown:
        sys.exit(f"no subject {', '.join(unknown)}; there are {', '.join(SUBJECTS)}")
    write = sys.stdout.write
    write(f"medians of {N_RUNS} runs, Python {sys.version.split()[0]}\n")
    for name in names or SUBJECTS:
        for row in SUBJECTS[name]():
            write(f"{row}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
