"""What a value is read against: the question's frame, the registers, the tolerances."""

from __future__ import annotations

from attrs import frozen

from claimcheck.values.register import NOBODY, Register
from claimcheck.values.span import Span
from claimcheck.values.tolerances import DEFAULT_PROFILE, Tolerances


@frozen(kw_only=True)
class Option:
    """One answer of a closed list. `rank` is its place on the list's scale, when there is one."""

    id: str
    label: str
    rank: int | None = None


@frozen(kw_only=True)
class Options:
    """A closed list of answers, with the pairs that may hold together."""

    options: tuple[Option, ...] = ()
    compatible: frozenset[frozenset[str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.options)


@frozen(kw_only=True)
class Context:
    """
    The small world that a value is read in. Whatever is not known stays unset, and reading leaves open
    what would have depended on it.

    `when` is the question's time frame; `place` the id of its place; `language`, `calendar` and
    `notation` ("words" or "edtf") are stated with the value. `day` is the day that relative words
    ("the following day") count from.
    """

    when: Span | None = None
    place: str = ""
    language: str = ""
    calendar: str = ""
    notation: str = "words"
    day: Span | None = None
    persons: Register = NOBODY
    places: Register = NOBODY
    bodies: Register = NOBODY
    options: Options = Options()
    tolerances: Tolerances = DEFAULT_PROFILE


NO_CONTEXT = Context()
