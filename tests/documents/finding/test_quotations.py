"""Quotations: found through damage, and never accepted when a word differs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.finding.quotations import Found, find_quotation
from claimcheck.documents.folding.fold import fold
from claimcheck.documents.folding.words import WORD
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import Layout, QuotationStatus

TEXT = """In the autumn of 1811 the garri-
son of the lower fort surrendered after a short ghting
near the bridge.¹² The governor’s cousin, Élie Şahin, did not
sign the paper; he paid 3,500 florins to the *Harbour Gazette*
and left for the south with forty mules.17And nobody saw him
at the rmly closed gate of the so-called New Town.
A second army stood at the bridge. Illegal taxes were raised,
and the inuence of the bishop grew."""


def _found(quotation: str, text: str = TEXT) -> Found:
    return find_quotation(text, quotation)


@pytest.mark.parametrize(
    "quotation",
    ["after a short", "1811", "“", "A", "Illegal", "*Harbour Gazette*\nand left", "3,500 florins"],
)
def test_verbatim_is_exact(quotation: str) -> None:
    """What stands there code point for code point is exact, at its offsets."""
    found = find_quotation(TEXT + "“", quotation)

    assert found.status is QuotationStatus.EXACT or found.differs == ("stands at 3 places",)
    assert (TEXT + "“")[found.start : found.end] == quotation == found.text
    assert found.chance.startswith("by chance: ") or quotation == "“"


@pytest.mark.parametrize(
    ("quotation", "printed", "differs"),
    [
        (
            "the garrison of the lower fort",
            "the garri-\nson of the lower fort",
            "joined at a line end: garri-/son",
        ),
        ("near the bridge. The governor's", "near the bridge.¹² The governor’s", "note number 12 inside"),
        ("The governor's cousin", "The governor’s cousin", "quotation marks: '’' for '''"),
        ("cousin, Elie Sahin", "cousin, Élie Şahin", "accents or letter forms: the document has 'Élie', "),
        ("a second ARMY stood", "A second army stood", "capitals: the document has 'A', the quotation 'a'"),
        ("the Harbour Gazette and left", "the *Harbour Gazette*\nand left", "emphasis marks: '*' for 'none'"),
        ("florins to the", "florins to the", ""),
        ("a short fighting near", "a short ghting\nnear", "ligature lost: 'ghting' for 'fighting'"),
        ("the firmly closed gate", "the rmly closed gate", "ligature lost: 'rmly' for 'firmly'"),
        (
            "the influence of the bishop",
            "the inuence of the bishop",
            "ligature lost: 'inuence' for 'influence'",
        ),
        ("forty mules. And nobody", "forty mules.17And nobody", "note number 17 inside, joined to a word"),
        ("paid 3500 florins", "paid 3,500 florins", "mark of thousands: the document has '3,500', "),
        ("the so called New Town", "the so-called New Town", "dashes: '-' for 'none'"),
        (
            "the socalled New Town",
            "the so-called New Town",
            "hyphen or line end: the document has 'so-called'",
        ),
        (
            "Sahin did not sign",
            "Şahin, did not\nsign",
            "punctuation: the document has ',', the quotation nothing",
        ),
        ("“forty mules”", "forty mules", "punctuation: the quotation "),
        ("the governors cousin", "The governor’s cousin", "apostrophe: the document has 'governor’s'"),
        ("(*Harbour Gazette*", "Harbour Gazette", "punctuation: the quotation begins with ("),
    ],
)
def test_known_damage_and_typography_are_near(quotation: str, printed: str, differs: str) -> None:
    """The words are there and printed otherwise: near, with each difference named."""
    found = _found(quotation)

    assert found.status in (QuotationStatus.NEAR, QuotationStatus.EXACT)
    assert (found.status is QuotationStatus.EXACT) == (not found.differs)
    assert found.text == printed
    assert TEXT[found.start : found.end] == printed
    assert any(each.startswith(differs) for each in (*found.differs, ""))


def test_judgements_tell_typography_from_damage() -> None:
    """Layout and typography are normalised, known effects of bad scans are damaged."""
    assert _found("the garrison of the lower fort").judgement == "normalised"
    assert _found("a short fighting near").judgement == "damaged"
    assert _found("after a short").judgement == "exact"


@pytest.mark.parametrize(
    ("quotation", "differs"),
    [
        ("In the autumn of 1812 the garrison", "the document has '1811', the quotation '1812'"),
        ("In the spring of 1811 the garrison", "the document has 'autumn', the quotation 'spring'"),
        ("Élie Şahin, did sign the paper", "the document also has 'not' here"),
        ("he never paid 3,500 florins to the", "the quotation adds 'never'"),
        ("he paid 35,00 florins to the", "the document has '3,500', the quotation '35,00'"),
        ("he paid 3.5 florins to the Harbour", "the document has '3,500', the quotation '3.5'"),
        ("left for the south with fourteen mules", "the document has 'forty', the quotation 'fourteen'"),
        ("A second army was at the bridge", "the document has 'stood', the quotation 'was'"),
        ("Legal taxes were raised, and the", "the document has 'Illegal', the quotation 'Legal'"),
        ("the governor's cousin, Élie Şahit, did", "the document has 'Şahin', the quotation 'Şahit'"),
        ("a second army stood at the lower bridge", "the quotation adds 'lower'"),
        ("the bridge on 27 28 May at noon", "the document has '2728', the quotation '27 28'"),
        ("out of fort B2 to the bridge on", "the document has '17', the quotation '2'"),
    ],
)
def test_a_changed_word_is_altered(quotation: str, differs: str) -> None:
    """A word, number, name or negation that differs is shown word against word, with the chance."""
    found = _found(quotation, f"{TEXT}\nThey came out of fort B17 to the bridge on 2728 May at noon.")

    assert found.status is QuotationStatus.ALTERED
    assert differs in found.differs
    assert found.chance.startswith("by chance: ")


@pytest.mark.parametrize(
    ("quotation", "differs"),
    [
        (
            "after a shont ghting near the bridge",
            "one letter: the document has 'short', the quotation 'shont'",
        ),
        ("left tor the south with forty mules", "one letter: the document has 'for', the quotation 'tor'"),
        ("A second army stood atthe bridge", "words joined or parted: the document has 'at the', "),
    ],
)
def test_a_confusable_letter_is_doubtful(quotation: str, differs: str) -> None:
    """One word that a hasty eye takes for another is left to the reader."""
    found = _found(quotation)

    assert found.status is QuotationStatus.DOUBTFUL
    assert any(each.startswith(differs) for each in found.differs)


def test_many_doubts_are_an_alteration() -> None:
    """Several confusable words close together are no slip any more."""
    found = _found("afler a shont ghting ncar the bridge")

    assert found.status is QuotationStatus.ALTERED


def test_many_differences_are_counted() -> None:
    """No more differences than a reader takes in are listed, the others counted."""
    found = _found(" ".join(word.swapcase() for word in TEXT.split()))

    assert found.status is QuotationStatus.NEAR
    assert len(found.differs) == 13
    assert found.differs[-1].endswith("differences more")


def test_a_leftover_that_is_a_word_is_doubtful() -> None:
    """Where the rest of a word without its ligature is a word itself, damage is not plain to see."""
    found = find_quotation("They ate it in our mill, and left.", "They ate it in flour mill")

    assert found.status is QuotationStatus.DOUBTFUL


def test_marks_around_a_quotation_belong_to_its_span() -> None:
    """Quotation marks that both sides have are part of the place, in whatever form."""
    found = find_quotation("He cried: “Traitor!” and left.", '"Traitor!" and')

    assert (found.status, found.text) == (QuotationStatus.NEAR, "“Traitor!” and")
    assert found.differs


def test_a_lost_sign_is_altered() -> None:
    """A sign that changes a figure is as good as a word."""
    found = find_quotation("The harbour tax of £500 was paid in full.", "harbour tax of €500 was paid")

    assert found.status is QuotationStatus.ALTERED


def test_a_verbatim_piece_of_a_word_says_so() -> None:
    """Letters inside a word are exact when nothing else is there, and the answer tells that they are."""
    found = _found("legal taxes")

    assert found.status is QuotationStatus.EXACT
    assert found.differs == ("begins or ends inside a word of the document",)


@pytest.mark.parametrize(
    "quotation",
    [
        "the queen of the islands sent seven ships",
        "zebra",
        "army bridge",
        ".*+?[(\\",
        "\ud800",
        "a short fight",
        "[...]",
        "of the of the of the of the",
    ],
)
def test_what_is_not_there_is_absent(quotation: str) -> None:
    """Words that are not there are absent, whatever characters they hold."""
    found = _found(quotation)

    assert found.status is QuotationStatus.ABSENT
    assert (found.start, found.end, found.text) == (None, None, "")


@pytest.mark.parametrize("quotation", ["", "  \n\t"])
def test_nothing_is_unchecked(quotation: str) -> None:
    """An empty quotation is not looked for."""
    assert _found(quotation).status is QuotationStatus.UNCHECKED
    assert find_quotation("", "word").status is QuotationStatus.ABSENT


def test_ellipses_match_what_they_leave_out() -> None:
    """A marked ellipsis stands for words within 400 characters, and they are shown."""
    for mark in ("…", "[...]", ". . .", "[…]"):
        found = _found(f"In the autumn of 1811 {mark} lower fort surrendered")

        assert found.status is QuotationStatus.NEAR
        assert (found.start, TEXT[: found.end].endswith("surrendered")) == (0, True)
        assert "left out at the ellipsis: 'the garri- son of the'" in found.differs
    far = TEXT.replace("near", "near " + "very " * 100)
    assert find_quotation(far, "a short ghting … the bridge").status is QuotationStatus.ABSENT
    assert _found("the lower fort … forty apples with").status is not QuotationStatus.NEAR


def test_until_runs_to_the_nearest_end() -> None:
    """A passage runs from its begin to the nearest end after it; without that end it is not there."""
    found = find_quotation(TEXT, "Illegal taxes", until="of the bishop")
    nearest = find_quotation(TEXT, "after a short", until="bridge.")
    lost = find_quotation(TEXT, "Illegal taxes", until="near the bridge")

    assert found.status is QuotationStatus.EXACT
    assert found.text.endswith("inuence of the bishop")
    assert nearest.text.endswith("near the bridge.")
    assert lost.status is QuotationStatus.ABSENT
    assert "does not follow" in lost.differs[0]


def test_two_places_are_ambiguous() -> None:
    """Two equally good places are counted; the cited range or the context decides."""
    first, second = (match.start() for match in re.finditer("at the", TEXT))
    found = _found("at the")
    cited = find_quotation(TEXT, "at the", within=[(second - 20, second + 20)])
    before = find_quotation(TEXT, "at the", prefix="army stood ")
    after = find_quotation(TEXT, "at the", suffix="firmly closed")

    assert found.status is QuotationStatus.AMBIGUOUS
    assert found.differs[0] == "stands at 2 places"
    assert found.found_at == "line 6; line 7"
    assert (cited.status, cited.start) == (QuotationStatus.EXACT, second)
    assert (before.status, before.start) == (QuotationStatus.EXACT, second)
    assert (after.status, after.start) == (QuotationStatus.EXACT, first)


def test_outside_the_cited_range_is_elsewhere() -> None:
    """A quotation found outside what is cited, or in other context, names its place."""
    outside = find_quotation(TEXT, "forty mules", within=[(0, 50)])
    nowhere = find_quotation(TEXT, "forty mules", within=[])
    context = find_quotation(TEXT, "forty mules", prefix="with three hundred horses and")
    altered = find_quotation(TEXT, "to the south with fifty mules", within=[(0, 50)])

    assert (outside.status, outside.found_at) == (QuotationStatus.ELSEWHERE, "line 5")
    assert nowhere.status is QuotationStatus.ELSEWHERE
    assert context.status is QuotationStatus.ELSEWHERE
    assert "other words stand around it" in context.differs[0]
    assert (altered.status, altered.found_at) == (QuotationStatus.ALTERED, "line 5")


def test_the_sound_place_inside_wins_over_the_better_one_outside() -> None:
    """A near place that is cited is taken before an exact one that is not."""
    text = "The old mill burned. And later: the OLD mill burned."
    found = find_quotation(text, "old mill burned", within=[(21, len(text))])

    assert (found.status, found.text) == (QuotationStatus.NEAR, "OLD mill burned")


PAGED = """The envoys crossed the river in a hired
boat and reached the²

