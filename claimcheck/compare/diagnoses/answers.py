"""Causes of differing answers: stages, lists, holders, events and distances between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from claimcheck.model.finding import Chance, Diagnosis
from claimcheck.values.choice import Combinations
from claimcheck.values.context import Options
from claimcheck.values.families import Family
from claimcheck.values.intervals import Numbers
from claimcheck.values.value import Value


def occurrence_causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that what did not happen to the one may be another event of the same name."""
    del a, b
    yield Diagnosis(
        code="another-event",
        text="one side may speak of another event of the same name, or of what was only ordered or begun",
        confirm_by="the day, the place and the persons that each source names",
    )


def choice_causes(a: Value, b: Value, options: Options) -> Iterator[Diagnosis]:
    """Yield that two answers are neighbouring stages of a scale."""
    ranks = {option.id: option.rank for option in options.options if option.rank is not None}
    first, second = _single_option(a), _single_option(b)
    if first not in ranks or second not in ranks or abs(ranks[first] - ranks[second]) != 1:
        return
    labels = {option.id: option.label for option in options.options}
    low, high = sorted((first, second), key=lambda each: ranks[each])
    n = len(ranks)
    yield Diagnosis(
        code="neighbouring-stage",
        text=f"“{labels[low]}” and “{labels[high]}” are neighbouring stages: the two may tell how far it had "
        "come at different times",
        confirm_by="the day of which each source speaks",
        by_chance=Chance(share=Fraction(2, n), pairs=f"pairs of the {n} stages"),
    )


def _single_option(value: Value) -> str:
    """Return the only option that a value names, or nothing."""
    core = value.readings[0].core
    if value.is_open or not isinstance(core, Combinations) or len(core.alternatives) != 1:
        return ""
    (options,) = core.alternatives
    return next(iter(options)) if len(options) == 1 else ""


def set_causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that one list is the other abridged, or that a member bears another name in it."""
    for short, long in ((a, b), (b, a)):
        core, other = short.readings[0].core, long.readings[0].core
        if not isinstance(core, Family) or not isinstance(other, Family):
            return
        if core.allowed is not None and core.allowed < other.required:
            missing = "; ".join(sorted(other.required - core.allowed))
            yield Diagnosis(
                code="list-abridged",
                text=f"«{short.text}» is a part of «{long.text}» ({missing} is missing): it may be abridged",
                confirm_by="whether the source says that its list is complete",
            )
    ours, theirs = a.readings[0].core, b.readings[0].core
    if isinstance(ours, Family) and isinstance(theirs, Family):
        yield from _renamed(ours.required, theirs.required)


def _renamed(ours: frozenset[str], theirs: frozenset[str]) -> Iterator[Diagnosis]:
    left, right = ours - theirs, theirs - ours
    if ours & theirs and len(left) == len(right) == 1:
        one, other = sorted((*left, *right))
        yield Diagnosis(
            code="member-renamed",
            text=f"the lists are alike but for {one} and {other}, which may be two names of one member",
            confirm_by="whether either source names both",
        )


def order_causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield that a count takes in both ends, or that the two events have changed places."""
    for left, right in sorted(_distances(a, b)):
        if abs(left - right) == 1:
            n = max(abs(left), abs(right))
            yield Diagnosis(
                code="counting-both-ends",
                text="the counts differ by one day: one may count the first and the last day, the other only "
                "one of them",
                confirm_by="how the source counts days elsewhere",
                by_chance=Chance(share=Fraction(2, n + 1), pairs=f"pairs of distances of 0 to {n} days"),
            )
        if left == -right != 0:
            yield Diagnosis(
                code="order-reversed",
                text="the distance is the same the other way round: the two events may have changed places",
                confirm_by="a date of either event",
            )


def _distances(a: Value, b: Value) -> set[tuple[int, int]]:
    """Return the pairs of whole days that both sides name exactly."""
    exact = [
        {int(core.low) for core in cores if core.low is not None and core.low == core.high}
        for cores in (_cores(a), _cores(b))
    ]
    return {(min(left, right), max(left, right)) for left in exact[0] for right in exact[1]}


def _cores(value: Value) -> list[Numbers]:
    return [reading.core for reading in value.readings if isinstance(reading.core, Numbers)]
