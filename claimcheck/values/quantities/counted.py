"""What is counted: killed is not casualties, and "3,500 men" are not 3,500 rifles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from attrs import evolve, frozen

from claimcheck.data import read_table
from claimcheck.values.folding import fold
from claimcheck.values.quantities.lexicon import (
    LANGUAGES,
    Lexicon,
    lexicon,
)
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.wording import Phrases
from claimcheck.values.scope import Facet

# The fates that returns of losses add up in one figure: "killed and wounded".
_JOINED = ("captured", "killed", "missing", "wounded")
# "heavy Georgian losses": more words than that before a noun are a sentence.
_MOST_ADJECTIVES = 2


@frozen(kw_only=True)
class Group:
    """
    A noun that is counted. A `is_state` says what became of those counted, others what they are.

    An `is_thing` can be meant as men and as things (rifles), which `doubt` says.
    """

    key: str
    inside: frozenset[str]
    is_state: bool
    is_generic: bool
    is_thing: bool = False
    doubt: str = ""


class Counted(NamedTuple):
    """
    What stands behind a number: the facet, how many of its words are known, and what was not read.

    `is_whole` tells that things are counted which come in wholes, so that no decimals can be meant.
    """

    facet: Facet | None = None
    n_known: int = 0
    is_whole: bool = False
    unread: str = ""
    doubts: tuple[str, ...] = ()


_NOTHING = Counted()


def read_counted(tokens: Sequence[Token], words: Lexicon) -> Counted:
    """Return what the tokens behind a number count; a preposition, comma or bracket ends it."""
    if not tokens:
        return _NOTHING
    nouns = _nouns(tokens, words)
    unread = " ".join(token.text for token in tokens[nouns.end :]).strip(" ,;:()[]")
    groups, others = _grouped(nouns.tokens, words.language)
    facet = _facet(groups, others, " ".join(token.text for token in nouns.tokens))
    return Counted(
        facet=facet,
        n_known=len(nouns.tokens) - len(others) + nouns.n_idle,
        is_whole=bool(groups),
        unread=unread,
        doubts=tuple(dict.fromkeys(group.doubt for group in groups if group.doubt)),
    )


def is_generic(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Tell whether a word for people of any sort ("men", "persons") stands at the token."""
    found = _phrases(language).at(tokens, index)
    return found is not None and found[0].is_generic


