"""Claims: the rival answers that somebody gives to a question, and where each attestation stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from attrs import frozen

from claimcheck.compare.groups import Group, Relations
from claimcheck.model.finding import Claim
from claimcheck.model.ids import made_id
from claimcheck.model.wording import answer_words
from claimcheck.values.relation import Relation, Stance


@frozen(kw_only=True)
class Answers:
    """
    The claims of a question and the group that stands for each.

    `supported[g]` lists the places, in `claims`, of what group g supports.
    """

    claims: tuple[Claim, ...]
    stands_for: tuple[int, ...]
    supported: tuple[tuple[int, ...], ...]


def find_answers(relations: Relations) -> Answers:
    """
    Return the claims of a question: each affirmed core that holds no smaller affirmed core, and "not v"
    for each denied v. Groups that agree, or leave open the same, stand for one claim, in the words of one
    of them: which, the order of the files does not decide. That decides in what order claims are told.
    """
    slots = {place: slot for slot, place in enumerate(_speaking(relations))}
    standings = [_standings(place, slots, relations) for place in range(len(relations.groups))]
    ids = [group.ids for group in relations.groups]
    towards = zip(*standings, strict=True)
    claims = tuple(
        _claim(place, _by_standing(standing, ids), relations)
        for place, standing in zip(slots, towards, strict=True)
    )
    supported = tuple(
        tuple(slot for slot, word in enumerate(standing) if word == "supporting") for standing in standings
    )
    return Answers(claims=claims, stands_for=tuple(slots), supported=supported)


def _speaking(relations: Relations) -> list[int]:
    """Return the group that stands for each claim, claims in the order in which anybody first gives them."""
    first_given: dict[int, int] = {}
    for place in sorted(range(len(relations.groups)), key=lambda place: _rank(relations.groups[place])):
        if relations.groups[place].stance is Stance.DOUBTS or _is_wider(place, relations):
            continue
        alike = [each for each in relations.near[place] if _is_one_answer(place, each, relations)]
        if first_given.keys().isdisjoint(alike):
            first_given[place] = min((place, *alike))
    return sorted(first_given, key=lambda place: (first_given[place], place))


def _rank(group: Group) -> tuple[bool, tuple[str, ...], bool, str]:
    """Return what makes a group speak for a claim before others: it affirms, and then anything fixed."""
    return group.stance is not Stance.AFFIRMS, group.key, group.is_telling, group.speaker


def _is_wider(place: int, relations: Relations) -> bool:
    """Tell whether another affirmed core lies inside this affirmed one."""
    if relations.groups[place].stance is not Stance.AFFIRMS:
        return False
    for other in relations.near[place]:
        if relations.groups[other].stance is not Stance.AFFIRMS:
            continue
        comparison = relations.between(place, other)
        if comparison.relation is Relation.REFINES and comparison.narrower == "b":
            return True
    return False


def _is_one_answer(a: int, b: int, relations: Relations) -> bool:
    """Tell whether two groups give one answer: they agree, or leave open just the same."""
    first, second = relations.groups[a], relations.groups[b]
    if first.stance is Stance.DOUBTS or second.stance is Stance.DOUBTS:
        return False
    if relations.between(a, b).relation is Relation.AGREES:
        return True
    return (
        first.stance is second.stance
        and first.value.is_open
        and first.value.scope == second.value.scope
        and set(first.value.readings) == set(second.value.readings)
    )


def _standings(place: int, slots: dict[int, int], relations: Relations) -> list[str]:
    """Return where one group stands towards each claim: a word, or "" where they can't be compared."""
    # What it was not compared with lies apart from it, and contradicts.
    words = ["contradicting"] * len(slots)
    for claim in (place, *relations.near[place]):
        if claim in slots:
            words[slots[claim]] = _standing(place, claim, slots, relations)
    return words


def _standing(place: int, claim: int, slots: Container[int], relations: Relations) -> str:
    if place == claim or _is_one_answer(place, claim, relations):
        return "supporting"
    group, answer = relations.groups[place], relations.groups[claim]
    comparison = relations.between(place, claim)
    if comparison.relation is Relation.INCOMPARABLE:
        return ""
    if group.stance is Stance.DOUBTS:
        is_doubted = answer.stance is Stance.AFFIRMS and comparison.relation.is_conflict
        return "doubting" if is_doubted else "allowing"
    if comparison.relation.is_conflict:
        return "contradicting"
    if comparison.relation not in (Relation.AGREES, Relation.REFINES):
        return "allowing"
    if comparison.relation is Relation.REFINES and group.stance is Stance.DENIES is not answer.stance:
        # "Not in Anatolia" leaves room for Moscow, and says nothing for it.
        return "allowing"
    return "allowing" if _meets_rival(place, claim, slots, relations) else "supporting"


def _meets_rival(place: int, claim: int, slots: Container[int], relations: Relations) -> bool:
    """Tell whether a group shares anything with a claim that conflicts with this one."""
    return any(
        relations.between(place, other).cores_meet and relations.between(claim, other).relation.is_conflict
        for other in relations.near[place]
        if other in slots and other != claim
    )


def _by_standing(standings: Sequence[str], ids: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the attestations of all groups, by where each group stands towards one claim."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for standing, own in zip(standings, ids, strict=True):
        found[standing] += own
    return {standing: tuple(names) for standing, names in found.items()}


def _claim(place: int, by_standing: dict[str, tuple[str, ...]], relations: Relations) -> Claim:
    group = relations.groups[place]
    is_denial = group.stance is Stance.DENIES
    own = group.value.scope.beyond(relations.question.scope)
    answer = answer_words(group.value, is_denial=is_denial)
    return Claim(
        id=made_id("claim", relations.question.id, is_denial, *group.key),
        answer=f"{answer} ({own})" if own else answer,
        is_denial=is_denial,
        supporting=by_standing.get("supporting", ()),
        contradicting=by_standing.get("contradicting", ()),
        allowing=by_standing.get("allowing", ()),
        doubting=by_standing.get("doubting", ()),
    )
