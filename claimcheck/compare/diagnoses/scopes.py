"""Causes that lie in what two values are about: another count, another population, another day."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Diagnosis
from claimcheck.values.scope import Facet, match_scopes
from claimcheck.values.value import Value

_FACETS = {"counted": "what is counted", "whose": "whose it is", "when": "the time"}
_SOUGHT = {
    "counted": "what the other source counts",
    "whose": "whose figure the other source gives",
    "when": "which time the other source means",
}


def causes(a: Value, b: Value) -> Iterator[Diagnosis]:
    """Yield what differs, nests, or is stated on one side only, of what the two values are about."""
    match = match_scopes(a.scope, b.scope)
    for left, right in match.differ:
        yield Diagnosis(
            code="different-scope",
            text=f"the two speak of different things: {facet_words(left.name)} differs {_both(left, right)}",
            confirm_by="finding in either source a figure of the other kind",
        )
    for left, right in match.nest:
        part, whole = (left, right) if left.nests_in(right) else (right, left)
        yield Diagnosis(
            code="part-for-whole",
            text=f"the one speaks of a part of what the other speaks of: {part.words} within {whole.words}",
            confirm_by="finding in either source a figure of the other kind",
        )
    for facet in match.unstated:
        yield Diagnosis(
            code="scope-unstated",
            text=f"only one side states {facet_words(facet.name)} ({facet.words}); the other may speak of "
            "another",
            confirm_by=f"finding {_SOUGHT.get(facet.name, f'which {facet.name} the other source means')}",
        )


def facet_words(name: str) -> str:
    """Return a facet as a report names it: "the place", "what is counted"."""
    return _FACETS.get(name, f"the {name}")


def _both(left: Facet, right: Facet) -> str:
    first, second = sorted((left.words, right.words))
    return f"({first}, {second})"
