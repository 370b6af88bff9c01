"""Which attestations speak of one thing by their scopes, so that their dates and orders can be joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from attrs import field, frozen

from claimcheck.model.question import Attestation
from claimcheck.values.scope import Scope, ScopeMatch, match_scopes

_SAME = ScopeMatch()


@frozen
class Meetings:
    """How the scopes of each two attestations match, their times left out: the ties hold those."""

    _by_id: Mapping[str, Attestation]
    _matches: dict[tuple[str, str], ScopeMatch] = field(factory=dict, init=False, eq=False, repr=False)
    _scopes: dict[str, Scope] = field(factory=dict, init=False, eq=False, repr=False)

    def may_meet(self, one: str, other: str) -> bool:
        """Tell whether no facet that both state differs."""
        return not self._match(one, other).differ

    def surely_meet(self, one: str, other: str) -> bool:
        """Tell whether what the one states the other states too, and alike."""
        match = self._match(one, other)
        return not match.differ and not match.unstated

    def apart(self, ids: Iterable[str]) -> set[str]:
        """Return those of some attestations that may not meet all of the others."""
        by_scope: dict[Scope, list[str]] = {}
        for each in ids:
            by_scope.setdefault(self._scope(each), []).append(each)
        found: set[str] = set()
        for one, other in combinations(by_scope, 2):
            if not self.may_meet(by_scope[one][0], by_scope[other][0]):
                found.update(by_scope[one], by_scope[other])
        return found

    def all_surely_meet(self, ids: Iterable[str]) -> bool:
        """Tell whether each two of these surely meet."""
        return all(self.surely_meet(one, other) for one, other in combinations(ids, 2))

    def _match(self, one: str, other: str) -> ScopeMatch:
        a, b = self._scope(one), self._scope(other)
        if not a.facets and not b.facets:
            return _SAME
        pair = (one, other)
        if pair not in self._matches:
            self._matches[pair] = match_scopes(a, b)
        return self._matches[pair]

    def _scope(self, attestation_id: str) -> Scope:
        if attestation_id not in self._scopes:
            facets = self._by_id[attestation_id].value.scope.facets
            self._scopes[attestation_id] = Scope(tuple(each for each in facets if each.name != "when"))
        return self._scopes[attestation_id]
