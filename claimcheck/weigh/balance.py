"""Which word of the fixed list a question's lines deserve."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

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


def rivals_among(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """Return the pairs of claims of which a supporter of one contradicts the other, both ways round."""
    supported: dict[str, list[str]] = {}
    for claim in claims:
        for each in claim.supporting:
            supported.setdefault(each, []).append(claim.id)
    pairs: set[tuple[str, str]] = set()
    for claim in claims:
        for each in claim.contradicting:
            for other in supported.get(each, ()):
                if other != claim.id:
                    pairs.update(((claim.id, other), (other, claim.id)))
    return frozenset(pairs)


def position_of(
    sides: Sequence[Side], rivals: Collection[tuple[str, str]], contradicted: Collection[str] = ()
) -> Position:
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
    against: dict[str, list[Side]] = {}
    for claim, other in sorted(rivals):
        if claim in standing and other in standing:
            against.setdefault(claim, []).append(standing[other])
    if not against and standing.keys().isdisjoint(contradicted):
        return Position(word=_unopposed(list(standing.values())))
    ahead_at_most = _ahead(standing, against, lambda side, rival: side.at_most > rival.at_most)
    ahead_at_least = _ahead(standing, against, lambda side, rival: side.at_least > rival.at_least)
    leading = _ahead(standing, against, lambda side, rival: side.at_least > rival.at_most)
    leading -= frozenset(contradicted)
    led = {claim for claim, others in against.items() if any(other.claim in leading for other in others)}
    if leading and leading | led == set(against):
        word = BalanceWord.ONE_SIDED
    elif _is_even(standing, against):
        word = BalanceWord.EVEN
    else:
        word = BalanceWord.UNDECIDABLE
    return Position(word=word, ahead_at_most=ahead_at_most, ahead_at_least=ahead_at_least)


def _unopposed(standing: Sequence[Side]) -> BalanceWord:
    if len(standing) != 1:
        return BalanceWord.SIDE_BY_SIDE if standing else BalanceWord.NOBODY_ANSWERS
    (side,) = standing
    if side.at_most == 1:
        return BalanceWord.SINGLE_LINE
    return BalanceWord.UNOPPOSED_BY_SEVERAL if side.at_least > 1 else BalanceWord.UNOPPOSED


def _ahead(
    standing: Mapping[str, Side],
    against: Mapping[str, Sequence[Side]],
    is_ahead: Callable[[Side, Side], bool],
) -> frozenset[str]:
    """Return the sides that are ahead of each of their rivals."""
    return frozenset(
        claim for claim, others in against.items() if all(is_ahead(standing[claim], each) for each in others)
    )


def _is_even(standing: Mapping[str, Side], against: Mapping[str, Sequence[Side]]) -> bool:
    """Tell whether two rivals are level, whoever counts, with none of their rivals above them."""

    def is_top(side: Side) -> bool:
        at_most = max(each.at_most for each in against[side.claim])
        return side.at_least == side.at_most >= at_most

    return any(
        is_top(standing[claim]) and is_top(other)
        for claim, others in against.items()
        for other in others
        if other.at_most == standing[claim].at_most
    )
