"""Who could not have known is set apart before lines are counted, and what hangs on him alone with him."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from claimcheck.model.criticism import ABILITY, COULD_NOT_KNOW, SetApart
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation


def find_set_apart(attestations: Iterable[Attestation]) -> tuple[SetApart, ...]:
    """Return the attestations of which the historian declares that their maker could not have known."""
    return tuple(
        SetApart(attestation=each.id, because=grade.because)
        for each in attestations
        for grade in each.grades
        if grade.rule == ABILITY and grade.best == COULD_NOT_KNOW
    )


def set_apart_words(
    dossier: Dossier, supporting: Sequence[Attestation], apart: Mapping[str, SetApart], void: Collection[str]
) -> Iterator[str]:
    """Yield why some who support a claim count for no line of it."""
    for each in supporting:
        if each.id in apart:
            label, reason = dossier.source(each.speaker).label, apart[each.id].because
            yield f"{label} could not have known, because {reason}, and so counts for no line"
    told = {each.speaker for each in supporting if each.id in apart}
    for speaker in dict.fromkeys(each.speaker for each in supporting):
        if speaker in void and speaker not in told:
            yield f"{dossier.source(speaker).label} has it only from who is set apart, and counts for no line"


def void_sources(
    supporting: Sequence[Attestation], apart: Collection[str], parents: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """
    Return the sources that carry nothing for a claim: all that they say or pass on for it is set apart,
    or all that they have it from carries nothing.

    They are blocked and not taken out of the descent, where whoever copied them would become an origin.
    """
    void = {each.speaker for each in supporting if each.id in apart}
    void -= {link.source for each in supporting if each.id not in apart for link in each.chain}
    children: dict[str, list[str]] = {}
    for child, above in parents.items():
        for parent in above:
            children.setdefault(parent, []).append(child)
    queue = list(void)
    while queue:
        for child in children.get(queue.pop(), ()):
            if child not in void and void.issuperset(parents[child]):
                void.add(child)
                queue.append(child)
    return frozenset(void)


def without_void(parents: dict[str, dict[str, str]], void: Collection[str]) -> dict[str, dict[str, str]]:
    """Return the parents of each source without those that carry nothing."""
    return {
        child: {parent: how for parent, how in above.items() if parent not in void}
        for child, above in parents.items()
        if child not in void
    }
