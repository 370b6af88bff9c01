"""Edits of a text, and where its characters stand afterwards."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quotations import edits
from benchmarks.quotations.edits import Edit, Edited

_TEXT = "abcdefghijklmnopqrst"


@st.composite
def _edits(draw: st.DrawFn) -> list[Edit]:
    cuts = sorted(draw(st.sets(st.integers(0, len(_TEXT)), max_size=8)))
    return [
        (start, end, draw(st.text("XYZ", max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]


@given(_edits())
def test_what_no_edit_touched_is_found_again(made: list[Edit]) -> None:
    """Each character outside the edits stands where its span says, and spans keep their order."""
    edited = Edited.of(_TEXT, made)
    touched = {at for start, end, _new in made for at in range(start, end)}
    spans = [edited.span(at, at + 1) for at in range(len(_TEXT)) if at not in touched]

    assert [edited.text[start:end] for start, end in spans] == [
        letter for at, letter in enumerate(_TEXT) if at not in touched
    ]
    assert spans == sorted(spans)


def test_the_example_is_true() -> None:
    """A span holds nothing that was put in before or behind it."""
    assert doctest.testmod(edits).failed == 0


def test_overlapping_edits_are_refused() -> None:
    """Two edits of one place are a mistake of the caller."""
    with pytest.raises(ValueError, match="overlaps"):
        Edited.of(_TEXT, [(0, 5, ""), (4, 6, "")])
