"""A value: what the words of a source leave possible."""

from __future__ import annotations

from attrs import evolve, field, frozen

from claimcheck.values.region import Region
from claimcheck.values.scope import UNSCOPED, Scope

_LONGEST_MESSAGE = 600


class UnreadableError(ValueError):
    """Words that a kind cannot read as a value of its own. `hint` says what would be read."""

    def __init__(self, message: str, hint: str = "", code: str = "value-unreadable") -> None:
        if len(message) > _LONGEST_MESSAGE:
            # A file may hold a text of any length; whoever mends it needs its begin and its end.
            message = f"{message[: _LONGEST_MESSAGE // 2]} … {message[-_LONGEST_MESSAGE // 2 :]}"
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


@frozen(kw_only=True)
class Reading:
    """
    One way to understand the words: what they assert, inside what they would tolerate.

    `under` names what must be assumed for this reading, as (cause, choice) pairs such as
    ("calendar", "julian"). Readings of one source with a common cause vary together.
    """

    core: Region
    envelope: Region = field()
    under: frozenset[tuple[str, str]] = frozenset()

    @envelope.validator
    def _holds_core(self, _field: object, envelope: Region) -> None:
        if envelope is not self.core and not self.core.within(envelope):
            raise ValueError(f"the envelope {envelope} does not hold the core {self.core}")

    def goes_with(self, other: Reading) -> bool:
        """Tell whether one source can mean both readings: no common cause with different choices."""
        mine, theirs = dict(self.under), dict(other.under)
        return all(theirs.get(cause, choice) == choice for cause, choice in mine.items())


def exactly(core: Region) -> Reading:
    """Return the reading of unhedged words: the envelope is the core."""
    return Reading(core=core, envelope=core)


@frozen(kw_only=True)
class Value:
    """
    What some words leave possible, in one reading or several.

    `text` is kept as it was written. `scope` holds what the words themselves say of unit, what is
    counted, whose. `open` says in plain words what they leave undecided ("the calendar", "the year is
    taken from the question"), for the report. An additive value is one whose figures for parts add up
    to the figure for the whole, so that a part needs not equal its whole but never exceeds it.
    """

    kind: str
    text: str
    readings: tuple[Reading, ...] = field()
    scope: Scope = UNSCOPED
    open: tuple[str, ...] = ()
    is_additive: bool = False

    @readings.validator
    def _at_least_one(self, _field: object, readings: tuple[Reading, ...]) -> None:
        if not readings:
            raise ValueError("a value has at least one reading")

    @property
    def is_open(self) -> bool:
        """Whether the words admit more than one reading."""
        return len(self.readings) > 1

    def widened_to(self, *envelopes: Region) -> Value:
        """Return the value with other envelopes, one for each reading in order."""
        readings = (
            evolve(reading, envelope=envelope)
            for reading, envelope in zip(self.readings, envelopes, strict=True)
        )
        return evolve(self, readings=tuple(readings))
