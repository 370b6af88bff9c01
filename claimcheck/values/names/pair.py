"""Two names held against each other with nothing declared: the same, different, or left open."""

from __future__ import annotations

from enum import Enum

from attrs import evolve, frozen

from claimcheck.values.names.alignment import Alignment, align, fathers_differ, unexplained
from claimcheck.values.names.given import is_given_name, is_patronymic
from claimcheck.values.names.likeness import look_alike
from claimcheck.values.names.parts import (
    Name,
    initials_agree,
    initials_clash,
    place_sense,
    take_apart,
    with_bracketed,
)
from claimcheck.values.names.titles import bearing_of, is_address


class Outcome(Enum):
    """
    What two names alone say of their bearers.

    Three outcomes are open: `FITS` when each word of the one is in the other, or may be; `ALIKE` when
    only a slip, a misprint or an ending stands between them; `UNLIKE` when nothing joins them, and
    nothing proves that one bearer did not go by both.
    """

    SAME = "same"
    FITS = "fits"
    ALIKE = "alike"
    UNLIKE = "unlike"
    DIFFERENT = "different"

    @property
    def verdict(self) -> str:
        """The outcome of three: same, open or different."""
        return self.value if self in (Outcome.SAME, Outcome.DIFFERENT) else "open"


@frozen(kw_only=True)
class Likeness:
    """An outcome with its reason, in words for a report."""

    outcome: Outcome
    why: str


def compare_persons(a: str, b: str) -> Likeness:
    """
    Return what two names of persons say of each other.

    The same: no word is left over on either side, and what is joined identifies: two words, or one that
    is no given name. Different: both sides carry a family name and no rule joins the two, or given
    names, initials or numerals exclude each other. All else is open: a part of a name, a given name with
    a title, an initial, another ending, a slip. Likeness never makes two names one; it only keeps them
    from being called different.

    >>> compare_persons("Chicherin", "Tchitchérine").outcome.value
    'same'
    >>> compare_persons("Kâzım Karabekir", "Kâzım Özalp").outcome.value
    'different'
    >>> compare_persons("Kâzım Paşa", "Kâzım Karabekir").outcome.value
    'fits'
    """
    left, right = with_bracketed(take_apart(a)), with_bracketed(take_apart(b))
    if left.key == right.key:
        return Likeness(outcome=Outcome.SAME, why="written alike")
    if left.numerals and right.numerals and left.numerals != right.numerals:
        return Likeness(outcome=Outcome.DIFFERENT, why="the numbers differ")
    pairing = align(left, right)
    if not _initials_fit(left, right, pairing):
        return Likeness(outcome=Outcome.DIFFERENT, why="an initial speaks against it")
    left_a = unexplained(pairing.left_a, right.initials)
    left_b = unexplained(pairing.left_b, left.initials)
    if left_a and left_b:
        return _both_left(left, right, evolve(pairing, left_a=left_a, left_b=left_b))
    if left_a or left_b:
        outcome = Outcome.FITS if pairing.matched else Outcome.UNLIKE
        return Likeness(outcome=outcome, why=f"{' '.join(left_a or left_b)!r} is said on one side only")
    return _nothing_left(left, right, pairing)


def compare_places(a: str, b: str) -> Likeness:
    """
    Return what two names of places say of each other.

    The same: every word is joined by spelling, and the sort of place is said on both sides or neither.
    Different: the sorts of place differ, or the parts of the compass. A place has names in many
    languages and other names before and after, so that unlike names are never proof of two places.

    >>> compare_places("Batum", "Batoum").outcome.value, compare_places("Kars", "Karst").outcome.value
    ('same', 'alike')
    """
    (sense_a, left), (sense_b, right) = (place_sense(take_apart(text)) for text in (a, b))
    left, right = with_bracketed(left), with_bracketed(right)
    pairing = align(left, right)
    bearings = _bearings(pairing.left_a), _bearings(pairing.left_b)
    if all(bearings) and bearings[0].isdisjoint(bearings[1]):
        return Likeness(outcome=Outcome.DIFFERENT, why="the parts of the compass differ")
    if pairing.left_a and pairing.left_b and not bearings[0] & bearings[1]:
        alike = any(look_alike(word, other) for word in pairing.left_a for other in pairing.left_b)
        if alike:
            return Likeness(outcome=Outcome.ALIKE, why=_SLIP)
        return Likeness(outcome=Outcome.UNLIKE, why="one place may go by both names")
    if sense_a and sense_b and sense_a != sense_b:
        return Likeness(outcome=Outcome.DIFFERENT, why=f"the one is a {sense_a}, the other a {sense_b}")
    if len(pairing.left_a) != len(pairing.left_b) or sense_a != sense_b or left.numerals != right.numerals:
        return Likeness(outcome=Outcome.FITS, why="the one says less than the other")
    return Likeness(outcome=Outcome.SAME, why=_spelt(pairing))


