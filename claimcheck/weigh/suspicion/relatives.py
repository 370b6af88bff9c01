"""Sources that a dossier links already, by whatever way: of them nothing is left to suspect."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from attrs import field, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.source import Certainty
from claimcheck.weigh.kinds import KINDS, Passing


@frozen
class Relatives:
    """
    For every source those it may have statements from, over declared and argued derivations.

    Suspected derivations link nothing, and neither does custody: that is what suspicion has yet to find.
    """

    dossier: Dossier
    _above: dict[str, set[str]] = field(init=False, eq=False, repr=False)
    _known: dict[str, frozenset[str]] = field(init=False, eq=False, repr=False, factory=dict)

    @_above.default
    def _links(self) -> dict[str, set[str]]:
        above: defaultdict[str, set[str]] = defaultdict(set)
        for each in self.dossier.derivations:
            passing = KINDS.get(each.kind, Passing.INHERITS)
            if each.status is not Certainty.SUSPECTED and passing is not Passing.KEEPS_APART:
                above[each.child].add(each.parent)
        for number, shared in enumerate(_shared_hands(self.dossier)):
            for source in shared:
                above[source].add(f"={number}")
        return dict(above)

    def are_linked(self, one: str, other: str) -> bool:
        """Whether the two are one source, one draws on the other, or both go back to a third."""
        return not self._with_ancestors(one).isdisjoint(self._with_ancestors(other))

    def _with_ancestors(self, source: str) -> frozenset[str]:
        known = self._known.get(source)
        if known is None:
            seen, queue = {source}, deque([source])
            while queue:
                for parent in self._above.get(queue.popleft(), ()):
                    if parent not in seen:
                        seen.add(parent)
                        queue.append(parent)
            known = self._known[source] = frozenset(seen)
        return known


def _shared_hands(dossier: Dossier) -> Iterable[frozenset[str]]:
    """Yield groups of one hand: by a historian's word, or by one author of the register."""
    for independence in dossier.independences:
        if not independence.is_known:
            yield independence.sources
    for hand in dossier.hands:
        if hand.status is not Certainty.SUSPECTED:
            yield frozenset(hand.sources)
    by_person: defaultdict[str, set[str]] = defaultdict(set)
    for source in dossier.sources:
        for creator in source.creators:
            if creator.person and creator.role == "author":
                by_person[creator.person].add(source.id)
    yield from (frozenset(sources) for sources in by_person.values())
