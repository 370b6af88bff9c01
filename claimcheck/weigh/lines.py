"""Independent lines behind a claim: at least, at most, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Lines
from claimcheck.model.question import Attestation
from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.flow import disjoint_ways
from claimcheck.weigh.inheritance import Descent


def count_lines(dossier: Dossier, supporting: Sequence[Attestation], descent: Descent) -> Lines:
    """
    Return how many independent lines stand behind the supporters of one claim.

    At most: the ways from supporters to origins that share no source. At least: the fewest origins
    that they can hang on, where origins whose independence nobody declared may be one.
    """
    speakers = list(dict.fromkeys(each.speaker for each in supporting))
    origins = {speaker: descent.origins_of(speaker) for speaker in speakers}
    at_most = disjoint_ways(speakers, descent.parents)
    at_least = fewest_lines(list(origins.values()), _independent_pairs(dossier, descent))
    return Lines(
        at_least=min(at_least, at_most),
        at_most=at_most,
        origins=tuple(sorted(frozenset().union(*origins.values()))) if origins else (),
        because=tuple(_reasons(dossier, supporting, descent, at_least, at_most)),
    )


def _independent_pairs(dossier: Dossier, descent: Descent) -> set[frozenset[str]]:
    """Return the pairs of origins behind sources that were declared independent of one another."""
    pairs: set[frozenset[str]] = set()
    for independence in dossier.independences:
        if not independence.is_known:
            continue
        members = sorted(independence.sources)
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                pairs.update(
                    frozenset((mine, theirs))
                    for mine in descent.origins_of(a)
                    for theirs in descent.origins_of(b)
                    if mine != theirs
                )
    return pairs


def _reasons(
    dossier: Dossier, supporting: Sequence[Attestation], descent: Descent, at_least: int, at_most: int
) -> Iterator[str]:
    speakers = list(dict.fromkeys(each.speaker for each in supporting))
    for speaker in speakers:
        for parent, kind in descent.parents.get(speaker, {}).items():
            yield _link_words(dossier, speaker, parent, kind)
    if at_least < at_most:
        names = ", ".join(dossier.source(each).label for each in speakers)
        yield f"nobody has declared {names} independent of one another, so they may be one"
    unnamed = [each for each in speakers if dossier.source(each).is_unnamed]
    for each in unnamed:
        yield f"{dossier.source(each).label} names nobody, and may be one of the others"
    yield from _relayed_words(dossier, supporting)
    for derivation in descent.suspected:
        if derivation.child in speakers:
            child, parent = dossier.source(derivation.child).label, dossier.source(derivation.parent).label
            yield f"{child} is suspected to depend on {parent}; a suspicion links nothing"


def _link_words(dossier: Dossier, child: str, parent: str, kind: str) -> str:
    label = dossier.source(child).label
    if parent.startswith("="):
        members = [dossier.source(each).label for each in parent[1:].split(" and ")]
        reason = f" ({kind})" if kind else ""
        return f"{' and '.join(members)} go back to one hand{reason}"
    verb = kind.replace("-", " ")
    return f"{label} {verb} {dossier.source(parent).label}, and counts with it"


def _relayed_words(dossier: Dossier, supporting: Iterable[Attestation]) -> Iterator[str]:
    """Yield through whom those who are not read themselves reach the reader."""
    through: dict[str, list[str]] = {}
    for each in supporting:
        if each.is_relayed:
            through.setdefault(each.chain[0].source, []).append(dossier.source(each.speaker).label)
    for source, labels in through.items():
        names = list(dict.fromkeys(labels))
        verb = "is" if len(names) == 1 else "are"
        yield f"{', '.join(names)} {verb} known only through {dossier.source(source).label}"
