"""The smallest number of independent lines that supporters can hang on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

_SEARCHED_AT_MOST = 20_000
"""Steps after which the search for the smallest number gives up and answers with a lower bound that
needs none; ours: below a tenth of a second."""

_SEARCHED_SETS = 60
"""Supporters with nothing but declared origins above which the search is not begun; ours: more than any
dossier declares by hand, and far below the depth that Python recurses to."""


def fewest_lines(origin_sets: Collection[frozenset[str]], independent: Collection[frozenset[str]]) -> int:
    """
    Return the least number of lines behind supporters that may each hang on any of their origins.

    `origin_sets` holds the possible origins of each supporter; `independent` the pairs of origins that
    somebody declared independent. All other origins may be one. So the answer is the fewest classes
    of origins that hit every set, no class holding an independent pair.
    """
    if not origin_sets:
        return 0
    pairs = {pair for pair in independent if len(pair) == 2}
    named = frozenset().union(*pairs)
    # A supporter with an origin of which nothing was declared can hang on it: it joins any class.
    sets = _smallest_sets(origins for origins in set(origin_sets) if origins <= named)
    if not sets:
        return 1
    at_least = _clique(sets, pairs)
    if len(sets) > _SEARCHED_SETS:
        return at_least
    budget = [_SEARCHED_AT_MOST]
    best = len(sets)
    for chosen in _choices(sets, (), budget):
        best = min(best, _fewest_classes(chosen, pairs, best, budget))
        if best == at_least:
            break
    return best if budget[0] > 0 else at_least


def _clique(sets: Iterable[frozenset[str]], pairs: Collection[frozenset[str]]) -> int:
    """Return how many origins that somebody must hang on are, taken greedily, pairwise independent."""
    taken: list[str] = []
    for origin in sorted(origin for origins in sets if len(origins) == 1 for origin in origins):
        if all(frozenset((origin, other)) in pairs for other in taken):
            taken.append(origin)
    return max(1, len(taken))


def _smallest_sets(origin_sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Return the distinct sets that hold no other: whoever hits those hits all."""
    distinct = set(origin_sets)
    minimal = [each for each in distinct if not any(other < each for other in distinct)]
    return sorted(minimal, key=lambda each: (len(each), sorted(each)))


def _choices(
    sets: Sequence[frozenset[str]], chosen: tuple[str, ...], budget: list[int]
) -> Iterator[tuple[str, ...]]:
    """Yield selections of origins that hit every set."""
    budget[0] -= 1
    if budget[0] <= 0:
        return
    missed = next((each for each in sets if each.isdisjoint(chosen)), None)
    if missed is None:
        yield chosen
        return
    for origin in sorted(missed):
        yield from _choices(sets, (*chosen, origin), budget)


def _fewest_classes(
    origins: Sequence[str], pairs: Collection[frozenset[str]], below: int, budget: list[int]
) -> int:
    """Return the fewest classes of these origins without an independent pair, or `below` if not fewer."""
    best = below

    def place(position: int, classes: list[list[str]]) -> None:
        nonlocal best
        budget[0] -= 1
        if len(classes) >= best or budget[0] <= 0:
            return
        if position == len(origins):
            best = len(classes)
            return
        origin = origins[position]
        for members in classes:
            if all(frozenset((origin, other)) not in pairs for other in members):
                members.append(origin)
                place(position + 1, classes)
                members.pop()
        place(position + 1, [*classes, [origin]])

    place(0, [])
    return best
