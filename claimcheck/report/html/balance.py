"""How the lines of a question stand to one another, and what must fall, as the page shows it."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.balance import Balance
from claimcheck.model.finding import Conflict
from claimcheck.model.plain import plain, sentence
from claimcheck.report.balance import (
    OPPOSED,
    TIPS_SHOWN,
    introduced,
    lettered,
    letters_of,
    sides_words,
    untold_words,
)
from claimcheck.report.one_source import shared_words
from claimcheck.report.view import View


@frozen(kw_only=True)
class BalanceShown:
    """
    How the sides of one conflict stand, where it is told for one; the word for the balance of all answers
    and why; what was searched, what tips it, what a suspicion would change.

    Tips are told where answers are opposed, the first of them; `untold` says how many more there are.
    """

    sides: str
    words: str
    because: str
    is_opposed: bool
    searched: str
    tips: tuple[str, ...]
    untold: tuple[str, ...]
    suspicions: tuple[str, ...]


def show_balance(view: View, question_id: str, conflict: Conflict | None = None) -> BalanceShown | None:
    """
    Return the balance of a question as the page shows it; None where nothing was weighed.

    Told for a conflict, its sides stand first and go by their letters.
    """
    balance: Balance | None = view.balance_of(question_id)
    if balance is None:
        return None
    is_opposed = balance.word in OPPOSED
    letters = letters_of(view, conflict)
    sides = sides_words(view, conflict) if conflict else ""
    words = f"all answers taken together: {balance.word.words}" if sides else balance.word.words
    shown = balance.tips[:TIPS_SHOWN] if is_opposed else ()
    return BalanceShown(
        sides=" ".join(filter(None, (sides, shared_words(view, conflict) if conflict else ""))),
        words=sentence(words),
        because=plain(introduced(view, conflict, balance.because)),
        is_opposed=is_opposed,
        searched=plain(balance.searched.text),
        tips=tuple(plain(lettered(each.explanation, letters)) for each in shown),
        untold=tuple(untold_words(balance.tips[TIPS_SHOWN:])) if is_opposed else (),
        suspicions=tuple(plain(lettered(each.explanation, letters)) for each in balance.suspicions),
    )