def is_known(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Tell whether a known noun or fate stands at the token."""
    return _phrases(language).at(tokens, index) is not None


def is_state(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Tell whether a fate stands at the token, as where a list of them goes on: "killed, wounded"."""
    found = _phrases(language).at(tokens, index)
    return found is not None and found[0].is_state


def leading_nouns(tokens: tuple[Token, ...], words: Lexicon) -> tuple[tuple[Token, ...], int, bool] | None:
    """
    Return the nouns before a number ("killed: 30", "Georgian losses of 500"), or None.

    With them the index of what follows, and whether a link ("of", a colon) stands between.
    """
    start = 0
    if words.numbers.at(tokens, 0) is None:
        start = words.role("article", tokens, 0) or words.role("vague", tokens, 0) or 0
    is_phrase = any(end > start for end in words.roles_at(tokens, 0).values())
    known = None if is_phrase and start else _first_known(tokens, start, words)
    if known is None:
        return None
    end = _past_list(tokens, known, words)
    after = end
    while (linked := _past_link(tokens, after, words)) is not None:
        after = linked
    is_bare = after == end and not (end < len(tokens) and tokens[end].is_figure)
    if is_bare and (known > 0 or words.role("out_of", tokens, end) is not None):
        return None
    return tuple(token for token in tokens[start:end] if token.is_word), after, after > end


def _first_known(tokens: Sequence[Token], start: int, words: Lexicon) -> int | None:
    """
    Return the index of the first known noun, with two words at most before it that are no number words.

    An unknown noun is one where a link follows: "the garrison numbered 500".
    """
    for index in range(start, min(start + _MOST_ADJECTIVES + 1, len(tokens))):
        if not tokens[index].is_word:
            return None
        if is_known(tokens, index, words.language):
            return index
        if tokens[index].text in words.begins_number or words.roles_at(tokens, index):
            return index - 1 if index > start and words.role("linked", tokens, index) else None
    return None


def _past_list(tokens: Sequence[Token], index: int, words: Lexicon) -> int:
    """Return the index behind the nouns at the token: "killed, wounded and missing"."""
    end = index if is_known(tokens, index, words.language) else index + 1
    while (found := _phrases(words.language).at(tokens, index)) is not None:
        end = index = found[1]
        if index < len(tokens) and tokens[index].text == ",":
            index += 1
        for role in ("joiner", "and_to", "listed"):
            index = words.role(role, tokens, index) or index
    return end


def _past_link(tokens: Sequence[Token], index: int, words: Lexicon) -> int | None:
    if index < len(tokens) and tokens[index].text in ":=-–":
        return index + 1
    return words.role("linked", tokens, index)


class _Nouns(NamedTuple):
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
        phrase = _phrases(words.language).at(tokens, end)
        if phrase is not None and phrase[1] > end + 1:
            # "died of typhus" holds a small word of its own.
            kept.extend(tokens[end : phrase[1]])
            end = phrase[1]
            continue
        if token.is_word and token.text not in words.auxiliaries and not _is_small(token, words):
            kept.append(token)
        elif token.is_word:
            idle += 1
        elif token.text != "," or not kept or not is_state(tokens, end + 1, words.language):
            break
        end += 1
    return _Nouns(tokens=tuple(kept), end=end, n_idle=idle)


def _is_small(token: Token, words: Lexicon) -> bool:
    return any(words.role(role, (token,), 0) is not None for role in ("article", "of"))


def _grouped(tokens: Sequence[Token], language: str) -> tuple[list[Group], list[str]]:
    groups: list[Group] = []
    others: list[str] = []
    index = 0
    is_joined = True
    while index < len(tokens):
        found = _phrases(language).at(tokens, index)
        word = fold(tokens[index].text)
        if found is not None and (is_joined or found[0].is_state or _are_states(groups)):
            groups.append(found[0])
            index, is_joined = found[1], False
            continue
        if word in _joiners(language):
            is_joined = True
        else:
            # A second noun without an "and" says whose the first are: "men of the second division".
            others.append(word)
        index += 1
    return groups, others


def _are_states(groups: list[Group]) -> bool:
    return all(group.is_state for group in groups)


@cache
def _joiners(language: str) -> frozenset[str]:
    row = lexicon(language)
    joining = (row.roles[role] for role in ("joiner", "and_to", "or", "listed") if role in row.roles)
    return frozenset(fold(word) for phrases in joining for word in phrases.by_first)


def _facet(groups: list[Group], others: list[str], text: str) -> Facet | None:
    states = sorted({group.key: group for group in groups if group.is_state}.values(), key=lambda g: g.key)
    nouns = [group for group in groups if not group.is_state]
    if states:
        # "casualties: 200 killed" counts the killed.
        held = frozenset[str]().union(*(group.inside for group in states))
        states = [group for group in states if group.key not in held]
        return _state_facet(states, [group for group in nouns if not group.is_generic], others, text)
    if nouns:
        return _named(*_together(nouns), others, text)
    if others:
        return Facet(name="counted", text=text, key=" ".join([*others[:-1], _singular(others[-1])]))
    return None


def _state_facet(states: list[Group], nouns: list[Group], others: list[str], text: str) -> Facet:
    key, inside = _together(states)
    things = frozenset(group.key for group in nouns if not _is_of_people(group))
    # Guns that were captured are guns, and no part of the casualties.
    named = _named(key, things or inside, [*(group.key for group in nouns), *others], text)
    return evolve(named, inside=things) if things else named


def _is_of_people(group: Group) -> bool:
    return not group.is_thing and (group.key == "people" or "people" in group.inside)


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


@cache
def counted_vocabulary(language: str) -> frozenset[str]:
    """Return every word of a language's known nouns."""
    return _phrases(language).vocabulary()


@cache
def groups() -> tuple[Group, ...]:
    """Return the known nouns, in the order of the data file."""
    return tuple(_group(row) for row in _document()["group"])


@cache
def _document() -> dict[str, Any]:
    return read_table("counted.toml")


def _group(row: dict[str, Any]) -> Group:
    return Group(
        key=row["key"],
        inside=frozenset(row.get("inside", ())),
        is_state=row.get("state", False),
        is_generic=row.get("generic", False),
        is_thing=row.get("thing", False),
        doubt=row.get("doubt", ""),
    )


@cache
def _phrases(language: str) -> Phrases[Group]:
    if language not in LANGUAGES:
        raise KeyError(language)
    rows = zip(_document()["group"], groups(), strict=True)
    return Phrases.of((row["words"].get(language, ""), group) for row, group in rows)
