"""Quotations to be looked for in a printed text, each with what is true of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle, islice

from attrs import field, frozen

from benchmarks.quotations.alterations import ALTERATIONS, Stock, alter
from benchmarks.quotations.plain import Folded, fold_plainly
from benchmarks.quotations.printing import RATES, Printed, Sheet
from claimcheck.documents.judging.word_lists import known_words

SHORTEST, LONGEST = 20, 300
N_OF_A_RATE, N_OVER_PAGE_ENDS, N_ABSENT, N_ALTERED = 50, 25, 50, 50
_MOST_TRIES = 40
_MOST_SHEETS = 5_000
"""Pages that are tried for one kind of quotation; a text without any figure would be searched for ever."""

_UP_TO = {0.0: 0.0, 0.02: 0.035, 0.05: 0.075, 0.10: 0.15}
"""The greatest share of wrong characters that counts as each rate, where damage is found and not made."""

_LEAST_ON_A_PAGE = 8
_SENTENCE_MARKS = " .,;:"
_WORD = re.compile(r"[a-z]{2,}")


@frozen(kw_only=True)
class Question:
    """
    A quotation and where it stands, or stood before it was altered, in code points of the text.

    `kind` is `present`, `over a page end`, `altered` or `absent`. `group` is the share of wrong
    characters in per cent, or what was altered. `hit` says what the damage of a present quotation has
    made of it that no reader of the text could tell from another wording: `digit` or `word`.
    """

    quotation: str
    kind: str
    group: str = ""
    start: int = -1
    end: int = -1
    hit: str = ""


@frozen(kw_only=True)
class Examination:
    """A text, the quotations that are looked for in it, and how many could not count."""

    name: str
    text: str = field(repr=False)
    first_page: int | None
    questions: tuple[Question, ...] = field(repr=False)
    n_stand_by_chance: int = 0
    n_stand_twice: int = 0


class _Setter:
    """Sets the questions of one text."""

    def __init__(self, printed: Printed, seed: int) -> None:
        self.printed = printed
        self.clean = printed.clean
        self.chance = random.Random(seed)  # noqa: S311 - the same questions every time
        self.stock = Stock.of(self.clean)
        self.folded = Folded.of(printed.text)
        self.folded_clean = fold_plainly(self.clean)
        self.asked: set[int] = set()
        self.n_stand_by_chance = 0
        self.n_stand_twice = 0

    def present(self, n: int) -> Iterator[Question]:
        """Yield quotations of each share of wrong characters, n of each."""
        for rate in RATES:
            sheets = [sheet for sheet in self.printed.sheets if sheet.rate == rate]
            for span in islice(self._spans_of(sheets), n):
                yield self._question(*span, "present", f"{rate:.0%}")

    def present_by_damage(self, n: int) -> Iterator[Question]:
        """Yield quotations of each share of wrong characters, which is measured against the truth."""
        wanted = dict.fromkeys(_UP_TO, n)
        for start, end in self._spans_of(list(self.printed.sheets)):
            damage = self._damage(start, end)
            rate = next((rate for rate, most in _UP_TO.items() if damage <= most), None)
            if rate is not None and wanted[rate]:
                wanted[rate] -= 1
                yield self._question(start, end, "present", f"{rate:.0%}")
            if not any(wanted.values()):
                return

    def over_page_ends(self, n: int) -> Iterator[Question]:
        """Yield quotations that begin on one page and end on the next, n or as many as there are."""
        ends = [sheet.end for sheet in self.printed.sheets[:-1]]
        self.chance.shuffle(ends)
        n_found = 0
        for page_end in ends:
            for _try in range(_MOST_TRIES):
                wanted = self.chance.randint(SHORTEST, LONGEST)
                least = min(_LEAST_ON_A_PAGE, wanted // 2)
                span = self._words(page_end - self.chance.randint(least, wanted - least), wanted)
                if span and span[0] + least <= page_end <= span[1] - least and self._is_free(*span):
                    yield self._question(*span, "over a page end", "")
                    n_found += 1
                    break
            if n_found == n:
                return

    def altered(self, n: int) -> Iterator[Question]:
        """Yield altered copies of quotations, of each kind in turn and from pages of each rate."""
        kinds = cycle(ALTERATIONS)
        kind, n_found = next(kinds), 0
        for start, end in self._spans_of(list(self.printed.sheets)):
            copy = alter(self._quotation(start, end), kind, self.stock, self.chance)
            if copy is None:
                continue
            if self._stands_by_chance(copy, start, end):
                self.n_stand_by_chance += 1
                continue
            at = self.printed.span(start, end)
            yield Question(quotation=copy, kind="altered", group=kind, start=at[0], end=at[1])
            kind, n_found = next(kinds), n_found + 1
            if n_found == n:
                return

    def absent(self, other: str, n: int) -> Iterator[Question]:
        """Yield quotations from another text with the same vocabulary."""
        n_found = 0
        while n_found < n:
            span = self._words(self.chance.randrange(len(other) - LONGEST), self._length(), other)
            if span is None:
                continue
            quotation = other[slice(*span)].replace("\n", " ")
            folded = fold_plainly(quotation)
            if folded in self.folded_clean or folded in self.folded.text:
                self.n_stand_by_chance += 1
                continue
            yield Question(quotation=quotation, kind="absent")
            n_found += 1

    def _length(self) -> int:
        return self.chance.randint(SHORTEST, LONGEST)

    def _spans_of(self, sheets: list[Sheet]) -> Iterator[tuple[int, int]]:
        """Yield spans of words, from sheet to sheet and round again, until none is to be had any more."""
        self.chance.shuffle(sheets)
        for sheet in islice(cycle(sheets), _MOST_SHEETS):
            for _try in range(_MOST_TRIES):
                length = self._length()
                room = sheet.end - sheet.start - length
                if room <= 0:
                    continue
                span = self._words(sheet.start + self.chance.randrange(room), length)
                if span and sheet.start <= span[0] and span[1] < sheet.end and self._is_free(*span):
                    yield span
                    break
            else:
                # The sheet is full: from now on quotations may share words.
                self.asked.difference_update(range(sheet.start, sheet.end))

    def _words(self, near: int, length: int, text: str | None = None) -> tuple[int, int] | None:
        """Return whole words near a place, about so many characters, with or without a stop at the end."""
        text = text or self.clean
        start = re.compile(r"\s+").search(text, max(0, near - 1))
        if start is None or start.end() >= len(text):
            return None
        end = text.rfind(" ", start.end(), start.end() + length + 1)
        if end - start.end() < SHORTEST * 0.8:
            return None
        if self.chance.random() < 0.5:
            end = start.end() + len(text[start.end() : end].rstrip(_SENTENCE_MARKS))
        return start.end(), end

    def _is_free(self, start: int, end: int) -> bool:
        """Whether no other quotation holds these words, and they stand once; mark them if so."""
        if not self.asked.isdisjoint(range(start, end)):
            return False
        if self.folded_clean.count(fold_plainly(self.clean[start:end])) != 1:
            self.n_stand_twice += 1
            return False
        self.asked.update(range(start, end))
        return True

    def _question(self, start: int, end: int, kind: str, group: str) -> Question:
        quotation = self._quotation(start, end)
        at = self.printed.span(start, end)
        hit = self._hit(start, end) if kind == "present" else ""
        return Question(quotation=quotation, kind=kind, group=group, start=at[0], end=at[1], hit=hit)

    def _hit(self, start: int, end: int) -> str:
        edits = self.printed.edited.within(start, end)
        if any(self.clean[first:last].isdigit() for first, last in edits):
            return "digit"
        before = set(_WORD.findall(fold_plainly(self.clean[start:end])))
        after = _WORD.findall(fold_plainly(self.printed.text[slice(*self.printed.span(start, end))]))
        others = (word for word in after if word not in before)
        return "word" if any(word in self.stock.known or word in known_words() for word in others) else ""

    def _quotation(self, start: int, end: int) -> str:
        return self.clean[start:end].replace("\n", " ")

    def _damage(self, start: int, end: int) -> float:
        """Return the share of the characters of a span that are wrong in the text."""
        from rapidfuzz.distance import Levenshtein

        printed = self.printed.text[slice(*self.printed.span(start, end))]
        return Levenshtein.distance(fold_plainly(self.clean[start:end]), fold_plainly(printed)) / (
            end - start
        )

    def _stands_by_chance(self, copy: str, start: int, end: int) -> bool:
        """Whether an altered copy stands in the text, or the damage has made the true words as unlike."""
        from rapidfuzz.distance import Levenshtein

        folded = fold_plainly(copy)
        if folded in self.folded_clean or folded in self.folded.text:
            return True
        printed = fold_plainly(self.printed.text[slice(*self.printed.span(start, end))])
        true = fold_plainly(self.clean[start:end])
        return Levenshtein.distance(folded, printed) <= Levenshtein.distance(true, printed)


def examine(name: str, printed: Printed, other: str, seed: int = 1, *, is_real: bool = False) -> Examination:
    """
    Set the questions of a printed text; the absent quotations are taken from the other, clean text.

    Where the damage is real, nobody knows its share before it is measured, quotation by quotation.
    """
    setter = _Setter(printed, seed)
    present = setter.present_by_damage if is_real else setter.present
    questions = [
        *present(N_OF_A_RATE),
        *setter.over_page_ends(N_OVER_PAGE_ENDS),
        *setter.altered(N_ALTERED),
        *setter.absent(other, N_ABSENT),
    ]
    # A run that is stopped early has then asked some of each kind.
    setter.chance.shuffle(questions)
    return Examination(
        name=name,
        text=printed.text,
        first_page=printed.layout.first_page,
        questions=tuple(questions),
        n_stand_by_chance=setter.n_stand_by_chance,
        n_stand_twice=setter.n_stand_twice,
    )
