"""One row of the table: what we take, what a peer or a floor takes, and whether a target is met."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
N_RUNS = 7


@frozen(kw_only=True)
class Row:
    """
    One comparison: ours and the peer's, in `unit`.

    `is_met` tells whether `target` is met; a row without a target only shows when something changes.
    `note` says what a reader needs to weigh the figures.
    """

    name: str
    peer: str
    ours: float
    theirs: float
    unit: str = "s"
    target: str = ""
    is_met: bool = False
    note: str = ""

    def __str__(self) -> str:
        line = (
            f"{self.name:42} {self.ours:9.4f} {self.unit:2}  "
            f"{self.peer:36} {self.theirs:9.4f} {self.unit:2}  {_ratio_words(self.ours, self.theirs)}"
        )
        target = f"\n    target: {self.target}: {'met' if self.is_met else 'MISSED'}" if self.target else ""
        return f"{line}{target}" + (f"\n    {self.note}" if self.note else "")


def _ratio_words(ours: float, theirs: float) -> str:
    if ours < theirs / 2:
        return f"{theirs / ours:7.1f} times faster"
    return f"ratio {ours / theirs:8.2f}"


def compare(name: str, ours: Callable[[], object], peer: str, theirs: Callable[[], object]) -> Row:
    """Return the medians of runs that alternate, after one of each that does not count."""
    ours_s: list[float] = []
    theirs_s: list[float] = []
    for number in range(N_RUNS + 1):
        for run, times in ((ours, ours_s), (theirs, theirs_s)):
            seconds = seconds_of(run)
            if number:
                times.append(seconds)
    return Row(name=name, peer=peer, ours=statistics.median(ours_s), theirs=statistics.median(theirs_s))


def compare_texts(
    name: str,
    texts: Sequence[str],
    ours: Callable[[str], object],
    peer: str,
    theirs: Callable[[str], object],
    *,
    times_faster: int = 0,
) -> Row:
    """
    Return the processor seconds that each reader takes for all texts, every text read once by each.

    The readers alternate every hundred texts, so that a busy machine slows both. No text may occur
    twice: a reader that remembers whole texts would win nothing by it. What a reader loads when it is
    first used is not in the figures.
    """
    if len(set(texts)) < len(texts):
        raise ValueError("a text occurs twice")
    # What both have loaded is no garbage, and neither is charged for searching the other's tables for it.
    gc.collect()
    gc.freeze()
    ours_s = theirs_s = 0.0
    ours_read = theirs_read = 0
    for start in range(0, len(texts), 100):
        part = texts[start : start + 100]
        began = time.process_time()
        ours_read += _n_read(ours, part)
        turned = time.process_time()
        theirs_read += _n_read(theirs, part)
        ours_s += turned - began
        theirs_s += time.process_time() - turned
    return Row(
        name=name,
        peer=peer,
        ours=ours_s,
        theirs=theirs_s,
        target=f"at least {times_faster} times faster" if times_faster else "",
        is_met=ours_s * times_faster <= theirs_s,
        note=f"{len(texts):,} distinct texts, read once each; answered: {ours_read:,}, peer {theirs_read:,}",
    )


def _n_read(read: Callable[[str], object], texts: Sequence[str]) -> int:
    """Read the texts; return how many were answered. A reader may raise what it likes to refuse one."""
    n_read = 0
    for text in texts:
        try:
            n_read += read(text) is not None
        except Exception:  # noqa: BLE001, S112 - peers raise whatever their inside raised
            continue
    return n_read


def seconds_of(run: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def python(*arguments: str) -> Callable[[], object]:
    """Return a run of a whole Python process."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def process_cost(*arguments: str) -> tuple[float, float]:
    """Return the processor seconds of a whole Python process, and the megabytes that it held at most."""
    with Path(os.devnull).open("wb") as nowhere:
        process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), arguments)
    # Linux counts kilobytes, macOS bytes.
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_mb
