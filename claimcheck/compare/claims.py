"""Claims: the rival answers that somebody gives to a question, and where each attestation stands."""

from __future__ import annotations

from attrs import frozen

from claimcheck.compare.groups import Relations
from claimcheck.model.finding import Claim
from claimcheck.model.ids import made_id
from claimcheck.model.wording import affirmed_words, denied_words
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
    for each denied v. Groups that agree, or leave open the same, stand for one claim, the first of them.
    """
    chosen: list[int] = []
    for place, group in enumerate(relations.groups):
        if group.stance is Stance.DOUBTS or _is_wider(place, relations):
            continue
        if any(_is_one_answer(place, other, relations) for other in chosen):
            continue
        chosen.append(place)
    standings = [_standings(place, chosen, relations) for place in range(len(relations.groups))]
    claims = tuple(_claim(slot, chosen, standings, relations) for slot in range(len(chosen)))
    supported = tuple(
        tuple(slot for slot, word in enumerate(standing) if word == "supporting") for standing in standings
    )
    return Answers(claims=claims, stands_for=tuple(chosen), supported=supported)


def _is_wider(place: int, relations: Relations) -> bool:
    """Tell whether another affirmed core lies inside this affirmed one."""
    if relations.groups[place].stance is not Stance.AFFIRMS:
        return False
    for other, group in enumerate(relations.groups):
        if other == place or group.stance is not Stance.AFFIRMS:
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
    is_open_alike = (
        first.stance is second.stance
        and set(first.value.readings) == set(second.value.readings)
        and first.value.scope == second.value.scope
    )
    return is_open_alike or relations.between(a, b).relation is Relation.AGREES


def _standings(place: int, chosen: list[int], relations: Relations) -> list[str]:
    """Return where one group stands towards each claim: a word, or "" where they can't be compared."""
    return [_standing(place, claim, chosen, relations) for claim in chosen]


def _standing(place: int, claim: int, chosen: list[int], relations: Relations) -> str:
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
    rivals = [other for other in chosen if relations.between(claim, other).relation.is_conflict]
    meets_rival = any(other == place or relations.between(place, other).cores_meet for other in rivals)
    return "allowing" if meets_rival else "supporting"


def _claim(slot: int, chosen: list[int], standings: list[list[str]], relations: Relations) -> Claim:
    group = relations.groups[chosen[slot]]
    is_denial = group.stance is Stance.DENIES
    kind = relations.question.kind
    core = " or ".join(dict.fromkeys(str(reading.core) for reading in group.value.readings))
    own = group.value.scope.beyond(relations.question.scope)
    answer = denied_words(kind, core) if is_denial else affirmed_words(kind, core)

    def ids(word: str) -> tuple[str, ...]:
        return tuple(
            attestation_id
            for place, standing in enumerate(standings)
            if standing[slot] == word
            for attestation_id in relations.groups[place].ids
        )

    return Claim(
        id=made_id("claim", relations.question.id, is_denial, *group.key),
        answer=f"{answer} ({own})" if own else answer,
        is_denial=is_denial,
        supporting=ids("supporting"),
        contradicting=ids("contradicting"),
        allowing=ids("allowing"),
        doubting=ids("doubting"),
    )
