"""Who may have a claim from whom: derivations, chains and unseen parents, read for one question."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import SharedHand
from claimcheck.model.question import Attestation, Question
from claimcheck.model.source import Certainty, Derivation
from claimcheck.weigh.circles import find_circles
from claimcheck.weigh.criticism.set_apart import void_sources, without_void
from claimcheck.weigh.hands import hands_for, is_latent, latent, latent_members, reached, with_hands
from claimcheck.weigh.kinds import KINDS, Passing

Parents = dict[str, dict[str, str]]


@frozen(kw_only=True)
class Descent:
    """
    For one claim: the parents that each source may have it from, with the kind of each link.

    `starts` are the sources at hand, in which the supporters are read. `hands` explains the unseen
    parents. `departures` are links to a parent that says otherwise, `lacking` those to one that survives
    and does not have it; neither passes anything on. `suspected` ones do not, either. `void` sources could
    not have known, or have it only from such: no way leads through them.
    """

    starts: tuple[str, ...]
    parents: Mapping[str, Mapping[str, str]]
    hands: Mapping[str, SharedHand] = field(factory=dict)
    suspected: tuple[Derivation, ...] = ()
    departures: tuple[Derivation, ...] = ()
    lacking: tuple[Derivation, ...] = ()
    void: frozenset[str] = frozenset()

    def origins_of(self, source: str) -> frozenset[str]:
        """Return the sources without parents that this one hangs on; itself when it has none."""
        above = reached([source], self.parents)
        return frozenset(each for each in above if not self.parents.get(each))


def descent_for(
    dossier: Dossier,
    question: Question,
    supporting: Sequence[Attestation],
    contradicting: Sequence[Attestation],
    apart: Collection[str] = (),
) -> Descent:
    """
    Return who can have a claim from whom.

    `apart` are the ids of attestations that count for no line; a source is read, or has words of its
    own, in the others alone.

    A parent that survives and lacks the claim (a recorded silence or omission) passes nothing on; one
    that contradicts it passes nothing on either, and the child departs from it. A parent that is lost,
    or that nobody searched, is assumed to have had it. Suspected derivations are no links. Whoever is
    reached only through others has spoken only by their hearsay: they stand before him on the way.
    """
    links = _Links(dossier, question, supporting, contradicting, apart)
    parents: Parents = {}
    for child, parent, kind in (*_relayed(supporting), *links.passing()):
        parents.setdefault(child, {}).setdefault(parent, kind)
    for child in links.partly_own():
        if child in parents:
            parents[child][latent((child,))] = "own"
    void = void_sources(supporting, apart, parents)
    parents = without_void(parents, void) if void else parents
    read = dict.fromkeys(each.chain[0].source for each in supporting if each.id not in apart)
    starts = tuple(each for each in read if each not in void)
    in_play = reached(starts, parents)
    parents = {child: parents[child] for child in in_play if child in parents}
    hands = hands_for(dossier, question, starts, parents)
    parents = with_hands(parents, hands)
    circles = _circles(parents, hands)
    known = {hand.id: hand for hand in (*hands, *circles)}
    return Descent(
        starts=starts,
        parents=parents,
        hands={
            name: known.get(name) or SharedHand(id=name, kind="own", sources=latent_members(name))
            for name in reached(starts, parents)
            if is_latent(name)
        },
        suspected=tuple(each for each in links.suspected if each.child in in_play),
        departures=tuple(each for each in links.departures if each.child in links.speakers),
        lacking=tuple(each for each in links.lacking if each.child in in_play),
        void=void,
    )


class _Links:
    """The derivations of a dossier that bear on one claim, sorted by what they do to it."""

    def __init__(
        self,
        dossier: Dossier,
        question: Question,
        supporting: Sequence[Attestation],
        contradicting: Sequence[Attestation],
        apart: Collection[str],
    ) -> None:
        self._ids = {each.id for each in supporting}
        self._able = [each for each in supporting if each.id not in apart]
        self.speakers = {each.speaker for each in supporting}
        # Who passes the claim on has it, whatever he says himself.
        carrying = {link.source for each in supporting for link in each.chain}
        against = {each.speaker for each in contradicting} - self.speakers
        silent = {each.source for each in question.silences} | {each.source for each in question.omissions}
        lacks = {each for each in silent - carrying if dossier.source(each).survives is not False}
        self._relaying = _only_relaying(supporting, self._own_words())
        self.suspected: list[Derivation] = []
        self.departures: list[Derivation] = []
        self.lacking: list[Derivation] = []
        self._passing: list[Derivation] = []
        for derivation in dossier.derivations:
            if KINDS[derivation.kind] is not Passing.INHERITS or not self._bears_on(derivation, question):
                continue
            if derivation.status is Certainty.SUSPECTED:
                self.suspected.append(derivation)
            elif derivation.parent in against:
                self.departures.append(derivation)
                if derivation.parent in carrying:
                    self._passing.append(derivation)
            elif derivation.parent in lacks:
                self.lacking.append(derivation)
            else:
                self._passing.append(derivation)

    def _bears_on(self, derivation: Derivation, question: Question) -> bool:
        if derivation.attestations:
            return any(each.id in derivation.attestations for each in self._able)
        if derivation.questions:
            return question.id in derivation.questions
        # Who names an informant has it from there, whatever else the work draws on.
        return derivation.child not in self._relaying

    def passing(self) -> Iterator[tuple[str, str, str]]:
        """Yield child, parent and kind of each link that passes the claim on."""
        return ((each.child, each.parent, each.kind) for each in self._passing)

    def partly_own(self) -> list[str]:
        """Return the speakers that also say it where they name no informant and took over no passage."""
        limited = {name for each in self._passing for name in each.attestations}
        whole = {each.child for each in self._passing if not each.attestations}
        own = (
            each.speaker for each in self._own_words() if each.id not in limited and each.speaker not in whole
        )
        return list(dict.fromkeys(own))

    def _own_words(self) -> list[Attestation]:
        """Return what is said for the claim without naming an informant."""
        return [each for each in self._able if each.hearsay_of not in self._ids]


def _relayed(supporting: Sequence[Attestation]) -> Iterator[tuple[str, str, str]]:
    """Yield each link of the chains, and that of a source's own stance to the one that it passes on."""
    by_id = {each.id: each for each in supporting}
    for each in supporting:
        for link, further in pairwise(each.chain):
            if link.source != further.source:
                yield link.source, further.source, "reports"
        original = by_id.get(each.hearsay_of)
        if original is not None:
            place = len(each.chain)
            if place < len(original.chain) and original.chain[place].source != each.speaker:
                yield each.speaker, original.chain[place].source, "reports"


def _only_relaying(supporting: Sequence[Attestation], own_words: Iterable[Attestation]) -> set[str]:
    """Return the sources that pass on what others say, and say nothing without naming their informant."""
    ids = {each.id for each in supporting}
    relaying = {link.source for each in supporting for link in each.chain[:-1]}
    relaying |= {each.speaker for each in supporting if each.hearsay_of in ids}
    return relaying - {each.speaker for each in own_words}


def _circles(parents: Parents, hands: Iterable[SharedHand]) -> list[SharedHand]:
    """Make one node of sources that lead up to one another, changing `parents`; return those nodes."""
    members_of = {hand.id: hand.sources for hand in hands}
    found: list[SharedHand] = []
    for circle in find_circles({child: tuple(above) for child, above in parents.items()}):
        members = dict.fromkeys(source for each in circle for source in members_of.get(each, (each,)))
        name = latent(members)
        outside = {
            parent: kind
            for each in circle
            for parent, kind in parents[each].items()
            if parent not in circle and parent != name
        }
        for each in circle:
            parents[each] = {name: "circle"}
        parents[name] = outside
        found.append(SharedHand(id=name, kind="circle", sources=tuple(members)))
    return found
