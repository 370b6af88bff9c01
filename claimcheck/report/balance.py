"""How the lines behind the answers of a question stand, and what that hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.model.balance import Balance, BalanceWord, Tip
from claimcheck.model.plain import counted, listed
from claimcheck.report.blocks import Block, Item

OPPOSED = (
    BalanceWord.EVEN,
    BalanceWord.ONE_SIDED,
    BalanceWord.ONE_SIDED_ON_ONE_SOURCE,
    BalanceWord.UNDECIDABLE,
)

TIPS_SHOWN = 6
"""Tips of one question that a report tells; `claimcheck show` tells more."""

_TIPS_SHOWN_IN_FULL = 40


def balance_items(balance: Balance | None, *, in_full: bool = False) -> Iterator[Block]:
    """
    Yield the word for a balance, why, and what must fall for it to tip.

    In a report the tips are told where answers are opposed; `in_full` everywhere, and more of them.
    """
    if balance is None:
        return
    yield Item(lead="balance:", text=f"{balance.word.words}. {balance.because}".rstrip())
    if balance.word in OPPOSED or in_full:
        shown = _TIPS_SHOWN_IN_FULL if in_full else TIPS_SHOWN
        yield Item(depth=1, lead="what must fall for it to tip:", text=balance.searched.text)
        for tip in balance.tips[:shown]:
            yield Item(depth=2, text=tip.explanation)
        yield from (Item(depth=2, text=text) for text in untold_words(balance.tips[shown:]))
        if not balance.tips:
            yield Item(depth=2, text="Nothing that was tried tips it.")
    for tip in balance.suspicions:
        yield Item(depth=1, lead="what a suspicion would change:", text=tip.explanation)


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
