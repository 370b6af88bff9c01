"""Who passes a statement on to whom: derivations read for one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from attrs import frozen

from claimcheck.model.question import Attestation, Question
from claimcheck.model.source import Certainty, Derivation, Independence


class Passing(Enum):
    """What a kind of derivation does with a statement."""

    INHERITS = "the child took it from the parent"
    SHARES = "both have it from one hand"
    KEEPS_APART = "it bears on custody, not on the statement"


KINDS: dict[str, Passing] = {
    "copies": Passing.INHERITS,
    "quotes": Passing.INHERITS,
    "translates": Passing.INHERITS,
    "abridges": Passing.INHERITS,
    "summarises": Passing.INHERITS,
    "cites": Passing.INHERITS,
    "draws-on": Passing.INHERITS,
    "same-author": Passing.SHARES,
    "same-archive": Passing.KEEPS_APART,
}
"""The one table that says which kinds pass a statement on."""


@frozen(kw_only=True)
class Descent:
    """
    For one question: the parents that each source may have its statement from, with the reason.

    A latent parent (one author, one group declared dependent) is named by its children; see `latent`.
    """

    parents: Mapping[str, Mapping[str, str]]
    suspected: tuple[Derivation, ...] = ()
    departures: tuple[Derivation, ...] = ()

    def origins_of(self, source: str) -> frozenset[str]:
        """Return the sources without parents that this one hangs on; itself when it has none."""
        found, seen, queue = set(), {source}, [source]
        while queue:
            node = queue.pop()
            parents = self.parents.get(node, {})
            if not parents:
                found.add(node)
            for parent in parents:
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)
        return frozenset(found)


def descent_for(
    question: Question,
    supporting: Sequence[Attestation],
    contradicting: Sequence[Attestation],
    derivations: Iterable[Derivation],
    independences: Iterable[Independence],
) -> Descent:
    """
    Return who can have a claim from whom.

    A parent that survives and lacks the statement (a recorded silence or omission) passes nothing on;
    one that contradicts it passes nothing on either, and the child departs from it. A parent that
    nobody searched, or that is lost, is assumed to have had it. Suspected derivations are no links.
    """
    speakers = {each.speaker for each in supporting}
    against = {each.speaker for each in contradicting} - speakers
    lacking = {each.source for each in question.silences} | {each.source for each in question.omissions}
    parents: dict[str, dict[str, str]] = {}
    suspected, departures = [], []
    for derivation in derivations:
        if derivation.questions and question.id not in derivation.questions:
            continue
        passing = KINDS.get(derivation.kind, Passing.INHERITS)
        if passing is Passing.KEEPS_APART:
            continue
        if derivation.status is Certainty.SUSPECTED:
            suspected.append(derivation)
        elif derivation.parent in against:
            departures.append(derivation)
        elif passing is Passing.SHARES:
            _share(parents, (derivation.child, derivation.parent), derivation.because)
        elif derivation.parent not in lacking - speakers:
            parents.setdefault(derivation.child, {})[derivation.parent] = derivation.kind
    for each in supporting:
        if each.hearsay_of:
            _hang_on_speaker(parents, each, supporting)
    for independence in independences:
        if not independence.is_known:
            _share(parents, sorted(independence.sources), independence.because)
    return Descent(
        parents=_without_idle(parents, speakers), suspected=tuple(suspected), departures=tuple(departures)
    )


def latent(sources: Iterable[str]) -> str:
    """Return the name of the unseen parent that these sources share: no id begins with "=" or holds it."""
    return "".join(f"={source}" for source in sorted(sources))


def is_latent(name: str) -> bool:
    """Tell whether a name is that of an unseen parent."""
    return name.startswith("=")


def latent_members(name: str) -> tuple[str, ...]:
    """Return the sources that share an unseen parent."""
    return tuple(name[1:].split("="))


def _share(parents: dict[str, dict[str, str]], sources: Sequence[str], because: str) -> None:
    for source in sources:
        parents.setdefault(source, {})[latent(sources)] = because


def _without_idle(parents: dict[str, dict[str, str]], speakers: Iterable[str]) -> dict[str, dict[str, str]]:
    """
    Return the parents of the speakers and their ancestors only, without idle latent ones.

    That a scholar wrote another book as well makes no difference to a claim which only one of the two
    supports; a latent parent counts where at least two of its children take part.
    """
    seen, queue = set(speakers), list(speakers)
    while queue:
        for parent in parents.get(queue.pop(), {}):
            if parent not in seen:
                seen.add(parent)
                queue.append(parent)

    def is_idle(parent: str) -> bool:
        return is_latent(parent) and len(seen.intersection(latent_members(parent))) < 2

    return {
        child: {parent: why for parent, why in above.items() if not is_idle(parent)}
        for child, above in parents.items()
        if child in seen
    }


def _hang_on_speaker(
    parents: dict[str, dict[str, str]], heard: Attestation, supporting: Sequence[Attestation]
) -> None:
    """A source that only relays has its statement from the one it relays, when that one says the same."""
    for original in supporting:
        if original.id == heard.hearsay_of and original.speaker != heard.speaker:
            parents.setdefault(heard.speaker, {})[original.speaker] = "reports"
