"""Hostile files: every reader reads or refuses them, soon; the long run is `tests/soak/readers.py`."""

from __future__ import annotations

import time

import pytest

from tests.documents.readers.hostile import hostile, read_hostile
from tests.documents.readers.test_formats_agree import SAMPLES

N_FILES = {"pdf": 8}
"""Each PDF costs a process."""

N_FILES_OTHERWISE = 200
LONGEST_S = 10.0


@pytest.mark.parametrize("format_", SAMPLES)
def test_damaged_files_are_read_or_refused(format_: str) -> None:
    """
    Nothing but a refusal with a hint is raised, every map is true, and no file takes long.
    """
    sound = SAMPLES[format_]()
    samples = (sound, *(make() for make in SAMPLES.values()))
    read = 0
    for number in range(N_FILES.get(format_, N_FILES_OTHERWISE)):
        data, told = hostile(samples, number)
        began = time.monotonic()
        try:
            read += read_hostile(data, format_) is not None
        except Exception as error:
            error.add_note(f"{format_}, file {number}: {told}")
            raise
        assert time.monotonic() - began < LONGEST_S, f"{format_}, file {number}: {told}"

    assert read
