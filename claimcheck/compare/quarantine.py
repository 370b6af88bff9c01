"""Damaged words make no claim: what stands in a damaged span is set apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from claimcheck.model.damage import Damage
from claimcheck.model.document import Anchor, Passage
from claimcheck.model.question import Attestation

BESIDE_WITHIN = 200
"""Code points between an intact passage and a damaged span below which it stands beside it; ours:
about one long sentence."""

Anchors = Mapping[Passage, Anchor]


@frozen(kw_only=True)
class Standing:
    """The damaged spans that an attestation's passages overlap, and those that they stand beside."""

    inside: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def standing(attestation: Attestation, damages: Sequence[Damage], anchors: Anchors) -> Standing:
    """
    Return how an attestation stands to the damaged spans of the documents that it cites.

    Offsets decide where the document is at hand; the historian's own `damage` and `beside` count
    everywhere, so that a report without documents sets the same attestations apart.
    """
    inside = [damage.id for damage in damages if _overlaps(attestation, damage, anchors)]
    if attestation.damage and attestation.damage not in inside:
        inside.append(attestation.damage)
    beside = [damage.id for damage in damages if _gap(attestation, damage, anchors) is not None]
    if attestation.beside and attestation.beside not in beside:
        beside.append(attestation.beside)
    return Standing(inside=tuple(inside), beside=tuple(name for name in beside if name not in inside))


def _spans(passages: Iterable[Passage], document: str, anchors: Anchors) -> list[tuple[int, int]]:
    found = (anchors.get(passage) for passage in passages if passage.document == document)
    return [
        (anchor.start, anchor.end)
        for anchor in found
        if anchor is not None and anchor.start is not None and anchor.end is not None
    ]


def _distances(attestation: Attestation, damage: Damage, anchors: Anchors) -> Iterable[int]:
    """Yield how many code points lie between each passage and the damage; negative where they overlap."""
    document = damage.passage.document
    for damage_start, damage_end in _spans((damage.passage,), document, anchors):
        for start, end in _spans(attestation.passages, document, anchors):
            yield max(start - damage_end, damage_start - end, -1)


def _overlaps(attestation: Attestation, damage: Damage, anchors: Anchors) -> bool:
    return any(distance < 0 for distance in _distances(attestation, damage, anchors))


def _gap(attestation: Attestation, damage: Damage, anchors: Anchors) -> int | None:
    near = [
        distance for distance in _distances(attestation, damage, anchors) if 0 <= distance <= BESIDE_WITHIN
    ]
    return min(near, default=None)
