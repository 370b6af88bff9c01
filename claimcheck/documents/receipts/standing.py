"""Whether what a receipt says still holds in a text that has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck._version import __version__
from claimcheck.documents.folding.fold import Range
from claimcheck.documents.folding.words import Reading
from claimcheck.documents.pages.page_map import PageMap
from claimcheck.documents.receipts.digests import Cited, hull, place_at, text_digest
from claimcheck.documents.receipts.records import Receipt

ENGINE = f"claimcheck {__version__}"
"""What judged. Another version may judge otherwise, so its receipts are told and never kept."""


class ChangedText:
    """A text held against receipts that were written from another file."""

    def __init__(self, text: str, pages: PageMap, sha256: str) -> None:
        self.text = text
        self.pages = pages
        self.sha256 = sha256
        self._cited = Cited(text)
        self._digest = ""

    def is_news_to(self, receipt: Receipt) -> bool:
        """Whether the receipt was written from another text; a file may change and its text stay."""
        if receipt.file == self.sha256:
            return False
        self._digest = self._digest or text_digest(self.text)
        return receipt.text != self._digest

    def kept_place(self, receipt: Receipt, within: Sequence[Range] | None) -> Range | None:
        """
        Return where a passage still stands just as it did, None when it has to be searched again.

        What is cited is the same, and so is what stands in the place and next to it. The words there are
        held against those of the quotation once more, so that a receipt alone makes nothing sound.
        """
        stretch, place, around = hull(within), receipt.place, receipt.around
        if stretch is None or place is None or around is None or receipt.engine != ENGINE:
            return None
        if self._cited.digest(stretch) != around.sha256:
            return None
        start = stretch[0] + around.offset
        span = start, start + place.end - place.start
        is_cited = any(span[0] < end and span[1] > start for start, end in within or ())
        found = place_at(self.text, self.pages, span, stretch)
        same = (found.before, found.within, found.after) == (place.before, place.within, place.after)
        return span if is_cited and same and _has_words(self.text[slice(*span)], receipt) else None


def _has_words(text: str, receipt: Receipt) -> bool:
    """Whether a text has the words of a quotation, or those of its begin and end."""
    printed, quoted, until = (Reading.of(each).texts for each in (text, receipt.quotation, receipt.until))
    if not quoted or not until:
        return printed == quoted
    return printed[: len(quoted)] == quoted and printed[-len(until) :] == until
