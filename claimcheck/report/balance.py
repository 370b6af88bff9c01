"""How the lines behind the answers of a question stand, and what that hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claimcheck.model.balance import Balance, BalanceWord, Tip
from claimcheck.model.finding import Conflict
from claimcheck.model.plain import counted, listed, sentence
from claimcheck.report.blocks import Block, Item
from claimcheck.report.decisions import side_letter
from claimcheck.report.one_source import shared_words
from claimcheck.report.view import View
from claimcheck.report.words import lines_words

OPPOSED = (
    BalanceWord.EVEN,
    BalanceWord.ONE_SIDED,
    BalanceWord.ONE_SIDED_ON_ONE_SOURCE,
    BalanceWord.UNDECIDABLE,
)

TIPS_SHOWN = 6
"""Tips of one question that a report tells; `claimcheck show` tells more."""

_TIPS_SHOWN_IN_FULL = 40

_SHORT = 24
"""Letters that an answer may have to be told by its words each time: "yes", "the garrison", a day; ours."""


def balance_items(view: View, question_id: str, *, in_full: bool = False) -> Iterator[Block]:
    """
    Yield the word for a balance, why, and what must fall for it to tip.

    In a report the tips are told where answers are opposed; `in_full` everywhere, and more of them. The
    sides of the only conflict go by their letters.
    """
    balance, conflict = view.balance_of(question_id), view.own_conflict(question_id)
    if balance is None:
        return
    letters = letters_of(view, conflict)
    text = f"{balance.word.words}. {introduced(view, conflict, balance.because)}".rstrip()
    first = sides_words(view, conflict) if conflict else ""
    yield Item(lead="balance:", text=f"{first} All answers taken together: {text}" if first else text)
    if conflict and (shared := shared_words(view, conflict)):
        yield Item(depth=1, text=shared)
    if balance.word in OPPOSED or in_full:
        shown = _TIPS_SHOWN_IN_FULL if in_full else TIPS_SHOWN
        yield Item(depth=1, lead="what must fall for it to tip:", text=balance.searched.text)
        for tip in balance.tips[:shown]:
            yield Item(depth=2, text=lettered(tip.explanation, letters))
        yield from (Item(depth=2, text=text) for text in untold_words(balance.tips[shown:]))
        if not balance.tips:
            yield Item(depth=2, text="Nothing that was tried tips it.")
    for tip in balance.suspicions:
        yield Item(depth=1, lead="what a suspicion would change:", text=lettered(tip.explanation, letters))


def letters_of(view: View, conflict: Conflict | None) -> dict[str, str]:
    """
    Return letters by the answers that they stand for; none where all of these are as short to read.

    Those of the conflict's sides come first, and the other answers of its question follow them.
    """
    if conflict is None:
        return {}
    sides = [view.claim(side.claim) for side in conflict.sides]
    others = [each for each in view.claims_of(conflict.questions[0]) if each not in sides]
    letters = {claim.answer: side_letter(number) for number, claim in enumerate((*sides, *others)) if claim}
    return letters if any(len(answer) > _SHORT for answer in letters) else {}


def introduced(view: View, conflict: Conflict | None, text: str) -> str:
    """Return text with answers by their letters; of those on no side of the conflict the words stand too."""
    letters = letters_of(view, conflict)
    for side in conflict.sides if conflict else ():
        if claim := view.claim(side.claim):
            text = lettered(text, {claim.answer: letters.pop(claim.answer)} if letters else {})
    for answer, letter in letters.items():
        text = text.replace(f"“{answer}”", f"{letter} (“{answer}”)", 1)
        before, found, after = text.partition(f"{letter} (“{answer}”)")
        text = f"{before}{found}{lettered(after, {answer: letter})}"
    return text


def lettered(text: str, letters: Mapping[str, str]) -> str:
    """
    Return text in which answers stand by the letters of their sides: long ones, told often, hide the rest.

    >>> lettered("“Ashe” stands on 1 line and “Dray” on 2 lines", {"Ashe": "A", "Dray": "B"})
    'A stands on 1 line and B on 2 lines'
    """
    for answer, letter in letters.items():
        text = text.replace(f"“{answer}”", letter)
    return text


def sides_words(view: View, conflict: Conflict) -> str:
    """Return on how many lines the sides of a conflict stand, where its question has other answers too."""
    claims = [view.claim(side.claim) for side in conflict.sides]
    if len(view.claims_of(conflict.questions[0])) <= len(claims):
        return ""
    letters = letters_of(view, conflict)
    told = [
        lettered(f"“{claim.answer}” stands on {lines_words(claim.lines)}", letters)
        if claim
        else f"side {side_letter(number)} gives no answer of its own"
        for number, claim in enumerate(claims)
    ]
    return sentence(f"of the sides of this conflict, {listed(told)}")


def untold_words(tips: Sequence[Tip]) -> Iterator[str]:
    """Yield how many tips of each size are not shown."""
    if tips:
        sizes = sorted(Counter(len(tip.falls) for tip in tips).items())
        parts = [f"{counted(number, 'set')} of {counted(size, 'thing')}" for size, number in sizes]
        yield f"And {listed(parts)} more; the JSON report has them all."


def balance_json(balance: Balance | None) -> dict[str, Any] | None:
    """Return a balance as JSON values, null where nothing was weighed."""
    if balance is None:
        return None
    searched = balance.searched
    return {
        "word": balance.word.value,
        "words": balance.word.words,
        "because": balance.because,
        "tips": [_tip(each) for each in balance.tips],
        "suspicions": [_tip(each) for each in balance.suspicions],
        "searched": {
            "candidates": searched.candidates,
            "sets": searched.sets,
            "largest": searched.largest,
            "complete_to": searched.complete_to,
            "text": searched.text,
        },
    }


def _tip(tip: Tip) -> dict[str, Any]:
    return {
        "falls": [{"kind": each.kind.value, "ids": list(each.ids), "text": each.text} for each in tip.falls],
        "word": tip.word.value,
        "lines": [
            {"claim": each.claim, "at_least": each.at_least, "at_most": each.at_most} for each in tip.lines
        ],
        "explanation": tip.explanation,
    }
