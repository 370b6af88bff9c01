"""What would fall, and how the lines would lie then, in words that can be followed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from claimcheck.model.balance import BalanceWord, Fall, FallKind
from claimcheck.model.finding import Claim
from claimcheck.model.plain import counted, listed
from claimcheck.model.source import Certainty, Derivation, Hand, Independence
from claimcheck.weigh.balance import Position, Side
from claimcheck.weigh.hands import reached
from claimcheck.weigh.kinds import KINDS, Passing
from claimcheck.weigh.tipping.scale import HAND, NOTHING, Candidate, Scale

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
        if candidate.kind is FallKind.GRADE:
            speaker = self._label(self.scale.attestations[candidate.name].speaker)
            why = _because(self.scale.apart[candidate.name])
            text = f"{speaker} could have known after all (set apart{why})"
            return Fall(kind=candidate.kind, ids=(candidate.name,), text=text)
        if candidate.kind is FallKind.HAND or candidate.name == HAND:
            hand = self.scale.hand(candidate)
            return Fall(kind=candidate.kind, ids=hand.sources, text=self._hand(hand))
        link = self.scale.derivation(candidate)
        return Fall(kind=candidate.kind, ids=(link.child, link.parent), text=self._derivation(link))

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
        lifted, name = NOTHING, candidate.name
        before = self.scale.lineage(claim)
        if name not in reached(before.starts, before.parents):
            lifted = self.scale.grades_of(claim)
            before = self.scale.lineage(claim, lifted)
        if name not in reached(before.starts, before.parents):
            return
        after = self.scale.lineage(claim, lifted | {candidate})
        supporting = [self.scale.attestations[each] for each in claim.supporting]
        speakers = {each.speaker for each in supporting}
        # Those who are not read themselves fall with the last one through whom they are heard.
        open_to = {each.speaker for each in supporting if all(link.source != name for link in each.chain)}
        heard = [each.speaker for each in supporting if each.is_relayed and each.speaker not in open_to]
        lost = before.reaching - after.reaching
        others = dict.fromkeys(each for each in before.starts if each in lost and each != name)
        if name in speakers:
            told = _braced(self._names(others))
            yield "it gives {}" + (f", which {told} can have from nowhere else" if told else "")
        elif name in before.starts:
            unheard = dict.fromkeys(each for each in heard if each != name)
            names, are = self._names(unheard), "is" if len(unheard) == 1 else "are"
            yield f"{_braced(names)} {are} known for {{}} only through it" if names else "it passes {} on"
        elif others:
            yield f"the only way by which {_braced(self._names(others))} can have {{}}"
        else:
            through = [each for each in before.starts if name in reached((each,), before.parents)]
            yield f"a way by which {_braced(self._names(through))} may have {{}}"

    def _derivation(self, link: Derivation) -> str:
        child, parent = self._label(link.child), self._label(link.parent)
        held = f"{child} {link.kind.replace('-', ' ')} {parent}"
        unheld = f"it were not so that {held}"
        if KINDS[link.kind] is Passing.SHARES:
            held, unheld = (f"{child} and {parent} {were} by one author" for were in ("are", "were not"))
        return _supposed(held, unheld, link.status, link.because)

    def _hand(self, hand: Hand) -> str:
        names, kind = self._names(hand.sources), "hand" if hand.kind == "group" else hand.kind
        return _supposed(
            f"{names} have one {kind} behind them",
            f"{names} had not one {kind} behind them",
            hand.status,
            hand.because,
        )

    def _independence(self, judged: Independence) -> str:
        names = self._names(sorted(judged.sources))
        if judged.is_known:
            return f"{names} were not independent after all (declared independent{_because(judged.because)})"
        return f"{names} were independent after all (declared dependent{_because(judged.because)})"

    def _label(self, source: str) -> str:
        return self.scale.whole.source(source).label

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


def _supposed(held: str, unheld: str, status: Certainty, because: str) -> str:
    """Return that a suspicion held, or that what is declared or argued did not."""
    if status is Certainty.SUSPECTED:
        return f"it held that {held} (only suspected{_because(because)})"
    return f"{unheld} ({status.value}{_because(because)})"


def _because(reason: str) -> str:
    return f", because {reason}" if reason else ""


def _braced(text: str) -> str:
    """Return text that a later `format` leaves as it is."""
    return text.replace("{", "{{").replace("}", "}}")
