"""Pages in PAGE XML."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers.page_xml import read
from claimcheck.documents.readers.transcript import RefusedError, Transcript
from claimcheck.model.document import Layout


def drawn(page: str) -> Transcript:
    """Read a file with this page."""
    return read(f"<PcGts><Page>{page}</Page></PcGts>".encode(), Layout())


def region(name: str, *lines: str, kind: str = "paragraph", inner: str = "") -> str:
    """Return a region of these lines."""
    texts = "".join(f"<TextLine>{equiv(line)}</TextLine>" for line in lines)
    return f'<TextRegion id="{name}" type="{kind}">{inner}{texts}</TextRegion>'


def equiv(words: str, index: str = "") -> str:
    """Return a reading of something, with its rank."""
    return f"<TextEquiv {index}><Unicode>{words}</Unicode></TextEquiv>"


def test_groups_of_the_reading_order_nest() -> None:
    """
    Indexed groups go by index, others by their place; what no group names comes last, and is told.
    """
    order = (
        '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="2" regionRef="c"/>'
        '<UnorderedGroupIndexed id="h" index="1"><RegionRef regionRef="b"/><RegionRef regionRef="a"/>'
        '</UnorderedGroupIndexed><RegionRefIndexed index="0" regionRef="d"/></OrderedGroup></ReadingOrder>'
    )
    read_ = drawn(order + "".join(region(name, name * 3) for name in "eabcd"))

    assert read_.text.split() == ["ddd", "bbb", "aaa", "ccc", "eee"]
    assert [each.code for each in read_.losses] == ["unordered"]


def test_without_an_order_regions_stand_as_in_the_file() -> None:
    """
    A region inside another follows its lines.
    """
    read_ = drawn(region("a", "one", inner=region("b", "two")) + region("c", "three"))

    assert read_.text.split() == ["one", "two", "three"]
    assert read_.losses == ()


def test_the_best_reading_of_a_line_is_kept() -> None:
    """
    The lowest index counts, then the first; words count when the line has no reading, the region's text last.
    """
    ranked = equiv("second", 'index="1"') + equiv("first", 'index="0"') + equiv("third")
    words = f"<Word>{equiv('by')}<Glyph>{equiv('b')}</Glyph></Word><Word>{equiv('words')}</Word>"
    unused, whole = equiv("unused"), equiv("whole\nregion")
    read_ = drawn(
        f'<TextRegion id="a"><TextLine>{ranked}</TextLine><TextLine>{words}</TextLine>{unused}</TextRegion>'
        f'<TextRegion id="b">{whole}</TextRegion>'
    )

    assert read_.text == "first\nby words\n\nwhole\nregion"


def test_types_tell_what_a_region_is() -> None:
    """
    Page numbers label the page, marginal notes have no label, and a type may stand in `custom`.
    """
    read_ = drawn(
        region("a", "– 41 –", kind="page-number")
        + region("b", "Tolls", kind="heading")
        + region("c", "in another hand", kind="marginalia")
        + '<TextRegion id="d" custom="structure {type:footnote;}">'
        + f"<TextLine>{equiv('3) so the clerk')}</TextLine></TextRegion>"
    )

    assert [page.label for page in read_.pages.pages] == ["41"]
    assert [each.name for each in read_.pages.sections] == ["Tolls"]
    assert [(note.label, read_.text[slice(*note.parts[0])]) for note in read_.pages.notes] == [
        ("", "in another hand"),
        ("3", "³ so the clerk"),
    ]


def test_a_word_runs_on_from_region_to_region() -> None:
    """
    A hyphen at the end of a column joins the next region to it.
    """
    assert drawn(region("a", "the up-") + region("b", "land road")).text == "the up-\nland road"


def test_another_root_is_refused() -> None:
    """
    What is no PAGE file is refused with its root element.
    """
    with pytest.raises(RefusedError, match="<alto>"):
        read(b"<alto/>", Layout())
