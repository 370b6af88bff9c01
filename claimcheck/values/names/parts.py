"""A name taken apart: its words, titles, initials, numerals, and what an editor put in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, field, frozen

from claimcheck.values.folding import fold
from claimcheck.values.names.spelling import spelling_keys
from claimcheck.values.names.titles import is_small_word, sense_of, title_at

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)*\.?")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th|e|er|inci|nci|uncu|\.)?", re.IGNORECASE)


@frozen(kw_only=True)
class Name:
    """
    The parts of a name, in their order.

    `words` are written as in the text (spelling rules need the marks), `folded` the same in plain
    letters. Particles are left out. `bracketed` is a name in brackets of its own: an editor's surname,
    another form, or the sort of a place.
    """

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...] = field()
    titles: frozenset[str] = frozenset()
    initials: tuple[str, ...] = ()
    numerals: tuple[int, ...] = ()
    bracketed: str = ""

    @property
    def key(self) -> str:
        """The whole in plain letters, titles and all: the identity of the words themselves."""
        return fold(self.text)


@lru_cache(maxsize=20_000)
def take_apart(text: str) -> Name:
    """
    Return the parts of a name of any sort. A text of titles alone keeps them as its words.

    >>> name = take_apart("Gen. K. Karabekir Paşa")
    >>> name.words, name.initials, sorted(name.titles)
    (('Karabekir',), ('k',), ['general', 'pasha'])
    """
    bracketed = " ".join(found.strip() for found in _BRACKETS.findall(text))
    printed = _printed_words(_BRACKETS.sub(" ", text)) or _printed_words(text)
    kept, titles = _without_titles(printed)
    initials = tuple(fold(word) for word in kept if _is_initial(word, kept))
    numerals = tuple(number for number in (_numeral(word, kept) for word in kept) if number is not None)
    rest = [word for word in kept if not _is_initial(word, kept) and _numeral(word, kept) is None]
    words = [word for word in rest if not is_small_word(fold(word))] or rest or printed
    words = [word.rstrip(".") for word in words]
    return Name(
        text=text,
        words=tuple(words),
        folded=tuple(fold(word) for word in words),
        titles=frozenset(titles),
        initials=initials if words != printed else (),
        numerals=numerals,
        bracketed=bracketed,
    )


def _printed_words(text: str) -> list[str]:
    # A lone apostrophe is a letter to Unicode and nothing to a reader.
    return [word for word in _WORD.findall(text) if fold(word)]


def _without_titles(printed: list[str]) -> tuple[list[str], set[str]]:
    folded = [fold(word) for word in printed]
    kept: list[str] = []
    titles: set[str] = set()
    index = 0
    while index < len(printed):
        found = title_at(folded, index)
        if found is None:
            kept.append(printed[index])
            index += 1
        else:
            titles.add(found[0])
            index = found[1]
    return (kept, titles) if kept else (printed, set())


def _is_initial(word: str, words: list[str]) -> bool:
    """Tell whether a word is one letter with a point, or one that stands before other words."""
    letter = word.rstrip(".")
    if len(letter) != 1 or not letter.isalpha():
        return False
    return word.endswith(".") or word != words[-1]


def _numeral(word: str, words: list[str]) -> int | None:
    """Return the number that a word is ("Charles XII", "11th Army", "XV Corps"), or None."""
    if (arabic := _ORDINAL.fullmatch(word)) is not None:
        return int(arabic[1])
    letters = word.rstrip(".")
    is_single = len(letters) == 1
    if not letters or _ROMAN.fullmatch(letters) is None or len(words) == 1:
        return None
    if is_single and (word.endswith(".") or word != words[-1]):
        return None
    return _roman(letters)


def _roman(letters: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    return sum(
        -value if any(value < later for later in values[index + 1 :][:1]) else value
        for index, value in enumerate(values)
    )


def place_sense(name: Name) -> tuple[str, Name]:
    """
    Return the sort of place that a name states ("Batum (sanjak)", "the city of Batum"), and the rest.

    A name that is nothing but such words keeps them.
    """
    in_brackets = sense_of(fold(name.bracketed))
    if in_brackets:
        return in_brackets, evolve(name, bracketed="")
    senses = [sense_of(word) for word in name.folded]
    left = [word for word, sense in zip(name.words, senses, strict=True) if not sense and fold(word) != "of"]
    if not left or len(left) == len(name.words):
        return "", name
    found = next((sense for sense in senses if sense), "")
    return found, evolve(name, words=tuple(left), folded=tuple(fold(word) for word in left))


def with_bracketed(name: Name) -> Name:
    """Return the name with the words in its brackets: an editor's surname, another form of the name."""
    if not fold(name.bracketed):
        return name
    inner = take_apart(name.bracketed)
    return evolve(
        name,
        words=(*name.words, *inner.words),
        folded=(*name.folded, *inner.folded),
        titles=name.titles | inner.titles,
    )


def initials_agree(initials: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether each initial can stand for one of the words; initials without words say nothing."""
    left = list(words)
    had_any = bool(left)
    for initial in initials:
        found = next((word for word in left if _begins(word, initial)), None)
        if found is None:
            return not had_any
        left.remove(found)
    return True


def initials_clash(a: Iterable[str], b: Iterable[str]) -> bool:
    """Tell whether two rows of initials can't be one person's: the shorter is not found in the longer."""
    shorter, longer = sorted((tuple(a), tuple(b)), key=len)
    left = iter(longer)
    return not all(any(_begins(other, each) for other in left) for each in shorter)


def _begins(word: str, initial: str) -> bool:
    firsts = {key[:1] for key in spelling_keys(word)} | {word[:1].casefold()}
    return bool(firsts & ({key[:1] for key in spelling_keys(initial)} | {initial}))
