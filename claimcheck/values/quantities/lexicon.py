"""The words of numbers in one language, ready to be looked up from any token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from attrs import field, frozen

from claimcheck.data import read_table
from claimcheck.values.quantities.amount import Exact
from claimcheck.values.quantities.tokens import Token
from claimcheck.values.quantities.wording import Phrases, stand_at

LANGUAGES = ("en", "fr", "de", "tr", "ru")

NO_ROLES: Mapping[str, int] = {}
"""The roles of a word that begins no phrase, as most do."""


@frozen(kw_only=True)
class NumberWord:
    """A word for a number: it takes an addend smaller than `room` behind it."""

    value: Exact
    room: int


@frozen(kw_only=True)
class Scale:
    """
    A word that multiplies: dozen, thousand, billion. `long` is its value on the long scale.

    A rough one is round by itself: "une centaine" is about a hundred.
    """

    value: int
    long: int
    is_rough: bool = False


@frozen(kw_only=True)
class Lexicon:
    """One language's number words. `roles` are the phrases of bounds, ranges and hedges by role."""

    language: str
    style: str
    is_glued: bool
    units_first: bool
    counts_plurals: bool
    joins_pairs: bool
    inverts: bool
    speaks_long: bool
    suffixes: tuple[str, ...]
    numbers: Phrases[NumberWord]
    scales: Phrases[Scale]
    plurals: Phrases[Scale]
    single: Phrases[Scale]
    fractions: Phrases[Fraction]
    additions: Phrases[Fraction]
    shares: Phrases[Fraction]
    roles: dict[str, Phrases[None]]
    stops: frozenset[str]
    auxiliaries: frozenset[str]
    pieces: frozenset[str]
    _roles_from: dict[str, _Begun] = field(init=False, eq=False, repr=False)
    bound_words: frozenset[str] = field(init=False, eq=False, repr=False)
    """The words behind the endings that a bound asks of a number: the "fazla" of "binden fazla"."""
    begins_number: frozenset[str] = field(init=False, eq=False, repr=False)
    """The first words of all that a number may begin with."""
    extends_figure: frozenset[str] = field(init=False, eq=False, repr=False)
    """The first words of all that may go on with a number behind a figure."""

    begins_phrase: frozenset[str] = field(init=False, eq=False, repr=False)
    """The first words of all that this language has a rule for; other words are nouns or units."""

    @_roles_from.default
    def _roles_by_first_word(self) -> dict[str, _Begun]:
        begun: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in self.roles.items():
            for word, found in phrases.by_first.items():
                begun.setdefault(word, []).extend((words, name) for words, _ in found)
        return {word: _begun(phrases) for word, phrases in begun.items()}

    @bound_words.default
    def _words_behind_endings(self) -> frozenset[str]:
        if not self.suffixes:
            return frozenset()
        phrases = [
            found for name in self.roles if name.startswith("after_") for found in self.phrases_of(name)
        ]
        return frozenset(words[1] for words in phrases if len(words) > 1 and words[0] in self.suffixes)

    def phrases_of(self, role: str) -> Iterator[tuple[str, ...]]:
        """Yield the words of every phrase of a role; a language need not have any."""
        for found in self.roles[role].by_first.values() if role in self.roles else ():
            yield from (words for words, _ in found)

    @begins_number.default
    def _first_words_of_numbers(self) -> frozenset[str]:
        roles = ("several", "few", "couple", "vague", "article")
        return self._first_words(roles, self.numbers, self.scales, self.plurals, self.fractions, self.shares)

    @extends_figure.default
    def _first_words_behind_figures(self) -> frozenset[str]:
        return self._first_words(("out_of",), self.scales, self.plurals, self.fractions, self.additions)

    @begins_phrase.default
    def _first_words_of_all(self) -> frozenset[str]:
        return self.begins_number.union(self.extends_figure, self._roles_from, self.single.by_first)

    def _first_words(self, roles: Iterable[str], *tables: Phrases[Any]) -> frozenset[str]:
        named = (self.roles[role] for role in roles if role in self.roles)
        return frozenset(word for phrases in (*tables, *named) for word in phrases.by_first)

    def vocabulary(self) -> frozenset[str]:
        """Return every word of the language's numbers, bounds and ranges."""
        phrases: list[frozenset[str]] = [
            self.numbers.vocabulary(),
            self.scales.vocabulary(),
            self.plurals.vocabulary(),
            self.fractions.vocabulary(),
            self.additions.vocabulary(),
            self.shares.vocabulary(),
            *(role.vocabulary() for role in self.roles.values()),
        ]
        return self.stops.union(self.auxiliaries, self.pieces, *phrases)

    def role(self, name: str, tokens: Sequence[Token], index: int) -> int | None:
        """Return the index behind the longest phrase of this role at the token, or None."""
        # Most words begin no phrase of any role, and this is asked for some thirty roles at each token.
        begun = self._roles_from.get(tokens[index].text) if index < len(tokens) else None
        if begun is None or name not in begun.names:
            return None
        found = self.roles[name].at(tokens, index)
        return found[1] if found else None

    def roles_at(self, tokens: Sequence[Token], index: int) -> Mapping[str, int]:
        """Return the roles of all phrases at the token, each with the index behind the longest."""
        begun = self._roles_from.get(tokens[index].text) if index < len(tokens) else None
        if begun is None:
            return NO_ROLES
        ends = dict.fromkeys(begun.alone, index + 1)
        for words, name in begun.longer:
            if stand_at(words, tokens, index):
                ends[name] = index + len(words)
        return ends

    def begins_role(self, word: str) -> bool:
        """Tell whether a phrase of any role begins with the word."""
        return word in self._roles_from

    def counts_at(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell whether a number word or a scale begins at the token."""
        tables = (self.numbers, self.scales, self.plurals)
        return any(phrases.at(tokens, index) is not None for phrases in tables)


class _Begun(NamedTuple):
    """The roles of the phrases that begin with a word: of the word alone, and of longer ones by length."""

    names: frozenset[str]
    alone: tuple[str, ...]
    longer: tuple[tuple[tuple[str, ...], str], ...]


def _begun(phrases: list[tuple[tuple[str, ...], str]]) -> _Begun:
    longer = sorted((phrase for phrase in phrases if len(phrase[0]) > 1), key=lambda phrase: len(phrase[0]))
    return _Begun(
        names=frozenset(name for _, name in phrases),
        alone=tuple(name for words, name in phrases if len(words) == 1),
        longer=tuple(longer),
    )


@cache
def lexicon(language: str) -> Lexicon:
    """Return the number words of a language of `LANGUAGES`."""
    row = _document()[language]
    words: dict[str, str] = row["words"]
    wide = frozenset(row.get("wide", "").split("|"))
    numbers = list(_number_words(row, wide))
    scales = [(scale["words"], _scale(scale)) for scale in row["scales"]]
    plurals = [(scale["many"], _scale(scale)) for scale in row["scales"]]
    roles = {
        role: Phrases.of([(phrases, None)])
        for role, phrases in words.items()
        if role not in ("stop", "auxiliary")
    }
    return Lexicon(
        language=language,
        style=row["style"],
        is_glued=row.get("glued", False),
        units_first=row.get("units_first", False),
        counts_plurals=row.get("counts_plurals", True),
        joins_pairs=row.get("pairs", False),
        inverts=row.get("inverts", False),
        speaks_long=row.get("speaks_long", False),
        suffixes=tuple(filter(None, row.get("suffixes", "").split("|"))),
        numbers=Phrases.of(numbers),
        scales=Phrases.of(scales),
        plurals=Phrases.of(plurals),
        single=Phrases.of((scale.get("one", ""), _scale(scale)) for scale in row["scales"]),
        fractions=_exact(row["fractions"]),
        additions=_exact({"1/2": words["plus_half"], **row.get("additions", {})}),
        shares=_exact(row.get("shares", {})),
        roles=roles,
        stops=frozenset(words["stop"].split("|")),
        auxiliaries=frozenset(words["auxiliary"].split("|")),
        pieces=_pieces(numbers, scales, words),
    )


@cache
def number_vocabulary(language: str) -> frozenset[str]:
    """Return every word of a language's numbers, bounds and ranges."""
    return lexicon(language).vocabulary()


@cache
def _document() -> dict[str, Any]:
    return read_table("numerals.toml")


def _scale(row: dict[str, Any]) -> Scale:
    return Scale(
        value=int(row["value"]),
        long=int(row.get("long", row["value"])),
        is_rough=row.get("rough", False),
    )


def _exact(row: dict[str, str]) -> Phrases[Fraction]:
    return Phrases.of((written, Fraction(value)) for value, written in row.items())


def _number_words(row: dict[str, Any], wide: frozenset[str]) -> Iterable[tuple[str, NumberWord]]:
    for value, word in enumerate(row["to_nineteen"]):
        # "dix-sept" is one number, but "ten" takes no addend of its own anywhere.
        yield word, NumberWord(value=value, room=1)
    for value, written in enumerate(row["tens"], start=2):
        for word in written.split("|"):
            yield word, NumberWord(value=10 * value, room=20 if word in wide else 10)
    for value, word in enumerate(row["hundreds"], start=1):
        yield word, NumberWord(value=100 * value, room=100)
    for value, written in row.get("irregular", {}).items():
        yield written, NumberWord(value=_number(value), room=1)


def _number(written: str) -> Exact:
    value = Fraction(written)
    return value if value.denominator > 1 else value.numerator


def _pieces(
    numbers: Iterable[tuple[str, object]], scales: Iterable[tuple[str, object]], words: dict[str, str]
) -> frozenset[str]:
    written = [phrase for phrase, _ in (*numbers, *scales)]
    written += [words["joiner"], words["plus_half"]]
    return frozenset(word for phrase in written for word in phrase.split("|") if word and " " not in word)
