"""A passage and what became of it, in words."""

from __future__ import annotations

from claimcheck.model.document import Anchor, Passage, QuotationStatus
from claimcheck.model.plain import plain
from claimcheck.model.wording import passage_words
from claimcheck.report.codes import QUOTATION_STATUSES
from claimcheck.report.view import View

# A report shows enough of a document to judge a difference, and never pages of somebody else's text.
_LONGEST_EXCERPT = 160

# Where the words themselves may be others than the quotation, one has to see them.
_SHOWN = (QuotationStatus.DOUBTFUL, QuotationStatus.ALTERED)


def place_words(view: View, passage: Passage) -> str:
    """
    Return a passage on one line: locator, «quotation», and in what the document differs from it.

    What was found is left out when the quotation stands there to the letter, and when no document was
    at hand: the summary says both once.
    """
    place = passage_words(passage) or f"in {passage.document}"
    anchor = view.anchor(passage)
    if not view.has_documents or not passage.quotation or anchor.status is QuotationStatus.EXACT:
        return place
    return f"{place}: {found_words(anchor)}"


def found_words(anchor: Anchor) -> str:
    """Return what was found of a quotation, and each way in which it differs."""
    words = QUOTATION_STATUSES[anchor.status]
    if anchor.found_at:
        words += f" ({plain(anchor.found_at)})"
    if anchor.differs:
        words += f": {'; '.join(plain(each) for each in anchor.differs)}"
    if anchor.text and anchor.status in _SHOWN:
        words += f"; there stands «{excerpt(anchor.text)}»"
    return f"{words}; {plain(anchor.chance)}" if anchor.chance else words


def excerpt(text: str) -> str:
    """Return the begin of a text, cut where it grows long."""
    text = plain(text)
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
