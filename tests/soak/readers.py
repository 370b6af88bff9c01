"""
Hostile files: twenty thousand for every reader, two thousand for PDF, in 500 MB and without a hang.

Run by `make soak`. A process reads some hundred files of one format; it may not grow beyond the limit of
memory, nor stay with one file beyond the limit of time. What is done is counted in `.soak/`, so that an
interrupted run goes on. `python tests/soak/readers.py html docx` reads files of these formats alone.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from attrs import asdict, define

ROOT = Path(__file__).resolve().parent.parent.parent
DONE = ROOT / ".soak" / "readers.json"
sys.path.insert(0, str(ROOT))

from tests.documents.readers.hostile import hostile, read_hostile  # noqa: E402
from tests.documents.readers.test_formats_agree import SAMPLES  # noqa: E402
from tests.guard import bounded  # noqa: E402

N_FILES = {"pdf": 2000}
N_FILES_OTHERWISE = 20_000
N_AT_ONCE = 500

LARGEST_MB = 500
LONGEST_FILE_S = 60
"""Of work. The process that reads a PDF is ended after as many of its own."""

LONGEST_WAIT_S = 600
"""After which a file is given up from outside: a parser in C may never come back to hear the timer."""


@define
class Tally:
    """What became of the files of a format: seconds of work in all and for the slowest, megabytes at most."""

    n_done: int = 0
    n_read: int = 0
    took_s: float = 0.0
    slowest_s: float = 0.0
    slowest: int = 0
    largest_mb: int = 0

    def add(self, other: Tally) -> None:
        """Count the files of a later round."""
        self.n_done += other.n_done
        self.n_read += other.n_read
        self.took_s += other.took_s
        self.largest_mb = max(self.largest_mb, other.largest_mb)
        if other.slowest_s > self.slowest_s:
            self.slowest_s, self.slowest = other.slowest_s, other.slowest


def read_some(format_: str, first: int, last: int) -> Tally:
    """Read the files of these numbers, in this process."""
    if format_ != "pdf":  # whose process has a limit of its own
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MB * 2**20, LARGEST_MB * 2**20))
    samples = (SAMPLES[format_](), *(make() for make in SAMPLES.values()))
    tally = Tally()
    for number in range(first, last):
        data, told = hostile(samples, number)
        began = _worked_s()
        faulthandler.dump_traceback_later(LONGEST_WAIT_S, exit=True)
        try:
            with bounded(work_s=LONGEST_FILE_S):
                tally.n_read += read_hostile(data, format_) is not None
        except BaseException as error:
            error.add_note(f"{format_}, file {number}: {told}")
            raise
        finally:
            faulthandler.cancel_dump_traceback_later()
        tally.add(Tally(n_done=1, slowest_s=_worked_s() - began, slowest=number))
        tally.took_s += _worked_s() - began
    tally.largest_mb = max(
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    if tally.largest_mb > LARGEST_MB:
        raise AssertionError(f"{format_}, files {first} to {last}: took {tally.largest_mb} MB")
    return tally


def _worked_s() -> float:
    """Return the seconds that this process and those it waited for have worked so far."""
    return sum(os.times()[:4])


def main(formats: list[str]) -> None:
    """Go on after the last files that are done."""
    DONE.parent.mkdir(exist_ok=True)
    done = (
        {name: Tally(**each) for name, each in json.loads(DONE.read_text()).items()} if DONE.exists() else {}
    )
    for format_ in formats:
        n_files = N_FILES.get(format_, N_FILES_OTHERWISE)
        tally = done.setdefault(format_, Tally())
        while tally.n_done < n_files:
            first = tally.n_done
            last = min(first + N_AT_ONCE, n_files)
            command = [sys.executable, __file__, "--files", format_, str(first), str(last)]
            ended = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE)
            if ended.returncode:
                raise AssertionError(f"{format_}, files {first} to {last}: ended with {ended.returncode}")
            tally.add(Tally(**json.loads(ended.stdout)))
            DONE.write_text(json.dumps({name: asdict(each) for name, each in done.items()}))
        sys.stdout.write(
            f"{format_}: {tally.n_done:,} files, {tally.n_read:,} of them read and the rest refused, in "
            f"{tally.took_s:.0f} s and at most {tally.largest_mb} MB; "
            f"the slowest, {tally.slowest}, took {tally.slowest_s:.1f} s\n"
        )
        sys.stdout.flush()
    if set(done) >= set(SAMPLES):
        DONE.unlink()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--files"]:
        sys.stdout.write(json.dumps(asdict(read_some(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))))
    else:
        main(sys.argv[1:] or list(SAMPLES))
