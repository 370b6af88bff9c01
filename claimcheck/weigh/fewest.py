"""The smallest number of independent lines that supporters can hang on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

_SEARCHED_AT_MOST = 20_000
"""Steps after which the search for the smallest number gives up and answers one line, which is always
a true lower bound; ours: below a tenth of a second."""


def fewest_lines(origin_sets: Collection[frozenset[str]], independent: Collection[frozenset[str]]) -> int:
    """
    Return the least number of lines behind supporters that may each hang on any of their origins.

    `origin_sets` holds the possible origins of each supporter; `independent` the pairs of origins that
    somebody declared independent. All other origins may be one. So the answer is the fewest classes
    of origins that hit every set, no class holding an independent pair.
    """
    sets = _smallest_sets(origin_sets)
    if not sets:
        return 0
    pairs = {pair for pair in independent if len(pair) == 2}
    budget = [_SEARCHED_AT_MOST]
    best = len(sets)
    for chosen in _choices(sets, (), budget):
        best = min(best, _fewest_classes(chosen, pairs, best))
        if best == 1:
            break
    return best if budget[0] > 0 else 1


def _smallest_sets(origin_sets: Collection[frozenset[str]]) -> list[frozenset[str]]:
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


def _fewest_classes(origins: Sequence[str], pairs: Collection[frozenset[str]], below: int) -> int:
    """Return the fewest classes of these origins without an independent pair, or `below` if not fewer."""
    best = below

    def place(position: int, classes: list[list[str]]) -> None:
        nonlocal best
        if len(classes) >= best:
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
