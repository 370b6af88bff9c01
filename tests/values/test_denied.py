"""What a denial leaves, in words, kind by kind."""

from __future__ import annotations

import pytest

from claimcheck.model.wording import answer_words
from claimcheck.values.context import Context, Option, Options
from claimcheck.values.kind import find_kind
from claimcheck.values.register import Entry, Form, Register

BODIES = Register(
    entries=tuple(Entry(id=name.lower(), label=name, forms=(Form(text=name),)) for name in ("North", "South"))
)
CONTEXT = Context(
    bodies=BODIES,
    language="en",
    calendar="gregorian",
    options=Options(options=tuple(Option(id=each, label=each) for each in ("drafted", "signed"))),
)


@pytest.mark.parametrize(
    ("kind", "denied", "words"),
    [
        ("holder", "North, sometime in 1640-05-02/1640-05-09", "North at no time between 2 and 9 May 1640"),
        ("holder", "North, throughout 1640-05", "not North throughout May 1640"),
        ("holder", "North, at the end of 1640-05", "not North at the end of May 1640"),
        (
            "holder",
            "North or South, sometime in 1640-05",
            "North at no time in May 1640, and South at no time in May 1640",
        ),
        ("holder", "from North to South in 1640-05", "not from North to South, in May 1640"),
        ("holder", "North", "North at no time"),
        ("date", "5 May 1640", "not on 5 May 1640"),
        ("date", "May 1640", "not in May 1640"),
        ("date", "between 2 and 9 May 1640", "not between 2 and 9 May 1640"),
        ("place", "Ebbing", "not in Ebbing"),
        ("person", "Ashe", "not Ashe"),
        ("choice", "signed", "not signed"),
        ("choice", "drafted or signed", "none of: drafted or signed"),
        ("set", "Ebbing", "not Ebbing"),
        ("set", "Ebbing; Orme", "not all of: Ebbing; Orme"),
        ("set", "only Ebbing", "not only Ebbing"),
        ("order", "3 days later", "not exactly 3 days after"),
        ("quantity", "3,000", "not 3,000"),
        ("occurrence", "happened", "no"),
        ("occurrence", "did not happen", "yes"),
    ],
)
def test_a_denial_says_what_is_excluded(kind: str, denied: str, words: str) -> None:
    """
    What is denied of some moment holds at none, and what is denied of all need not hold of one.
    """
    found = find_kind(kind)
    assert found is not None

    assert answer_words(found.read(denied, CONTEXT), is_denial=True) == words
