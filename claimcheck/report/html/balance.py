"""How the lines of a question stand to one another, and what must fall, as the page shows it."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model.balance import Balance
from claimcheck.model.plain import plain, sentence
from claimcheck.report.balance import OPPOSED, TIPS_SHOWN, untold_words
from claimcheck.report.view import View


@frozen(kw_only=True)
class BalanceShown:
    """
    The word for a balance and why; what was searched, what tips it, what a suspicion would change.

    Tips are told where answers are opposed, the first of them; `untold` says how many more there are.
    """

    words: str
    because: str
    is_opposed: bool
    searched: str
    tips: tuple[str, ...]
    untold: tuple[str, ...]
    suspicions: tuple[str, ...]


def show_balance(view: View, question_id: str) -> BalanceShown | None:
    """Return the balance of a question as the page shows it; None where nothing was weighed."""
    balance: Balance | None = view.balance_of(question_id)
    if balance is None:
        return None
    is_opposed = balance.word in OPPOSED
    shown = balance.tips[:TIPS_SHOWN] if is_opposed else ()
    return BalanceShown(
        words=sentence(balance.word.words),
        because=plain(balance.because),
        is_opposed=is_opposed,
        searched=plain(balance.searched.text),
        tips=tuple(plain(each.explanation) for each in shown),
        untold=tuple(untold_words(balance.tips[TIPS_SHOWN:])) if is_opposed else (),
        suspicions=tuple(plain(each.explanation) for each in balance.suspicions),
    )
