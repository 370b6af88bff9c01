"""Digests by which a place, a page and a text are known again without their words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from claimcheck.documents.folding.fold import Range, fold
from claimcheck.documents.pages.page_map import PageMap
from claimcheck.documents.receipts.records import Place

N_AROUND = 32
"""Code points on each side of a place, as many as Hypothes.is keeps of the words themselves."""

_N_OF_PLACE = 16
"""Hexadecimal digits of the digests of a place. They tell it from its neighbours, and prove nothing."""


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, whatever it holds."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place_at(text: str, pages: PageMap, span: Range, stretch: Range | None) -> Place:
    """Return the place of a span, with digests of what stands before, in and after it in its stretch."""
    start, end = span
    first, last = stretch or (0, len(text))
    parts = (
        text[max(first, start - N_AROUND) : start],
        text[start:end],
        text[end : min(last, end + N_AROUND)],
    )
    before, within, after = (text_digest(each)[:_N_OF_PLACE] for each in parts)
    return Place(start=start, end=end, name=pages.place(start), before=before, within=within, after=after)


class Cited:
    """
    What is cited of one text, with its digests: a page, a note, a section.

    It holds all that decides where a quotation stands; places outside never count for it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._digests: dict[Range, str] = {}

    def digest(self, stretch: Range) -> str:
        """Return the digest of a folded stretch: another division into lines leaves it the same."""
        if stretch not in self._digests:
            self._digests[stretch] = text_digest(fold(self._text[slice(*stretch)]).text.strip())
        return self._digests[stretch]


def stretch_around(span: Range, within: Sequence[Range] | None) -> Range | None:
    """Return what is cited, from its first to its last, None when a span does not lie in it whole."""
    stretch = hull(within)
    return stretch if stretch is not None and stretch[0] <= span[0] and span[1] <= stretch[1] else None


def hull(within: Sequence[Range] | None) -> Range | None:
    """Return the stretch from the first to the last of what is cited, None when nothing is."""
    if not within:
        return None
    return min(start for start, _end in within), max(end for _start, end in within)
