"""
One measurement in a process of its own: nothing is loaded or warm but what it loads and warms.

Reads an order (JSON) from standard input and writes what was measured to standard output.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

ROOT = Path(__file__).resolve().parent.parent.parent
_N_SCANS = 25

_now = time.process_time
"""Time of this process alone, so that a machine that does other things besides measures the same."""
_WARMING = "no such words were ever written down here", "the answer of the king of the town"


@frozen(kw_only=True)
class Measured:
    """
    What one process measured.

    `answers` are in the order of the questions and end where the time was up; `ms` is what each took.
    `scan_ms` is one `str.find` of the folded text that finds nothing, `count_s` a count of its words, both
    in the same process. `peak_mb` is what it held at most, `text_mb` what the text and Python alone take.
    """

    answers: list[dict[str, Any]] = field(repr=False)
    ms: list[float] = field(repr=False)
    scan_ms: float
    count_s: float = 0.0
    preparation_s: float = 0.0
    peak_mb: float = 0.0
    text_mb: float = 0.0


def measure(
    text: str,
    quotations: Sequence[str],
    *,
    subject: str,
    first_page: int | None = None,
    most_s: float = 60.0,
    with_extras: bool = True,
) -> Measured:
    """Ask all quotations, or as many as the time allows, of a subject: `claimcheck` or a peer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_bytes(text.encode())
        order = {
            "path": str(path),
            "quotations": quotations,
            "subject": subject,
            "first_page": first_page,
            "most_s": most_s,
        }
        environment = {
            **os.environ,
            "CLAIMCHECK_CACHE": "0",
            "CLAIMCHECK_EXTRAS": "1" if with_extras else "0",
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.quotations.measure"],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=environment,
            check=False,
        )
    if done.returncode:
        raise RuntimeError(f"measuring {subject} failed:\n{done.stderr}")
    return Measured(**json.loads(done.stdout))


def _ours(order: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.quotations.engine import prepare_text

    text = Path(order["path"]).read_bytes().decode()
    text_mb = _peak_mb()
    began = _now()
    ask = prepare_text(text, order["first_page"])
    for quotation in _WARMING:  # What is made when it is first needed belongs to the preparation.
        ask(quotation)
    preparation_s = _now() - began
    answers, ms = _asked(ask, order)
    peak_mb = _peak_mb()
    began = _now()
    Counter(text.lower().split())
    return {
        "answers": answers,
        "ms": ms,
        "count_s": _now() - began,
        "scan_ms": _scan_ms(text, order["quotations"]),
        "preparation_s": preparation_s,
        "peak_mb": peak_mb,
        "text_mb": text_mb,
    }


def _peers(order: dict[str, Any]) -> dict[str, Any]:
    from benchmarks.quotations.peers import finders
    from benchmarks.quotations.plain import Folded, fold_plainly

    text = Path(order["path"]).read_bytes().decode()
    folded = Folded.of(text).text
    find = finders(folded)[order["subject"]]

    def ask(quotation: str) -> dict[str, Any]:
        span = find(fold_plainly(quotation))
        return {"start": span[0], "end": span[1]} if span else {}

    answers, ms = _asked(ask, order)
    return {"answers": answers, "ms": ms, "scan_ms": _scan_ms(text, order["quotations"])}


def _asked(
    ask: Callable[[str], dict[str, Any]], order: dict[str, Any]
) -> tuple[list[dict[str, Any]], list[float]]:
    answers: list[dict[str, Any]] = []
    ms: list[float] = []
    until = _now() + order["most_s"]
    for quotation in order["quotations"]:
        began = _now()
        answer = ask(quotation)
        ended = _now()
        answers.append(answer)
        ms.append((ended - began) * 1000)
        if ended > until:
            break
    return answers, ms


def _scan_ms(text: str, quotations: Sequence[str]) -> float:
    """Return the median of scans of the folded text for those quotations that do not stand there."""
    from benchmarks.quotations.plain import fold_plainly

    folded = fold_plainly(text)
    times: list[float] = []
    for quotation in map(fold_plainly, quotations):
        began = _now()
        if folded.find(quotation) < 0:
            times.append((_now() - began) * 1000)
        if len(times) == _N_SCANS:
            break
    return statistics.median(times)


def _peak_mb() -> float:
    """Return the megabytes that this process has held at most."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not from `getrusage`, which counts what the parent held when it made this process.
        kilobytes = next(
            line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")
        )
        return int(kilobytes) / 1024
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb


def _main() -> None:
    order = json.load(sys.stdin)
    measured = _ours(order) if order["subject"] == "claimcheck" else _peers(order)
    json.dump(measured, sys.stdout)


if __name__ == "__main__":
    _main()
