"""Dates, orders, holders and occurrences that speak of one event feed one network."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.notebook import Examination
from claimcheck.values.relation import Relation

Examined = Callable[..., Examination]

REGISTERS = (
    """
    claimcheck: 1
    part: names
    places: [{id: town, label: Town}]
    bodies: [{id: north, label: North}, {id: south, label: South}]
    """,
    """
    claimcheck: 1
    part: events
    events:
      - {id: fall, label: the fall of the town, point: yes,
         closes: [{holder: north, place: town}], opens: [{holder: south, place: town}]}
      - {id: surrender, label: the surrender, same-as: [fall]}
    """,
)


def question(name: str, kind: str, fields: str, attestation: str) -> str:
    """Return a part with one question and one attestation."""
    return f"""
        claimcheck: 1
        part: questions
        questions:
          - question: {name}
            asks: What of {name}?
            kind: {kind}
            {fields}
            attestations: [{{in: annals, {attestation}}}]
    """


FALL = question("fall-date", "date", "event: fall", "value: 10 May 1640")


def holding(value: str) -> str:
    """Return who held the town."""
    return question("holder", "holder", "subject: Town", f"value: '{value}'")


@pytest.mark.parametrize(
    ("value", "clashes"),
    [
        # Whoever lost the town in the fall no longer holds it after, and whoever won it not before.
        ("North, throughout 1640-05-01/1640-05-12", True),
        ("North, throughout 1640-05-01/1640-05-10", False),
        ("North, sometime in 1640-05-11/1640-05-20", True),
        ("North, sometime in 1640-05", False),
        ("South, throughout 1640-05-08/1640-05-20", True),
        ("South, throughout 1640-05-10/1640-05-20", False),
        ("South, sometime in 1640-05-01/1640-05-09", True),
        ("from North to South in 1640-05-11/1640-05-20", True),
        ("from North to South in 1640-05", False),
        ("not North, throughout 1640-05-01/1640-05-12", False),
    ],
)
def test_a_holding_bounds_the_event_that_ends_or_opens_it(
    examined: Examined, value: str, clashes: bool
) -> None:
    """
    A town is held until it falls, and by the victor from then on.
    """
    report = examined(*REGISTERS, FALL, holding(value))

    assert bool(report.conflicts) == clashes


@pytest.mark.parametrize(("when", "clashes"), [("1640-06", True), ("1640-05", False)])
def test_an_occurrence_with_a_time_dates_its_event(examined: Examined, when: str, clashes: bool) -> None:
    """
    What happened in a month has its event in that month; a declared identity carries over.
    """
    happened = question("surrendered", "occurrence", "event: surrender", f"scope: {{when: {when}}}")

    report = examined(*REGISTERS, FALL, happened)

    assert [conflict.relation for conflict in report.conflicts] == [Relation.NECESSARY_CONFLICT] * clashes


def test_what_did_not_happen_dates_nothing(examined: Examined) -> None:
    """
    A denial, a doubt and "did not happen" say nothing about days.
    """
    parts = [
        question(name, "occurrence", "event: surrender", f"{said}, scope: {{when: 1640-06}}")
        for name, said in (
            ("denied", "stance: denies"),
            ("doubted", "stance: doubts"),
            ("not", "value: did not happen"),
        )
    ]

    assert examined(*REGISTERS, FALL, *parts).conflicts == ()


def test_dates_of_different_things_make_no_loop(examined: Examined) -> None:
    """
    When stages are stated and differ, the dates do not belong into one chain.
    """
    order = question(
        "order", "order", "event: fall\n            relative-to: surrender", "value: 3 days later"
    )
    drafted = question("drafted", "date", "event: surrender", "value: 10 May 1640, scope: {stage: drafted}")
    signed = question("signed", "date", "event: fall", "value: 10 May 1640, scope: {stage: signed}")
    events = """
    claimcheck: 1
    part: events
    events: [{id: fall, label: the fall}, {id: surrender, label: the surrender}]
    """

    assert examined(events, order, drafted, signed).conflicts == ()
