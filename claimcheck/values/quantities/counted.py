"""What is counted: killed is not casualties, and "3,500 men" are not 3,500 rifles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Any

from attrs import frozen

from claimcheck.data import read_data
from claimcheck.values.folding import fold
from claimcheck.values.quantities.lexicon import LANGUAGES, Lexicon, Phrases
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.scope import Facet

# The fates that returns of losses add up in one figure: "killed and wounded".
_JOINED = ("captured", "killed", "missing", "wounded")


@frozen(kw_only=True)
class Group:
    """A noun that is counted. A `is_state` says what became of those counted, others what they are."""

    key: str
    inside: frozenset[str]
    is_state: bool
    is_generic: bool


@frozen(kw_only=True)
class Counted:
    """
    What stands behind a number: the facet, how many of its words are known, and what was not read.

    `is_whole` tells that things are counted which come in wholes, so that no decimals can be meant.
    """

    facet: Facet | None = None
    n_known: int = 0
    is_whole: bool = False
    unread: str = ""


def read_counted(tokens: Sequence[Token], words: Lexicon) -> Counted:
    """Return what the tokens behind a number count; a preposition, comma or bracket ends it."""
    nouns = _nouns(tokens, words)
    unread = " ".join(token.text for token in tokens[nouns.end :]).strip(" ,;:()[]")
    groups, others = _grouped(nouns.tokens, words.language)
    facet = _facet(groups, others, " ".join(token.text for token in nouns.tokens))
    return Counted(
        facet=facet,
        n_known=len(nouns.tokens) - len(others) + nouns.n_idle,
        is_whole=bool(groups),
        unread=unread,
    )


def leading_noun(tokens: Sequence[Token], language: str) -> int:
    """Return the index behind a noun that stands before its number ("killed: 30"), or 0."""
    found = _phrases(language).at(tokens, 0)
    if found is None:
        return 0
    return found[1] + (found[1] < len(tokens) and tokens[found[1]].text in ":=-–")


@frozen(kw_only=True)
class _Nouns:
    tokens: tuple[Token, ...]
    end: int
    n_idle: int


def _nouns(tokens: Sequence[Token], words: Lexicon) -> _Nouns:
    """Return the words that name what is counted, without the small ones between them."""
    kept: list[Token] = []
    idle = 0
    end = 0
    while end < len(tokens) and tokens[end].text not in words.stops:
        token = tokens[end]
        if token.is_word and token.text not in words.auxiliaries and not _is_small(token, words):
            kept.append(token)
        elif token.is_word:
            idle += 1
        elif token.text != "," or not kept or not _is_fate(tokens, end + 1, words.language):
            break
        end += 1
    return _Nouns(tokens=tuple(kept), end=end, n_idle=idle)


def _is_fate(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Tell whether a list of fates goes on: "killed, wounded and missing"."""
    found = _phrases(language).at(tokens, index)
    return found is not None and found[0].is_state


def _is_small(token: Token, words: Lexicon) -> bool:
    return any(words.role(role, (token,), 0) is not None for role in ("article", "of"))


def _grouped(tokens: Sequence[Token], language: str) -> tuple[list[Group], list[str]]:
    groups: list[Group] = []
    others: list[str] = []
    index = 0
    while index < len(tokens):
        found = _phrases(language).at(tokens, index)
        if found is not None:
            groups.append(found[0])
            index = found[1]
        else:
            others.append(fold(tokens[index].text))
            index += 1
    return groups, [word for word in others if word not in _joiners(language)]


@cache
def _joiners(language: str) -> frozenset[str]:
    from claimcheck.values.quantities.lexicon import lexicon

    row = lexicon(language)
    return frozenset(word for role in ("joiner", "and_to", "or") for word in row.roles[role].by_first)


def _facet(groups: list[Group], others: list[str], text: str) -> Facet | None:
    states = sorted({group.key: group for group in groups if group.is_state}.values(), key=lambda g: g.key)
    nouns = [group for group in groups if not group.is_state]
    if states:
        return _state_facet(states, [group for group in nouns if not group.is_generic], others, text)
    if nouns:
        return _named(*_together(nouns), others, text)
    if others:
        return Facet(name="counted", text=text, key=" ".join([*others[:-1], _singular(others[-1])]))
    return None


def _state_facet(states: list[Group], nouns: list[Group], others: list[str], text: str) -> Facet:
    return _named(*_together(states), [*(group.key for group in nouns), *others], text)


def _together(groups: list[Group]) -> tuple[str, frozenset[str]]:
    """Return the key of several groups counted as one figure, and what holds all of them."""
    key = " and ".join(sorted({group.key for group in groups}))
    return key, frozenset.intersection(*(_held_by(group) for group in groups)) - {key}


def _named(key: str, inside: frozenset[str], others: list[str], text: str) -> Facet:
    """Return the facet of a known group, inside which every narrower sort of it lies."""
    if not others:
        return Facet(name="counted", text=text, key=key, inside=inside)
    narrower = f"{' '.join(sorted(others))} {key}"
    return Facet(name="counted", text=text, key=narrower, inside=inside | {key})


def _held_by(state: Group) -> frozenset[str]:
    """Return the keys of all that holds a group; for a fate also every sum of fates that names it."""
    if state.key not in _JOINED:
        return state.inside
    sums = {
        " and ".join(fates)
        for count in range(2, len(_JOINED) + 1)
        for fates in combinations(_JOINED, count)
        if state.key in fates
    }
    return state.inside | sums


def _singular(word: str) -> str:
    # English plurals alone: other languages inflect in ways that only a grammar undoes, and two keys that
    # differ are merely not compared.
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def counted_vocabulary(language: str) -> frozenset[str]:
    """Return every word of a language's known nouns."""
    return _phrases(language).vocabulary()


@cache
def groups() -> tuple[Group, ...]:
    """Return the known nouns, in the order of the data file."""
    return tuple(_group(row) for row in _document()["group"])


@cache
def _document() -> dict[str, Any]:
    import tomllib

    return tomllib.loads(read_data("counted.toml"))


def _group(row: dict[str, Any]) -> Group:
    return Group(
        key=row["key"],
        inside=frozenset(row.get("inside", ())),
        is_state=row.get("state", False),
        is_generic=row.get("generic", False),
    )


@cache
def _phrases(language: str) -> Phrases[Group]:
    if language not in LANGUAGES:
        raise KeyError(language)
    rows = zip(_document()["group"], groups(), strict=True)
    return Phrases.of((row["words"].get(language, ""), group) for row, group in rows)
