"""The balance of one question: its word, and what must fall for it to tip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.model.balance import Balance, BalanceWord, FallKind, LinesAfter, Searched, Tip
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim
from claimcheck.model.plain import counted, listed, sentence
from claimcheck.model.question import Attestation, Question
from claimcheck.weigh.balance import Position
from claimcheck.weigh.tipping.scale import Candidate, Scale
from claimcheck.weigh.tipping.search import (
    LARGEST,
    STEPS,
    Found,
    hangs_on_one_source,
    smallest_tips,
    telling_suspicions,
)
from claimcheck.weigh.tipping.words import Teller


def balance_of(
    dossier: Dossier,
    question: Question,
    claims: Sequence[Claim],
    attestations: Sequence[Attestation],
    apart: Mapping[str, str] | None = None,
    steps: int = STEPS,
) -> Balance:
    """
    Return the word for a question's lines, with what would tip them and what was searched for that.

    `apart` are the attestations that are set apart, with the reason: they count for no line.
    """
    scale = Scale.of(dossier, question, claims, attestations, apart)
    teller = Teller(scale)
    base = scale.position()
    found = smallest_tips(scale, steps)
    word = base.word
    if word is BalanceWord.ONE_SIDED and hangs_on_one_source(scale, found):
        word = BalanceWord.ONE_SIDED_ON_ONE_SOURCE
    return Balance(
        word=word,
        because=_because(scale, teller, base),
        tips=tuple(_tip(scale, teller, tip) for tip in found.tips),
        suspicions=tuple(_tip(scale, teller, (each,)) for each in telling_suspicions(scale)),
        searched=_searched(found),
    )


def _because(scale: Scale, teller: Teller, base: Position) -> str:
    """Return the lines of each side, who leads by either count, and that somebody doubts."""
    if not scale.claims:
        return ""
    parts = [teller.lines(scale.sides()), teller.leaning(base)]
    doubting = dict.fromkeys(each for claim in scale.claims for each in claim.doubting)
    speakers = dict.fromkeys(scale.attestations[each].speaker for each in doubting)
    if speakers:
        names = listed([scale.whole.source(each).label for each in speakers])
        parts.append(f"doubted by {names}, which adds no line to any side")
    return sentence("; ".join(filter(None, parts)))


def _tip(scale: Scale, teller: Teller, candidates: tuple[Candidate, ...]) -> Tip:
    fallen = frozenset(candidates)
    falls = tuple(teller.fall(each) for each in candidates)
    sides, position = scale.sides(fallen), scale.position(fallen)
    conditions = " and if ".join(each.text for each in falls)
    outcome = teller.outcome(sides, position, scale.position())
    return Tip(
        falls=falls,
        word=position.word,
        lines=tuple(
            LinesAfter(claim=each.claim, at_least=each.at_least, at_most=each.at_most) for each in sides
        ),
        explanation=f"If {conditions}, {teller.lines(sides, scale.sides())}: {outcome}.",
    )


_SIZES = {1: "one", 2: "one or two of them", 3: "one to three of them"}
"""By the most things that can fall together."""

_KINDS = {
    FallKind.SOURCE: ("source", "sources"),
    FallKind.DERIVATION: ("derivation", "derivations"),
    FallKind.HAND: ("shared hand", "shared hands"),
    FallKind.INDEPENDENCE: ("judgement on independence", "judgements on independence"),
    FallKind.GRADE: ("grade", "grades"),
}


def _searched(found: Found) -> Searched:
    kinds = [
        counted(number, *nouns)
        for kind, nouns in _KINDS.items()
        if (number := sum(each.kind is kind for each in found.candidates))
    ]
    kinds_words = f" ({', '.join(kinds)})" if kinds else ""
    n = len(found.candidates)
    text = f"{counted(n, 'thing')} could fall{kinds_words}" if n else "nothing could fall"
    if n == found.sets == 1:
        text += "; it was tried"
    elif n:
        sizes = _SIZES[min(n, LARGEST)]
        text += f"; {counted(found.sets, 'set')} of {sizes} {'was' if found.sets == 1 else 'were'} tried"
    if found.complete_to < LARGEST:
        done = (
            f"only sets of up to {found.complete_to} all were"
            if found.complete_to
            else "not even all single ones were"
        )
        text += f"; there are too many to try all, and {done}"
    return Searched(
        candidates=len(found.candidates),
        sets=found.sets,
        largest=LARGEST,
        complete_to=found.complete_to,
        text=sentence(text),
    )
