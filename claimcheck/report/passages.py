"""A passage and what became of it, in words."""

from __future__ import annotations

from claimcheck.model.document import Anchor, Earlier, Passage, QuotationStatus
from claimcheck.model.plain import plain
from claimcheck.model.wording import passage_words
from claimcheck.report.codes import QUOTATION_STATUSES
from claimcheck.report.view import View

# A report shows enough of a document to judge a difference, and never pages of somebody else's text.
_LONGEST_EXCERPT = 160

_N_OF_DIGEST = 12

# Where the words themselves may be others than the quotation, one has to see them.
_SHOWN = (QuotationStatus.DOUBTFUL, QuotationStatus.ALTERED)


def place_words(view: View, passage: Passage) -> str:
    """
    Return a passage on one line: locator, «quotation», and in what the document differs from it.

    What was found is left out when the quotation stands there to the letter, and when no document was
    at hand: the summary says both once. What was found earlier is told where it is not found now.
    """
    place = passage_words(passage) or f"in {passage.document}"
    anchor = view.anchor(passage)
    if not passage.quotation or anchor.status is QuotationStatus.EXACT:
        return place
    if not view.has_documents:
        return f"{place}: {earlier_words(anchor.earlier)}" if anchor.earlier else place
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
    if anchor.chance:
        words += f"; {plain(anchor.chance)}"
    has_news = anchor.status is QuotationStatus.UNCHECKED or not anchor.status.is_sound
    return f"{words}; {earlier_words(anchor.earlier)}" if anchor.earlier and has_news else words


def surroundings_words(anchor: Anchor) -> str:
    """Return the evidence in its document, marked «so», with what stands around it, where that is kept."""
    if not (anchor.before or anchor.after):
        return ""
    return plain(f"…{anchor.before} «{anchor.text}» {anchor.after}…")


def earlier_words(earlier: Earlier) -> str:
    """Return what a receipt says: "earlier, on 2026-11-25: found exactly as quoted (p. 137), …"."""
    place = f" ({plain(earlier.place)})" if earlier.place else ""
    file = f"in the file with the digest {earlier.sha256[:_N_OF_DIGEST]}…"
    return f"earlier, on {earlier.date}: {QUOTATION_STATUSES[earlier.status]}{place}, {file}"


def recheck_words(anchor: Anchor) -> str:
    """Return in what a passage differs from its receipt, nothing when it still stands where it did."""
    earlier, quotation = anchor.earlier, excerpt(anchor.passage.quotation)
    if earlier is None:
        return ""
    if earlier.status.is_sound and not anchor.status.is_sound and not earlier.moved_to:
        return f"«{quotation}»: {QUOTATION_STATUSES[anchor.status]}; {earlier_words(earlier)}"
    if earlier.moved_to:
        return f"«{quotation}»: moved from {plain(earlier.place)} to {plain(earlier.moved_to)}"
    return ""


def excerpt(text: str) -> str:
    """Return the begin of a text, cut where it grows long."""
    text = plain(text)
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
