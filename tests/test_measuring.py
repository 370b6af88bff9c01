"""What the measuring of coverage leaves out."""

from __future__ import annotations

import pytest
from coverage import Coverage


@pytest.mark.no_cover
def test_a_marked_test_is_not_measured() -> None:
    """Nothing traces a test that is to run without, in one process or in a worker of several."""
    assert Coverage.current() is None
