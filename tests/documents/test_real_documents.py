"""Fragments of the documents of the worked dossier, found on the right page and in the right note."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.documents.finding.quotations import Found, find_quotation
from claimcheck.documents.folding.fold import fold
from claimcheck.documents.pages.locators import cited_ranges, parse_locator
from claimcheck.documents.searchable import Searchable
from claimcheck.model.document import Layout, QuotationStatus

LAYOUTS = {
    "000": Layout(),
    "001": Layout(first_page=99),
    "002": Layout(first_page=129, breaks="notes"),
}

FRAGMENTS = [
    # A place in the text, and a fragment as the text has it or as the printed page had it.
    ("000", "box", "Strength1: 3,500", "exact"),
    ("000", "box", "80 killed", "exact"),
    ("000", "box", "23 February - 17 March 1921", "near"),
    ("000", "lead", "After the fall of Tbilisi", "exact"),
    ("000", "lead", "short standoff with the Red Army", "exact"),
    ("000", "section Background", "On 15 February 1921", "exact"),
    ("000", "section Turkish involvement", "the western parts of Tbilisi", "exact"),
    ("000", "section Turkish involvement", "Ardahan, Artvin, Ardanuc, and Oltu", "near"),
    ("000", "section Fall of Western Georgia", "took over some of the forts", "exact"),
    ("000", "section War", "between 11th and 17th of March", "near"),
    ("000", "section Retreat to Batumi", "After three days of heavy fighting", "exact"),
    ("000", "section Retreat to Batumi", "Kazim Bey, commander of Turkish troops", "near"),
    ("000", "section Aftermath", "12,578 people", "exact"),
    ("001", "p. 99", "Georgia. Forced to evacuate Artvin and Ardahan", "near"),
    ("001", "p. 99", "abandoned by Britain in July 1920", "near"),
    ("001", "p. 99", "the possibility of fighting the Turks", "near"),
    ("001", "p. 99", "blue, and orange tricolor flag", "near"),
    ("001", "p. 99", "Following Tiflis, however, Erevan was retaken", "near"),
    ("001", "p. 99", "Stalin returned to Tiflis as a conqueror", "near"),
    ("001", "p. 99", "Stalin had become firmly entrenched", "near"),
    ("001", "p. 99", "the Kemalists in Turkey itself", "near"),
    ("001", "n. 114", "ex post facto account by the Georgian", "exact"),
    ("001", "p. 99, n. 115", "eds., Bolshevistskoe rukovodstvo", "near"),
    ("001", "n. 116", "la période du 1 au 15 novembre 1920", "exact"),
    ("001", "n. 118", "to fight against the Mensheviks", "near"),
    ("001", "n. 118", "other way to influence the political life", "near"),
    ("002", "p. 129", "three days after the opening", "exact"),
    ("002", "p. 129", "General Kazim Karabekir's XV Army Corps", "near"),
    ("002", "p. 129, n. 1", "A useful survey of events", "exact"),
    ("002", "p. 130", "letter of 26 April and in Foreign Commissar", "near"),
    ("002", "p. 130, n. 2", "Scores of Armenian petitions", "exact"),
    ("002", "p. 131", "null and void", "exact"),
    ("002", "p. 131, n. 5", "Konferentsiia levykh turetskikh", "exact"),
    ("002", "pp. 132-3", "such loyal aides as Mustafa Suphi. Based in", "near"),
    ("002", "p. 132, n. 7", "The reorganization was effected", "exact"),
    ("002", "p. 132, n. 7", "calling for a distinct Muslim party", "near"),
    ("002", "p. 133, n. 7", "the Formation of the Soviet Union", "near"),
    ("002", "p. 133, n. 3", "23 April 1919", "exact"),
    ("002", "p. 134", "the Enver-Talat era", "near"),
    ("002", "p. 135, n. 3", "United States Policy and the Partition", "exact"),
    ("002", "p. 136", "two comrades at Odessa and the Crimea", "exact"),
    ("002", "p. 137", "an exploratory mission", "exact"),
    ("002", "p. 137", "proved the shrewder of the two", "near"),
    ("002", "p. 137, n. 3", "rejects the evidence of a meeting", "exact"),
    ("002", "p. 138", "a cipher telegram on 23 June", "exact"),
    ("002", "p. 138, n. 5", "Kandemir, Kemal, 88–9", "near"),
    ("002", "p. 139, n. 4", "For a resume of Bolshevik activity", "near"),
    ("002", "p. 140", "such as Dr Fuat Sabit", "altered"),
    ("002", "p. 140", "was Dr Fuat Sabit, an army doctor", "exact"),
    ("002", "p. 141", "Colonel Kâzım Bey (Özalp)", "exact"),
    ("002", "p. 141, n. 3", "strikingly similar to those agreed to", "exact"),
    ("002", "p. 142", "a draft treaty signed on 11 January 1920", "exact"),
    ("002", "p. 142, n. 4", "intercepted by British intelligence", "exact"),
    ("002", "p. 143", "on 5 February 1920 Kemal revealed", "exact"),
    ("002", "p. 143, n. 2", "Ibid. pp. 523-4", "near"),
    ("002", "p. 144", "on 6 February, the day after", "exact"),
    ("002", "p. 144, n. 1", "pp. 180-4, is 5 February 1920", "exact"),
    ("002", "p. 145", "possessing a 'high character' and a solid knowledge", "near"),
    ("002", "p. 146", "the night of 27/28 April 1920", "exact"),
    ("002", "p. 146, n. 2", "finally withdrawn in July of 1920", "exact"),
    ("002", "p. 147", "about five million gold rubles", "exact"),
    ("002", "p. 147, n. 2", "secured a copy of the original document", "exact"),
]

Search = dict[str, Searchable]


@pytest.fixture(scope="module")
def searches(documents: Path) -> Search:
    """Each document, prepared once."""
    return {
        name: Searchable.of(next(documents.glob(f"{name}_*.txt")).read_text(encoding="utf-8"), layout)
        for name, layout in LAYOUTS.items()
    }


def _look_up(search: Searchable, locator: str, quotation: str) -> Found:
    within = cited_ranges(parse_locator(locator), search.pages)
    assert within
    return find_quotation(search, quotation, within=within)


@pytest.mark.parametrize(("name", "locator", "quotation", "status"), FRAGMENTS)
def test_fragments(searches: Search, name: str, locator: str, quotation: str, status: str) -> None:
    """Each fragment stands where it is cited, and is accepted only with its own words."""
    found = _look_up(searches[name], locator, quotation)

    assert found.status.value == status
    assert found.found_at == ""
    assert found.differs if status != "exact" else not found.differs


@pytest.mark.parametrize(("name", "locator", "quotation", "status"), FRAGMENTS)
def test_another_place_is_elsewhere(
    searches: Search, name: str, locator: str, quotation: str, status: str
) -> None:
    """A fragment cited from the first note or section of a document is elsewhere, and its place named."""
    search = searches[name]
    wrong = {"000": "section Aftermath", "001": "n. 117", "002": "p. 136, n. 6"}[name]
    found = _look_up(search, wrong, quotation)

    if locator != wrong and status != "altered":
        assert found.status is QuotationStatus.ELSEWHERE
        assert found.found_at


@pytest.mark.parametrize(("name", "locator", "quotation", "status"), FRAGMENTS)
def test_altered_copies_are_never_accepted(
    searches: Search, name: str, locator: str, quotation: str, status: str
) -> None:
    """With a word dropped or added inside, or a number changed, no fragment is accepted."""
    search = searches[name]
    words = quotation.split()
    copies = [" ".join([*words[:1], "not", *words[1:]]), " ".join([*words[:-1], "zebra"])]
    copies += [" ".join(words[:1] + words[2:])] if len(words) > 2 else []
    copies += [re.sub(r"\d", lambda digit: str((int(digit.group()) + 3) % 10), quotation)]
    for copy in copies:
        if fold(copy).text not in search.folded.text and copy != quotation:
            assert _look_up(search, locator, copy).status in (
                QuotationStatus.ALTERED,
                QuotationStatus.ABSENT,
                QuotationStatus.DOUBTFUL,
            )


def test_pages_and_notes_of_the_article(searches: Search) -> None:
    """The article has its nineteen pages and their notes, the cover sheet apart."""
    pages = searches["002"].pages
    counts = [sum(note.page == page.ordinal for note in pages.notes) for page in pages.pages]

    assert [page.label for page in pages.pages] == [str(number) for number in range(129, 148)]
    assert counts == [1, 3, 5, 7, 4, 4, 5, 6, 3, 5, 4, 4, 5, 4, 3, 2, 2, 3, 2]
    assert [(note.page, note.label) for note in pages.notes if len(note.parts) > 1] == [(4, "7")]
    assert pages.place(pages.text.index("Stable URL")) == "front matter"


def test_notes_of_the_page(searches: Search) -> None:
    """The single page has a running head and its five notes."""
    pages = searches["001"].pages

    assert [note.label for note in pages.notes] == ["114", "115", "116", "117", "118"]
    assert len(pages.pages[0].furniture) == 1
