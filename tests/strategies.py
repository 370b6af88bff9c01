"""
Hypothesis strategies for values of every kind: regions first, then readings, then values with scopes.

The world is small, so that regions often meet: six days, six numbers, four names. Its spans, runs and
families are listed and sampled from, which draws many times faster than building each anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product

from hypothesis import strategies as st

from claimcheck.values.choice import Combinations
from claimcheck.values.extents import Box, Extents
from claimcheck.values.families import Family
from claimcheck.values.histories import History, Holding, Mode, Transfer
from claimcheck.values.intervals import Numbers, Run
from claimcheck.values.points import Points
from claimcheck.values.region import Region
from claimcheck.values.relation import Stance
from claimcheck.values.scope import Facet, Scope
from claimcheck.values.span import Span
from claimcheck.values.value import Reading, Value

NAMES = ("a", "b", "c", "d")
_DAYS = range(700_000, 700_006)
_NUMBERS = [Fraction(number, 2) for number in range(-1, 5)]
_SUBSETS = [frozenset(name for place, name in enumerate(NAMES) if bits >> place & 1) for bits in range(16)]

stances = st.sampled_from(Stance)


def _all_spans() -> list[Span]:
    ends = [*_DAYS, None]
    return [
        Span(first, last)
        for first, last in product(ends, ends)
        if first is None or last is None or first <= last
    ]


def _all_runs() -> Iterator[Run]:
    ends = [*_NUMBERS, None]
    for low, high, low_open, high_open in product(ends, ends, (False, True), (False, True)):
        pointless = (low is None and low_open) or (high is None and high_open)
        empty = (
            low is not None and high is not None and (high < low or (high == low and (low_open or high_open)))
        )
        if not pointless and not empty:
            yield Run(low, high, low_open=low_open, high_open=high_open)


def _all_boxes() -> Iterator[Box]:
    for begin, end in product(_all_spans(), _all_spans()):
        if begin.first is None or end.last is None or begin.first <= end.last:
            yield Box(begin, end)


def _all_families() -> Iterator[Family]:
    for required, allowed, fewest in product(_SUBSETS, (None, *_SUBSETS), range(4)):
        for excluded in (
            (frozenset[str](), frozenset("a"), frozenset("cd")) if allowed is None else (frozenset[str](),)
        ):
            if not Family.is_impossible(required, allowed, excluded, fewest):
                yield Family(required, allowed, excluded, fewest)


spans = st.sampled_from(_all_spans())
runs = st.sampled_from(list(_all_runs()))
# As many uncertainties ("some day within") as extents, which are far more numerous in the list.
boxes = st.sampled_from([Box(span, span) for span in _all_spans()]) | st.sampled_from(list(_all_boxes()))
families = st.sampled_from(list(_all_families()))

number_sets = st.lists(runs, min_size=1, max_size=3).map(Numbers.of)
extents = st.lists(boxes, min_size=1, max_size=2).map(Extents.of)


def point_sets(every: Sequence[str] = ()) -> st.SearchStrategy[Points]:
    """Return sets of the four names, or of a closed list."""
    some = [subset & set(every or NAMES) for subset in _SUBSETS]
    return st.sampled_from([Points.of(points, every=every) for points in some if points])


PAIRS = frozenset({frozenset("ab"), frozenset("bc")})
_CLIQUES = [*(frozenset(name) for name in NAMES), *sorted(PAIRS, key=sorted)]

combinations = st.frozensets(st.sampled_from(_CLIQUES), min_size=1, max_size=3).map(
    lambda chosen: Combinations(chosen, compatible=PAIRS, every=frozenset(NAMES))
)

_statements = st.builds(Holding, families, st.sampled_from(Mode), spans) | st.builds(
    Transfer, families, families, spans
)
histories = st.lists(_statements, min_size=1, max_size=2).map(
    lambda statements: History(tuple((statement,) for statement in statements))
)

REGIONS: dict[str, st.SearchStrategy[Region]] = {
    "quantity": number_sets,
    "order": number_sets,
    "date": extents,
    "place": point_sets(),
    "person": point_sets(),
    "occurrence": point_sets(("a", "b")),
    "choice": combinations,
    "set": families,
    "holder": histories,
}
"""For each kind, the regions that its values are made of."""


def widened(region: Region, other: Region) -> Region:
    """Return a region of the same kind that holds both, as an envelope holds its core."""
    if isinstance(region, Numbers) and isinstance(other, Numbers):
        return Numbers.of((*region.runs, *other.runs))
    if isinstance(region, Extents) and isinstance(other, Extents):
        return Extents.of((*region.boxes, *other.boxes))
    if isinstance(region, Points) and isinstance(other, Points):
        return Points.of(region.points | other.points, every=region.every)
    if isinstance(region, Combinations) and isinstance(other, Combinations):
        return Combinations(
            region.alternatives | other.alternatives, compatible=region.compatible, every=region.every
        )
    if isinstance(region, History) and isinstance(other, History):
        return History((*region.alternatives, *other.alternatives))
    if isinstance(region, Family):
        return Family()
    raise AssertionError(f"no such region: {region!r}")


_ASSUMPTIONS = st.sampled_from(
    (frozenset[tuple[str, str]](), frozenset({("calendar", "x")}), frozenset({("calendar", "y")}))
)


def _reading(core: Region, other: Region, is_hedged: bool, under: frozenset[tuple[str, str]]) -> Reading:
    return Reading(core=core, envelope=widened(core, other) if is_hedged else core, under=under)


@cache
def readings(kind: str) -> st.SearchStrategy[Reading]:
    """Return readings with and without tolerance, under one of two assumptions or none."""
    return st.builds(_reading, REGIONS[kind], REGIONS[kind], st.booleans(), _ASSUMPTIONS)


def _facet(name: str, key: str) -> Facet:
    return Facet(name=name, text=key, key=key, inside=frozenset("a") if key == "b" else frozenset())


_SCOPES = [
    Scope.of([_facet(name, key) for name, key in (("whose", whose), ("place", place)) if key])
    for whose, place in product(("", "a", "b", "c"), repeat=2)
]
scopes = st.just(_SCOPES[0]) | st.sampled_from(_SCOPES)
"""Scopes with whose and place stated or not; b lies inside a."""


@cache
def values(
    kind: str, *, most_readings: int = 3, scope: st.SearchStrategy[Scope] = scopes
) -> st.SearchStrategy[Value]:
    """Return values of one kind, in one reading or several, scoped or not."""
    return st.builds(
        Value,
        kind=st.just(kind),
        text=st.just("words"),
        readings=st.lists(readings(kind), min_size=1, max_size=most_readings).map(tuple),
        scope=scope,
    )


@cache
def scoped_by(*whose: str) -> st.SearchStrategy[Scope]:
    """Return scopes that state one of these for whose, and nothing else."""
    return st.sampled_from([Scope.of([_facet("whose", key)]) for key in whose])


UNSCOPED = st.just(_SCOPES[0])
