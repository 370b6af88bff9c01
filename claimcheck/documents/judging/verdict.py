"""What is asked about two words that differ, and what is answered."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.documents.judging.differences import Kind


class Substitution(NamedTuple):
    """
    A quoted word and what was read, both folded, and what is known of their print.

    `is_name` is of the quoted word: it has a capital, and not as the first word of a sentence. `is_capital`
    says that either side has one. What was read `is_bound` to the word or number before, `is_mixed` when a
    capital stands inside it where the quotation has none ("soId"), and `has_lost_capital` when nothing
    but the first letter is missing: "n the autumn" for "In the autumn".
    """

    word: str
    read: str
    is_name: bool = False
    is_capital: bool = False
    is_bound: bool = False
    is_mixed: bool = False
    has_lost_capital: bool = False


class Verdict(NamedTuple):
    """What a substitution amounts to, and why: nothing to say when it is another word."""

    kind: Kind
    reason: str = ""
