"""Impossible loops: chains of bounds that would put a moment before itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice, product

from attrs import define, field, frozen

from claimcheck.compare.order.network import (
    Arc,
    Edge,
    asserted,
    edges_of,
    inconsistent_parts,
    is_consistent,
    tolerated,
)
from claimcheck.compare.order.search import GivenUpError, Known, Search, Together
from claimcheck.compare.order.suspects import hub_bounds, some_loop, suspects
from claimcheck.compare.order.ties import Tie


@frozen
class Loop:
    """Edges, each beginning where the one before ends, that together leave fewer than no days."""

    edges: tuple[Edge, ...]

    @property
    def days(self) -> int:
        """By how many days the loop misses, as a negative number."""
        return sum(edge.days for edge in self.edges)

    @property
    def is_necessary(self) -> bool:
        """Whether no reading and no tolerance makes the loop possible."""
        slacks = [edge.slack for edge in self.edges]
        return None not in slacks and sum(slack for slack in slacks if slack is not None) < 0

    @property
    def attested(self) -> tuple[str, ...]:
        """The attestations that the loop rests on, in loop order, each once."""
        return tuple(dict.fromkeys(edge.tie.ground for edge in self.edges if not edge.tie.is_rule))


@frozen
class Loops:
    """The impossible loops of a network, and whether every link was searched for one to the end."""

    loops: tuple[Loop, ...]
    is_complete: bool = True


_STEPS_AT_MOST = 3_000_000
"""Steps of all searches of a network; ours: a few seconds."""

_STEPS_FOR_ONE = 100_000
"""Steps of the search for one link, so that a tangle leaves something to the others."""

_READINGS_TRIED = 64
"""Choices of readings that are tried to see whether fewer attestations contradict one another already."""


def _always(_one: str, _other: str) -> bool:
    return True


def _never(_attested: tuple[str, ...]) -> bool:
    return False


def find_loops(
    ties: Iterable[Tie],
    *,
    may_meet: Together = _always,
    surely_meet: Together = _always,
    is_told_elsewhere: Callable[[tuple[str, ...]], bool] = _never,
) -> Loops:
    """
    Return, for each attested bound of an inconsistent part, a shortest impossible loop through it.

    What is promised of each bound, if the search was complete: when some impossible loop leads through
    it, passes no moment twice, takes each source in one reading, and needs all of its attestations (no
    fewer of them contradict one another already), then a loop of the fewest links among these is
    returned. It is promised twice, of what the words assert and of what every reading and tolerance
    keeps: a possible conflict never hides a necessary one. Loops that rest on the same attestations are
    merged.

    Attestations of which `may_meet` is false (they speak of different things) stand in no loop together;
    those of which `surely_meet` is false in none that is to be necessary. A loop whose attestations are
    told elsewhere is left out, and so is every loop that holds them and more.

    Which loops are told does not depend on the order of the ties; they are told in it.
    """
    ties = list(ties)
    edges = list(edges_of(ties))
    finder = _Finder(is_told_elsewhere=is_told_elsewhere)
    finder.find(tolerated(edges), surely_meet)
    finder.find(asserted(edges), may_meet)
    place = {tie.ground: number for number, tie in enumerate(ties)}
    loops = sorted(finder.found.values(), key=lambda loop: sorted(place[each] for each in loop.attested))
    return Loops(tuple(loops), is_complete=finder.is_complete)


@define(kw_only=True)
class _Finder:
    """Searches a network twice, with one budget of steps, and keeps a loop for each set of attestations."""

    is_told_elsewhere: Callable[[tuple[str, ...]], bool]
    found: dict[frozenset[str], Loop] = field(factory=dict)
    known: Known = field(factory=Known)
    left: int = _STEPS_AT_MOST
    is_complete: bool = True

    def find(self, arcs: Sequence[Arc], may_meet: Together) -> None:
        """
        Keep the loops of a network.

        Where the search for some link was given up, a short loop can hide another that has nothing to
        do with it. So each further round takes one bound of every loop away and looks again, until
        nothing new is found: there is a loop then wherever something does not fit, as far as the
        steps reach, though not for every link.
        """
        while True:
            loops: list[tuple[Arc, ...]] = []
            is_exact = True
            # Of loops that are equally short the first is kept: in whatever order the files tell of them.
            parts = [sorted(part, key=_by_name) for part in inconsistent_parts(arcs)]
            for part in sorted(parts, key=lambda part: [_by_name(arc) for arc in part[:1]]):
                is_exact &= self._search(part, may_meet, loops)
            if is_exact or not loops:
                return
            taken = {id(next(arc for arc in reversed(loop) if not arc[3].tie.is_rule)) for loop in loops}
            arcs = [arc for arc in arcs if id(arc) not in taken]

    def _search(self, part: Sequence[Arc], may_meet: Together, loops: list[tuple[Arc, ...]]) -> bool:
        """Add the loops of a part, and tell whether all links were searched to the end."""
        rules = [arc for arc in part if arc[3].tie.is_rule]
        is_exact = True
        bounds = hub_bounds(part)
        starts = [arc for arc in part if not arc[3].tie.is_rule]
        if bounds is None:
            starts = suspects(part, starts)
        else:
            starts = [arc for arc in starts if not bounds.clears(arc)]
        search = Search(part, self.known, may_meet, bounds)
        for start in starts:
            if self.left <= 0:
                is_exact = False
                break
            search.left = _STEPS_FOR_ONE
            try:
                for loop in search.loops_through(start):
                    if self._keep(loop, part, rules, loops):
                        break
            except GivenUpError:
                is_exact = False
            self.left -= _STEPS_FOR_ONE - search.left
        if not is_exact:
            self.is_complete = False
            loop = some_loop(part)
            if _may_stand(loop, may_meet):
                self._keep(loop, part, rules, loops)
        return is_exact

    def _keep(
        self,
        arcs: tuple[Arc, ...],
        part: Sequence[Arc],
        rules: Sequence[Arc],
        loops: list[tuple[Arc, ...]],
    ) -> bool:
        """Keep a loop that needs all its attestations; tell whether that answers for its first link."""
        loop = Loop(tuple(arc[3] for arc in arcs))
        attested = frozenset(loop.attested)
        is_told = self.is_told_elsewhere(loop.attested)
        if not is_told and attested not in self.found:
            if len(attested) > 1 and not _needs_all(attested, part, rules):
                return False
            self.found[attested] = loop
        loops.append(arcs)
        self.known.add(attested)
        if is_told:
            return False
        self.found[attested] = min(self.found[attested], loop, key=_by_weight)
        return True


def _may_stand(arcs: Sequence[Arc], may_meet: Together) -> bool:
    """Tell whether a loop that was found without regard to readings and scopes counts."""
    choices = {choice for arc in arcs for choice in arc[3].choices}
    attested = sorted({arc[3].tie.ground for arc in arcs if not arc[3].tie.is_rule})
    return (
        bool(attested)
        and len({cause for cause, _choice in choices}) == len(choices)
        and all(may_meet(one, other) for one, other in combinations(attested, 2))
    )


def _by_name(arc: Arc) -> tuple[object, ...]:
    """Sort by what is said of which moments, so that the order of a dossier's files decides nothing."""
    tail, head, days, edge = arc
    slack = (edge.slack is None, edge.slack or 0)
    return edge.tie.ground, tail, head, days, slack, edge.days, edge.choices


