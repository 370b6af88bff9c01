"""Unseen parents: one author, eyewitness, commission, agency or group behind several sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import SharedHand
from claimcheck.model.question import Question
from claimcheck.model.source import Certainty, Hand, Source
from claimcheck.weigh.kinds import HANDS, KINDS, Holding, Passing


def latent(sources: Iterable[str]) -> str:
    """Return the name of the unseen parent that these sources share: no id begins with "=" or holds it."""
    return "".join(f"={source}" for source in sorted(sources))


def is_latent(name: str) -> bool:
    """Tell whether a name is that of an unseen parent."""
    return name.startswith("=")


def latent_members(name: str) -> tuple[str, ...]:
    """Return the sources that share an unseen parent."""
    return tuple(name[1:].split("="))


def reached(starts: Iterable[str], parents: Mapping[str, Iterable[str]]) -> dict[str, None]:
    """Return these sources and all above them, in the order in which they are met."""
    seen = dict.fromkeys(starts)
    waiting = list(seen)
    for node in waiting:  # grows while it is read
        for parent in parents.get(node, ()):
            if parent not in seen:
                seen[parent] = None
                waiting.append(parent)
    return seen


def hands_for(
    dossier: Dossier, question: Question, starts: Sequence[str], parents: Mapping[str, Mapping[str, str]]
) -> list[SharedHand]:
    """
    Return the unseen parents that make a difference to a claim, each with the sources in play.

    That a scholar wrote another book as well makes none where only one of the two takes part, or where
    the one is met only by way of the other. A hand whose sources all share a larger one adds nothing.
    """
    entries = set(starts)
    in_play = reached(starts, parents)
    if len(in_play) < 2:
        return []  # nobody shares anything with himself
    found: dict[str, SharedHand] = {}
    for hand in _declared(dossier, question, in_play):
        members = [each for each in in_play if each in hand.sources]
        met = entries.union(*(parents.get(each, ()) for each in in_play if each not in members))
        if len(met.intersection(members)) >= 2:
            name = latent(members)
            found.setdefault(
                name,
                SharedHand(id=name, kind=hand.kind, sources=tuple(sorted(members)), because=hand.because),
            )
    return [
        hand
        for hand in found.values()
        if not any(set(hand.sources) < set(other.sources) for other in found.values())
    ]


def with_hands(
    parents: Mapping[str, Mapping[str, str]], hands: Iterable[SharedHand]
) -> dict[str, dict[str, str]]:
    """
    Return the parents with unseen ones among them.

    Where everything passes one hand, that hand takes over the parents of its sources, and links among
    them are within it. Where one of them depends on nobody, the hand may have it of its own as well.
    """
    joined = {child: dict(above) for child, above in parents.items()}
    hands = list(hands)
    through = [hand for hand in hands if HANDS[hand.kind] is Holding.THROUGH]
    under = {source: hand for hand in through for source in hand.sources}
    for hand in through:
        joined[hand.id] = {
            parent: kind
            for source in hand.sources
            for parent, kind in parents.get(source, {}).items()
            if parent not in hand.sources
        }
        own = [source for source in hand.sources if not parents.get(source)]
        if own and joined[hand.id]:
            joined[hand.id][latent(own)] = "own"
    for source in under:
        joined[source] = {}
    for hand in hands:
        for source in hand.sources:
            origin = HANDS[hand.kind] is Holding.ORIGIN
            child = under[source].id if origin and source in under else source
            joined.setdefault(child, {})[hand.id] = hand.kind
    return {child: above for child, above in joined.items() if above}


def _declared(dossier: Dossier, question: Question, in_play: Iterable[str]) -> Iterator[Hand]:
    """
    Yield what was declared, and what follows: of one author, and not independent.

    Those through which everything passes come first: where the same sources have an eyewitness in common
    as well, the nearer hand decides.
    """
    hands = [
        hand
        for hand in dossier.hands
        if hand.status is not Certainty.SUSPECTED and (not hand.questions or question.id in hand.questions)
    ]
    dependent = [
        Hand(sources=tuple(sorted(each.sources)), kind="group", because=each.because)
        for each in dossier.independences
        if not each.is_known
    ]
    found = [*hands, *_same_authors(dossier, question), *dependent, *_registered(dossier, in_play)]
    yield from sorted(found, key=lambda hand: HANDS[hand.kind] is Holding.ORIGIN)


def _same_authors(dossier: Dossier, question: Question) -> list[Hand]:
    """Return the hands of derivations between works of one author, those with a work in common as one."""
    groups: list[tuple[set[str], list[str]]] = []
    for each in dossier.derivations:
        if (
            KINDS[each.kind] is not Passing.SHARES
            or each.status is Certainty.SUSPECTED
            or (each.questions and question.id not in each.questions)
        ):
            continue
        members, reasons = {each.child, each.parent}, [each.because]
        for group in [group for group in groups if not group[0].isdisjoint(members)]:
            groups.remove(group)
            members, reasons = group[0] | members, [*group[1], *reasons]
        groups.append((members, reasons))
    return [
        Hand(
            sources=tuple(sorted(members)),
            kind="author",
            because="; ".join(dict.fromkeys(filter(None, reasons))),
        )
        for members, reasons in groups
    ]


def _registered(dossier: Dossier, in_play: Iterable[str]) -> Iterator[Hand]:
    """Yield a hand for each registered person who is an author of two sources in play: of all his works."""
    authors = Counter(person for each in in_play for person in _authors(dossier.source(each)))
    shared = {person for person, n_works in authors.items() if n_works > 1}
    if not shared:
        return
    works: dict[str, list[str]] = {}
    for source in dossier.sources:
        for person in _authors(source):
            if person in shared:
                works.setdefault(person, []).append(source.id)
    labels = {each.id: each.label for each in dossier.persons}
    for person, sources in works.items():
        by = labels.get(person) or _authors(dossier.source(sources[0]))[person] or person
        yield Hand(
            sources=tuple(sources),
            kind="author",
            because=f"{'both' if len(sources) == 2 else 'all'} by {by}",
        )


def _authors(source: Source) -> dict[str, str]:
    """Return the registered persons who are authors of a source, with their names. Editors only keep."""
    return {
        creator.person: str(creator)
        for creator in reversed(source.creators)
        if creator.role == "author" and creator.person
    }
