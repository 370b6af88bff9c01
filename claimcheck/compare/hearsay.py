"""The stances that relaying sources take themselves."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimcheck.model.question import Attestation, Link
from claimcheck.values.relation import Stance

# What a relay makes of the stance that it passes on. Doubting or rejecting a doubt says nothing that a
# stance could hold, and neither does doubting a denial, so these have no entry.
_TAKES = {
    (Stance.AFFIRMS, Stance.AFFIRMS): Stance.AFFIRMS,
    (Stance.AFFIRMS, Stance.DENIES): Stance.DENIES,
    (Stance.AFFIRMS, Stance.DOUBTS): Stance.DOUBTS,
    (Stance.DOUBTS, Stance.AFFIRMS): Stance.DOUBTS,
    (Stance.DENIES, Stance.AFFIRMS): Stance.DENIES,
    (Stance.DENIES, Stance.DENIES): Stance.AFFIRMS,
}


def with_hearsay(attestation: Attestation) -> Iterator[Attestation]:
    """
    Yield the attestation, then one for each relaying source that takes a stance of its own.

    A relay that endorses, doubts or rejects what the next link says takes that stance as hearsay of
    it; `reports` takes none, and passes on what lies behind it. The derived attestation keeps the
    passages, and names the written one in `hearsay_of`; grades are of the speaker, and stay with it.
    """
    yield attestation
    passed_on: Stance | None = attestation.stance
    for depth in range(len(attestation.chain) - 2, -1, -1):
        link = attestation.chain[depth]
        relayed = link.relay.stance if link.relay else None
        if relayed is None or passed_on is None:
            continue
        passed_on = _TAKES.get((relayed, passed_on))
        if passed_on is None:
            return
        yield evolve(
            attestation,
            id=f"{attestation.id}~{link.source}",
            chain=(*attestation.chain[:depth], Link(source=link.source, hedge=link.hedge)),
            stance=passed_on,
            hearsay_of=attestation.id,
            grades=(),
        )
