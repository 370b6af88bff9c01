"""Source criticism: the rules, each with its named grades, and what they say of attestations and sides."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen


@frozen
class GradeName:
    """One grade of a rule: its name in a dossier, and the words that follow "the attestation is ..."."""

    id: str
    words: str


@frozen(kw_only=True)
class Rule:
    """
    One question that a critic asks of every attestation.

    `grades` stand in order, the best first. The order is all that there is: no grade has a number, and
    grades of two rules are never set off against each other. `source` tells who asks so.
    """

    id: str
    label: str
    asks: str
    grades: tuple[GradeName, ...]
    source: str

    def rank(self, grade_id: str) -> int:
        """Return where a grade stands in the order, for sorting alone; ValueError for an unknown grade."""
        return [grade.id for grade in self.grades].index(grade_id)

    def words(self, grade_id: str) -> str:
        """Return the words of a grade."""
        return self.grades[self.rank(grade_id)].words

    def words_between(self, best: str, worst: str) -> str:
        """
        Return the words for a grade that lies somewhere between two.

        >>> RULE["directness"].words_between("second-hand", "further-removed")
        'second-hand at best'
        >>> RULE["ability"].words_between("well-placed", "could-know")
        'from one who could know, at least'
        """
        if best == worst:
            return self.words(best)
        first, last = self.grades[0].id, self.grades[-1].id
        if worst == last and best != first:
            return f"{self.words(best)} at best"
        if best == first and worst != last:
            return f"{self.words(worst)}, at least"
        return f"{self.words(best)} or {self.words(worst)}"


_HANDBOOKS = "Olden-Jørgensen; Thurén"
_LANGLOIS = "Langlois and Seignobos 1898"

RULES: tuple[Rule, ...] = (
    Rule(
        id="form",
        label="relic or narrative",
        asks="is it left over from the event, or does it tell of it?",
        grades=(
            GradeName("relic", "left over from the event"),
            GradeName("narrative", "an account of it"),
        ),
        source=_HANDBOOKS,
    ),
    Rule(
        id="nearness",
        label="nearness in time",
        asks="how long after the event was it made?",
        grades=(
            GradeName("within-a-month", "of the month after the event"),
            GradeName("within-a-year", "of the year after the event"),
            GradeName("within-a-generation", "of the thirty years after the event"),
            GradeName("within-living-memory", "of the eighty years after the event"),
            GradeName("beyond-living-memory", "later than living memory"),
        ),
        source=f"{_HANDBOOKS}; the bounds are ours",
    ),
    Rule(
        id="directness",
        label="first-hand or relayed",
        asks="does its maker speak of what he saw or did, or pass on what others told?",
        grades=(
            GradeName("first-hand", "first-hand"),
            GradeName("second-hand", "second-hand"),
            GradeName("further-removed", "at third hand or further"),
        ),
        source=f"{_LANGLOIS}; {_HANDBOOKS}",
    ),
    Rule(
        id="explicitness",
        label="stated or implied",
        asks="do the words say it, or does it follow from them?",
        grades=(
            GradeName("stated", "stated in words"),
            GradeName("implied", "implied"),
            GradeName("by-telling", "known only from the order of telling"),
        ),
        source="ours",
    ),
    Rule(
        id="interest",
        label="for or against its maker's side",
        asks="does it serve its maker's side to say so?",
        grades=(
            GradeName("against-own-side", "against its maker's side"),
            GradeName("indifferent", "neither for nor against its maker's side"),
            GradeName("for-own-side", "for its maker's side"),
        ),
        source=_HANDBOOKS,
    ),
    Rule(
        id="ability",
        label="ability to know",
        asks="could its maker know?",
        grades=(
            GradeName("well-placed", "from one well placed to know"),
            GradeName("could-know", "from one who could know"),
            GradeName("could-not-know", "from one who could not have known"),
        ),
        source=_LANGLOIS,
    ),
    Rule(
        id="text",
        label="state of the text",
        asks="do we have its words as they were written?",
        grades=(
            GradeName("sound", "sound in its text"),
            GradeName("doubtful", "doubtful in its text"),
            GradeName("corrupt", "corrupt in its text"),
        ),
        source=_LANGLOIS,
    ),
)
"""The rules in the order in which reports apply them."""

RULE: dict[str, Rule] = {rule.id: rule for rule in RULES}

ABILITY = "ability"
COULD_NOT_KNOW = "could-not-know"
NEARNESS = "nearness"


class GradeBasis(Enum):
    """Who gives a grade: the historian, or the dossier's own dates, forms and chains."""

    DECLARED = "declared"
    DERIVED = "derived"


@frozen(kw_only=True)
class Grade:
    """
    How one attestation stands on one rule, and why.

    It lies between `best` and `worst`, which are the same grade unless the ground leaves it open.
    `measure` tells the same more closely where a rule has a measure ("39-45 years later than the event").
    """

    rule: str = field()
    best: str
    worst: str = field()
    because: str
    basis: GradeBasis = GradeBasis.DECLARED
    measure: str = ""

    @rule.validator
    def _is_known(self, _field: object, rule: str) -> None:
        if rule not in RULE:
            raise ValueError(f"there is no rule {rule!r}")

    @worst.validator
    def _is_in_order(self, _field: object, worst: str) -> None:
        rule = RULE[self.rule]
        if rule.rank(worst) < rule.rank(self.best):
            raise ValueError(f"{worst!r} is better than {self.best!r}")

    @property
    def words(self) -> str:
        """What the grade says, to follow "the attestation is ..."."""
        return self.measure or RULE[self.rule].words_between(self.best, self.worst)


class Outcome(Enum):
    """How the sides of a question stand to one another on one rule."""

    BETTER = "better"
    SAME = "same"
    OVERLAPPING = "overlapping"
    NOT_STATED = "not-stated"


@frozen(kw_only=True)
class SideGrades:
    """
    One side of a question on one rule: the claim, its best and its worst grade, and the words for them.

    `graded` and `ungraded` are the attestations that support it, by whether a grade is stated for them.
    Where none is, `best`, `worst` and `words` are empty.
    """

    claim: str
    best: str = ""
    worst: str = ""
    words: str = ""
    graded: tuple[str, ...] = ()
    ungraded: tuple[str, ...] = ()


@frozen(kw_only=True)
class RuleRow:
    """
    The sides of a question on one rule, side by side.

    `better` is the claim all of whose grades lie above all grades of the others, when there is one. It is
    better on this rule, and that is all. `beside` tells in words how the sides stand to one another, empty
    where that goes without saying or nothing can be said; `explanation` tells each side, and that too.
    """

    rule: str
    sides: tuple[SideGrades, ...]
    outcome: Outcome
    better: str = ""
    beside: str = ""
    explanation: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every attestation of every side has a grade on this rule."""
        return not any(side.ungraded for side in self.sides)


@frozen(kw_only=True)
class SetApart:
    """An attestation whose maker could not have known: it counts for no line, and stands on no side."""

    attestation: str
    because: str


@frozen(kw_only=True)
class Criticism:
    """
    What criticism says of one question: the grades of its attestations, by id; the sides rule by rule,
    where there are two or more; and who is set apart.
    """

    grades: tuple[tuple[str, tuple[Grade, ...]], ...] = ()
    rows: tuple[RuleRow, ...] = ()
    set_apart: tuple[SetApart, ...] = ()

    def grades_of(self, attestation_id: str) -> tuple[Grade, ...]:
        """Return the grades of one attestation, in the order of `RULES`; none for an unknown id."""
        return next((grades for name, grades in self.grades if name == attestation_id), ())
