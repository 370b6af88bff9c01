"""What stands in damage and what beside it, by where the words stand."""

from __future__ import annotations

import pytest

from claimcheck.compare.quarantine import standing
from claimcheck.model.damage import Damage, Emendation
from claimcheck.model.document import Anchor, Passage, QuotationStatus
from claimcheck.model.question import Attestation, Link
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND

TEXT = "The bridge was brnt by three men. Nobody saw them."


def passage(quotation: str) -> tuple[Passage, Anchor]:
    """Return a passage of the text, and where it stands."""
    cited = Passage(document="annals", locator="fol. 1", quotation=quotation)
    start = TEXT.index(quotation)
    return cited, Anchor(
        passage=cited, status=QuotationStatus.EXACT, start=start, end=start + len(quotation), text=quotation
    )


@pytest.mark.parametrize(
    ("kind", "is_emended", "beside"),
    [("ocr", True, ()), ("misprint", True, ()), ("ocr", False, ("blot",)), ("garbled", True, ("blot",))],
)
def test_a_restored_word_leaves_its_sentence_whole(
    kind: str, *, is_emended: bool, beside: tuple[str, ...]
) -> None:
    """
    A misread or misprinted form that is emended puts no doubt on the words around it; other damage does.
    """
    place, where = passage("brnt")
    cited, found = passage("by three men")
    emendations = (Emendation(reads="burnt", because="no other word fits"),) if is_emended else ()
    damage = Damage(id="blot", passage=place, kind=kind, because="a letter is lost", emendations=emendations)
    attestation = Attestation(
        id="fire.a",
        question="fire",
        document="annals",
        chain=(Link(source="annals"),),
        value=KIND.read("happened", NO_CONTEXT),
        passages=(cited,),
    )

    found_out = standing(attestation, [damage], {place: where, cited: found}, {"annals": TEXT})

    assert found_out.inside == ()
    assert found_out.beside == beside
