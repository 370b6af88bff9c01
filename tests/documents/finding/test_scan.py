"""The whole of a text looked at, in two ways."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from claimcheck.documents.extras import SWITCH
from claimcheck.documents.extras import extra as load_extra
from claimcheck.documents.finding import scan
from claimcheck.documents.finding.quotations import find_quotation
from claimcheck.documents.folding.fold import one_byte_each

TEXT = """The ferry was burnt in the second week of the siege, and nobody crossed the river
until the ice had come. A baker from the upper town kept a list of the dead; it has
three hundred names, and ends in the middle of a line. What the envoys were promised at
the mill was never written down, or the leaf is lost. They rode home by the old road, and
the bells rang for them, though the town had not been told what for.
"""

DAMAGED = [
    "tne ferrv vvas bumt ln tbe second vveek 0f",
    "rnay bc thc leaf ls lost Thev rodc hcme",
    "a bakcr frcm tlie uppcr tovvn",
    "nobodv crosed thc rivcr untll",
    "the bishop was elected by a narrow vote in spring",
    "the road was long and the river was wide and cold",
    "of the dead",
    "сторожа у моста никого не видели",
]


@pytest.mark.parametrize("quotation", DAMAGED)
def test_extras_change_no_answer(
    needs_extra: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, quotation: str
) -> None:
    """
    With sassy and without it, a damaged or absent quotation has the same answer.
    """
    needs_extra("sassy")
    with_extras = find_quotation(TEXT * 3, quotation)
    monkeypatch.setattr(scan, "extra", lambda _module: None)

    assert find_quotation(TEXT * 3, quotation) == with_extras


def test_a_text_has_a_byte_for_each_character() -> None:
    """
    Offsets in bytes are offsets in characters, in any script.
    """
    for text in ("abc", "ağaç", "мост", "a\U00010400b\uffff"):
        assert len(one_byte_each(text)) == len(text)


def test_extras_can_be_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A missing module is no extra, and the switch leaves those aside that are there.
    """
    load_extra.cache_clear()
    assert load_extra("no_such_module_anywhere") is None
    assert load_extra("json") is not None

    load_extra.cache_clear()
    monkeypatch.setenv(SWITCH, "0")
    assert load_extra("json") is None
    load_extra.cache_clear()
