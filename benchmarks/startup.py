"""What it costs to start: the import, and whole commands."""

from __future__ import annotations

import compileall
from collections.abc import Iterator

from attrs import evolve

from benchmarks.rows import N_RUNS, ROOT, Row, compare, process_cost, python

_MOST_MORE_S = 0.08
_MOST_REPORT_S = 1.5

_DOCUMENTS = ROOT.parent / "shared" / "documents"

_LOOP = "sum(i * i for i in range(10**7))"
_LOOP_S = 0.55
"""What the loop takes on a quiet machine of the kind that the target is meant for, start-up included."""


def importing() -> Iterator[Row]:
    """Importing the library, against importing what it cannot do without."""
    peer = "import attrs, rapidfuzz"
    yield _within(compare("import claimcheck", python("-c", "import claimcheck"), peer, python("-c", peer)))
    # The import above leaves most modules for when they are first used; all of them together cost this.
    everything = "import attrs, rapidfuzz, claimcheck, claimcheck.cli, claimcheck.dossier.load, " + ", ".join(
        f"claimcheck.{name}"
        for name in (
            "compare.station",
            "documents.anchor",
            "report.render",
            "weigh.station",
            "values.date",
            "values.holder",
            "values.members",
            "values.person",
            "values.quantity",
        )
    )
    yield compare("import every part of it", python("-c", everything), peer, python("-c", peer))


def _within(row: Row) -> Row:
    more = row.ours - row.theirs
    return evolve(
        row,
        target=f"under {_MOST_MORE_S * 1000:.0f} ms more",
        is_met=more < _MOST_MORE_S,
        note=f"{more * 1000:+.0f} ms",
    )


def commands() -> Iterator[Row]:
    """Whole commands, against starting Python and doing nothing."""
    nothing = python("-c", "pass")
    for arguments in (
        ("--help",),
        ("read", "date", "5 March 1921"),
        ("read", "quantity", "some 3,000 men"),
        ("check", "claims"),
        ("report", "claims"),
    ):
        name = f"claimcheck {' '.join(arguments)}"
        yield compare(name, python("-m", "claimcheck", *arguments), "python -c pass", nothing)
    yield _whole_dossier()


def _whole_dossier() -> Row:
    """
    Return the processor time of the whole worked dossier: read, anchored, examined and rendered.

    A busy machine slows the loop as much as the report, so that the target holds for the two as a ratio.
    The least of the runs is taken of each.
    """
    command = ["-m", "claimcheck", "report", "claims"]
    if _DOCUMENTS.is_dir():
        command += ["--documents", str(_DOCUMENTS)]
    compileall.compile_dir(ROOT / "claimcheck", quiet=1)
    ours, theirs = zip(
        *((process_cost(*command), process_cost("-c", _LOOP)) for _ in range(N_RUNS)), strict=True
    )
    (seconds, megabytes), (loop_s, loop_mb) = min(ours), min(theirs)
    return Row(
        name="claimcheck report claims, processor time",
        peer=_LOOP,
        ours=seconds,
        theirs=loop_s,
        target=f"under {_MOST_REPORT_S} s where the loop takes {_LOOP_S} s",
        is_met=seconds / loop_s < _MOST_REPORT_S / _LOOP_S,
        note=f"{'with' if _DOCUMENTS.is_dir() else 'WITHOUT'} its documents; "
        f"holding at most {megabytes:.0f} MB, Python alone {loop_mb:.0f} MB",
    )
