"""The folding, and its way back to the original."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.folding.characters import STOP
from claimcheck.documents.folding.fold import Segment, fold

ODD = "abz ABZ\n\r\t-–’“*_¹²³\u00ad\u200bİıIéﬁßœЙйΣ1½\u0301\u0327\ud800" + STOP
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Kâzım Karabekir", "kazim karabekir"),
        ("İSTİKLÂL ırmak", "istiklal irmak"),
        ("the garri-\nson held", "the garrison held"),
        ("the garri-\r\nson held", "the garrison held"),
        ("the garri\u00ad\n  son held", "the garrison held"),
        ("the Anglo-\nFrench fleet", "the anglo-french fleet"),
        ("left - \nright", "left - right"),
        ("two\n\n\tgaps  here", "two gaps here"),
        ("‘so’ — “thus”", "'so' - 'thus'"),
        ("the *Gazette*¹² says", "the gazette says"),
        ("ﬁfty oﬃcers", "fifty officers"),
        ("1½ miles", "1½ miles"),
        ("СТАРЫЙ", "старый"),
        ("ΟΔΟΣ", "οδοσ"),
    ],
)
def test_folding(printed: str, folded: str) -> None:
    """Case, marks, typography and layout go; letters, digits and words stay."""
    assert fold(printed).text == folded


@given(st.one_of(TEXTS, st.text(alphabet="aZ9.,’“ éß¹-[\u00a0İ", max_size=30)))
def test_the_short_ways_fold_as_the_long_one(text: str) -> None:
    """A text that is folded without looking for exceptions is what the search for them makes of it."""
    plainly, thoroughly = fold(text), fold(text, (Segment(start=0, end=len(text)),))

    assert plainly.text == thoroughly.text
    places = range(len(plainly.text) + 1)
    spans = [(start, end) for start in places for end in places if start < end]
    assert [plainly.span(*each) for each in spans] == [thoroughly.span(*each) for each in spans]


@given(TEXTS, st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_spans_are_those_of_single_spans(text: str, offsets: list[int]) -> None:
    """The originals of words in order are the same one by one and at once."""
    folded = fold(text, (Segment(start=0, end=len(text)),))
    bounds = sorted({min(each, len(folded.text)) for each in offsets})
    words = list(pairwise(bounds))

    assert folded.spans(words) == [folded.span(*each) for each in words]


@given(TEXTS, st.data())
def test_a_folded_span_leads_back(text: str, data: st.DataObject) -> None:
    """The original of a folded span folds to that span, unless the span cuts an expanded character."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    original = folded.span(start, end)
    again = fold(text[slice(*original)]).text
    cut = folded.original_start(start) == folded.original_start(start - 1) if start else False
    cut_after = end < len(folded.text) and folded.original_start(end) == folded.original_start(end - 1)

    if start < end:
        assert folded.text[start:end] in again
        assert cut or cut_after or again == folded.text[start:end]


@given(TEXTS, st.lists(st.integers(0, 60), max_size=6))
def test_many_spans_lead_back_as_each_does(text: str, cuts: list[int]) -> None:
    """Many folded spans are turned into the original's at once, with the same result."""
    folded = fold(text)
    bounds = sorted(min(cut, len(folded.text)) for cut in cuts)
    spans = list(pairwise(bounds))

    assert folded.spans(spans) == [folded.span(*span) for span in spans]


@given(TEXTS)
def test_folding_is_idempotent_in_content(text: str) -> None:
    """Folding what was folded changes nothing but white space at joints."""
    once = fold(text).text

    assert fold(once).text.replace(" ", "") == once.replace(" ", "").replace(STOP, "")


@given(TEXTS)
def test_the_whole_maps_into_the_whole(text: str) -> None:
    """Offsets led back rise, and stay within the text."""
    folded = fold(text)
    starts = [folded.original_start(offset) for offset in range(len(folded.text))]

    assert starts == sorted(starts)
    assert all(0 <= start < len(text) for start in starts)


def test_segments_flow_on_over_what_stands_between() -> None:
    """A word divided at a page end is joined with the rest of it on the next page."""
    text = "the garri-\n\n1 A note.\n\nson held"
    page, note, after = (0, 10), (12, 21), (23, 31)
    folded = fold(
        text,
        [
            Segment(start=page[0], end=page[1]),
            Segment(start=after[0], end=after[1], flows=True),
            Segment(start=note[0], end=note[1]),
        ],
    )
    start = folded.text.index("garrison")

    assert folded.text == f"the garrison held{STOP}1 a note."
    assert folded.pieces(start, start + len("garrison")) == ((4, 9), (23, 26))
    assert folded.span(start, start + len("garrison held")) == (4, 31)
    assert folded.folded_ranges(note) == ((18, 27),)
    assert folded.folded_ranges((4, 26)) == ((4, 9), (9, 12), (18, 27))
