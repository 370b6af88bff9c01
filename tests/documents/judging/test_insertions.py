"""Words and letters that the quoter put into a quotation, in square brackets."""

from __future__ import annotations

import pytest

from claimcheck.documents.folding.words import Reading
from claimcheck.documents.judging.insertions import own_words, without_own_letters
from claimcheck.documents.judging.judgement import judge
from claimcheck.documents.searchable import Searchable

TEXT = "In the spring they took over the fort, and [later] the general went home with his men."


@pytest.mark.parametrize(
    ("quotation", "kind", "differs"),
    [
        ("they took over the [old] fort", "normalised", "the quoter's own: [old]"),
        ("they took over the fort [sic], and", "normalised", "the quoter's own: [sic]"),
        ("[He said that] they took over the fort", "normalised", "the quoter's own: [He said that]"),
        ("the general went home with his men [in 1809]", "normalised", "the quoter's own: [in 1809]"),
        ("[T]hey took over the fort", "normalised", "the quoter's own letters in square brackets"),
        ("took over the fort[s], and", "normalised", "the quoter's own letters in square brackets"),
        ("and [later] the general", "normalised", ""),
        ("and later the general", "normalised", "punctuation: the document has '[', the quotation nothing"),
        ("they took over the [old] forts", "altered", "the document has 'fort', the quotation 'forts'"),
        ("they [never] took over the fort", "doubtful", "the quoter's own word denies: [never]"),
        ("[S]he took over the fort", "altered", "the document has 'they', the quotation 'She'"),
        ("in the spring they [conquered] the fort", "altered", "the document also has 'took over' here"),
    ],
)
def test_what_stands_in_brackets_is_the_quoters(quotation: str, kind: str, differs: str) -> None:
    """What the quoter marks need not be there; what it replaces or denies is told all the same."""
    search = Searchable.of(TEXT)
    found = judge(search, Reading.of(quotation), (0, len(search.folded.text)))

    assert found is not None
    assert found.kind.name.lower() == kind or (not differs and found.kind.name == "EXACT")
    assert not differs or differs in [each.text for each in found.differences]


def test_quotations_without_brackets_have_no_own_words() -> None:
    """Brackets that do not close, and none at all, mark nothing."""
    assert own_words(Reading.of("the [old fort")) == frozenset()
    assert own_words(Reading.of("the old fort")) == frozenset()
    assert without_own_letters("the [old] fort") == ()
