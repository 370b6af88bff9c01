"""Which word of the fixed list a question's lines deserve."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import field, frozen

from claimcheck.model.balance import BalanceWord
from claimcheck.model.finding import Claim


@frozen(kw_only=True)
class Side:
    """A claim with the independent lines behind it, at least and at most."""

    claim: str
    at_least: int = field()
    at_most: int

    @at_least.validator
    def _is_bound(self, _field: object, at_least: int) -> None:
        if not 0 <= at_least <= self.at_most or (self.at_most and not at_least):
            raise ValueError(f"{at_least} to {self.at_most} are no bounds of lines")

    @property
    def stands(self) -> bool:
        """Whether any line is behind it."""
        return self.at_most > 0


@frozen(kw_only=True)
class Position:
    """
    Where the lines lie: the word, and who is ahead of every rival, counting at most and at least.

    The balance tips when any of the three changes. Nobody is ahead where answers have no rivals.
    """

    word: BalanceWord
    ahead_at_most: frozenset[str] = frozenset()
    ahead_at_least: frozenset[str] = frozenset()


Rivals = Mapping[str, Mapping[str, None]]
"""The rivals of each claim that has any, both ways round, in the order of the claims."""


def rivals_among(claims: Sequence[Claim]) -> Rivals:
    """Return the claims of which a supporter of one contradicts the other."""
    supported: dict[str, list[str]] = {}
    for claim in claims:
        for each in claim.supporting:
            supported.setdefault(each, []).append(claim.id)
    rivals: dict[str, dict[str, None]] = {}
    for claim in claims:
        for each in claim.contradicting:
            for other in supported.get(each, ()):
                if other != claim.id:
                    rivals.setdefault(claim.id, {})[other] = None
                    rivals.setdefault(other, {})[claim.id] = None
    return rivals


def position_of(sides: Sequence[Side], rivals: Rivals, contradicted: Collection[str] = ()) -> Position:
    """
    Return the word for these sides, and who is ahead.

    `contradicted` are claims that somebody contradicts who gives no answer himself: his lines are
    counted for nobody, so that such a claim is neither unopposed nor ahead. The conditions are tried
    in this order:

    - *nobody answers*: no side stands on a line.
    - Of the sides that stand, no two are rivals, and none is contradicted:
      *side by side*: there are several;
      *a single line*: there is one, on one line at most;
      *unopposed, by several lines*: on two at least;
      *unopposed*: on one at least and more at most.
    - *one-sided*: some side has more lines at least than each of its rivals at most, and every other
      side that has a rival has such a one.
    - *even*: two rivals have the same number at least and at most, and none of their rivals more at most.
    - *undecidable*: otherwise.

    *One-sided, but hanging on one source* is told apart by what would tip a one-sided balance: see
    `weigh.tipping`.
    """
    standing = {side.claim: side for side in sides if side.stands}
    opposed = [
        _Opposed(
            side=side,
            most=max(standing[other].at_most for other in others),
            least=max(standing[other].at_least for other in others),
        )
        for claim, side in standing.items()
        if (others := [other for other in rivals.get(claim, ()) if other in standing])
    ]
    if not opposed and standing.keys().isdisjoint(contradicted):
        return Position(word=_unopposed(list(standing.values())))
    return Position(
        word=_opposed(opposed, rivals, contradicted),
        ahead_at_most=frozenset(each.side.claim for each in opposed if each.side.at_most > each.most),
        ahead_at_least=frozenset(each.side.claim for each in opposed if each.side.at_least > each.least),
    )


@frozen(kw_only=True)
class _Opposed:
    """A side that has rivals, with the most lines that one of them has, counting at most and at least."""

    side: Side
    most: int
    least: int


def _unopposed(standing: Sequence[Side]) -> BalanceWord:
    if len(standing) != 1:
        return BalanceWord.SIDE_BY_SIDE if standing else BalanceWord.NOBODY_ANSWERS
    (side,) = standing
    if side.at_most == 1:
        return BalanceWord.SINGLE_LINE
    return BalanceWord.UNOPPOSED_BY_SEVERAL if side.at_least > 1 else BalanceWord.UNOPPOSED


def _opposed(opposed: Sequence[_Opposed], rivals: Rivals, contradicted: Collection[str]) -> BalanceWord:
    leading = {
        each.side.claim
        for each in opposed
        if each.side.at_least > each.most and each.side.claim not in contradicted
    }
    if leading and all(
        each.side.claim in leading or any(other in leading for other in rivals[each.side.claim])
        for each in opposed
    ):
        return BalanceWord.ONE_SIDED
    # Two rivals that are both at the top have the same number of lines, whoever counts.
    top = {each.side.claim for each in opposed if each.side.at_least == each.side.at_most >= each.most}
    is_even = any(other in top for claim in top for other in rivals[claim])
    return BalanceWord.EVEN if is_even else BalanceWord.UNDECIDABLE
