"""What stands around the passages in their documents, for a report that was asked to show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from claimcheck.model.document import Anchor

_REACH = 240
"""Code points on either side: some three lines of a book, enough to judge a quotation by."""


def with_surroundings(anchors: Sequence[Anchor], texts: Mapping[str, str]) -> tuple[Anchor, ...]:
    """
    Return the anchors with the words before and after each, where its document is at hand.

    `texts` holds the documents by id. Documents may be under copyright, so nothing calls this unless
    somebody asked for it.
    """
    return tuple(_with_surroundings(each, texts.get(each.passage.document, "")) for each in anchors)


def _with_surroundings(anchor: Anchor, text: str) -> Anchor:
    if anchor.start is None or anchor.end is None or not text:
        return anchor
    before = text[max(0, anchor.start - _REACH) : anchor.start]
    after = text[anchor.end : anchor.end + _REACH]
    if anchor.start > _REACH:
        before = _from_a_word(before)
    if anchor.end + _REACH < len(text):
        after = _from_a_word(after[::-1])[::-1]
    return evolve(anchor, before=before, after=after)


def _from_a_word(text: str) -> str:
    """Return text without the word that it was cut in, unless it is all one."""
    place = next((place for place, char in enumerate(text) if char.isspace()), 0)
    return text[place:]
