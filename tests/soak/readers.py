"""
Hostile files: twenty thousand for every reader, two thousand for PDF, in 500 MB and without a hang.

Run by `make soak`. A process reads some hundred files of one format; it may not grow beyond the limit of
memory, nor stay with one file beyond the limit of time. What is done is counted in `.soak/`, so that an
interrupted run goes on.
"""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent.parent
DONE = ROOT / ".soak" / "readers.rounds"
sys.path.insert(0, str(ROOT))

from tests.documents.readers.hostile import hostile, read_hostile  # noqa: E402
from tests.documents.readers.test_formats_agree import BY_FORMAT  # noqa: E402

N_FILES = {"pdf": 2000}
N_FILES_OTHERWISE = 20_000
N_AT_ONCE = 500

LARGEST_MB = 500
LONGEST_FILE_S = 90
"""The process that reads a PDF is ended after 60 seconds of its own."""


def read_some(format_: str, first: int, last: int) -> None:
    """Read the files of these numbers, in this process."""
    if format_ != "pdf":  # whose process has a limit of its own
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MB * 2**20, LARGEST_MB * 2**20))
    signal.signal(signal.SIGALRM, _too_long)
    samples = (BY_FORMAT[format_](), *(make() for make in BY_FORMAT.values()))
    for number in range(first, last):
        data, told = hostile(samples, number)
        signal.alarm(LONGEST_FILE_S)
        try:
            read_hostile(data, format_)
        except BaseException as error:
            error.add_note(f"{format_}, file {number}: {told}")
            raise
        finally:
            signal.alarm(0)


def _too_long(_signal: int, _frame: object) -> NoReturn:
    raise AssertionError(f"took more than {LONGEST_FILE_S} s")


def main() -> None:
    """Go on after the last files that are done."""
    DONE.parent.mkdir(exist_ok=True)
    done: dict[str, int] = json.loads(DONE.read_text()) if DONE.exists() else {}
    began = time.monotonic()
    for format_ in BY_FORMAT:
        n_files = N_FILES.get(format_, N_FILES_OTHERWISE)
        for first in range(done.get(format_, 0), n_files, N_AT_ONCE):
            last = min(first + N_AT_ONCE, n_files)
            command = [sys.executable, __file__, format_, str(first), str(last)]
            if status := subprocess.run(command, cwd=ROOT, check=False).returncode:
                raise AssertionError(f"{format_}, files {first} to {last}: ended with {status}")
            largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            if largest > LARGEST_MB:
                raise AssertionError(f"{format_}, files {first} to {last}: took {largest} MB")
            done[format_] = last
            DONE.write_text(json.dumps(done))
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        sys.stdout.write(f"{format_}: {n_files} files read or refused, {largest} MB at most so far\n")
        sys.stdout.flush()
    DONE.unlink(missing_ok=True)
    sys.stdout.write(f"all readers: {time.monotonic() - began:.0f} s\n")


if __name__ == "__main__":
    if sys.argv[1:]:
        read_some(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
