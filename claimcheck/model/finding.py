"""What comparison finds: claims, conflicts, findings, and what was and was not compared."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from claimcheck.model.document import Anchor
from claimcheck.values.relation import Relation


@frozen(kw_only=True)
class Chance:
    """
    How often two unrelated values show a pattern: the share of all `pairs` of one frame, by counting.

    >>> str(Chance(share=Fraction(30, 465), pairs="pairs of days of March 1921"))
    '1 in 16 pairs of days of March 1921'
    """

    share: Fraction = field()
    pairs: str

    @share.validator
    def _is_a_share(self, _field: object, share: Fraction) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"{share} is no share of pairs")

    @property
    def one_in(self) -> int:
        """Among how many pairs there is one that shows the pattern, half up."""
        # Half up, so that 1 in 15.5 is told alike on every machine.
        return int(1 / self.share + Fraction(1, 2))

    @property
    def words(self) -> str:
        """
        The rate as a sentence that explains itself.

        >>> Chance(share=Fraction(30, 465), pairs="pairs of days of March 1921").words
        'Two taken at random differ in this way once in 16 pairs of days of March 1921.'
        """
        if not self.pairs.startswith("pairs"):
            return f"Of what might stand there by chance, {self} would fit as well."
        if self.one_in == 1:
            return f"Nearly all {self.pairs} differ in this way."
        return f"Two taken at random differ in this way once in {self.one_in:,} {self.pairs}."

    def __str__(self) -> str:
        return f"1 in {self.one_in:,} {self.pairs}"


@frozen(kw_only=True)
class Diagnosis:
    """
    A possible cause of a conflict and what would confirm it. It explains and never removes.

    `by_chance` tells how often the same pattern comes about without the cause, where that can be counted.
    """

    code: str
    text: str
    confirm_by: str
    by_chance: Chance | None = None


@frozen(kw_only=True)
class SharedHand:
    """
    An unseen parent that a way passes: who goes back to it, and why.

    `kind` is that of `weigh.kinds.HANDS`, or `circle` where each is said to have it from the other, or
    `own` for what a single source says beside the passages that it took from others.
    """

    id: str
    kind: str
    sources: tuple[str, ...]
    because: str = ""


@frozen(kw_only=True)
class LinePath:
    """A way from a source at hand up to its origin. `links` says how each has it from the next."""

    sources: tuple[str, ...]
    links: tuple[str, ...] = ()


@frozen(kw_only=True)
class Trusting:
    """
    How many lines there would be if sources that merely pass on what they read are trusted to do it well.

    `relays` are those sources, `heard` the ones that they name first.
    """

    relays: tuple[str, ...]
    heard: tuple[str, ...]
    at_least: int
    at_most: int

    def __str__(self) -> str:
        return span_of_lines(self.at_least, self.at_most)


def span_of_lines(at_least: int, at_most: int) -> str:
    """
    Return how many lines there are.

    >>> span_of_lines(1, 1), span_of_lines(1, 2)
    ('1 line', '1-2 lines')
    """
    if at_least == at_most:
        return "1 line" if at_most == 1 else f"{at_most} lines"
    return f"{at_least}-{at_most} lines"


@frozen(kw_only=True)
class Lines:
    """
    How many independent lines stand behind a claim: at least, at most, and why not more or fewer.

    `paths` are as many separate ways as there are at most; `cut` names the sources whose fall cuts off
    every supporter, one of each path, so that no more ways can be found. `single_points` are all those
    that do so alone. `origins` are the sources that the supporters hang on; an unseen parent stands for
    the sources that share it. In `paths`, `cut` and `single_points` it goes by its own id, which `hands`
    explains. `declared` tells who is taken as independent, with the reason; `because` says the rest in
    words. Unless `is_exact`, `at_least` is a lower bound. `trusting` counts again behind sources that
    merely relay, where that makes more lines.
    """

    at_least: int
    at_most: int
    is_exact: bool = True
    origins: tuple[str, ...] = ()
    paths: tuple[LinePath, ...] = ()
    cut: tuple[str, ...] = ()
    single_points: tuple[str, ...] = ()
    hands: tuple[SharedHand, ...] = ()
    declared: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    trusting: Trusting | None = None

    def __str__(self) -> str:
        return span_of_lines(self.at_least, self.at_most)


@frozen(kw_only=True)
class Claim:
    """
    A rival answer that somebody gives, and where each attestation of its question stands towards it.

    `is_denial` marks "not v". The four tuples hold attestation ids and do not overlap.
    """

    id: str
    answer: str
    is_denial: bool = False
    supporting: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    allowing: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    lines: Lines | None = None


class ConflictScope(Enum):
    """Where the two sides of a conflict stand."""

    WITHIN_SOURCE = "within-source"
    WITHIN_DOCUMENT = "within-document"
    ACROSS_DOCUMENTS = "across-documents"
    WITHIN_CITED_WORKS = "within-cited-works"


@frozen(kw_only=True)
class Side:
    """One side of a conflict: the claim it stands for, when there is one, and who is on it."""

    claim: str | None
    attestations: tuple[str, ...]


@frozen(kw_only=True)
class LoopLink:
    """
    One link of an impossible loop, or of the chain that bounds a date: `to` lies at least and at most so
    many days after `from_`.

    `ground` is an attestation id, or a rule in words ("the parts of an event lie within it").
    """

    from_: str
    to: str
    at_least: int | None
    at_most: int | None
    ground: str
    is_rule: bool = False


@frozen(kw_only=True)
class Conflict:
    """Two or more attestations that cannot, or may not, all be right."""

    id: str
    questions: tuple[str, ...]
    relation: Relation
    scopes: tuple[ConflictScope, ...]
    sides: tuple[Side, ...]
    rule: str
    explanation: str
    links: tuple[LoopLink, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


@frozen(kw_only=True)
class Finding:
    """Anything else that a report shows. `code` is one of those that `docs/report.md` lists."""

    id: str
    code: str
    explanation: str
    questions: tuple[str, ...] = ()
    attestations: tuple[str, ...] = ()
    passages: tuple[Anchor, ...] = ()
    path: tuple[str, ...] = ()


@frozen(kw_only=True)
class NotCompared:
    """Attestations that were left uncompared, and why."""

    attestations: tuple[str, ...]
    why: str


@frozen(kw_only=True)
class Coverage:
    """How many pairs of attestations were compared, and which were not."""

    compared: int = 0
    not_compared: tuple[NotCompared, ...] = ()
