"""Diagnoses: what two values suggest by themselves as the cause of their clash."""

from __future__ import annotations

import pytest

from claimcheck.compare.diagnoses import diagnose_values
from claimcheck.values.context import Context
from claimcheck.values.kind import find_kind
from claimcheck.values.register import Entry, Form, Register

CONTEXT = Context(
    language="en",
    calendar="gregorian",
    persons=Register(
        entries=tuple(
            Entry(id=name, label=name, forms=(Form(text=name),)) for name in ("Halit", "Halil", "Marlow")
        )
    ),
)


def codes(kind: str, a: str, b: str) -> set[str]:
    """Return the codes of the causes that two texts suggest."""
    found = find_kind(kind)
    assert found is not None
    values = (found.read(text, CONTEXT) for text in (a, b))
    return {diagnosis.code for diagnosis in diagnose_values(kind, *values)}


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("5 May 1640", "6 May 1640", "neighbouring-day"),
        ("25 October 1917", "7 November 1917", "julian-calendar"),
        ("10 March 1712", "21 March 1712", "julian-calendar"),
        ("5 March 1921", "3 May 1921", "day-month-swapped"),
        ("5 March 1921", "5 March 1922", "year-slip"),
        ("September 1919", "September 1920", "year-slip"),
        ("5 June 1921", "5 July 1921", "month-slip"),
        ("12 June 1921", "21 June 1921", "digits-swapped"),
    ],
)
def test_dates_suggest_their_cause(a: str, b: str, code: str) -> None:
    """
    Each slip of a day is recognised from either side.
    """
    assert code in codes("date", a, b)
    assert code in codes("date", b, a)


def test_unrelated_dates_suggest_nothing() -> None:
    """
    Two days that no slip turns into one another have no diagnosis; nor have spans.
    """
    assert codes("date", "5 March 1921", "19 August 1847") == set()
    assert codes("date", "March 1921", "April 1921") == set()
    assert codes("date", "1921", "1922") == set()


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("350", "3,500", "zero-lost"),
        ("35", "3,500", "zero-lost"),
        ("12", "12,000", "thousands-mark"),
        ("1,578", "1,758", "digits-swapped"),
    ],
)
def test_figures_suggest_their_cause(a: str, b: str, code: str) -> None:
    """
    Lost zeros, the thousands mark and swapped digits are recognised from either side.
    """
    assert code in codes("quantity", a, b)
    assert code in codes("quantity", b, a)


@pytest.mark.parametrize(("a", "b"), [("1,578", "1,885"), ("0", "7"), ("1,578", "158"), ("over 20", "10")])
def test_unrelated_figures_suggest_nothing(a: str, b: str) -> None:
    """
    Figures that differ otherwise have no diagnosis.
    """
    assert codes("quantity", a, b) == set()


def test_names_that_look_alike_are_pointed_out() -> None:
    """
    Two names almost alike may have been confused; two different ones not.
    """
    assert codes("person", "Halit", "Halil") == {"look-alike-names"}
    assert codes("person", "Halit", "Marlow") == set()
