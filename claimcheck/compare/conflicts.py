"""Conflicts of one question: groups that clash, brought together by the claims they stand for."""

from __future__ import annotations

from collections.abc import Iterable

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

    sides: tuple[int, int]
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
    sides = _Sides(relations, answers)
    found = _strongest(relations, sides)
    told = _told(found)
    conflicts = tuple(_conflict(pile, sides, relations, dossier) for pile in _piles(told, relations, sides))
    return Clashes(conflicts=conflicts, n_found=len(found))


_Pair = tuple[int, int]
"""Two sides by their numbers, the one that the dossier names first in front."""


def _strongest(relations: Relations, sides: _Sides) -> dict[_Pair, bool]:
    """Return each pair of sides that clash, in order, and whether any of its clashes is necessary."""
    found: dict[_Pair, bool] = {}
    for a, b, comparison in relations.pairs(*_CONFLICTS):
        pair = sides.of(a, b), sides.of(b, a)
        if pair[::-1] in found:
            pair = pair[::-1]
        found[pair] = found.get(pair, False) or comparison.relation is _CONFLICTS[0]
    return found


_CONFLICTS = (Relation.NECESSARY_CONFLICT, Relation.POSSIBLE_CONFLICT)


def _told(found: dict[_Pair, bool]) -> tuple[_Pair, ...]:
    """Return the pairs that are told: all, or the first of the necessary ones and then of the others."""
    if len(found) <= LISTED_AT_MOST:
        return tuple(found)
    ordered = sorted(found, key=lambda pair: not found[pair])
    return tuple(ordered[:LISTED_AT_MOST])


def _piles(told: tuple[_Pair, ...], relations: Relations, sides: _Sides) -> Iterable[_Pile]:
    """Return the clashes of each pair of sides, in the order given."""
    piles = {pair: _Pile(pair) for pair in told}
    for a, b, comparison in relations.pairs(*_CONFLICTS):
        pair = sides.of(a, b), sides.of(b, a)
        if pair in piles:
            piles[pair].clashes.append(_Clash(first=a, second=b, comparison=comparison))
        elif pair[::-1] in piles:
            piles[pair[::-1]].clashes.append(_Clash(first=b, second=a, comparison=comparison.turned()))
    return piles.values()


class _Sides:
    """
    The sides that groups can stand on, by number: the claims, then each group that stands for itself.

    Every pair of groups asks for two of them, so what identifies a side is made once.
    """

    def __init__(self, relations: Relations, answers: Answers) -> None:
        self._relations = relations
        self._answers = answers
        self.claims: list[str | None] = []
        self.keys: list[_SideKey] = []
        numbers: dict[_SideKey, int] = {}
        self._of_claim = [self._number((claim.id,), claim.id, numbers) for claim in answers.claims]
        self._of_group = [self._number(_own_key(group), None, numbers) for group in relations.groups]
        # By their ids, so that the order of the files makes no difference.
        self._supported = [
            sorted(slots, key=lambda slot: answers.claims[slot].id) for slots in answers.supported
        ]
        # Who stands for a claim clashes for it with whatever it clashes with.
        self._fixed = [self._fixed_side(place) for place in range(len(relations.groups))]

    def _fixed_side(self, place: int) -> int | None:
        supported = self._supported[place]
        if not supported:
            return self._of_group[place]
        own = (slot for slot in supported if self._answers.stands_for[slot] == place)
        return next((self._of_claim[slot] for slot in own), None)

    def _number(self, key: _SideKey, claim: str | None, numbers: dict[_SideKey, int]) -> int:
        if key not in numbers:
            numbers[key] = len(self.keys)
            self.keys.append(key)
            self.claims.append(claim)
        return numbers[key]

    def of(self, place: int, against: int) -> int:
        """Return the side on which a group clashes with another: its claim when it has one there."""
        if (fixed := self._fixed[place]) is not None:
            return fixed
        for slot in self._supported[place]:
            if self._relations.between(self._answers.stands_for[slot], against).relation.is_conflict:
                return self._of_claim[slot]
        return self._of_group[place]


def _own_key(group: Group) -> _SideKey:
    return (group.stance.value, *group.key, str(group.is_telling), group.speaker)


def _conflict(pile: _Pile, sides: _Sides, relations: Relations, dossier: Dossier) -> Conflict:
    relation = Relation.NECESSARY_CONFLICT if pile.is_necessary else Relation.POSSIBLE_CONFLICT
    leading = next(clash for clash in pile.clashes if clash.comparison.relation is relation)
    first = _members(relations, [clash.first for clash in pile.clashes])
    second = _members(relations, [clash.second for clash in pile.clashes])
    a, b = relations.groups[leading.first], relations.groups[leading.second]
    attested = [tuple(each for group in side for each in group.attestations) for side in (first, second)]
    return Conflict(
        id=made_id("conflict", relations.question.id, *sorted(sides.keys[side] for side in pile.sides)),
        questions=(relations.question.id,),
        relation=relation,
        scopes=conflict_scopes(attested),
        sides=tuple(
            Side(claim=sides.claims[number], attestations=tuple(each.id for each in side))
            for number, side in zip(pile.sides, attested, strict=True)
        ),
        rule=leading.comparison.rule,
        explanation=explain_conflict(dossier, attested[0], attested[1], leading.comparison),
        diagnoses=diagnose(dossier, relations.question, a, b, leading.comparison),
    )


def _members(relations: Relations, places: list[int]) -> list[Group]:
    return [relations.groups[place] for place in dict.fromkeys(places)]
