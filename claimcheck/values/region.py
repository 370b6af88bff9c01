"""What every kind's sets can do: the three questions on which all comparison rests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Self

Bounds = tuple[Any, Any]
"""The outermost points of a region on a line, each None where there is no bound; both ends included."""


class Region(ABC):
    """
    A set of possibilities: the days, numbers, persons or histories that some words leave open.

    A region is immutable, hashable, and never empty: words that leave nothing possible are a problem
    of the input, found when they are read.
    """

    __slots__ = ()

    @abstractmethod
    def meets(self, other: Self) -> bool:
        """Tell whether some possibility lies in both regions. Symmetric."""

    @abstractmethod
    def within(self, other: Self) -> bool:
        """Tell whether every possibility of this region lies in the other. Reflexive and transitive."""

    def equals(self, other: Self) -> bool:
        """Tell whether both regions hold the same possibilities, however they are written."""
        return self.within(other) and other.within(self)

    def bears_on(self, denied: Self) -> bool:
        """
        Tell whether affirming this region may go against a denial, or a doubt, of the other.

        Where a value tells of a whole possibility, that is whether the two meet. A kind whose values tell
        of a part of it, one moment of a history, has to ask whether they speak of the same part.
        """
        return self.meets(denied)

    def exhausts_with(self, other: Self) -> bool:
        """
        Tell whether the two regions together leave no other possibility.

        Only a kind with a closed list can know that; an open one answers no.
        """
        del other
        return False

    def bounds(self) -> Bounds | None:
        """
        Return the outermost points of a region that lies on a line, or None where there is no line.

        Two regions of one kind meet only if the stretches between their bounds do: so most of those
        that lie apart are told apart without being compared.
        """
        return None

    def key(self) -> str:
        """
        Return what identifies the region, whatever words it was given in: ids are made from it.

        A kind whose regions carry words of their own has to leave them out.
        """
        return str(self)

    def denied(self) -> str:
        """Return in words what a denial of this region leaves: all that lies outside it."""
        return f"not {self}"

    @abstractmethod
    def __str__(self) -> str:
        """Return the region in words or figures that a historian reads."""
