"""A register as it is searched: its entries by the words of their names, so that a name meets few of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations, pairwise

from attrs import field, frozen

from claimcheck.values.folding import fold
from claimcheck.values.names.given import word_keys
from claimcheck.values.names.parts import Name, take_apart
from claimcheck.values.register import Entry, Register

_Places = dict[str, set[int]]


@frozen(eq=False)
class SameRegister:
    """A register as a key by identity: hashing its every entry would take longer than the search."""

    register: Register

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameRegister) and other.register is self.register

    def __hash__(self) -> int:
        return id(self.register)


@frozen(kw_only=True)
class Index:
    """
    Entries, as their places in the register, by the keys of what they are called.

    `by_whole` holds whole names, `by_word` every word of every form, `by_single` forms of one word.
    """

    entries: tuple[Entry, ...]
    by_whole: _Places = field(factory=dict)
    by_word: _Places = field(factory=dict)
    by_single: _Places = field(factory=dict)
    has_senses: bool = False

    def near(self, name: Name) -> list[Entry]:
        """
        Return every entry that the name can fit, and few others, by id.

        Two names fit when each word of the one is in the other, or when they share two words; one word is
        enough where the form has no other and stands at the end, or where brackets explain the rest. So
        "Kâzım Karabekir" need not be held against everybody called Kâzım.
        """
        found = set(self.by_whole.get(name.key, ()))
        for words in _ways_to_write(name.words):
            bearers = [_with_key(self.by_word, word) for word in words]
            if name.bracketed:
                found.update(*bearers)
                continue
            found |= set.intersection(*bearers) if bearers else set()
            for one, other in combinations(bearers, 2):
                found |= one & other
            found |= _with_key(self.by_single, words[-1]) if words else set()
        return sorted((self.entries[place] for place in found), key=lambda entry: entry.id)


@lru_cache(maxsize=16)
def index_of(same: SameRegister) -> Index:
    """Return the index of a register, made once."""
    index = Index(
        entries=same.register.entries, has_senses=any(entry.sense for entry in same.register.entries)
    )
    for place, entry in enumerate(same.register.entries):
        for form in entry.forms:
            name = take_apart(form.text)
            index.by_whole.setdefault(name.key, set()).add(place)
            _enter(index.by_word, name.words, place)
            if len(name.words) == 1:
                _enter(index.by_single, name.words, place)
            # A form that is written in two ("Kara Bekir") is found by its plain letters in one.
            for one, other in pairwise(name.folded):
                for places in (index.by_word, index.by_single):
                    places.setdefault(one + other, set()).add(place)
    return index


def _ways_to_write(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the words as they stand, and with each two neighbours joined ("Kara Bekir")."""
    joined = [
        (*words[:index], words[index] + words[index + 1], *words[index + 2 :])
        for index in range(len(words) - 1)
    ]
    return [words, *joined]


def _keys(word: str) -> set[str]:
    return {fold(word), *word_keys(word)}


def _enter(places: _Places, words: Iterable[str], place: int) -> None:
    for word in words:
        for key in _keys(word):
            places.setdefault(key, set()).add(place)


def _with_key(places: _Places, word: str) -> set[int]:
    return set().union(*(places.get(key, ()) for key in _keys(word)))