def _by_weight(loop: Loop) -> tuple[bool, int, int]:
    """Sort the necessary loops of some attestations first, then those with the fewest links."""
    return not loop.is_necessary, len(loop.edges), loop.days


def _needs_all(attested: frozenset[str], part: Sequence[Arc], rules: Sequence[Arc]) -> bool:
    """Tell whether some days fit as soon as any one of the attestations is left out."""
    by_ground = {each: [arc for arc in part if arc[3].tie.ground == each] for each in sorted(attested)}
    return all(
        all(is_consistent([*rules, *arcs]) for arcs in _readings_of(left_out, by_ground))
        for left_out in by_ground
    )


def _readings_of(left_out: str, by_ground: dict[str, list[Arc]]) -> Iterator[list[Arc]]:
    """Yield the arcs of the other attestations, for each way in which their words can be read together."""
    options = []
    for ground, arcs in by_ground.items():
        if ground != left_out:
            by_choice: dict[object, list[Arc]] = {}
            for arc in arcs:
                by_choice.setdefault(arc[3].choices, []).append(arc)
            options.append(tuple(by_choice.values()))
    for chosen in islice(product(*options), _READINGS_TRIED):
        arcs = [arc for some in chosen for arc in some]
        choices = {choice for arc in arcs for choice in arc[3].choices}
        if len({cause for cause, _choice in choices}) == len(choices):
            yield arcs
