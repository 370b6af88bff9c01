"""The smallest number of independent lines that supporters can hang on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

_SEARCHED_AT_MOST = 20_000
"""Steps after which the search for the smallest number gives up and answers with a lower bound that
needs none; ours: below half a second."""

_Classes = tuple[frozenset[str], ...]


@frozen
class Fewest:
    """The smallest number of lines; where it is not exact, the true one is no smaller."""

    number: int
    is_exact: bool = True


def fewest_lines(origin_sets: Collection[frozenset[str]], independent: Collection[frozenset[str]]) -> Fewest:
    """
    Return the least number of lines behind supporters that may each hang on any of their origins.

    `origin_sets` holds the possible origins of each supporter; `independent` the pairs of origins that
    somebody declared independent. All other origins may be one. So the answer is the fewest classes
    of origins that hit every set, no class holding an independent pair.
    """
    if not origin_sets:
        return Fewest(0)
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in (sorted(pair) for pair in independent if len(pair) == 2):
        apart[one].add(other)
        apart[other].add(one)
    # A supporter with an origin of which nothing was declared can hang on it: it joins any class.
    sets = _smallest_sets(origins for origins in set(origin_sets) if origins <= apart.keys())
    if not sets:
        return Fewest(1)
    return _search(sets, apart, at_least=_clique(sets, apart))


def _search(sets: Sequence[frozenset[str]], apart: Mapping[str, set[str]], at_least: int) -> Fewest:
    """
    Return the fewest classes by trying: where a set is missed, one of its origins joins a class or opens one.

    NP-hard, as colouring a graph is. Joining is tried before opening, so that a good answer is found at
    once, and what cannot better the best is not followed.
    """
    best = len(sets) + 1
    seen: set[frozenset[frozenset[str]]] = set()
    waiting: list[_Classes] = [()]
    for _ in range(_SEARCHED_AT_MOST):
        if not waiting or best == at_least:
            return Fewest(best)
        classes = waiting.pop()
        if len(classes) >= best or frozenset(classes) in seen:
            continue
        seen.add(frozenset(classes))
        taken = frozenset().union(*classes)
        missed = next((each for each in sets if each.isdisjoint(taken)), None)
        if missed is None:
            best = len(classes)
        else:
            waiting.extend(reversed(_further(classes, missed, apart)))
    return Fewest(at_least, is_exact=False)


def _further(classes: _Classes, missed: frozenset[str], apart: Mapping[str, set[str]]) -> list[_Classes]:
    """Return the classes with one more origin of a set in them, or in a class of its own."""
    joined = [
        (*classes[:place], members | {origin}, *classes[place + 1 :])
        for place, members in enumerate(classes)
        for origin in sorted(missed)
        if members.isdisjoint(apart[origin])
    ]
    return [*joined, *((*classes, frozenset((origin,))) for origin in sorted(missed))]


def _clique(sets: Iterable[frozenset[str]], apart: Mapping[str, set[str]]) -> int:
    """Return how many origins that somebody must hang on are, taken greedily, pairwise independent."""
    taken: set[str] = set()
    for origin in sorted(origin for origins in sets if len(origins) == 1 for origin in origins):
        if taken <= apart[origin]:
            taken.add(origin)
    return max(1, len(taken))


def _smallest_sets(origin_sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Return the distinct sets that hold no other: whoever hits those hits all."""
    smallest: list[frozenset[str]] = []
    for each in sorted(set(origin_sets), key=lambda each: (len(each), sorted(each))):
        if not any(other < each for other in smallest):
            smallest.append(each)
    return smallest
