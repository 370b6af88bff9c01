"""What a reading machine makes of print, and what it costs to think that it did."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase
from typing import NamedTuple

from attrs import field, frozen

from claimcheck.data import read_table

_MARKS = frozenset(".,;:'-·•~^|/\\")
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")


@frozen(kw_only=True)
class Confusions:
    """The table of data/ocr_confusions.toml. `costs` holds what was printed and what was read for it."""

    costs: Mapping[tuple[str, str], float] = field(repr=False)
    capitals: Mapping[tuple[str, str], float] = field(repr=False)
    read_for: Mapping[str, tuple[tuple[str, float], ...]] = field(repr=False)
    often_read_for: Mapping[str, tuple[tuple[str, float], ...]] = field(repr=False)
    pairs_read_for: Mapping[str, tuple[tuple[str, float], ...]] = field(repr=False)
    frequent: float
    sure_figures: frozenset[tuple[str, str]]
    doubtful_figures: frozenset[tuple[str, str]]
    digits: frozenset[frozenset[str]]
    lost: float
    put_in: float
    mark: float
    any_letter: float
    shares: Mapping[str, float] = field(repr=False)
    by_length: tuple[float, ...]
    strange: float

    @property
    def most_share(self) -> float:
        """The share of the slips that go the most frequent of all ways."""
        return self.shares["frequent"]

    def share_of(self, cost: float) -> float:
        """Return the share of slips that go a listed way of this cost."""
        return self.shares["frequent" if cost <= self.frequent else "rare"]

    def foreign(self, n_printed: int, n_seen: int) -> tuple[float, float]:
        """Return cost and share of so many letters that have nothing to do with those that are there."""
        if not n_printed or not n_seen:
            cost = n_printed * self.lost + n_seen * self.put_in
            return cost, self.shares["lost"] ** n_printed * self.shares["put_in"] ** n_seen
        n_letters = max(n_printed, n_seen)
        if n_printed != n_seen and n_printed * self.lost + n_seen * self.put_in < n_letters * self.any_letter:
            cost = n_printed * self.lost + n_seen * self.put_in
            return cost, self.shares["lost"] ** n_printed * self.shares["put_in"] ** n_seen
        return n_letters * self.any_letter, self.shares["any"] ** n_letters

    def bears(self, n_letters: int) -> float:
        """Return how much damage a word of so many letters bears and is still that word."""
        return self.by_length[min(n_letters, len(self.by_length) - 1)]


@cache
def confusions() -> Confusions:
    """Return the table, read once."""
    table = read_table("ocr_confusions.toml")
    costs: dict[tuple[str, str], float] = {}
    for kind in ("rare", "frequent"):
        costs |= _both_ways(table["letters"][kind], table["cost"][kind])
    pairs = {pair: cost for pair, cost in costs.items() if max(map(len, pair)) > 1}
    return Confusions(
        costs=costs,
        capitals=_both_ways(table["capitals"]["frequent"], table["cost"]["frequent"]),
        read_for=_by_reading(costs, table["cost"]["rare"]),
        often_read_for=_by_reading(costs, table["cost"]["frequent"]),
        pairs_read_for=_by_reading(pairs, table["cost"]["rare"]),
        frequent=table["cost"]["frequent"],
        sure_figures=frozenset((pair[0], pair[2]) for pair in table["figures"]["sure"]),
        doubtful_figures=frozenset((pair[0], pair[2]) for pair in table["figures"]["doubtful"]),
        digits=frozenset(frozenset(pair.split()) for pair in table["figures"]["digits"]),
        lost=table["cost"]["lost"],
        put_in=table["cost"]["put_in"],
        mark=table["cost"]["mark"],
        any_letter=table["cost"]["any"],
        shares=table["share"],
        strange=table["bears"]["strange"],
        by_length=tuple(map(float, table["bears"]["by_length"])),
    )


def _both_ways(pairs: list[str], cost: float) -> dict[tuple[str, str], float]:
    costs: dict[tuple[str, str], float] = {}
    for pair in pairs:
        one, other = pair.split()
        costs[one, other] = costs[other, one] = cost
    return costs


def _by_reading(
    costs: Mapping[tuple[str, str], float], most: float
) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return what may have been printed for each reading, as far as it costs no more than that."""
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for (printed, read), cost in costs.items():
        if cost <= most:
            found[read] = (*found.get(read, ()), (printed, cost))
    return found


class Misreading(NamedTuple):
    """
    One way in which a word became what was read.

    `is_listed` says that every step stands in the table of confusions, `n_steps` how many there are.
    `share` is the share of the slips at these letters that go this way.
    """

    cost: float
    share: float
    n_steps: int
    is_listed: bool


