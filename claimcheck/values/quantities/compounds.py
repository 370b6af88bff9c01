"""Number words that are written together: "dreitausend", "binden fazla"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.values.quantities.lexicon import Lexicon, lexicon
from claimcheck.values.quantities.tokens import Token

_LONGEST_COMPOUND = 80


def unglue(tokens: tuple[Token, ...], words: Lexicon) -> tuple[Token, ...]:
    """Return the tokens with compound number words taken apart, where the language writes them so."""
    if not words.is_glued:
        return tokens
    apart: list[Token] = []
    for index, token in enumerate(tokens):
        pieces = pieces_of(words.language, token.text) if token.is_word else None
        if not pieces and words.bound_words:
            pieces = _with_ending(token, tokens[index + 1 : index + 2], words)
        if pieces:
            apart.extend(Token(piece, "word") for piece in pieces)
        else:
            apart.append(token)
    return tuple(apart)


# Few words of a text are new; taking one apart looks at every stretch of its letters.
@lru_cache(maxsize=4096)
def pieces_of(language: str, word: str) -> tuple[str, ...] | None:
    """Return the number words that a compound is made of, the longest first, or None."""
    pieces = lexicon(language).pieces
    if word in pieces or len(word) > _LONGEST_COMPOUND:
        return None
    # best[i] holds the pieces of word[i:]; filled from the end, so each place is looked at once.
    best: dict[int, tuple[str, ...]] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        # The places stand there from the last to the first, so that the longest piece is tried first.
        for end, rest in best.items():
            if word[start:end] in pieces:
                best[start] = (word[start:end], *rest)
                break
    return best.get(0)


def _with_ending(token: Token, following: Sequence[Token], words: Lexicon) -> tuple[str, ...] | None:
    """Return a number word and the ending that its bound asks for: "binden fazla" is "bin den fazla"."""
    if not (following and following[0].text in words.bound_words) or not token.is_word:
        return None
    for suffix in words.suffixes:
        if not token.text.endswith(suffix):
            continue
        stem = token.text.removesuffix(suffix)
        pieces = pieces_of(words.language, stem) or ((stem,) if stem in words.pieces else None)
        if pieces and _bounds_behind(Token(suffix, "word"), following[0], words):
            return (*pieces, suffix)
    return None


def _bounds_behind(suffix: Token, word: Token, words: Lexicon) -> bool:
    return any(
        role.startswith("after_") and phrases.at((suffix, word), 0) is not None
        for role, phrases in words.roles.items()
    )