¹ See the ferry-
man's accounts.

far bank before dawn, where the gover-

¹ Ibid.

nor waited.

¹ Ibid., p. 3."""


def test_a_quotation_runs_over_page_ends() -> None:
    """The notes at a page's end do not part the words before and after it."""
    search = Searchable.of(PAGED, Layout(first_page=3, breaks="notes"))
    over = find_quotation(search, "boat and reached the far bank before dawn")
    divided = find_quotation(search, "where the governor waited")
    filed = find_quotation(search, "reached the ¹ See the ferry-man's")

    assert over.status is QuotationStatus.NEAR
    assert over.differs == ("note number 2 inside", "runs over a page end")
    assert over.text == "boat and reached the far bank before dawn"
    assert PAGED[over.start : over.end].endswith("before dawn")
    assert divided.status is QuotationStatus.NEAR
    assert divided.differs[0].startswith("joined over a page end")
    assert filed.status is not QuotationStatus.EXACT


def test_a_copy_that_runs_over_a_note_is_found() -> None:
    """
    What was copied in the order of the file, a note in its midst, is found however few its words are.
    """
    search = Searchable.of(PAGED, Layout(first_page=3, breaks="notes"))
    between = PAGED[PAGED.index("reached") : PAGED.index(" before dawn")]

    for copy in (between, " ".join(between.replace("-\n", "").split()), "the² ¹ See", "accounts. far"):
        found = find_quotation(search, copy)

        assert found.status in (QuotationStatus.EXACT, QuotationStatus.NEAR), copy


