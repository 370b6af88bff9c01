"""What ends a test that would hang or take all memory. Nothing is measured: the limits are far away."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

try:
    import resource
except ImportError:  # Windows knows no limits of this kind
    resource = None  # type: ignore[assignment]

_STATM = Path("/proc/self/statm")


class HangError(Exception):
    """The work took longer than it may."""


@contextmanager
def bounded(*, work_s: float, growth_mb: int = 0) -> Iterator[None]:
    """
    Raise `HangError` after so many seconds of work, and `MemoryError` where memory grows by so much.

    Work is what this process does, so that a busy machine does no harm. What goes round within a single call
    into C is not reached. Where the system knows no such limits nothing is raised, and memory is limited on
    Linux alone.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _hang)
    limits = _limit(growth_mb) if growth_mb else None
    signal.setitimer(signal.ITIMER_PROF, work_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if limits is not None:
            resource.setrlimit(resource.RLIMIT_AS, limits)


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def _limit(growth_mb: int) -> tuple[int, int] | None:
    """Limit the memory to what is taken now and so much more; return what was the limit."""
    if not _STATM.exists():
        return None
    limits = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(_STATM.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + growth_mb * 2**20, limits[1]))
    return limits
