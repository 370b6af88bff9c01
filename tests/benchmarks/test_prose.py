"""The invented prose of the bench, and what printing does to it."""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz.distance import Levenshtein

from benchmarks.quotations.plain import fold_plainly
from benchmarks.quotations.printing import RATES, Printed, print_text
from benchmarks.quotations.prose import write_prose


def test_prose_is_the_same_every_time() -> None:
    """One seed gives one text; another gives another text of the same words."""
    one, again, other = write_prose(3_000, 1), write_prose(3_000, 1), write_prose(3_000, 2)

    assert one == again
    assert one != other


def test_words_are_as_frequent_as_in_books(clean: str) -> None:
    """Few words make most of the text, and more than half of all words occur once."""
    counts = Counter(re.findall(r"[^\W\d_]+", clean.lower()))
    n_once = sum(n == 1 for n in counts.values())

    assert counts.most_common(1)[0][0] == "the"
    assert sum(n for _word, n in counts.most_common(50)) > 0.4 * counts.total()
    assert n_once > 0.5 * len(counts)


def test_a_page_without_damage_keeps_its_words(printed: Printed) -> None:
    """Where no character is wrong, whatever is printed is what was written, note marks aside."""
    for sheet in (sheet for sheet in printed.sheets if not sheet.rate):
        start, end = printed.span(sheet.start, sheet.start + 200)
        words = fold_plainly(printed.text[start:end])

        assert re.sub(r"\d", "", words) == re.sub(r"\d", "", fold_plainly(printed.clean[sheet.start :][:200]))


def test_so_many_characters_are_wrong_as_is_said(printed: Printed) -> None:
    """A page on which a tenth of the characters should be wrong differs by about a tenth."""
    for sheet in (sheet for sheet in printed.sheets if sheet.rate):
        length = sheet.end - sheet.start
        start, end = printed.span(sheet.start + 10, sheet.end - 10)
        wrong = Levenshtein.distance(
            fold_plainly(printed.clean[sheet.start + 10 : sheet.end - 10]),
            fold_plainly(printed.text[start:end]),
        )

        assert 0.7 * sheet.rate < wrong / length < 1.3 * sheet.rate


def test_pages_end_with_a_form_feed(printed: Printed) -> None:
    """Pages of each rate follow one another, each but the last ending with a form feed and a running head."""
    heads = [page.split("\n")[0] for page in printed.text.split("\f")[1:]]

    assert len(printed.sheets) == len(heads) + 1
    assert {sheet.rate for sheet in printed.sheets} == set(RATES)
    for number, head in enumerate(heads, 102):
        assert str(number) in head.split()


def test_printing_is_the_same_every_time(clean: str, printed: Printed) -> None:
    """One text is printed the same way twice."""
    assert print_text(clean).text == printed.text
