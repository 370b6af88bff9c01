"""Locators as historians write them, read into their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from claimcheck.documents.pages.locator_parts import Locator, Part, Values, roman_number
from claimcheck.documents.pages.locator_terms import LONGEST_FORM, locator_terms, plain

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+°?|[§¶]+|\S")
_LONGEST_LOCATOR = 500
_SHORTEST_TERM_AFTER = 3

_NAMED = ("section", "chapter", "sub-verbo")
_DOTTED = frozenset(("section", "chapter", "figure", "table", "equation", "paragraph", "part", "version"))
_WITH_COLON = frozenset(("verse", "surah", "timestamp"))
_UNLETTERED = frozenset(("page", "folio", "line", "timestamp"))
_NOTE_SIGNS = "*†‡"
_QUOTES = " \t\"'‘’“”«»„"
_SIDE_AND_COLUMN = re.compile("([rv])([a-d])")


@frozen
class _Token:
    text: str
    plain: str
    start: int
    end: int


def parse_locator(text: str) -> tuple[Locator, ...]:
    """
    Return the places that a locator names, several when semicolons part them, none when it is blank.

    Nothing raises, and the time grows with the length.

    >>> parse_locator("fol. 12v, col. b")[0].parts[1]
    Part(term='column', values=(Values(first='b', last='b'),), name='')
    """
    places = text[:_LONGEST_LOCATOR].split(";")
    return tuple(_Reader(place).read() for place in places if place.strip())


class _Reader:
    """Reads one place, token by token. Positions are indices of tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            _Token(match.group(), plain(match.group()), *match.span()) for match in _TOKEN.finditer(text)
        ]
        self.words = locator_terms()

    def read(self) -> Locator:
        parts: list[Part] = []
        other: list[str] = []
        at = 0
        while at < len(self.tokens):
            found = self._part(at) or (self._number_first(at) if not parts else None)
            if found is not None:
                at = found[1]
                parts += found[0]
                continue
            if self.tokens[at].text not in ",.":
                other.append(self.tokens[at].text)
            at += 1
        return Locator(parts=tuple(_merged(parts)), other=" ".join(other))

    def _part(self, at: int) -> tuple[list[Part], int] | None:
        """Return the part that begins at a token, with one of a column or page that is joined to it."""
        if self.tokens[at].plain in self.words.bare:
            return [Part(term=self.words.bare[self.tokens[at].plain])], at + 1
        found = self._term(at)
        if found is None:
            return None
        term, after = found
        values, column, end = self._values(after, term)
        if term in _NAMED and (term == "sub-verbo" or not (values and self._is_end(end))):
            name_end = self._name_end(after)
            if name := self._between(after, name_end).strip(_QUOTES):
                return [Part(term=term, name=name)], name_end
        if not values:
            return None
        parts = [Part(term=term, values=values)]
        if column:
            parts.append(Part(term="column", values=(Values(first=column, last=column),)))
        if term == "volume" and self._text(end) == ":":
            pages, _column, last = self._values(end + 1, "page")
            if pages:
                return [*parts, Part(term="page", values=pages)], last
        return parts, end

    def _number_first(self, at: int) -> tuple[list[Part], int] | None:
        """Return what a number without a term before it means: "3rd column", else a page at the begin."""
        if not self._text(at)[:1].isdigit():
            return None
        after = at + 1
        while self._text(after) in ("-", ".") or self._plain(after) in self.words.ordinals:
            after += 1
        # "12r" and "137f." are a side and the pages that follow, whatever terms these letters are.
        is_joined_letter = self._is_joined(after) and len(self._text(after)) < _SHORTEST_TERM_AFTER
        term = None if is_joined_letter else self._term(after)
        number = self.tokens[at].text
        if term is not None and after < len(self.tokens) and not self._values(term[1], term[0])[0]:
            return [Part(term=term[0], values=(Values(first=number, last=number),))], term[1]
        if at > 0:
            return None
        values, column, end = self._values(at, "folio")
        if not values or column or not self._is_end(end):
            return None
        sided = any(value.first[-1:] in "rv" for value in values)
        return [Part(term="folio" if sided else "page", values=values)], end

    def _term(self, at: int) -> tuple[str, int] | None:
        """Return the term whose longest form begins at a token, and the token after its stop."""
        form, found = "", None
        for _word in range(LONGEST_FORM):
            form = f"{form} {self._plain(at)}".strip()
            at += 1
            after = at + (self._text(at) == ".")
            if form in self.words.forms:
                found = self.words.forms[form], after
            at = after
        return found

    def _values(self, at: int, term: str) -> tuple[tuple[Values, ...], str, int]:
        """Return a list of values, the column written after a single folio, and the token after them."""
        found: list[Values] = []
        column = ""
        end = at
        while (first := self._value(at, term)) is not None:
            label, column, end = first
            last, end = self._last(label, end, term)
            found.append(Values(first=label, last=last))
            if self._plain(end) not in self.words.lists:
                break
            at = end + 1
        return tuple(found), column if len(found) == 1 and found[0].first == found[0].last else "", end

    def _last(self, first: str, at: int, term: str) -> tuple[str, int]:
        """Return the end of a range, "137-8" or "137ff.", and the token after it."""
        if self._plain(at) in self.words.ranges:
            second = self._value(at + 1, term)
            if second is not None:
                return _unabbreviated(first, second[0]), second[2]
        joined = self._plain(at) in self.words.lists and self._plain(at + 1) in self.words.following
        word = at + joined
        n_more = self.words.following.get(self._plain(word))
        after = word + 1 + (self._text(word + 1) == ".")
        if n_more and first.isdigit() and not self._text(after)[:1].isdigit():
            return str(int(first) + n_more), after
        return first, at

    def _value(self, at: int, term: str) -> tuple[str, str, int] | None:
        """Return one value, the column joined to it, and the token after it."""
        text = self._text(at)
        if text.isdigit() and text.isascii():
            return self._number(at, term)
        if term == "note" and text and text in _NOTE_SIGNS:
            end = at
            while self._text(end) == text:
                end += 1
            return text * (end - at), "", end
        is_letter = len(text) == 1 and text.isalpha() and term not in _UNLETTERED
        if not (is_letter or roman_number(text)):
            return None
        # "l. 20" and "d. 4" are abbreviations with a number of their own, known or not.
        following = at + 1 + (self._text(at + 1) == ".")
        return None if self._text(following)[:1].isdigit() else (text, "", at + 1)

    def _number(self, at: int, term: str) -> tuple[str, str, int]:
        label, end = self.tokens[at].text, at + 1
        marks = ("." if term in _DOTTED else "") + (":" if term in _WITH_COLON else "")
        while self._is_joined(end) and self._text(end) in tuple(marks) and self._is_number_joined(end + 1):
            label += self._text(end) + self._text(end + 1)
            end += 2
        word = self._plain(end)
        is_side = (
            word in self.words.sides and not self._text(end + 1 + (self._text(end + 1) == "."))[:1].isdigit()
        )
        if term == "folio" and is_side:
            return label + self.words.sides[word], "", end + 1 + (self._text(end + 1) == ".")
        if not self._is_joined(end):
            return label, "", end
        match = _SIDE_AND_COLUMN.fullmatch(word)
        if term == "folio" and match:
            return label + match[1], match[2], end + 1
        if len(word) == 1 and word in "abcde" and not self._is_number_joined(end + 1):
            return label + word, "", end + 1
        return label, "", end

    def _is_term_of_number(self, at: int) -> bool:
        found = self._term(at)
        return found is not None and self._text(found[1])[:1].isdigit()

    def _is_end(self, at: int) -> bool:
        """Whether values may end before a token: at the end, at a comma or stop, before the next term."""
        return self._text(at) in ("", ",", ".") or self._is_term_of_number(at)

    def _name_end(self, at: int) -> int:
        """Return the token after a name: the comma before the next term with a number, or the end."""
        while at < len(self.tokens):
            if self._text(at) == "," and self._is_term_of_number(at + 1):
                break
            at += 1
        return at

    def _between(self, at: int, end: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[end - 1].end] if at < end else ""

    def _text(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _plain(self, at: int) -> str:
        return self.tokens[at].plain if at < len(self.tokens) else ""

    def _is_joined(self, at: int) -> bool:
        """Whether a token touches the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end

    def _is_number_joined(self, at: int) -> bool:
        return self._is_joined(at) and self._text(at)[:1].isdigit()


def _unabbreviated(first: str, last: str) -> str:
    """Return the end of a range in full: 137-8 ends at 138, 137-42 at 142."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _merged(parts: list[Part]) -> Iterator[Part]:
    """Yield one part for each term that has values; names stay apart."""
    by_term: dict[str, Part] = {}
    for part in parts:
        if part.values and part.term in by_term:
            part = Part(term=part.term, values=by_term[part.term].values + part.values)
        by_term[f"{part.term} {part.name}" if part.name else part.term] = part
    yield from by_term.values()
