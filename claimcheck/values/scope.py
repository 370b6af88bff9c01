"""What a value is about: whose, which force, which place, when. Different things are not compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from claimcheck.values.day_words import when_words
from claimcheck.values.span import Span

FACETS = ("unit", "counted", "whose", "force", "place", "stage", "party", "grade", "when")
"""The facets that a scope may state, in the order in which reports name them."""


@frozen(kw_only=True)
class Facet:
    """
    One stated facet.

    `key` identifies what is meant (a register's id, or the folded words); `inside` holds the keys of
    all that contains it, so that Batumi's garrison is known to lie within the Georgian army. `span` is
    set for the facet `when` only.
    """

    name: str
    text: str
    key: str
    inside: frozenset[str] = frozenset()
    span: Span | None = None

    @property
    def words(self) -> str:
        """What is stated, as a reader says it: a time in notation is told in words."""
        return when_words(self.text, self.span)

    def nests_in(self, other: Facet) -> bool:
        """Tell whether this facet is the same as the other or a part of it."""
        if self.span is not None and other.span is not None:
            return self.span.within(other.span)
        return self.key == other.key or other.key in self.inside

    def overlaps(self, other: Facet) -> bool:
        """
        Tell whether the two facets can be compared: one nests in the other, or their days meet.

        Two times of which the one ends on the day on which the other begins follow one another: what is
        said of each may have changed within that day, as a place may change hands.
        """
        if self.span is not None and other.span is not None:
            shared = self.span.meet(other.span)
            return shared is not None and not _only_touch(self.span, other.span, shared)
        return self.nests_in(other) or other.nests_in(self)


def _only_touch(one: Span, other: Span, shared: Span) -> bool:
    is_outer = shared.is_one_day and shared.first in (one.last, other.last)
    return is_outer and not one.is_one_day and not other.is_one_day


@frozen
class Scope:
    """The stated facets of a value, at most one of each name, in the order of `FACETS`."""

    facets: tuple[Facet, ...] = ()

    @classmethod
    def of(cls, facets: Iterable[Facet]) -> Scope:
        """Return the scope of these facets; a later facet of one name replaces an earlier one."""
        by_name = {facet.name: facet for facet in facets}
        if len(by_name) < 2:
            return cls(tuple(by_name.values()))
        return cls(tuple(sorted(by_name.values(), key=lambda facet: FACETS.index(facet.name))))

    def within(self, outer: Scope) -> Scope:
        """Return this scope with what it leaves unstated filled from an outer one (the question's)."""
        return Scope.of((*outer.facets, *self.facets))

    def beyond(self, outer: Scope) -> Scope:
        """Return the facets that the outer scope does not state alike."""
        return Scope(tuple(facet for facet in self.facets if facet not in outer.facets))

    def as_mapping(self) -> Mapping[str, Facet]:
        """Return the facets by name."""
        return {facet.name: facet for facet in self.facets}

    def __bool__(self) -> bool:
        return bool(self.facets)

    def __str__(self) -> str:
        # What is stated tells by itself whether it is a place, a party or a grade; only whose it is does not.
        return ", ".join(f"{'of ' if each.name == 'whose' else ''}{each.words}" for each in self.facets)


UNSCOPED = Scope()


@frozen(kw_only=True)
class ScopeMatch:
    """How two scopes stand to each other: the facets that differ, nest, or are stated on one side only."""

    differ: tuple[tuple[Facet, Facet], ...] = ()
    nest: tuple[tuple[Facet, Facet], ...] = ()
    unstated: tuple[Facet, ...] = ()


_ALIKE = ScopeMatch()


def match_scopes(a: Scope, b: Scope) -> ScopeMatch:
    """
    Compare two scopes facet by facet.

    Symmetric up to the order of the pairs. A facet that neither side states is not mentioned: nothing
    is known of it on either side.
    """
    if a == b and all(facet.span is None for facet in a.facets):
        return _ALIKE
    mine, theirs = a.as_mapping(), b.as_mapping()
    differ: list[tuple[Facet, Facet]] = []
    nest: list[tuple[Facet, Facet]] = []
    unstated: list[Facet] = []
    for name in FACETS:
        left, right = mine.get(name), theirs.get(name)
        if left is None or right is None:
            unstated.extend(facet for facet in (left, right) if facet is not None)
        elif not left.overlaps(right):
            differ.append((left, right))
        elif not (left.nests_in(right) and right.nests_in(left)):
            nest.append((left, right))
    return ScopeMatch(differ=tuple(differ), nest=tuple(nest), unstated=tuple(unstated))
