"""Two names that no register tells: their values held side by side."""

from __future__ import annotations

from attrs import evolve

from claimcheck.values.names.pair import Likeness, Outcome, compare_persons, compare_places
from claimcheck.values.names.reading import alternatives, name_point
from claimcheck.values.points import ANYTHING, Points
from claimcheck.values.register import NOBODY
from claimcheck.values.value import Reading, Value

_COMPARE = {"person": compare_persons, "place": compare_places}


def side_by_side(a: Value, b: Value) -> tuple[Value, Value]:
    """
    Return two values of persons or places, read without a register, as what the names say of each other.

    Names that are the same by their words become one, so that the values agree. Names of which one fits
    into the other share a point, the bearer of both, and are compatible. All others stay as they are:
    a possible conflict, since one bearer may go by two names. What is left open is told with its reason.
    """
    compare = _COMPARE[a.kind]
    names_a, names_b = (alternatives(value.text, NOBODY, None) for value in (a, b))
    likenesses = {(mine, theirs): compare(mine, theirs) for mine in names_a for theirs in names_b}
    points_a = [_points(name, []) for name in names_a]
    points_b = [
        _points(theirs, [mine for mine in names_a if likenesses[mine, theirs].outcome is Outcome.SAME])
        for theirs in names_b
    ]
    if len(likenesses) == 1 and next(iter(likenesses.values())).outcome is Outcome.FITS:
        both = f"bearer of {names_a[0]} and {names_b[0]}"
        points_a.append({both})
        points_b.append({both})
    told = tuple(
        _told(*pair, found) for pair, found in likenesses.items() if found.outcome is not Outcome.SAME
    )
    return _valued(a, points_a, told), _valued(b, points_b, told)


def verdict(kind: str, a: str, b: str) -> str:
    """
    Return what the names alone say of their bearers: same, different or undetermined.

    Where a text holds several names, the outcome holds only if every pair gives it.
    """
    compare = _COMPARE[kind]
    names_a, names_b = (alternatives(text, NOBODY, None) for text in (a, b))
    found = {compare(mine, theirs).outcome.verdict for mine in names_a for theirs in names_b}
    only = found.pop() if len(found) == 1 else "open"
    return "undetermined" if only == "open" else only


def _points(name: str, others: list[str]) -> set[str]:
    """Return the points of a name: those of the names that it is the same as, or its own."""
    return {name_point(other) for other in others} or {name_point(name)}


def _told(a: str, b: str, found: Likeness) -> str:
    if found.outcome is Outcome.DIFFERENT:
        return f"{a!r} and {b!r} are two by their names ({found.why}); only a register makes that certain"
    return f"whether {a!r} and {b!r} are one stays open: {found.why}"


def _valued(value: Value, points: list[set[str]], told: tuple[str, ...]) -> Value:
    core = Points.of((point for each in points for point in each), words=str(value.readings[0].core))
    return evolve(value, readings=(Reading(core=core, envelope=ANYTHING),), open=(*value.open, *told))
