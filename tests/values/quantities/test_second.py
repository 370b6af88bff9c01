"""Numbers that do not stand alone are refused, each with what to do instead."""

from __future__ import annotations

import pytest

from claimcheck.values.context import Context
from claimcheck.values.quantity import KIND
from claimcheck.values.value import UnreadableError


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("200 killed, 600 wounded", "one figure a value"),
        ("200 killed and several hundred wounded", "one figure a value"),
        ("at least 500, perhaps 600", "one figure a value"),
        ("2:1", "a question of its own"),
        ("300 more", "the whole number"),
        ("no one knows how many", "silence"),
    ],
)
def test_a_number_that_depends_on_another_is_refused(text: str, hint: str) -> None:
    """Two figures, a ratio, an increase and an unknown number are refused with a hint of their own."""
    with pytest.raises(UnreadableError) as refused:
        KIND.read(text, Context(language="en"))

    assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("3,000 men, including 200 officers", "not read: including 200 officers"),
        ("57 killed on 18 March 1921", "not read: on 18 march 1921"),
        ("57 killed (1921)", "not read: 1921"),
        ("3,000 men with 12 guns", "not read: with 12 guns"),
    ],
)
def test_a_number_that_is_no_rival_is_named_as_not_read(text: str, note: str) -> None:
    """A part, a day, a year or what stands beside is left out of the value, and the value says so."""
    assert KIND.read(text, Context(language="en")).open == (note,)
