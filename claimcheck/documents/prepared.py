"""A document prepared once and asked often: the face of this station for users of the library."""

from __future__ import annotations

from typing import Any

from claimcheck.documents.finding.quotations import Found, find_quotation
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.readers.transcript import Transcript
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import Layout


class PreparedDocument:
    """
    A text in which quotations are looked up. What a search needs is made at the first one, and kept.

    >>> prepare("The fort was given up on 18 March.").find("fort was given up")["judgement"]
    'exact'
    """

    def __init__(self, search: Searchable) -> None:
        self.search = search

    @classmethod
    def of(cls, transcript: Transcript) -> PreparedDocument:
        """Prepare what a reader made of a file."""
        return cls(Searchable(text=transcript.text, pages=transcript.pages))

    @property
    def text(self) -> str:
        """The text whose code points `start` and `end` count."""
        return self.search.text

    def find(self, quotation: str, prefix: str = "", suffix: str = "", locator: str = "") -> dict[str, Any]:
        """
        Return status, judgement, offsets, the text found, in what it differs, and the rate of chance.

        `prefix` and `suffix` are what stands right before and after, and choose among several places;
        `locator` is where the quotation is cited, as historians write it: "p. 137, n. 3".
        """
        within = cited_ranges(parse_locator(locator), self.search.pages)
        return answer(
            quotation, find_quotation(self.search, quotation, within=within, prefix=prefix, suffix=suffix)
        )


def prepare(text: str, layout: Layout | None = None) -> PreparedDocument:
    """Prepare a text whose pages are told apart as the layout says; without one it is a single page."""
    return PreparedDocument(Searchable.of(text, layout))


def answer(quotation: str, found: Found) -> dict[str, Any]:
    """Return what was found under the names that `claimcheck find` answers with."""
    return {
        "quotation": quotation,
        "status": found.status.value,
        "judgement": found.judgement,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "differs": list(found.differs),
        "chance": found.chance,
    }
