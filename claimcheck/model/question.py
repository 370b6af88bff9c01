"""What is asked, and what each source says to it."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from claimcheck.model.criticism import Grade
from claimcheck.model.document import Passage
from claimcheck.model.problem import NOWHERE, Location
from claimcheck.values.context import Options
from claimcheck.values.relation import Stance
from claimcheck.values.scope import UNSCOPED, Scope
from claimcheck.values.span import Span
from claimcheck.values.value import Value


class Relay(Enum):
    """What a link of a chain does with what the next link says."""

    REPORTS = "reports"
    ENDORSES = "endorses"
    DOUBTS = "doubts"
    REJECTS = "rejects"

    @property
    def stance(self) -> Stance | None:
        """The stance that the relaying source takes itself; merely reporting takes none."""
        return _STANCES.get(self)


_STANCES = {
    Relay.ENDORSES: Stance.AFFIRMS,
    Relay.DOUBTS: Stance.DOUBTS,
    Relay.REJECTS: Stance.DENIES,
}


@frozen(kw_only=True)
class Link:
    """
    One source of a chain.

    `relay` is what this source does with the words of the next link, None for the last one, which
    speaks for itself. `hedge` is the link's own caution, as printed ("is said to").
    """

    source: str
    relay: Relay | None = None
    hedge: str = ""


class Basis(Enum):
    """Whether the words say it, or it follows from them."""

    STATED = "stated"
    IMPLIED = "implied"
    TELLING = "telling"


@frozen(kw_only=True)
class Attestation:
    """
    One source speaking to one question in one passage.

    The chain starts with the document's own source and ends with the speaker. `printed` is the value
    in the source's own words where they differ from `value.text`. `basis` `implied` needs `because`;
    `telling` means that only the order of telling says so, which makes no more than a possible
    conflict. `rests_on` names attestations or questions. `hearsay_of` is set on the stance that a
    relaying source takes itself: the id of the attestation it was derived from. `damage` names the
    damaged span that the passage stands in, `beside` one that it stands next to, when the historian
    says so; where the document is at hand both are also found from the spans. `grades` are those that
    the historian declares; others are derived when it is weighed.
    """

    id: str
    question: str
    document: str
    chain: tuple[Link, ...] = field()
    stance: Stance = Stance.AFFIRMS
    value: Value
    printed: str = ""
    basis: Basis = Basis.STATED
    because: str = ""
    scope: Scope = UNSCOPED
    passages: tuple[Passage, ...] = ()
    rests_on: tuple[str, ...] = ()
    hearsay_of: str = ""
    damage: str = ""
    beside: str = ""
    grades: tuple[Grade, ...] = ()
    note: str = ""
    where: Location = NOWHERE

    @chain.validator
    def _somebody_speaks(self, _field: object, chain: tuple[Link, ...]) -> None:
        if not chain or chain[-1].relay is not None:
            raise ValueError("a chain ends with the source that speaks")

    @property
    def speaker(self) -> str:
        """The id of the source that says it."""
        return self.chain[-1].source

    @property
    def is_relayed(self) -> bool:
        """Whether the speaker is reached through another source."""
        return len(self.chain) > 1


@frozen(kw_only=True)
class Silence:
    """
    A source that was searched, could be expected to speak, and does not. Never a denial.

    The three conditions of an argument from silence hold the reason of the person who affirms each, and
    are empty while nobody does.
    """

    source: str
    document: str = ""
    searched: str = ""
    because: str = ""
    would_have_known: str = ""
    would_have_said: str = ""
    record_survives: str = ""
    where: Location = NOWHERE

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The conditions in words, each with the reason for affirming it, empty when nobody does."""
        return (
            ("it would have known", self.would_have_known),
            ("it would have said so", self.would_have_said),
            ("its record survives", self.record_survives),
        )

    @property
    def is_argument(self) -> bool:
        """Whether all conditions are affirmed, so that it may be argued from; it denies nothing even then."""
        return all(reason for _, reason in self.conditions)


@frozen(kw_only=True)
class Omission:
    """A version of a text that lacks words which another version has: a variant, never a denial."""

    source: str
    lacks: str
    compared_with: tuple[str, ...] = ()
    passage: Passage | None = None
    because: str = ""
    where: Location = NOWHERE


@frozen(kw_only=True)
class Opposition:
    """Two attestations that a historian declares opposed where no kind can compare, with the reason."""

    attestations: tuple[str, str]
    because: str
    is_necessary: bool = False
    where: Location = NOWHERE


@frozen(kw_only=True)
class Question:
    """
    What is asked: kind, subject, scope, time frame, one answer or several.

    `event` is what a date or occurrence is of; for an order, the event that lies later by the value's
    days, counted from `relative_to`. Both may end in `.begin` or `.end`. `part_of` names the question
    whose figure holds this one's as a part.
    """

    id: str
    asks: str
    kind: str
    subject: str = ""
    subject_id: str = ""
    when: Span | None = None
    when_text: str = ""
    scope: Scope = UNSCOPED
    event: str = ""
    relative_to: str = ""
    part_of: str = ""
    several_answers: bool = False
    options: Options = Options()
    attestations: tuple[Attestation, ...] = ()
    silences: tuple[Silence, ...] = ()
    omissions: tuple[Omission, ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    note: str = ""
    where: Location = NOWHERE
