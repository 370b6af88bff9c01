"""Sets of sets: who may hold a place together, which members a list may have."""

from __future__ import annotations

from attrs import field, frozen

from claimcheck.values.region import Region


@frozen
class Family(Region):
    """
    All sets of members between two bounds.

    A set belongs to the family when it has every member of `required`, none of `excluded`, none
    outside `allowed` (`None`: no list, anybody may be in it), and at least `fewest` members. So
    "X alone" is required X, allowed X; "X with others" is required X, fewest 2; "contested" is fewest 2.
    """

    required: frozenset[str] = frozenset()
    allowed: frozenset[str] | None = None
    excluded: frozenset[str] = frozenset()
    fewest: int = 0
    words: str = field(default="", eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # One way of writing each family, so that equal families are equal records: what is excluded is
        # taken out of a list, and a list as short as `fewest` is required whole.
        if self.allowed is not None:
            object.__setattr__(self, "allowed", self.allowed - self.excluded)
            object.__setattr__(self, "excluded", frozenset())
        if self.is_impossible(self.required, self.allowed, self.excluded, self.fewest):
            raise ValueError(f"no set of members fits: {self.words or self._bounds()}")
        object.__setattr__(self, "fewest", max(self.fewest, len(self.required)))
        if self.allowed is not None and len(self.allowed) == self.fewest:
            object.__setattr__(self, "required", self.allowed)

    @staticmethod
    def is_impossible(
        required: frozenset[str],
        allowed: frozenset[str] | None,
        excluded: frozenset[str],
        fewest: int,
    ) -> bool:
        """Tell whether no set of members keeps these bounds."""
        if required & excluded:
            return True
        return allowed is not None and (not required <= allowed or len(allowed - excluded) < fewest)

    def meets(self, other: Family) -> bool:
        """Tell whether some set of members belongs to both families."""
        if self.allowed is None or other.allowed is None:
            allowed = other.allowed if self.allowed is None else self.allowed
        else:
            allowed = self.allowed & other.allowed
        return not self.is_impossible(
            self.required | other.required,
            allowed,
            self.excluded | other.excluded,
            max(self.fewest, other.fewest),
        )

    def within(self, other: Family) -> bool:
        """Tell whether every set of this family belongs to the other."""
        if not other.required <= self.required or self.fewest < other.fewest:
            return False
        if other.allowed is not None:
            return self.allowed is not None and self.allowed <= other.allowed
        if self.allowed is not None:
            return self.allowed.isdisjoint(other.excluded)
        return other.excluded <= self.excluded

    def bears_on(self, denied: Family) -> bool:
        """
        Tell whether the least that the words ask for lies in the denied family.

        "Kars, perhaps more" leaves room for Batum, but does not name it: it goes with "not Batum".
        """
        if self.fewest > len(self.required):
            return self.meets(denied)
        return Family(self.required, self.required).within(denied)

    def key(self) -> str:
        """Return the bounds of the family."""
        return self._bounds()

    def _bounds(self) -> str:
        parts = []
        if self.allowed is not None and self.allowed == self.required:
            parts.append("only " + " and ".join(sorted(self.required)))
        elif self.required:
            parts.append(" and ".join(sorted(self.required)))
            if self.fewest > len(self.required):
                parts.append("with others")
        elif self.fewest > 1:
            parts.append(f"at least {self.fewest} together")
        if self.allowed is not None and self.allowed != self.required:
            parts.append("among " + ", ".join(sorted(self.allowed)))
        if self.excluded:
            parts.append("without " + " or ".join(sorted(self.excluded)))
        return ", ".join(parts) or "anybody"

    def denied(self) -> str:
        """
        Return in words what a denial leaves.

        A set with some of the required members lies outside as well: who denies "Kars; Batum" denies
        that it was both.
        """
        is_bare = self.allowed is None and not self.excluded and self.fewest == len(self.required)
        return f"not all of: {self}" if is_bare and len(self.required) > 1 else f"not {self}"

    def __str__(self) -> str:
        return self.words or self._bounds()
