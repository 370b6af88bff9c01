"""How the lines behind rival answers stand to one another, and what would change that."""

from __future__ import annotations

from enum import Enum

from attrs import frozen


class BalanceWord(Enum):
    """
    The fixed list of words for a balance. They tell where the lines lie, never who is right.

    `weigh.balance` gives the exact condition of each; exactly one holds for any question.
    """

    NOBODY_ANSWERS = "nobody-answers"
    SIDE_BY_SIDE = "side-by-side"
    SINGLE_LINE = "single-line"
    UNOPPOSED = "unopposed"
    UNOPPOSED_BY_SEVERAL = "unopposed-by-several"
    EVEN = "even"
    ONE_SIDED = "one-sided"
    ONE_SIDED_ON_ONE_SOURCE = "one-sided-on-one-source"
    UNDECIDABLE = "undecidable"

    @property
    def words(self) -> str:
        """The word as a report prints it."""
        return _WORDS[self]


_WORDS = {
    BalanceWord.NOBODY_ANSWERS: "nobody answers",
    BalanceWord.SIDE_BY_SIDE: "several answers, none of which excludes another",
    BalanceWord.SINGLE_LINE: "a single line",
    BalanceWord.UNOPPOSED: "unopposed, by one line or several",
    BalanceWord.UNOPPOSED_BY_SEVERAL: "unopposed, by several lines",
    BalanceWord.EVEN: "lines on both sides, as many on each",
    BalanceWord.ONE_SIDED: "lines on both sides, more on one however they are counted",
    BalanceWord.ONE_SIDED_ON_ONE_SOURCE: "one-sided, but hanging on one source",
    BalanceWord.UNDECIDABLE: "lines on both sides, and undecidable which has more",
}


class FallKind(Enum):
    """
    What can fall, and what becomes of it then.

    A source is blocked: it carries nothing any more, and its copies become no origins. A derivation,
    one hand behind several sources, and a judgement on independence are taken back. A suspected
    derivation or hand is accepted. An attestation
    that was set apart, its maker being unable to know, is counted again.
    """

    SOURCE = "source"
    DERIVATION = "derivation"
    HAND = "hand"
    INDEPENDENCE = "independence"
    SUSPICION = "suspicion"
    GRADE = "grade"


@frozen(kw_only=True)
class Fall:
    """
    One thing that falls, and why that bears on the balance, as a clause that follows "if".

    `ids` name the source; child and parent of a derivation; the sources of a hand or of a judgement;
    or the attestation whose grade changes.
    """

    kind: FallKind
    ids: tuple[str, ...]
    text: str


@frozen(kw_only=True)
class LinesAfter:
    """The lines that a claim would stand on."""

    claim: str
    at_least: int
    at_most: int


@frozen(kw_only=True)
class Tip:
    """
    A smallest set of things whose fall tips the balance: no part of it is enough.

    `word` and `lines` are what the balance would be; `explanation` says it in a sentence.
    """

    falls: tuple[Fall, ...]
    word: BalanceWord
    lines: tuple[LinesAfter, ...]
    explanation: str


@frozen(kw_only=True)
class Searched:
    """
    What was searched for tips: every set of up to `largest` of `candidates` things that can fall.

    `sets` counts those tried; sets that hold a smaller tip were passed over. `is_complete` is false when
    the search was too large and stopped; sets of up to `complete_to` things were then all tried.
    """

    candidates: int = 0
    sets: int = 0
    largest: int = 3
    complete_to: int = 3
    text: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether all that was to be searched has been."""
        return self.complete_to >= self.largest


@frozen(kw_only=True)
class Balance:
    """
    The word for a question's balance, the reason in words, and what would tip it.

    `suspicions` tell what would change if a single suspected derivation held, whether that tips or not.
    """

    word: BalanceWord
    because: str
    tips: tuple[Tip, ...] = ()
    suspicions: tuple[Tip, ...] = ()
    searched: Searched = Searched()
