"""The notes of a page of wikitext: which of them are one, and the labels that its wiki gives them."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from claimcheck.documents.readers.hypertext.scan import Tag
from claimcheck.documents.readers.wiki.words import lost

Piece = Tag | str

MARK = "ref-mark"
"""The element that stands for the mark of a note."""

_KEY = "key"
_ALPHABETS = {"alpha": "abcdefghijklmnopqrstuvwxyz", "greek": "αβγδεζηθικλμνξοπρστυφχψω"}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@frozen(kw_only=True)
class NumberedNote:
    """A note with the key of its marks, its label, and what it says."""

    key: str
    label: str
    pieces: tuple[Piece, ...]


@define
class References:
    """Notes by their keys, collected while a page is read, and numbered after."""

    _said: dict[str, list[Piece]] = field(factory=dict)
    _groups: dict[str, str] = field(factory=dict)

    def key(self, group: str, name: str) -> str:
        """Return the key of a note of this name; each without a name is another one."""
        key = f"{group}\n{name}" if name else f"{group}\n\n{len(self._groups)}"
        self._groups[key] = group
        return key

    def define(self, key: str, pieces: list[Piece]) -> None:
        """Let a note say this, unless it was said otherwise before."""
        if pieces:
            self._said.setdefault(key, pieces)

    def numbered(self, pieces: Iterable[Piece]) -> Iterator[NumberedNote]:
        """Yield the notes whose marks stand in a text, then those whose marks stand in notes, in order."""
        seen: set[str] = set()
        counts: Counter[str] = Counter()
        waiting = deque([pieces])
        while waiting:
            for key in _keys(waiting.popleft()):
                if key in seen:
                    continue
                seen.add(key)
                group = self._groups[key]
                counts[group] += 1
                said = self._said.get(key, [lost("note")])
                waiting.append(said)
                yield NumberedNote(key=key, label=_label(group, counts[group]), pieces=tuple(said))


def mark(key: str) -> Tag:
    """Return the mark of a note."""
    return Tag(MARK, {_KEY: key}, is_empty=True)


def _keys(pieces: Iterable[Piece]) -> Iterator[str]:
    return (each.attributes[_KEY] for each in pieces if isinstance(each, Tag) and each.name == MARK)


def _label(group: str, n: int) -> str:
    """
    Return the label of the n-th note of a group.

    >>> _label("", 3), _label("lower-alpha", 28), _label("lower-roman", 9), _label("note", 2)
    ('3', 'ab', 'ix', 'note 2')
    """
    case, _, system = group.partition("-")
    if case in ("lower", "upper") and system in (*_ALPHABETS, "roman"):
        words = _roman(n) if system == "roman" else _letters(n, _ALPHABETS[system])
        return words.upper() if case == "upper" else words
    return f"{group} {n}" if group and group != "decimal" else str(n)


def _letters(n: int, alphabet: str) -> str:
    letters = ""
    while n:
        n, at = divmod(n - 1, len(alphabet))
        letters = alphabet[at] + letters
    return letters


def _roman(n: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (n // value)
        n %= value
    return letters