_SLIP = "the names are alike; a slip, a misprint or another ending may explain it"


def _initials_fit(a: Name, b: Name, pairing: Alignment) -> bool:
    """Tell whether no initial of either side speaks against the other's initials or given names."""
    if a.initials and b.initials and not pairing.left_a and not pairing.left_b:
        return not initials_clash(a.initials, b.initials)
    return all(
        initials_agree(name.initials[:1], words)
        for name, words in ((a, pairing.left_b), (b, pairing.left_a))
        if name.initials and any(is_given_name(word) for word in words)
    )


def _nothing_left(a: Name, b: Name, pairing: Alignment) -> Likeness:
    """Return the outcome for names whose words all fit: do they identify?"""
    if a.numerals != b.numerals:
        return Likeness(outcome=Outcome.FITS, why="only one of the two has a number")
    if fathers_differ(pairing):
        return Likeness(outcome=Outcome.FITS, why="the fathers' names differ")
    ranks = [{rank for rank in name.titles if not is_address(rank)} for name in (a, b)]
    ranks_differ = all(ranks) and ranks[0].isdisjoint(ranks[1])
    if ranks_differ and not _has_family(tuple(word for pair in pairing.matched for word in pair)):
        return Likeness(outcome=Outcome.FITS, why="given names alone, and the titles are not the same")
    if len(pairing.matched) >= 2 or (pairing.matched and a.numerals):
        return Likeness(outcome=Outcome.SAME, why=_spelt(pairing))
    if not pairing.matched:
        return Likeness(outcome=Outcome.FITS, why="initials alone identify nobody")
    if pairing.left_a or pairing.left_b or len(a.initials) != len(b.initials):
        return Likeness(outcome=Outcome.FITS, why="an initial adds no identity to one word")
    if is_given_name(pairing.matched[0][0]) or is_given_name(pairing.matched[0][1]):
        return Likeness(outcome=Outcome.FITS, why="a given name, with whatever title, has many bearers")
    if ranks_differ:
        return Likeness(outcome=Outcome.FITS, why="one family name, and the titles are not the same")
    return Likeness(outcome=Outcome.SAME, why=_spelt(pairing))


def _both_left(a: Name, b: Name, pairing: Alignment) -> Likeness:
    """Return the outcome for names that both have words which the other lacks."""
    left_a, left_b = pairing.left_a, pairing.left_b
    if any(look_alike(word, other) for word in left_a for other in left_b):
        return Likeness(outcome=Outcome.ALIKE, why=_SLIP)
    apart = f"{' '.join(left_a)!r} and {' '.join(left_b)!r} are not joined by any rule"
    shares_family = _has_family(tuple(word for word, _ in pairing.matched))
    families = _has_family(left_a) and _has_family(left_b) and not shares_family
    if families and _is_full(a) and _is_full(b):
        return Likeness(outcome=Outcome.DIFFERENT, why=f"{apart}, and both names are full")
    if shares_family and all(is_given_name(word) for word in (*left_a, *left_b)):
        return Likeness(outcome=Outcome.DIFFERENT, why=f"{apart}: two of one family")
    return Likeness(outcome=Outcome.FITS if pairing.matched else Outcome.UNLIKE, why=apart)


def _has_family(words: tuple[str, ...]) -> bool:
    return any(not is_given_name(word) and not is_patronymic(word) for word in words)


def _is_full(name: Name) -> bool:
    """Tell whether a name has more than one word; initials and titles don't count."""
    return len(name.words) > 1


def _bearings(words: tuple[str, ...]) -> set[str]:
    return {found for word in words if (found := bearing_of(word.casefold()))}


def _spelt(pairing: Alignment) -> str:
    if not pairing.spelled:
        return "the same words"
    return "spelt " + ", ".join(f"{word} as {other}" for word, other in pairing.spelled)
