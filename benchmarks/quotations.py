"""Finding quotations in long texts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.rows import Row, compare


def _large_text(n_words: int) -> str:
    chance = random.Random(1)  # noqa: S311 - the same text every time
    letters = "etaoinshrdlu"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(5000)]
    return " ".join(chance.choices(words, k=n_words))


def finding() -> Iterator[Row]:
    """Finding quotations in a text of a megabyte, against scanning it for the same words."""
    from claimcheck.documents.finding.quotations import find_quotation
    from claimcheck.documents.searchable import Searchable

    text = _large_text(170_000)
    words = text.split()
    exact = [" ".join(words[start : start + 7]) for start in range(1000, 170_000, 17_000)]
    near = [quotation.replace(" ", "\n", 1).upper() for quotation in exact]
    altered = [" ".join([*quotation.split()[:3], "xyzzy", *quotation.split()[4:]]) for quotation in exact]
    searchable = Searchable.of(text)

    def theirs() -> object:
        return [text.find(quotation[:-1] + "!") for quotation in exact]

    for name, quotations in (
        ("as printed", exact),
        ("in other case", near),
        ("with a word altered", altered),
    ):

        def ours(quotations: list[str] = quotations) -> object:
            return [find_quotation(searchable, quotation) for quotation in quotations]

        yield compare(f"find {len(quotations)} quotations, {name}", ours, "as many scans by str.find", theirs)
