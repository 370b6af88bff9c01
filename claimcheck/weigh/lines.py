"""Independent lines behind a claim: at least, at most, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Lines
from claimcheck.model.plain import listed
from claimcheck.model.question import Attestation
from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.inheritance import Descent, is_latent, latent_members
from claimcheck.weigh.ways import most_ways


def count_lines(dossier: Dossier, supporting: Sequence[Attestation], descent: Descent) -> Lines:
    """
    Return how many independent lines stand behind the supporters of one claim.

    At most: the ways from supporters to origins that share no source. At least: the fewest origins
    that they can hang on, where origins whose independence nobody declared may be one.
    """
    speakers = list(dict.fromkeys(each.speaker for each in supporting))
    origins = {speaker: descent.origins_of(speaker) for speaker in speakers}
    at_most = len(most_ways(speakers, descent.parents))
    at_least = fewest_lines(list(origins.values()), _independent_pairs(dossier, descent))
    return Lines(
        at_least=min(at_least, at_most),
        at_most=at_most,
        origins=tuple(
            sorted({name for found in origins.values() for each in found for name in _named(each)})
        ),
        because=tuple(_reasons(dossier, supporting, descent, at_least, at_most)),
    )


def _named(origin: str) -> tuple[str, ...]:
    """Return the sources that an origin stands for: a latent one is known only by those who share it."""
    return latent_members(origin) if is_latent(origin) else (origin,)


def _independent_pairs(dossier: Dossier, descent: Descent) -> set[frozenset[str]]:
    """Return the pairs of origins behind sources that were declared independent of one another."""
    pairs: set[frozenset[str]] = set()
    for independence in dossier.independences:
        if not independence.is_known:
            continue
        origins = [descent.origins_of(each) for each in sorted(independence.sources)]
        for a, b in combinations(origins, 2):
            pairs.update(frozenset((mine, theirs)) for mine in a for theirs in b if mine != theirs)
    return pairs


def _reasons(
    dossier: Dossier, supporting: Sequence[Attestation], descent: Descent, at_least: int, at_most: int
) -> Iterator[str]:
    speakers = list(dict.fromkeys(each.speaker for each in supporting))
    yield from dict.fromkeys(
        words for each in speakers for words in _link_words(dossier, each, speakers, descent)
    )
    if at_least < at_most:
        names = listed([dossier.source(each).label for each in speakers])
        extent = "all of" if at_least > 1 else ""
        yield " ".join(
            f"nobody has declared {extent} {names} independent, so they may be fewer lines".split()
        )
    unnamed = [each for each in speakers if dossier.source(each).is_unnamed]
    for each in unnamed:
        yield f"{dossier.source(each).label} names nobody, and may be one of the others"
    yield from _relayed_words(dossier, supporting)
    for derivation in descent.suspected:
        if derivation.child in speakers:
            child, parent = dossier.source(derivation.child).label, dossier.source(derivation.parent).label
            yield f"{child} is suspected to depend on {parent}; a suspicion links nothing"


def _link_words(dossier: Dossier, child: str, speakers: Collection[str], descent: Descent) -> Iterator[str]:
    """
    Yield on whom a source depends, one sentence for each way.

    It adds no line only where all that it depends on speak for the claim themselves; otherwise it
    carries the line of somebody who is not heard otherwise.
    """
    parents = descent.parents.get(child, {})
    adds_none = all(parent in speakers for parent in parents)
    ending = ", and so adds no line of its own" if adds_none else ", to which its line goes back"
    by_kind: dict[str, list[str]] = {}
    for parent, kind in parents.items():
        if is_latent(parent):
            members = listed([dossier.source(each).label for each in latent_members(parent)])
            yield f"{members} go back to one hand" + (f" ({kind})" if kind else "")
        else:
            by_kind.setdefault(kind, []).append(dossier.source(parent).label)
    for kind, labels in by_kind.items():
        yield f"{dossier.source(child).label} {kind.replace('-', ' ')} {listed(labels)}{ending}"


def _relayed_words(dossier: Dossier, supporting: Iterable[Attestation]) -> Iterator[str]:
    """Yield through whom those who are not read themselves reach the reader."""
    through: dict[str, list[str]] = {}
    for each in supporting:
        if each.is_relayed:
            through.setdefault(each.chain[0].source, []).append(dossier.source(each.speaker).label)
    for source, labels in through.items():
        names = list(dict.fromkeys(labels))
        verb = "is" if len(names) == 1 else "are"
        yield f"{listed(names)} {verb} known only through {dossier.source(source).label}"
