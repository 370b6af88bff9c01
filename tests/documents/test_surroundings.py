"""What stands around a passage in its document."""

from __future__ import annotations

from claimcheck.documents.surroundings import with_surroundings
from claimcheck.model.document import Anchor, Passage, QuotationStatus

TEXT = "".join(f"word{number} " for number in range(200))
PASSAGE = Passage(document="d", quotation="word100")


def _anchor(start: int | None, end: int | None) -> Anchor:
    return Anchor(passage=PASSAGE, status=QuotationStatus.EXACT, start=start, end=end)


def test_whole_words_on_either_side() -> None:
    """Some lines before and after are kept, and no word is cut."""
    start = TEXT.index("word100")
    (found,) = with_surroundings([_anchor(start, start + 7)], {"d": TEXT})

    assert found.before.split()[-1] == "word99"
    assert found.after.split()[0] == "word101"
    assert f"{found.before}word100{found.after}" in TEXT
    assert set(found.before.split()) | set(found.after.split()) <= set(TEXT.split())
    assert 200 < len(found.before) <= 240


def test_at_the_ends_of_a_document() -> None:
    """At the begin and at the end there is no more to keep, and nothing is cut off."""
    first, last = with_surroundings([_anchor(0, 5), _anchor(len(TEXT) - 8, len(TEXT))], {"d": TEXT})

    assert (first.before, last.after) == ("", "")


def test_what_was_not_found_stays_as_it_was() -> None:
    """Without a place in a text at hand there are no surroundings; one endless word is kept whole."""
    lost = _anchor(None, None)
    found = _anchor(300, 301)

    assert with_surroundings([lost, found], {}) == (lost, found)
    assert with_surroundings([found], {"d": "a" * 900})[0].before == "a" * 240
