"""What would fall, and how the lines would lie then, in words that can be followed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.model.balance import BalanceWord, Fall, FallKind
from claimcheck.model.finding import Claim
from claimcheck.model.plain import counted, listed
from claimcheck.model.source import Derivation, Independence
from claimcheck.weigh.balance import Position, Side
from claimcheck.weigh.tipping.scale import Candidate, Scale, ancestors

_UNOPPOSED = (BalanceWord.SINGLE_LINE, BalanceWord.UNOPPOSED, BalanceWord.UNOPPOSED_BY_SEVERAL)


@frozen
class Teller:
    """Puts candidates and positions of one question in words."""

    scale: Scale

    def fall(self, candidate: Candidate) -> Fall:
        """Return one thing that falls, as a clause to follow "if"."""
        if candidate.kind is FallKind.SOURCE:
            return Fall(kind=candidate.kind, ids=(candidate.name,), text=self._source(candidate))
        if candidate.kind is FallKind.INDEPENDENCE:
            judged = self.scale.independence(candidate)
            return Fall(
                kind=candidate.kind, ids=tuple(sorted(judged.sources)), text=self._independence(judged)
            )
        link = self.scale.derivation(candidate)
        text = self._held(link) if candidate.kind is FallKind.SUSPICION else self._taken_back(link)
        return Fall(kind=candidate.kind, ids=(link.child, link.parent), text=text)

    def _source(self, candidate: Candidate) -> str:
        answers: dict[str, list[str]] = {}
        for claim in self.scale.claims:
            for bearing in self._bearing(candidate, claim):
                answers.setdefault(bearing, []).append(f"“{claim.answer}”")
        reasons = (bearing.format(listed(found)) for bearing, found in answers.items())
        why = "; ".join(reasons) or "it contradicts, and gives no answer"
        return f"{self._label(candidate.name)} fell ({why})"

    def _bearing(self, candidate: Candidate, claim: Claim) -> Iterator[str]:
        """Yield what a source does for a claim, with `{}` for its answer: it gives it, or leads to it."""
        before = self.scale.lineage(claim)
        name = candidate.name
        if name not in ancestors(before.starts, before.parents):
            return
        after = self.scale.lineage(claim, frozenset((candidate,)))
        lost = [each for each in before.starts if each in before.reaching - after.reaching]
        others = _braced(self._names(each for each in lost if each != name))
        if name in before.starts:
            yield "it gives {}" + (f", which {others} can have from nowhere else" if others else "")
        elif others:
            yield f"the only way by which {others} can have {{}}"
        else:
            through = [each for each in before.starts if name in ancestors((each,), before.parents)]
            yield f"a way by which {_braced(self._names(through))} may have {{}}"

    def _taken_back(self, link: Derivation) -> str:
        if link.kind == "same-author":
            clause = f"{self._label(link.child)} and {self._label(link.parent)} were not by one author"
        else:
            clause = f"it were not so that {self._link(link)}"
        return f"{clause} ({link.status.value}{_because(link.because)})"

    def _held(self, link: Derivation) -> str:
        return f"it held that {self._link(link)} (only suspected{_because(link.because)})"

    def _link(self, link: Derivation) -> str:
        return f"{self._label(link.child)} {link.kind.replace('-', ' ')} {self._label(link.parent)}"

    def _independence(self, judged: Independence) -> str:
        names = self._names(sorted(judged.sources))
        if judged.is_known:
            return f"{names} were not independent after all (declared independent{_because(judged.because)})"
        return f"{names} were independent after all (declared dependent{_because(judged.because)})"

    def _label(self, source: str) -> str:
        return self.scale.dossier.source(source).label

    def _names(self, sources: Iterable[str]) -> str:
        return listed([self._label(each) for each in sources])

    def lines(self, sides: Sequence[Side], before: Sequence[Side] = ()) -> str:
        """
        Return on how many lines the sides stand, or would stand when it is told how they stood `before`.

        Of more than two sides only those are told that are not as they were.
        """
        stand = "would stand" if before else "stands"
        told = [
            (f"“{claim.answer}”", lines_words(side))
            for place, (claim, side) in enumerate(zip(self.scale.claims, sides, strict=True))
            if len(sides) < 3 or not before or side != before[place]
        ]
        return listed(
            [
                f"{answer} {stand} on {number}" if place == 0 else f"{answer} on {number}"
                for place, (answer, number) in enumerate(told)
            ]
        )

    def outcome(self, sides: Sequence[Side], position: Position, before: Position) -> str:
        """Return what another position is: the word when that has changed, else who has more lines now."""
        leaning = self.leaning(position)
        if position.word is before.word:
            return leaning or "neither at most nor at least more for one"
        left = frozenset(side.claim for side in sides if side.stands)
        if position.word in _UNOPPOSED and len(sides) > 1:
            return f"{position.word.words}, for {self._answers(left)}"
        return "; ".join(filter(None, (position.word.words, leaning)))

    def leaning(self, position: Position) -> str:
        """Return which answers have more lines, by one way of counting or by both; nothing when none has."""
        if position.word is BalanceWord.ONE_SIDED:
            return f"more for {self._answers(position.ahead_at_most)}"
        if position.ahead_at_most == position.ahead_at_least != frozenset():
            return f"at least as at most, more for {self._answers(position.ahead_at_most)}"
        leanings = (("at most", position.ahead_at_most), ("at least", position.ahead_at_least))
        return "; ".join(f"{how}, more for {self._answers(claims)}" for how, claims in leanings if claims)

    def _answers(self, claims: frozenset[str]) -> str:
        return listed([f"“{each.answer}”" for each in self.scale.claims if each.id in claims])


def lines_words(side: Side) -> str:
    """Return how many lines a side stands on: "no line", "1 line", "1 to 2 lines"."""
    if not side.stands:
        return "no line"
    if side.at_least == side.at_most:
        return counted(side.at_most, "line")
    return f"{side.at_least} to {side.at_most} lines"


def _because(reason: str) -> str:
    return f", because {reason}" if reason else ""


def _braced(text: str) -> str:
    """Return text that a later `format` leaves as it is."""
    return text.replace("{", "{{").replace("}", "}}")
