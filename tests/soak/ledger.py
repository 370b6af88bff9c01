"""
Killed and crowded ledgers: whatever was acknowledged is there, and every line is whole.

Run by `make soak`. Writers are killed at random moments in the middle of their decisions; then four of
them write a thousand decisions each at once.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

N_KILLS = 200
N_WRITERS = 4
N_DECISIONS = 1000

WRITER = """
import sys
from pathlib import Path
from claimcheck.model.decision import Decision, Evidence, Ruling
from claimcheck.review.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    decision = Decision(
        id=f"{number:032x}", about=f"conflict-{number % 7}", reviewer="Ashe",
        at="2021-03-17T09:30:00.000000Z", ruling=Ruling.BOTH, reason="two bridges " * (number % 400 + 1),
        evidence=Evidence(parts={"attestation a": "1"}),
    )
    ledger.append([decision])
    print(number, flush=True)
"""


def writer(folder: Path, first: int, end: int) -> subprocess.Popen[str]:
    """Start a process that writes decisions and prints the number of each once it is acknowledged."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), str(end)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def kept(folder: Path) -> tuple[set[int], list[str]]:
    """Return the numbers of the decisions in a folder, and the codes of what is wrong there."""
    from claimcheck.review.ledger import Ledger

    found = Ledger(folder).read()
    return {int(each.id, 16) for each in found.events}, [each.code for each in found.problems]


def kill_writers(folder: Path) -> str:
    """Kill one writer after the other in the middle of its decisions."""
    acknowledged: set[int] = set()
    torn = 0
    for number in range(N_KILLS):
        first = number * 1_000_000
        with writer(folder, first, first + 1_000_000) as process:
            assert process.stdout is not None
            acknowledged.add(int(process.stdout.readline()))
            time.sleep(random.Random(number).uniform(0, 0.05))  # noqa: S311 - no secret
            process.send_signal(signal.SIGKILL)
            acknowledged.update(int(line) for line in process.stdout.read().split())
        there, problems = kept(folder)
        if not acknowledged <= there:
            raise AssertionError(
                f"kill {number}: {len(acknowledged - there)} acknowledged decisions are lost"
            )
        if set(problems) - {"decisions-torn"}:
            raise AssertionError(f"kill {number}: {problems}")
        torn += len(problems)
    return f"{N_KILLS} kills, {len(acknowledged):,} decisions acknowledged, none lost, {torn} lines torn"


def crowd(folder: Path) -> str:
    """Let several processes write at once."""
    began = time.monotonic()
    writers = [writer(folder, each * N_DECISIONS, (each + 1) * N_DECISIONS) for each in range(N_WRITERS)]
    for each in writers:
        with each:
            each.communicate()
    there, problems = kept(folder)
    if problems or there != set(range(N_WRITERS * N_DECISIONS)):
        raise AssertionError(f"{len(there):,} decisions are there; {problems}")
    return (
        f"{N_WRITERS} processes wrote {N_DECISIONS:,} decisions each in {time.monotonic() - began:.0f} s: "
        "all there, every line whole"
    )


def main() -> None:
    """Do both, each in an empty folder."""
    for stage in (kill_writers, crowd):
        with tempfile.TemporaryDirectory() as name:
            sys.stdout.write(f"{stage(Path(name))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
