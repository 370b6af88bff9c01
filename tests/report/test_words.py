"""Readings, lines of evidence and passages in words."""

from __future__ import annotations

import pytest
from attrs import evolve

from claimcheck.model.document import Anchor, Earlier, Passage, QuotationStatus
from claimcheck.model.finding import Claim, LinePath, Lines, SharedHand
from claimcheck.model.report import Report
from claimcheck.model.wording import value_words
from claimcheck.report.passages import excerpt, found_words, place_words, recheck_words
from claimcheck.report.view import View
from claimcheck.report.words import lines_reasons, lines_words, reading_words
from claimcheck.values.context import Context
from claimcheck.values.kind import find_kind
from claimcheck.values.points import Points
from claimcheck.values.value import Reading, Value

PASSAGE = Passage(document="fenwick", locator="p. 41", quotation="the bridge was carried before dawn")
EARLIER = Earlier(status=QuotationStatus.EXACT, date="1911-05-04", sha256="4f" * 32, place="p. 8")


def _value(text: str, *readings: Reading) -> Value:
    return Value(kind="place", text=text, readings=readings)


def _reading(core: str, *envelope: str, **under: str) -> Reading:
    points = Points.of((core,), core)
    wide = Points.of((core, *envelope), " or ".join((core, *envelope)))
    return Reading(core=points, envelope=wide, under=frozenset(under.items()))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (_value("Ebbing", _reading("Ebbing")), ""),
        (_value("EBBING, ", _reading("Ebbing")), ""),
        (_value("the town", _reading("Ebbing")), "read as Ebbing"),
        (_value("Ebbing", _reading("Ebbing", "Orme")), "read as Ebbing, with tolerance Ebbing or Orme"),
        (
            _value("E.", _reading("Ebbing", form="short"), _reading("Eden")),
            "can be read in 2 ways: Ebbing (form: short); Eden",
        ),
    ],
)
def test_readings_are_told_where_they_add_something(value: Value, words: str) -> None:
    """A value read just as it is written needs no words; anything else is told, with what it assumes."""
    assert reading_words(value) == words


@pytest.mark.parametrize(
    ("written", "told", "reading"),
    [
        ("1742-05", "in May 1742", ""),
        ("1742/..", "from a day in 1742 on", ""),
        ("1742", "1742", "read as in 1742"),
        ("late in May 1742", "late in May 1742", "read as"),
    ],
)
def test_a_date_in_notation_is_told_in_words(written: str, told: str, reading: str) -> None:
    """No reader need know EDTF; what was told once is not told again as a reading."""
    kind = find_kind("date")
    assert kind is not None
    value = kind.read(written, Context(language="en", calendar="gregorian"))

    assert value_words(value) == told
    assert reading_words(value).startswith(reading)
    assert bool(reading_words(value)) == bool(reading)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (None, "independent lines not counted"),
        (Lines(at_least=1, at_most=1), "1 independent line"),
        (Lines(at_least=2, at_most=2), "2 independent lines"),
        (Lines(at_least=1, at_most=3), "1 to 3 independent lines"),
    ],
)
def test_lines_are_counted_in_words(lines: Lines | None, words: str) -> None:
    """What is not known of independence is a range, and what was not counted is not zero."""
    assert lines_words(lines) == words


def test_lines_come_with_their_reasons(report: Report) -> None:
    """The reasons are sentences, and the origins are named by their labels."""
    lines = Lines(at_least=1, at_most=2, origins=("orme-1790", "nobody"), because=("no link is declared",))

    claim = Claim(id="c", answer="a", supporting=("bridge.dray", "gone"), lines=lines)

    assert lines_reasons(View(report), claim) == [
        "No link is declared.",
        "Goes back to: Orme 1790 and nobody.",
    ]
    assert lines_reasons(View(report), evolve(claim, lines=None)) == []


def test_lines_are_told_source_by_source(report: Report) -> None:
    """Each line is a sentence from the source at hand up, and what all hangs on is named."""
    path = LinePath(sources=("fenwick-1931", "orme-1790", "=dray-1742"), links=("draws-on", "own"))
    lines = Lines(
        at_least=1,
        at_most=1,
        origins=("fenwick-1931", "dray-1742"),
        paths=(path,),
        cut=("fenwick-1931",),
        single_points=("fenwick-1931", "orme-1790"),
        hands=(SharedHand(id="=dray-1742", kind="own", sources=("dray-1742",)),),
    )
    claim = Claim(id="c", answer="a", supporting=("bridge.fenwick", "bridge.dray"), lines=lines)

    assert lines_reasons(View(report), claim) == [
        "The line: Fenwick 1931 draws on Orme 1790, which also says it of its own.",
        "All of it hangs on Fenwick 1931 and Orme 1790, on each alone.",
    ]


