"""The guard of the tests ends what hangs or takes all memory."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests.guard import HangError, bounded


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no such timer")
def test_work_is_ended() -> None:
    """
    A pattern that tries for ages is ended, and so is a plain loop; what is done in time is not.
    """
    with pytest.raises(HangError), bounded(work_s=0.05):
        re.match(r"(a|a)*b", "a" * 60)
    with pytest.raises(HangError), bounded(work_s=0.05):
        _go_round()
    with bounded(work_s=5):
        pass


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux alone")
def test_memory_is_ended() -> None:
    """
    Growth beyond the limit is an error, and the limit holds no longer than the guard.
    """
    with pytest.raises(MemoryError), bounded(work_s=5, growth_mb=50):
        bytearray(80 * 2**20)

    assert len(bytearray(80 * 2**20))


def _go_round() -> None:
    while True:
        pass
