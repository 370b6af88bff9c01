"""The lines behind every claim of a question, counted anew after things have fallen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from attrs import define, evolve, field, frozen

from claimcheck.model.balance import FallKind
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim
from claimcheck.model.question import Attestation, Question
from claimcheck.model.source import Certainty, Derivation, Hand, Independence
from claimcheck.weigh.balance import Position, Rivals, Side, position_of, rivals_among
from claimcheck.weigh.fewest import fewest_lines
from claimcheck.weigh.hands import is_latent, reached
from claimcheck.weigh.inheritance import descent_for
from claimcheck.weigh.kinds import KINDS, Passing
from claimcheck.weigh.tipping.detours import ways_left
from claimcheck.weigh.ways import Ways, most_ways

Parents = Mapping[str, Mapping[str, str]]
_Record = TypeVar("_Record")


@frozen(cache_hash=True)
class Candidate:
    """Something that can fall: a source by its id, a link or a judgement by its place in the dossier."""

    kind: FallKind
    name: str = ""
    place: int = 0


HAND = "hand"
"""The name of a suspicion that is not of a derivation but of one hand behind several sources."""

Fallen = frozenset[Candidate]
NOTHING: Fallen = frozenset()


@frozen(kw_only=True)
class _Descended:
    """
    Where a claim is read, who has it from whom, which origins are independent, and its separate ways.

    `joined` are the sources that share an unseen parent, those among them that no way passes any more.
    """

    starts: tuple[str, ...]
    parents: Parents
    joined: frozenset[str]
    independent: Collection[frozenset[str]]
    ways: Ways
    on_ways: frozenset[str]


@frozen(kw_only=True)
class Lineage:
    """One claim after something has fallen: where it is read, who has it from whom, and its lines."""

    starts: tuple[str, ...]
    parents: Parents
    blocked: frozenset[str]
    side: Side

    @property
    def reaching(self) -> frozenset[str]:
        """The sources at hand that still have the claim from somewhere."""
        origins = origins_reached(self.starts, self.parents, self.blocked)
        return frozenset(start for start, found in origins.items() if found)


def ancestors(starts: Iterable[str], parents: Parents, blocked: Collection[str] = ()) -> list[str]:
    """Return the sources and all above them, the nearest first, by ways that meet no blocked one."""
    seen = dict.fromkeys(start for start in starts if start not in blocked)
    queue = list(seen)
    for node in queue:  # grows while it is read
        for parent in parents.get(node, ()):
            if parent not in seen and parent not in blocked:
                seen[parent] = None
                queue.append(parent)
    return queue


def origins_reached(
    starts: Iterable[str], parents: Parents, blocked: Collection[str]
) -> dict[str, frozenset[str]]:
    """Return the origins that each source reaches by ways which meet no blocked one: for some, none."""
    return {
        start: frozenset(node for node in ancestors([start], parents, blocked) if not parents.get(node))
        for start in starts
    }


@define(kw_only=True)
class Scale:
    """
    A question's claims with all that their lines are counted from.

    `dossier` holds the sources and derivations alone that can bear on it, `whole` all of them, for their
    names. `apart` are attestations that count for no line, with the reason: their makers could not have
    known.

    Each claim is counted once for each combination of the things that bear on it. `steps` tells how much
    has been looked at so far: sources, links, sides and pairs of rivals.
    """

    whole: Dossier
    dossier: Dossier
    question: Question
    claims: tuple[Claim, ...]
    attestations: Mapping[str, Attestation]
    apart: Mapping[str, str] = field(factory=dict)
    steps: int = 0
    _rivals: Rivals = field(init=False)
    _n_pairs: int = field(init=False)
    _loose: tuple[tuple[str, tuple[str, ...]], ...] = field(init=False)
    _known: dict[tuple[str, Fallen], Lineage] = field(factory=dict, init=False)
    _descents: dict[tuple[str, Fallen], _Descended] = field(factory=dict, init=False)
    _bearing: dict[str, dict[Candidate, None]] = field(factory=dict, init=False)

    @_rivals.default
    def _find_rivals(self) -> Rivals:
        return rivals_among(self.claims)

    @_n_pairs.default
    def _count_pairs(self) -> int:
        return sum(map(len, self._rivals.values())) // 2

    @_loose.default
    def _find_loose(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each claim with the chain of each who contradicts it and supports none, and adds no line."""
        supporting = {each for claim in self.claims for each in claim.supporting}
        return tuple(
            (claim.id, tuple(link.source for link in self.attestations[each].chain))
            for claim in self.claims
            for each in claim.contradicting
            if each not in supporting and each not in self.apart
        )

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        question: Question,
        claims: Sequence[Claim],
        attestations: Sequence[Attestation],
        apart: Mapping[str, str] | None = None,
    ) -> Scale:
        """Return the scale of one question, with those derivations alone that can bear on it."""
        bearing = [
            each for each in dossier.derivations if not each.questions or question.id in each.questions
        ]
        above: dict[str, dict[str, None]] = {}
        for each in bearing:
            above.setdefault(each.child, {})[each.parent] = None
            if KINDS[each.kind] is Passing.SHARES:
                above.setdefault(each.parent, {})[each.child] = None
        standing = reached((link.source for each in attestations for link in each.chain), above)
        return cls(
            whole=dossier,
            dossier=evolve(
                dossier,
                sources=tuple(each for each in dossier.sources if each.id in standing),
                derivations=tuple(each for each in bearing if each.child in standing),
            ),
            question=question,
            claims=tuple(claims),
            attestations={each.id: each for each in attestations},
            apart=apart or {},
        )

    def position(self, fallen: Fallen = NOTHING) -> Position:
        """Return where the lines lie after these things have fallen."""
        self.steps += len(self.claims) + self._n_pairs
        blocked = {each.name for each in fallen if each.kind is FallKind.SOURCE}
        contradicted = [claim for claim, chain in self._loose if blocked.isdisjoint(chain)]
        return position_of(self.sides(fallen), self._rivals, contradicted)

    def sides(self, fallen: Fallen = NOTHING) -> list[Side]:
        """Return each claim with its lines after these things have fallen."""
        return [self.lineage(claim, fallen).side for claim in self.claims]

    def lineage(self, claim: Claim, fallen: Fallen = NOTHING) -> Lineage:
        """Return one claim after these things have fallen, of which only those count that bear on it."""
        # What is suspected may link a claim with sources that nothing else links it with.
        telling = frozenset(
            each for each in fallen if each.kind is FallKind.SUSPICION or each in self._bearing_on(claim)
        )
        found = self._known.get((claim.id, telling))
        if found is None:
            found = self._known[claim.id, telling] = self._count(claim, telling)
        return found

    def candidates(self) -> tuple[Candidate, ...]:
        """
        Return all that can fall and bears on some claim: first the sources that cut its ways, which are
        the likeliest to tip, then the others in the order of the claims.
        """
        cuts = (name for claim in self.claims for name in self._descended(claim, NOTHING).ways.cut)
        first = (Candidate(FallKind.SOURCE, name) for name in cuts if not is_latent(name))
        others = (each for claim in self.claims for each in self._bearing_on(claim))
        loose = (Candidate(FallKind.SOURCE, source) for _, chain in self._loose for source in chain)
        return tuple(dict.fromkeys((*first, *others, *loose)))

    def suspicions(self) -> Iterable[Candidate]:
        """Yield the suspected derivations and hands of sources that stand on a way to some claim."""
        standing: set[str] = set()
        for claim in self.claims:
            descended = self._descended(claim, NOTHING)
            standing.update(reached(descended.starts, descended.parents), descended.joined)
        for place, each in enumerate(self.dossier.derivations):
            if each.status is Certainty.SUSPECTED and each.child in standing:
                yield Candidate(FallKind.SUSPICION, place=place)
        for place, hand in enumerate(self.dossier.hands):
            if hand.status is Certainty.SUSPECTED and len(standing.intersection(hand.sources)) > 1:
                yield Candidate(FallKind.SUSPICION, HAND, place)

    def hand(self, candidate: Candidate) -> Hand:
        """Return the unseen parent that a candidate stands for."""
        return self.dossier.hands[candidate.place]

    def derivation(self, candidate: Candidate) -> Derivation:
        """Return the derivation that a candidate stands for."""
        return self.dossier.derivations[candidate.place]

    def independence(self, candidate: Candidate) -> Independence:
        """Return the judgement on independence that a candidate stands for."""
        return self.dossier.independences[candidate.place]

    def grades_of(self, claim: Claim) -> Fallen:
        """Return the grades by which some who support a claim are set apart."""
        return frozenset(Candidate(FallKind.GRADE, each) for each in claim.supporting if each in self.apart)

    def _bearing_on(self, claim: Claim) -> Mapping[Candidate, None]:
        if claim.id not in self._bearing:
            self._bearing[claim.id] = dict.fromkeys(self._find_bearing(claim))
        return self._bearing[claim.id]

    def _find_bearing(self, claim: Claim) -> Iterable[Candidate]:
        grades = self.grades_of(claim)
        standing: set[str] = set()
        # What bears on it only once it is judged that somebody could have known may tip together with that.
        for changed in dict.fromkeys((NOTHING, grades)):
            descended = self._descended(claim, changed)
            above = reached(descended.starts, descended.parents)
            yield from (Candidate(FallKind.SOURCE, node) for node in above if not is_latent(node))
            standing.update(descended.joined, above)
        yield from (Candidate(FallKind.GRADE, each) for each in claim.supporting if each in self.apart)
        for place, derivation in enumerate(self.dossier.derivations):
            shares = KINDS[derivation.kind] is Passing.SHARES
            if derivation.status is not Certainty.SUSPECTED and (shares or derivation.child in standing):
                yield Candidate(FallKind.DERIVATION, place=place)
        for place, hand in enumerate(self.dossier.hands):
            if hand.status is not Certainty.SUSPECTED and len(standing.intersection(hand.sources)) > 1:
                yield Candidate(FallKind.HAND, place=place)
        for place, independence in enumerate(self.dossier.independences):
            if len(independence.sources & standing) > 1:
                yield Candidate(FallKind.INDEPENDENCE, place=place)

    def _count(self, claim: Claim, fallen: Fallen) -> Lineage:
        blocked = frozenset(each.name for each in fallen if each.kind is FallKind.SOURCE)
        changed = frozenset(each for each in fallen if each.kind is not FallKind.SOURCE)
        descended = self._descended(claim, changed)
        at_most = self._at_most(descended, blocked)
        at_least = min(self._at_least(descended, blocked), at_most)
        return Lineage(
            starts=descended.starts,
            parents=descended.parents,
            blocked=blocked,
            side=Side(claim=claim.id, at_least=at_least, at_most=at_most),
        )

    def _at_most(self, descended: _Descended, blocked: frozenset[str]) -> int:
        # Where all ways that were found stay open, there are still as many of them.
        if blocked.isdisjoint(descended.on_ways):
            return len(descended.ways)
        self.steps += 20 + 5 * len(descended.parents)
        return ways_left(descended.ways.paths, descended.starts, descended.parents, blocked)

    def _at_least(self, descended: _Descended, blocked: frozenset[str]) -> int:
        if not descended.independent:
            return 1  # whatever stands on lines may stand on a single one
        origins = origins_reached(descended.starts, descended.parents, blocked)
        self.steps += 20 + 10 * sum(map(len, origins.values()))
        reached_ones = [found for found in origins.values() if found]
        return fewest_lines(reached_ones, descended.independent).number

    def _descended(self, claim: Claim, changed: Fallen) -> _Descended:
        """Return who has a claim from whom when these links and judgements have changed."""
        found = self._descents.get((claim.id, changed))
        if found is None:
            lifted = {each.name for each in changed if each.kind is FallKind.GRADE}
            apart = frozenset(each for each in claim.supporting if each in self.apart and each not in lifted)
            found = self._descents[claim.id, changed] = self._descend(claim, self._without(changed), apart)
        return found

    def _descend(self, claim: Claim, dossier: Dossier, apart: frozenset[str]) -> _Descended:
        supporting = [self.attestations[each] for each in claim.supporting]
        contradicting = [self.attestations[each] for each in claim.contradicting]
        descent = descent_for(dossier, self.question, supporting, contradicting, apart)
        self.steps += 40 + 20 * len(dossier.derivations)
        starts = descent.starts
        ways = most_ways(starts, descent.parents)
        return _Descended(
            starts=starts,
            parents=descent.parents,
            joined=frozenset(source for hand in descent.hands.values() for source in hand.sources),
            independent=_independent_pairs(dossier.independences, descent.parents),
            ways=ways,
            on_ways=frozenset(source for path in ways.paths for source in path),
        )

    def _without(self, fallen: Fallen) -> Dossier:
        """Return the dossier without what was taken back, and with suspicions that are accepted."""
        if not fallen:
            return self.dossier
        links, hands = list(self.dossier.derivations), list(self.dossier.hands)
        gone: dict[FallKind, set[int]] = {kind: set() for kind in FallKind}
        for each in fallen:
            if each.kind is not FallKind.SUSPICION:
                gone[each.kind].add(each.place)  # a grade has no place, and none is asked for
            elif each.name == HAND:
                hands[each.place] = evolve(hands[each.place], status=Certainty.ARGUED)
            else:
                links[each.place] = evolve(links[each.place], status=Certainty.ARGUED)
        return evolve(
            self.dossier,
            derivations=_but(links, gone[FallKind.DERIVATION]),
            hands=_but(hands, gone[FallKind.HAND]),
            independences=_but(self.dossier.independences, gone[FallKind.INDEPENDENCE]),
        )


def _but(records: Sequence[_Record], gone: Collection[int]) -> tuple[_Record, ...]:
    return tuple(each for place, each in enumerate(records) if place not in gone)


def _independent_pairs(independences: Iterable[Independence], parents: Parents) -> set[frozenset[str]]:
    """Return the pairs of origins behind sources that were declared independent of one another."""
    pairs: set[frozenset[str]] = set()
    for independence in independences:
        if independence.is_known:
            above = origins_reached(sorted(independence.sources), parents, ())
            for a, b in combinations(above.values(), 2):
                pairs.update(frozenset((mine, theirs)) for mine in a for theirs in b if mine != theirs)
    return pairs
