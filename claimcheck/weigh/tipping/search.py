"""The smallest sets of things whose fall tips a balance, found by trying, the smallest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from claimcheck.model.balance import BalanceWord, FallKind
from claimcheck.weigh.tipping.scale import Candidate, Scale

LARGEST = 3
"""How many things are let fall together. Of four the reader could no longer say what it would take."""

STEPS = 400_000
"""Sources, links and sides looked at for one question, after which the search stops and says so; ours:
about a second for a question that is as large as that."""


@frozen(kw_only=True)
class Found:
    """The sets that tip, in the order in which they were tried, and how far the search went."""

    tips: tuple[tuple[Candidate, ...], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    sets: int = 0
    complete_to: int = LARGEST


def smallest_tips(scale: Scale, steps: int = STEPS) -> Found:
    """
    Return every set of up to three things whose fall changes the position, while that of no part does.

    What tips alone takes part in no larger set. A suspicion is no thing that can fall: see `suspicions`.
    """
    base, limit = scale.position(), scale.steps + steps
    candidates = scale.candidates()
    tips: list[tuple[Candidate, ...]] = []
    known: set[frozenset[Candidate]] = set()
    n_tried = 0
    alone = candidates
    for size in range(1, LARGEST + 1):
        for chosen in combinations(alone, size):
            if scale.steps > limit:
                return Found(tips=tuple(tips), candidates=candidates, sets=n_tried, complete_to=size - 1)
            if size > 2 and any(frozenset(part) in known for part in combinations(chosen, 2)):
                scale.steps += 1
                continue
            n_tried += 1
            if scale.position(frozenset(chosen)) != base:
                tips.append(chosen)
                known.add(frozenset(chosen))
        if size == 1:
            alone = tuple(each for each in candidates if frozenset((each,)) not in known)
    return Found(tips=tuple(tips), candidates=candidates, sets=n_tried)


def telling_suspicions(scale: Scale) -> Iterator[Candidate]:
    """Yield each suspected derivation that would change the lines of some claim if it held."""
    before = scale.sides()
    for suspicion in scale.suspicions():
        if scale.sides(frozenset((suspicion,))) != before:
            yield suspicion


def hangs_on_one_source(scale: Scale, found: Found) -> bool:
    """
    Tell whether the fall of a single source takes away the lead of a side that has more lines.

    When the other side falls instead, the leader is left unopposed, and has lost nothing.
    """
    leaders = scale.position().ahead_at_most
    for tip in found.tips:
        fallen = frozenset(tip)
        if len(tip) == 1 and tip[0].kind is FallKind.SOURCE:
            after = scale.position(fallen)
            left = {side.claim for side in scale.sides(fallen) if side.stands}
            is_lost = after.word in (BalanceWord.EVEN, BalanceWord.UNDECIDABLE)
            if is_lost or not leaders & left or after.ahead_at_most - leaders:
                return True
    return False
