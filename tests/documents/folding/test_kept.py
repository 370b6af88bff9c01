"""Folded text and its index as bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.folding.fold import Folded, Segment, fold
from claimcheck.documents.folding.index import WordIndex
from claimcheck.documents.folding.kept import key_of, pack, unpack

TEXTS = st.text(st.sampled_from("abéß ﬁ1290.,-\n³¹\ud800\U00010400"), max_size=40)
KEY = bytes(range(32))


def packed(text: str, segments: list[Segment]) -> tuple[Folded, WordIndex, bytes]:
    """Return what was made of a text, and the bytes of it."""
    folded = fold(text, segments)
    index = WordIndex(folded.text)
    return folded, index, b"".join(pack(KEY, folded, index))


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_kept_is_what_was_made(body: str, note: str, more: str) -> None:
    """Text, segments, joints, edits, words and their places come back, and give the same spans."""
    ends = (0, len(body), len(body + note), len(body + note + more))
    order = [Segment(start=ends[0], end=ends[1]), Segment(start=ends[2], end=ends[3], flows=True)]
    folded, index, data = packed(body + note + more, [*order, Segment(start=ends[1], end=ends[2])])
    found = unpack(KEY, data)

    assert found is not None
    assert (found[0].text, found[0].segments, found[0].joints) == (
        folded.text,
        folded.segments,
        folded.joints,
    )
    assert found[0].edits == folded.edits
    assert found[1].counts == index.counts
    assert list(found[1].counts) == list(index.counts)
    assert {word: list(found[1].places(word)) for word in index.counts} == {
        word: list(index.places(word)) for word in index.counts
    }
    assert found[1].places("never") == ()


def test_whatever_is_torn_or_foreign_is_nothing() -> None:
    """Cut at any byte, or with any byte changed, or under another key, the bytes say nothing."""
    text = "the aban-\ndoned fort"
    *_, data = packed(text, [Segment(start=0, end=len(text))])

    assert unpack(KEY, data) is not None
    assert [at for at in range(len(data)) if unpack(KEY, data[:at])] == []
    assert [at for at in range(len(data)) if unpack(KEY, data[:at] + b"\xff" + data[at + 1 :])] == []
    assert unpack(bytes(32), data) is None
    assert unpack(KEY, b"a file of somebody else") is None


def test_a_key_tells_text_and_order() -> None:
    """Another text, another division of it, and another way to go on have other keys."""
    whole, halves = [Segment(start=0, end=4)], [Segment(start=0, end=2), Segment(start=2, end=4)]
    flowing = [halves[0], Segment(start=2, end=4, flows=True)]
    keys = {key_of(text, order) for text in ("abcd", "abce") for order in (whole, halves, flowing)}

    assert len(keys) == 6
    assert key_of("abcd", whole) in keys
