"""The outcome of comparing two values."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen


class Relation(Enum):
    """How two values stand to each other, from one and the same to nothing in common."""

    AGREES = "agrees"
    REFINES = "refines"
    COMPATIBLE = "compatible"
    POSSIBLE_CONFLICT = "possible_conflict"
    NECESSARY_CONFLICT = "necessary_conflict"
    INCOMPARABLE = "incomparable"

    is_conflict: bool
    """Whether the two cannot, or may not, both be right."""

    def __init__(self, word: str) -> None:
        # Kept with each member: it is asked for every pair of answers.
        self.is_conflict = word in ("possible_conflict", "necessary_conflict")


class Stance(Enum):
    """What a speaker does with a value."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"


@frozen(kw_only=True)
class Comparison:
    """
    A relation with the rule that gave it.

    `narrower` is "a" or "b" where one side lies inside the other. `cores_meet` tells whether something
    asserted by both remains. `would_be` keeps, for what is incomparable or capped, the relation that
    the values alone have.
    """

    relation: Relation
    rule: str
    cores_meet: bool = False
    narrower: str = ""
    would_be: Relation | None = None

    def turned(self) -> Comparison:
        """Return the comparison as seen from the other side."""
        if not self.narrower:
            return self
        return evolve(self, narrower={"a": "b", "b": "a"}[self.narrower])