def test_origins_that_are_the_speakers_are_no_news(report: Report) -> None:
    """A claim that goes back to those who support it needs no word of where it goes back to."""
    lines = Lines(at_least=1, at_most=1, origins=("dray-1742",))
    claim = Claim(id="c", answer="a", supporting=("bridge.dray",), lines=lines)

    assert lines_reasons(View(report), claim) == []


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (Anchor(passage=PASSAGE, status=QuotationStatus.EXACT, text="as quoted"), "found exactly as quoted"),
        (
            Anchor(passage=PASSAGE, status=QuotationStatus.NEAR, differs=("a hyphen", "a ligature")),
            "found, with small differences: a hyphen; a ligature",
        ),
        (
            Anchor(passage=PASSAGE, status=QuotationStatus.ALTERED, text="it was\nlost"),
            "the document has other words in its place; there stands «it was lost»",
        ),
        (
            Anchor(passage=PASSAGE, status=QuotationStatus.ELSEWHERE, found_at="p. 9", chance="1 in 9"),
            "found, but not where it is cited (p. 9); 1 in 9",
        ),
        (Anchor(passage=PASSAGE, status=QuotationStatus.ABSENT), "not found in the document"),
        (
            Anchor(passage=PASSAGE, status=QuotationStatus.UNCHECKED, earlier=EARLIER),
            "not checked; earlier, on 1911-05-04: found exactly as quoted (p. 8), in the file with the "
            "digest 4f4f4f4f4f4f…",
        ),
        (
            Anchor(passage=PASSAGE, status=QuotationStatus.NEAR, earlier=EARLIER),
            "found, with small differences",
        ),
    ],
)
def test_what_was_found_is_told_with_its_differences(anchor: Anchor, words: str) -> None:
    """Each status says where the quotation stands and in what it differs."""
    assert found_words(anchor) == words


@pytest.mark.parametrize(
    ("status", "moved_to", "words"),
    [
        (QuotationStatus.EXACT, "", ""),
        (QuotationStatus.EXACT, "p. 9", "«PASSAGE»: moved from p. 8 to p. 9"),
        (
            QuotationStatus.ABSENT,
            "",
            "«PASSAGE»: not found in the document; earlier, on 1911-05-04: found exactly as quoted (p. 8), "
            "in the file with the digest 4f4f4f4f4f4f…",
        ),
    ],
)
def test_what_a_changed_text_did_to_a_passage(status: QuotationStatus, moved_to: str, words: str) -> None:
    """A passage that moved or was lost is told, one that stands as it did is not."""
    anchor = Anchor(passage=PASSAGE, status=status, earlier=evolve(EARLIER, moved_to=moved_to))

    assert recheck_words(anchor) == words.replace("PASSAGE", PASSAGE.quotation)
    assert recheck_words(Anchor(passage=PASSAGE, status=status)) == ""


def test_every_status_has_words() -> None:
    """No status of a quotation is left without words."""
    assert all(found_words(Anchor(passage=PASSAGE, status=status)) for status in QuotationStatus)


def test_long_passages_are_cut() -> None:
    """A report shows enough of a document to judge by, and no more."""
    assert len(excerpt("word " * 1000)) <= 160
    assert excerpt("word " * 1000).endswith("…")
    assert excerpt("few words") == "few words"


def test_without_documents_nothing_is_said_of_checking(report: Report, blind_report: Report) -> None:
    """A passage says what became of it only where a document was at hand and has other words."""
    near = next(each.passage for each in report.anchors if each.status is QuotationStatus.NEAR)

    assert place_words(View(report), PASSAGE) == place_words(View(blind_report), PASSAGE)
    assert place_words(View(report), near) != place_words(View(blind_report), near)


def test_a_passage_is_found_wherever_it_is_written(report: Report) -> None:
    """The place of a passage in the dossier's files takes no part in what became of it."""
    moved = evolve(report.anchors[0].passage, where=report.problems[0].where)

    assert View(report).anchor(moved).status is QuotationStatus.EXACT


def test_a_passage_without_words_is_only_a_place(report: Report) -> None:
    """Without a locator and a quotation, the document alone is named."""
    assert place_words(View(report), Passage(document="orme")) == "in orme"
