"""What reviewers ruled on conflicts and findings, when, by whom and why; bound to the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen


class Ruling(Enum):
    """What a reviewer can rule. `SIDE` names one side of a conflict; the last two close nothing."""

    SIDE = "side"
    BOTH = "both"
    NEITHER = "neither"
    COMPATIBLE = "compatible"
    NO_CONFLICT = "no-conflict"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    UNDECIDED = "undecided"
    WITHDRAWN = "withdrawn"

    @property
    def closes(self) -> bool:
        """Whether nothing is left to decide; a reason is required then."""
        return self not in (Ruling.UNDECIDED, Ruling.WITHDRAWN)


FOR_CONFLICTS = (
    Ruling.SIDE,
    Ruling.BOTH,
    Ruling.NEITHER,
    Ruling.COMPATIBLE,
    Ruling.NO_CONFLICT,
    Ruling.UNDECIDED,
)
"""The rulings that a conflict admits, in the order in which they are offered."""

FOR_FINDINGS = (Ruling.CONFIRMED, Ruling.DISMISSED, Ruling.UNDECIDED)
"""The rulings that a finding admits."""


@frozen(kw_only=True)
class Evidence:
    """
    What a ruling was made on: a digest for each part, by a name that tells a person which part it is.

    A part whose digest is empty could not be looked at, such as a passage without its document; it
    counts neither as the same nor as changed.
    """

    parts: Mapping[str, str] = field(factory=dict)

    def changes_to(self, now: Evidence) -> tuple[str, ...]:
        """Return what came, went and changed since, in words, in the order of the parts' names."""
        told = []
        for name in sorted({*self.parts, *now.parts}):
            before, after = self.parts.get(name), now.parts.get(name)
            if before is None:
                told.append(f"{name}: came")
            elif after is None:
                told.append(f"{name}: went")
            elif before and after and before != after:
                told.append(f"{name}: changed")
        return tuple(told)


@frozen(kw_only=True)
class Event:
    """
    Something that a reviewer did, never changed afterwards.

    `id` is unique, `about` the id of a conflict or finding, `at` the moment in UTC
    (`2021-03-17T09:30:00.000000Z`), so that moments sort as they are written.
    """

    id: str
    about: str
    reviewer: str
    at: str


@frozen(kw_only=True)
class Decision(Event):
    """
    A ruling. `side` counts the sides of the conflict from 1, and is 0 for every ruling but `SIDE`.

    `answer` says in words what was ruled, for a reader who has the ledger and nothing else.
    `supersedes` holds the ids of the decisions that this one takes the place of.
    """

    ruling: Ruling
    side: int = 0
    answer: str = ""
    reason: str = ""
    evidence: Evidence = Evidence()
    supersedes: tuple[str, ...] = ()

    @property
    def outcome(self) -> tuple[Ruling, int]:
        """What two reviewers must share to agree."""
        return self.ruling, self.side


@frozen(kw_only=True)
class Comment(Event):
    """A remark that decides nothing."""

    text: str


@frozen(kw_only=True)
class Assignment(Event):
    """Who is to look at it next; nobody when `to` is empty."""

    to: str


class DecisionStatus(Enum):
    """How a conflict or finding stands with its reviewers."""

    OPEN = "open"
    DECIDED = "decided"
    UNDECIDED = "undecided"
    DISAGREED = "disagreed"
    REOPENED = "reopened"


@frozen(kw_only=True)
class DecisionState:
    """
    What reviewers made of one conflict or finding.

    `standing` are the decisions that no other supersedes: several where two reviewers worked apart.
    `changed` tells, for a reopened one, what changed of its evidence. `history` holds every event about
    it, the oldest first.
    """

    about: str
    status: DecisionStatus
    standing: tuple[Decision, ...] = ()
    changed: tuple[str, ...] = ()
    assigned_to: str = ""
    history: tuple[Event, ...] = ()
