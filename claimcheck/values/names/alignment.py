"""The words of two names matched one to one, and what is left on either side."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from claimcheck.values.folding import fold
from claimcheck.values.names.given import is_patronymic, is_same_word
from claimcheck.values.names.parts import Name, initials_agree

_Test = Callable[[str, str], bool]


@frozen(kw_only=True)
class Alignment:
    """
    The words of two names matched one to one, in any order.

    `matched` holds every pair, `spelled` those that only a rule of spelling joins.
    """

    matched: tuple[tuple[str, str], ...]
    spelled: tuple[tuple[str, str], ...]
    left_a: tuple[str, ...]
    left_b: tuple[str, ...]


def align(a: Name, b: Name) -> Alignment:
    """Match the words of two names, those written alike first, then those spelt alike, then joined ones."""
    left_a, left_b = list(a.words), list(b.words)
    alike = _take(left_a, left_b, lambda word, other: fold(word) == fold(other))
    spelled = _take(left_a, left_b, is_same_word)
    spelled += [(joined, word) for word, joined in _take_joined(left_b, left_a)]
    spelled += _take_joined(left_a, left_b)
    return Alignment(
        matched=(*alike, *spelled), spelled=tuple(spelled), left_a=tuple(left_a), left_b=tuple(left_b)
    )


def _take(left_a: list[str], left_b: list[str], is_one: _Test) -> list[tuple[str, str]]:
    """Take the words out of both lists that are one by the test."""
    taken: list[tuple[str, str]] = []
    for word in list(left_a):
        other = next((other for other in left_b if is_one(word, other)), None)
        if other is not None:
            left_a.remove(word)
            left_b.remove(other)
            taken.append((word, other))
    return taken


def _take_joined(left: list[str], parted: list[str]) -> list[tuple[str, str]]:
    """Take out a word that stands as two on the other side: "Karabekir", "Kara Bekir"."""
    for word in left:
        for index in range(len(parted) - 1):
            if is_same_word(word, parted[index] + parted[index + 1]):
                joined = " ".join(parted[index : index + 2])
                left.remove(word)
                del parted[index : index + 2]
                return [(word, joined)]
    return []


def unexplained(words: tuple[str, ...], initials: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that neither an initial of the other name stands for nor, without any, a father."""
    return tuple(word for word in words if not _is_explained(word, initials))


def _is_explained(word: str, initials: tuple[str, ...]) -> bool:
    if not initials:
        return is_patronymic(word)
    return any(initials_agree((each,), [word]) for each in initials)


def fathers_differ(pairing: Alignment) -> bool:
    """Tell whether both names have a patronymic that the other lacks: cousins, not one person."""
    return any(map(is_patronymic, pairing.left_a)) and any(map(is_patronymic, pairing.left_b))
