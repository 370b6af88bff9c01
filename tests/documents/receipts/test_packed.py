"""Sketches as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.receipts.packed import N_LEAST, packed, unpacked


@given(st.lists(st.integers(0, 2**64 - 1), max_size=N_LEAST))
def test_packing_loses_nothing(numbers: list[int]) -> None:
    """What is written as text reads to the same numbers."""
    assert list(unpacked(packed(numbers))) == numbers
