"""Sets of single things: persons, places, yes or no."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from claimcheck.values.region import Region


@frozen
class Points(Region):
    """
    A finite set of named points, or, when `but` is set, everything but them.

    `words` is how a report names the set; it takes no part in comparison. `every` is the closed list
    that the points are drawn from, when there is one.
    """

    points: frozenset[str]
    words: str = field(default="", eq=False, kw_only=True)
    but: bool = field(default=False, kw_only=True)
    every: frozenset[str] = field(default=frozenset(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.points and not self.but:
            raise ValueError("a set of points is never empty")

    @classmethod
    def of(cls, points: Iterable[str], words: str = "", *, every: Iterable[str] = ()) -> Points:
        """Return the set of these points."""
        return cls(frozenset(points), words=words, every=frozenset(every))

    def meets(self, other: Points) -> bool:
        """Tell whether some point lies in both sets."""
        if self.but:
            return other.but or bool(other.points - self.points)
        return bool(self.points - other.points) if other.but else bool(self.points & other.points)

    def within(self, other: Points) -> bool:
        """Tell whether every point of this set lies in the other."""
        if self.but:
            return other.but and other.points <= self.points
        return self.points.isdisjoint(other.points) if other.but else self.points <= other.points

    def exhausts_with(self, other: Points) -> bool:
        """Tell whether the two sets together are the whole closed list."""
        if self.but or other.but:
            return False
        return bool(self.every) and self.every <= self.points | other.points

    def key(self) -> str:
        """Return the points in a fixed order."""
        return f"{'not ' if self.but else ''}{' | '.join(sorted(self.points))}"

    def __str__(self) -> str:
        if self.words:
            return self.words
        names = " or ".join(sorted(self.points))
        return f"anything but {names}" if self.but and names else names or "anything"


ANYTHING = Points(frozenset(), but=True, words="anything")
