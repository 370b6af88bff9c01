"""A text of some pages, written and printed once."""

from __future__ import annotations

import pytest

from benchmarks.quotations.printing import Printed, print_text
from benchmarks.quotations.prose import write_prose


@pytest.fixture(scope="session")
def clean() -> str:
    """Prose that fills eighteen pages."""
    return write_prose(40_000, 1)


@pytest.fixture(scope="session")
def printed(clean: str) -> Printed:
    """The same, printed."""
    return print_text(clean)