def misread(word: str, read: str, *, is_capital: bool = False) -> Misreading:
    """
    Return what it costs to read a word as something else, letter by letter.

    >>> misread("modern", "modem").cost, misread("bridge", "bndge").is_listed
    (1.0, True)
    """
    table = confusions()
    cost, share, n_steps, is_listed = 0.0, 1.0, 0, True
    for at, printed, seen in _steps(word, read):
        step = table.capitals.get((printed, seen)) if is_capital and at == 0 else None
        if step is None:
            step = table.costs.get((printed, seen))
        if step is None:
            step, step_share, listed = _unlisted(printed, seen, table)
            is_listed = is_listed and listed
        else:
            step_share = table.share_of(step)
        cost += step
        share *= step_share
        n_steps += 1
    return Misreading(cost=cost, share=share, n_steps=n_steps, is_listed=is_listed)


def _steps(word: str, read: str) -> list[tuple[int, str, str]]:
    """Return the stretches that differ: where, what was printed, what was read."""
    start, most = 0, min(len(word), len(read))
    while start < most and word[start] == read[start]:
        start += 1
    end = 0
    while end < most - start and word[-1 - end] == read[-1 - end]:
        end += 1
    one, other = word[start : len(word) - end], read[start : len(read) - end]
    if min(len(one), len(other)) <= 1 or (one, other) in confusions().costs:
        return [(start, one, other)] if one or other else []
    from rapidfuzz.distance import Levenshtein

    steps: list[tuple[int, str, str]] = []
    done = -1
    for change in Levenshtein.opcodes(one, other):
        if change.tag == "equal":
            continue
        printed = one[change.src_start : change.src_end]
        seen = other[change.dest_start : change.dest_end]
        if steps and done == change.src_start:
            at, before, before_seen = steps.pop()
            steps.append((at, before + printed, before_seen + seen))
        else:
            steps.append((start + change.src_start, printed, seen))
        done = change.src_end
    return steps


def _unlisted(printed: str, seen: str, table: Confusions) -> tuple[float, float, bool]:
    """Return cost and share of a step that is not in the table, and whether it is a known effect still."""
    if seen and not printed.strip() and all(each in _MARKS for each in seen):
        return table.mark, table.shares["mark"], True
    if not printed and not seen.strip():
        return table.mark, table.shares["mark"], True
    if not seen and printed in _LIGATURES:
        return table.frequent, table.shares["frequent"], True
    if len(printed) == len(seen) and all(pair in table.costs for pair in zip(printed, seen, strict=True)):
        costs = [table.costs[pair] for pair in zip(printed, seen, strict=True)]
        return sum(costs), math.prod(map(table.share_of, costs)), True
    return *_by_parts(printed, seen, table), False


def _by_parts(printed: str, seen: str, table: Confusions) -> tuple[float, float]:
    """Return cost and share of the cheapest way to part a step in confusions, letters lost and put in."""
    n_letters = sum(map(str.isalnum, seen))
    best = table.foreign(len(printed), n_letters)
    if min(len(printed), len(seen)) == 0 or len(printed) + len(seen) > 7:
        return best
    for cut in range(len(printed) + 1):
        for other_cut in range(len(seen) + 1):
            cost = table.costs.get((printed[:cut], seen[:other_cut]))
            if cost is None:
                continue
            rest, rest_seen = printed[cut:], seen[other_cut:]
            rest_cost = table.costs.get((rest, rest_seen))
            rest_share = 0.0
            if rest_cost is None:
                rest_cost, rest_share = table.foreign(len(rest), len(rest_seen))
            else:
                rest_share = table.share_of(rest_cost)
            if cost + rest_cost < best[0]:
                best = cost + rest_cost, table.share_of(cost) * rest_share
    return best


def likely_sources(read: str, *, often: bool = False, of_pairs: bool = False) -> list[tuple[str, float]]:
    """
    Return what may (or may often) have been printed where this was read, one step away, with its cost.

    Those `of_pairs` alone are further away than a letter: the m that was read as rn.
    """
    table = confusions()
    known = table.often_read_for if often else table.pairs_read_for if of_pairs else table.read_for
    found: list[tuple[str, float]] = []
    for length in (1, 2, 3):
        parts = [read[at : at + length] for at in range(len(read) - length + 1)]
        if not known.keys().isdisjoint(parts):
            for at, part in enumerate(parts):
                for printed, cost in known.get(part, ()):
                    found.append((read[:at] + printed + read[at + length :], cost))
    return found


def with_one_more(read: str) -> list[str]:
    """Return the forms of which one letter was lost."""
    return [read[:at] + each + read[at:] for at in range(len(read) + 1) for each in ascii_lowercase]


def with_one_less(read: str) -> list[str]:
    """Return the forms into which one letter was put."""
    return [read[:at] + read[at + 1 :] for at in range(len(read))]


def with_another(read: str) -> list[str]:
    """Return the forms of which one letter was read for another."""
    return [read[:at] + each + read[at + 1 :] for at in range(len(read)) for each in ascii_lowercase]


def near_forms(read: str, *, with_others: bool = True) -> list[str]:
    """Return every form that is one letter away: lost, put in, or (if wanted) another."""
    return [*with_one_less(read), *with_one_more(read), *(with_another(read) if with_others else ())]
