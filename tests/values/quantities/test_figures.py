"""Figures that the two habits of print read differently."""

from __future__ import annotations

import pytest

from claimcheck.values.quantities.figures import STYLES, double_marks, read_figure


@pytest.mark.parametrize(
    "text",
    ["1,500", "1.500", "12,34", "1.5", "0.500", "1,234,567", "1,234.5", "1.234,5", "1234,567", "1,23,456"],
)
def test_a_figure_without_double_marks_is_the_same_in_both_habits(text: str) -> None:
    """Wherever the habits differ, the marks are found to be double."""
    english, continental = (read_figure(text, style) for style in STYLES)

    assert english == continental or double_marks(text) == [text]