def test_long_and_odd_input_stays_quick() -> None:
    """Very long quotations and texts are answered, and repetitions do not make the search explode."""
    long = " ".join(f"word{number} and" for number in range(20_000))
    text = "1 " * 20_000 + "end of it " + long

    assert find_quotation(text, long).status is QuotationStatus.EXACT
    assert find_quotation(TEXT, "x" * 100_000).status is QuotationStatus.ABSENT
    assert find_quotation(text, "1 " * 30 + "y").judgement in ("altered", "absent")
    assert find_quotation("fi" * 5000 + " x", "fifi " * 50 + "y").status is QuotationStatus.ABSENT


_SENTENCES = st.lists(
    st.sampled_from(
        sorted(WORD.findall("the old new king queen did not hold fort 12 13 at dawn flour field"))
    ),
    min_size=4,
    max_size=14,
)


@given(_SENTENCES, _SENTENCES)
def test_no_other_words_are_accepted(printed: list[str], quoted: list[str]) -> None:
    """A quotation is accepted only where its words stand in order, nothing between them."""
    text, quotation = " ".join(printed), " ".join(quoted)
    found = find_quotation(text, quotation)

    if found.judgement in ("exact", "normalised"):
        assert WORD.findall(fold(found.text).text) == WORD.findall(fold(quotation).text)
    assert (found.start is None) == (found.status is QuotationStatus.ABSENT)


@given(st.text(max_size=80), st.data())
def test_what_was_cut_from_a_text_is_found(text: str, data: st.DataObject) -> None:
    """A piece of at least one letter cut from a text is found there."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    found = find_quotation(text, piece)

    if re.search(r"\w", piece):
        assert found.status in (QuotationStatus.EXACT, QuotationStatus.AMBIGUOUS)
        assert text[found.start : found.end] == piece.strip()
