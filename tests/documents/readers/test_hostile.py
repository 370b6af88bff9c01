"""Hostile files: every reader reads or refuses them, soon; the long run is `tests/soak/readers.py`."""

from __future__ import annotations

import pytest

from tests.documents.readers.hostile import hostile, read_hostile
from tests.documents.readers.test_formats_agree import SAMPLES
from tests.guard import bounded

N_FILES = {"pdf": 8}
"""Each PDF costs a process."""

N_FILES_OTHERWISE = 100
LONGEST_S = 60.0
LARGEST_MB = 500


@pytest.mark.no_cover
@pytest.mark.parametrize("format_", SAMPLES)
def test_damaged_files_are_read_or_refused(format_: str) -> None:
    """
    Nothing but a refusal with a hint is raised, every map is true, and no file takes a minute or 500 MB.
    """
    sound = SAMPLES[format_]()
    samples = (sound, *(make() for make in SAMPLES.values()))
    read = 0
    for number in range(N_FILES.get(format_, N_FILES_OTHERWISE)):
        data, told = hostile(samples, number)
        try:
            # A PDF is read in another process, which has limits of its own.
            with bounded(work_s=LONGEST_S, growth_mb=LARGEST_MB if format_ != "pdf" else 0):
                read += read_hostile(data, format_) is not None
        except Exception as error:
            error.add_note(f"{format_}, file {number}: {told}")
            raise

    assert read
