"""Where the two sides of a conflict stand: in one source, one document, several, or cited works."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.finding import ConflictScope
from claimcheck.model.question import Attestation


def conflict_scopes(sides: Sequence[Sequence[Attestation]]) -> tuple[ConflictScope, ...]:
    """
    Return every scope that some pair of attestations on different sides has, in a fixed order.

    One speaker: within the source. One document: within it; two: across documents. Two speakers of
    whom at least one is reached by relay: among cited works.
    """
    found: set[ConflictScope] = set()
    sides = [list({(a.speaker, a.document, a.is_relayed): a for a in side}.values()) for side in sides]
    for place, side in enumerate(sides):
        others = [attestation for other in sides[place + 1 :] for attestation in other]
        found.update(scope for a in side for b in others for scope in _pair_scopes(a, b))
        if len(found) == len(ConflictScope):
            break
    return tuple(scope for scope in ConflictScope if scope in found)


def _pair_scopes(a: Attestation, b: Attestation) -> set[ConflictScope]:
    scopes = set()
    if a.speaker == b.speaker:
        scopes.add(ConflictScope.WITHIN_SOURCE)
    elif a.is_relayed or b.is_relayed:
        scopes.add(ConflictScope.WITHIN_CITED_WORKS)
    same_document = a.document == b.document
    scopes.add(ConflictScope.WITHIN_DOCUMENT if same_document else ConflictScope.ACROSS_DOCUMENTS)
    return scopes
