"""Independent lines behind a claim: at least, at most, by which ways, and what they hang on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import LinePath, Lines, Trusting
from claimcheck.model.question import Attestation
from claimcheck.model.source import Independence
from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.hands import is_latent, latent_members
from claimcheck.weigh.inheritance import Descent
from claimcheck.weigh.reasons import Counted, declared_words, reasons
from claimcheck.weigh.single_points import single_points
from claimcheck.weigh.ways import most_ways


def count_lines(dossier: Dossier, supporting: Sequence[Attestation], descent: Descent) -> Lines:
    """
    Return how many independent lines stand behind the supporters of one claim.

    At most: the ways that share no source, from the sources at hand to origins. At least: the fewest
    origins that they can hang on, where origins whose independence nobody declared may be one.
    """
    ways = most_ways(descent.starts, descent.parents)
    origins = {start: descent.origins_of(start) for start in descent.starts}
    all_origins = frozenset().union(*origins.values())
    telling = _telling(dossier, descent, all_origins)
    fewest = fewest_lines(list(origins.values()), _independent_pairs(telling, descent))
    counted = Counted(ways=ways, fewest=fewest, may_share_parents=_may_share_parents(origins, len(ways)))
    return Lines(
        at_least=fewest.number,
        at_most=len(ways),
        is_exact=fewest.is_exact,
        origins=tuple(sorted({name for each in all_origins for name in _named(each)})),
        paths=tuple(as_path(path, descent) for path in ways.paths),
        cut=ways.cut,
        single_points=(
            single_points(descent.starts, descent.parents, ways.paths[0]) if len(ways) == 1 else ()
        ),
        hands=tuple(descent.hands.values()),
        declared=tuple(declared_words(dossier, telling)) if fewest.number > 1 else (),
        because=tuple(reasons(dossier, supporting, descent, counted)),
        trusting=_trusting(dossier, supporting, descent, len(ways)),
    )


def _trusting(
    dossier: Dossier, supporting: Sequence[Attestation], descent: Descent, at_most: int
) -> Trusting | None:
    """
    Count again from the sources that relaying ones name, None where that makes no more lines.

    A book that names two informants is one line, since both are known by its word alone; whoever
    trusts the book will want to know how many there are behind it.
    """
    ids = {each.id for each in supporting}
    own = {each.speaker for each in supporting if not each.is_relayed and each.hearsay_of not in ids}
    relays = dict.fromkeys(
        each.chain[0].source for each in supporting if each.is_relayed and each.chain[0].source not in own
    )
    heard = dict.fromkeys(
        each.chain[1].source if each.chain[0].source in relays else each.chain[0].source
        for each in supporting
        if each.is_relayed or each.chain[0].source not in relays
    )
    starts = [each for each in heard if each not in descent.void]
    ways = most_ways(starts, descent.parents)
    if len(ways) <= at_most:
        return None
    origins = [descent.origins_of(each) for each in starts]
    telling = _telling(dossier, descent, frozenset().union(*origins))
    return Trusting(
        relays=tuple(relays),
        heard=tuple(each for each in starts if each not in own),
        at_least=fewest_lines(origins, _independent_pairs(telling, descent)).number,
        at_most=len(ways),
    )


def as_path(sources: Sequence[str], descent: Descent) -> LinePath:
    """Return a way with how each source has it from the next."""
    links = tuple(descent.parents[child][parent] for child, parent in pairwise(sources))
    return LinePath(sources=tuple(sources), links=links)


def _named(origin: str) -> tuple[str, ...]:
    """Return the sources that an origin stands for: a latent one is known only by those who share it."""
    return latent_members(origin) if is_latent(origin) else (origin,)


def _telling(dossier: Dossier, descent: Descent, origins: frozenset[str]) -> list[Independence]:
    """Return the declarations of independence that tell two origins of a claim apart."""
    return [
        each
        for each in dossier.independences
        if each.is_known and any(pair <= origins for pair in _independent_pairs([each], descent))
    ]


def _independent_pairs(independences: Sequence[Independence], descent: Descent) -> set[frozenset[str]]:
    """Return the pairs of origins behind sources that were declared independent of one another."""
    pairs: set[frozenset[str]] = set()
    for independence in independences:
        origins = [descent.origins_of(each) for each in sorted(independence.sources)]
        for a, b in combinations(origins, 2):
            pairs.update(frozenset((mine, theirs)) for mine in a for theirs in b if mine != theirs)
    return pairs


def _may_share_parents(origins: dict[str, frozenset[str]], at_most: int) -> bool:
    """Tell whether the supporters, even if all origins were independent, may hang on fewer than all."""
    names = sorted(frozenset().union(*origins.values()))
    if all(len(each) == 1 for each in origins.values()):
        return False
    apart = [frozenset(pair) for pair in combinations(names, 2)]
    return fewest_lines(list(origins.values()), apart).number < at_most
