"""Conflicts whose sides all come through one source: as many lines on each are then no two witnesses."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.finding import Conflict, Side
from claimcheck.model.plain import listed, sentence
from claimcheck.report.decisions import side_letter
from claimcheck.report.view import View
from claimcheck.values.relation import Relation


def shared_sources(view: View, conflict: Conflict) -> tuple[str, ...]:
    """
    Return the sources, by id, on each of which every side of a conflict hangs alone.

    Those that all attestations of the conflict are read through come first, then what lies behind them.
    """
    through = _read_through(view, conflict)
    common = _common([_single_points(view, side) for side in conflict.sides])
    sources = [each for each in common if view.is_source(each)]
    return tuple(sorted(sources, key=lambda each: each not in through))


def shared_words(view: View, conflict: Conflict) -> str:
    """Return on which source both sides hang, as a sentence: nothing where there is none."""
    shared = shared_sources(view, conflict)
    if not shared:
        return ""
    sides = "both sides" if len(conflict.sides) == 2 else "all sides"
    through = _read_through(view, conflict)
    known = [view.source(each) for each in shared if each in through]
    behind = [view.source(each) for each in shared if each not in through]
    if not behind and _speaks_alone(view, conflict):
        is_sure = conflict.relation is Relation.NECESSARY_CONFLICT
        itself = "which contradicts itself" if is_sure else "which may contradict itself"
        told = f"{sides} are" if conflict.sides and not conflict.links else "all of it is"
        return sentence(f"{told} told by one source, {listed(known)}, {itself}")
    parts = [f"go back to {listed(behind)}"] if behind else []
    if known:
        speaking = [side_letter(number) for number in _speaking(view, conflict, shared)]
        on_side = "" if conflict.links else f" on side {listed(speaking)}"
        hang = f"hang on {listed(known)}, which speaks for itself{on_side}"
        parts.append(hang if speaking else f"are known only through {listed(known)}")
    return sentence(f"{sides} {' and '.join(parts)}")


def _single_points(view: View, side: Side) -> list[str]:
    """Return what all lines of a side pass; without an answer of its own, what all its chains have."""
    claim = view.claim(side.claim)
    if claim is not None and claim.lines is not None:
        return list(claim.lines.single_points)
    return _common(_chains(view, side))


def _read_through(view: View, conflict: Conflict) -> list[str]:
    """Return the sources through which everybody on any side is read: who only speaks there is not one."""
    chains = [chain for side in conflict.sides for chain in _chains(view, side)]
    return _common([chain[:-1] or chain for chain in chains])


def _speaking(view: View, conflict: Conflict, sources: Sequence[str]) -> list[int]:
    """Return the sides, by number, on which a source that all are read through speaks for itself."""
    return [
        number
        for number, side in enumerate(conflict.sides)
        if any(chain == [each] for chain in _chains(view, side) for each in sources)
    ]


def _speaks_alone(view: View, conflict: Conflict) -> bool:
    """Tell whether one source speaks on every side, for itself."""
    chains = {tuple(chain) for side in conflict.sides for chain in _chains(view, side)}
    return len(chains) == 1 and all(len(chain) == 1 for chain in chains)


def _chains(view: View, side: Side) -> list[list[str]]:
    found = filter(None, map(view.attestation, side.attestations))
    return [[link.source for link in each.chain] for each in found]


def _common(lists: Sequence[Sequence[str]]) -> list[str]:
    """Return what stands in all lists, in the order of the first."""
    return [each for each in lists[0] if all(each in others for others in lists[1:])] if lists else []
