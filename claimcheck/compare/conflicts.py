"""Conflicts of one question: groups that clash, brought together by the claims they stand for."""

from __future__ import annotations

from attrs import define, field, frozen

from claimcheck.compare.claims import Answers
from claimcheck.compare.diagnoses import diagnose
from claimcheck.compare.explain import explain_conflict
from claimcheck.compare.groups import Group, Relations
from claimcheck.compare.scopes import conflict_scopes
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Side
from claimcheck.model.ids import made_id
from claimcheck.values.relation import Comparison, Relation

_SideKey = tuple[str, ...]


@frozen(kw_only=True)
class _Clash:
    """Two groups that clash, as places in the question's groups, in the order of the two sides."""

    first: int
    second: int
    comparison: Comparison


@define
class _Pile:
    """The clashes between the same two sides."""

    claims: tuple[str | None, str | None]
    clashes: list[_Clash] = field(factory=list)

    @property
    def is_necessary(self) -> bool:
        return any(clash.comparison.relation is Relation.NECESSARY_CONFLICT for clash in self.clashes)


LISTED_AT_MOST = 1000
"""Conflicts of one question that are told one by one; ours: more than anybody reads, and a bound on the
half million that a thousand rival answers make."""


@frozen(kw_only=True)
class Clashes:
    """The conflicts of a question that are told, and how many there are in all."""

    conflicts: tuple[Conflict, ...]
    n_found: int


def find_conflicts(relations: Relations, answers: Answers, dossier: Dossier) -> Clashes:
    """
    Return the conflicts of a question, one for each pair of sides that clash.

    A side is a claim with those who support it. Attestations that clash without supporting a claim (a
    doubt, an answer that allows several claims) form a side of their own. Of more than
    `LISTED_AT_MOST` the necessary ones are told first, then the others, in the order of the dossier.
    """
    piles: dict[tuple[_SideKey, _SideKey], _Pile] = {}
    for a, b, comparison in relations.pairs():
        if not comparison.relation.is_conflict:
            continue
        (key_a, claim_a), (key_b, claim_b) = _side(a, b, relations, answers), _side(b, a, relations, answers)
        if (key_b, key_a) in piles:
            pile = piles[key_b, key_a]
            pile.clashes.append(_Clash(first=b, second=a, comparison=comparison.turned()))
            continue
        pile = piles.setdefault((key_a, key_b), _Pile((claim_a, claim_b)))
        pile.clashes.append(_Clash(first=a, second=b, comparison=comparison))
    told = list(piles.items())
    if len(told) > LISTED_AT_MOST:
        told = sorted(told, key=lambda keyed: not keyed[1].is_necessary)[:LISTED_AT_MOST]
    conflicts = tuple(_conflict(keys, pile, relations, dossier) for keys, pile in told)
    return Clashes(conflicts=conflicts, n_found=len(piles))


def _side(place: int, against: int, relations: Relations, answers: Answers) -> tuple[_SideKey, str | None]:
    """Return what identifies a group's side against another group, and its claim when it has one."""
    for slot in answers.supported[place]:
        if relations.between(answers.stands_for[slot], against).relation.is_conflict:
            claim = answers.claims[slot].id
            return (claim,), claim
    group = relations.groups[place]
    return (group.stance.value, *group.key, str(group.is_telling), group.speaker), None


def _conflict(
    keys: tuple[_SideKey, _SideKey], pile: _Pile, relations: Relations, dossier: Dossier
) -> Conflict:
    relation = Relation.NECESSARY_CONFLICT if pile.is_necessary else Relation.POSSIBLE_CONFLICT
    leading = next(clash for clash in pile.clashes if clash.comparison.relation is relation)
    first = _members(relations, [clash.first for clash in pile.clashes])
    second = _members(relations, [clash.second for clash in pile.clashes])
    a, b = relations.groups[leading.first], relations.groups[leading.second]
    attested = [tuple(each for group in side for each in group.attestations) for side in (first, second)]
    return Conflict(
        id=made_id("conflict", relations.question.id, *sorted(keys)),
        questions=(relations.question.id,),
        relation=relation,
        scopes=conflict_scopes(attested),
        sides=tuple(
            Side(claim=claim, attestations=tuple(each.id for each in side))
            for claim, side in zip(pile.claims, attested, strict=True)
        ),
        rule=leading.comparison.rule,
        explanation=explain_conflict(dossier, attested[0], attested[1], leading.comparison),
        diagnoses=diagnose(dossier, relations.question, a, b, leading.comparison),
    )


def _members(relations: Relations, places: list[int]) -> list[Group]:
    return [relations.groups[place] for place in dict.fromkeys(places)]
