"""
Killed reports: a report that is killed at any moment leaves the old file, or the new one, whole.

Run by `make soak`. The rounds that are done are counted in `.soak/`, so that an interrupted run goes on.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
DONE = ROOT / ".soak" / "kills.rounds"

N_ROUNDS = 300
OLD = b'{"an": "older report"}\n'


def start(output: Path) -> subprocess.Popen[bytes]:
    """Start a report into a file."""
    command = [sys.executable, "-m", "claimcheck", "report", str(ROOT / "claims")]
    return subprocess.Popen(
        [*command, "--format", "json", "--output", str(output)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main() -> None:
    """Kill reports at moments spread over a little more than the time that a whole one takes."""
    DONE.parent.mkdir(exist_ok=True)
    first = int(DONE.read_text()) if DONE.exists() else 0
    with tempfile.TemporaryDirectory() as name:
        output = Path(name) / "report.json"
        began = time.monotonic()
        if start(output).wait() != 0:
            raise AssertionError("a report that nobody kills fails")
        whole_s = time.monotonic() - began
        new = output.read_bytes()
        for number in range(first, N_ROUNDS):
            output.write_bytes(OLD)
            process = start(output)
            time.sleep(random.Random(number).uniform(0.3, 1.1) * whole_s)  # noqa: S311 - no secret
            process.kill()
            process.wait()
            if output.read_bytes() not in (OLD, new):
                raise AssertionError(f"round {number}: a partial report was left")
            DONE.write_text(str(number + 1))
    DONE.unlink(missing_ok=True)
    sys.stdout.write(f"{N_ROUNDS} killed reports: each left the old file or the new one, whole\n")


if __name__ == "__main__":
    main()
