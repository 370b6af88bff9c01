"""What it costs to start: the import, and whole commands."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from benchmarks.rows import Row, compare, process_cost, python

_MOST_MORE_S = 0.08
_MOST_REPORT_S = 1.5


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
    seconds, megabytes = process_cost("-m", "claimcheck", "report", "claims")
    idle_s, idle_mb = process_cost("-c", "pass")
    yield Row(
        name="claimcheck report claims, processor time",
        peer="python -c pass",
        ours=seconds,
        theirs=idle_s,
        target=f"under {_MOST_REPORT_S} s",
        is_met=seconds < _MOST_REPORT_S,
        note=f"holding at most {megabytes:.0f} MB, Python alone {idle_mb:.0f} MB",
    )
