"""Phrases of one or several words, looked up from any token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from attrs import field, frozen

from claimcheck.values.quantities.tokens import Token

T = TypeVar("T")


@frozen
class Phrases(Generic[T]):
    """Phrases with what they mean, found at a token, the longest first."""

    by_first: dict[str, list[tuple[tuple[str, ...], T]]] = field(factory=dict)

    @classmethod
    def of(cls, meanings: Iterable[tuple[str, T]]) -> Phrases[T]:
        """Return the phrases, each written as "one|other two words" with its meaning."""
        by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for written, meaning in meanings:
            for phrase in filter(None, written.split("|")):
                words = tuple(phrase.split())
                by_first.setdefault(words[0], []).append((words, meaning))
        for found in by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))
        return cls(by_first)

    def vocabulary(self) -> frozenset[str]:
        """Return every word that stands in some phrase."""
        return frozenset(word for found in self.by_first.values() for words, _ in found for word in words)

    def all_at(self, tokens: Sequence[Token], index: int) -> list[tuple[T, int]]:
        """Return every meaning of the longest phrase at the token, each with the index behind it."""
        found: list[tuple[T, int]] = []
        longest = 0
        phrases = self.by_first.get(tokens[index].text) if index < len(tokens) else None
        for words, meaning in phrases or ():
            if len(words) < longest:
                break
            if stand_at(words, tokens, index):
                longest = len(words)
                found.append((meaning, index + longest))
        return found

    def at(self, tokens: Sequence[Token], index: int) -> tuple[T, int] | None:
        """Return the meaning of the longest phrase that begins at the token, and the index behind it."""
        phrases = self.by_first.get(tokens[index].text) if index < len(tokens) else None
        for words, meaning in phrases or ():
            if stand_at(words, tokens, index):
                return meaning, index + len(words)
        return None


def stand_at(words: tuple[str, ...], tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a phrase stands at the token, the first word of which does."""
    # The first word is the one under which the phrase was found.
    if len(words) == 1:
        return True
    if index + len(words) > len(tokens) or tokens[index + 1].text != words[1]:
        return False
    return all(tokens[index + i].text == words[i] for i in range(2, len(words)))
