"""Two names held against each other: same, open in three ways, different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.algebra import compare_values
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.kind import find_kind
from claimcheck.values.names import compare_persons, compare_places, match_name
from claimcheck.values.names.unregistered import side_by_side
from claimcheck.values.register import Entry, Form, Register
from claimcheck.values.relation import Relation


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("Chicherin", "Tchitchérine", "same"),
        ("Petr Ivanovich Bagration", "Pierre Bagration", "same"),
        ("Leonid B. Krasin", "Leonid Borisovich Krassin", "same"),
        ("G. V. Chicherin", "G. W. Tschitscherin", "same"),
        ("Kara Bekir Kâzım", "Kâzım Karabekir", "same"),
        ("Kâzım Paşa", "Kiazim Bey", "fits"),
        ("Kâzım Paşa", "Kâzım Karabekir", "fits"),
        ("Lenin", "V. I. Lenin", "fits"),
        ("General Mdivani", "Prince Mdivani", "fits"),
        ("Mehmet", "Mehmet VI", "fits"),
        ("Petr Ivanovich Bagration", "Petr Romanovich Bagration", "fits"),
        ("V. I.", "Lenin", "unlike"),
        ("Halit Bey", "Halil Bey", "alike"),
        ("Alexander Khatisian", "Alexander Khatisov", "alike"),
        ("Mustafa Kemal", "Kemal Atatürk", "fits"),
        ("Lenin", "Ulyanov", "unlike"),
        ("Kâzım Karabekir", "Kâzım Özalp", "different"),
        ("Akaki Tsereteli", "Irakli Tsereteli", "different"),
        ("Karl Radek", "Dmitry Zhloba", "different"),
        ("Mehmet VI", "Mehmed V", "different"),
        ("A. Tsereteli", "Irakli Tsereteli", "different"),
        ("G. V. Chicherin", "G. K. Chicherin", "different"),
    ],
)
def test_persons(a: str, b: str, outcome: str) -> None:
    """Every outcome has its reason, and swapping the names gives the same one."""
    found = compare_persons(a, b)

    assert (found.outcome.value, compare_persons(b, a).outcome.value) == (outcome, outcome)
    assert found.why


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("Batum", "Batoum", "same"),
        ("port of Batoum", "Batum (port)", "same"),
        ("the city of Kars", "Kars", "fits"),
        ("Kars", "Karst", "alike"),
        ("Trebizond", "Gyumri", "unlike"),
        ("Kars (city)", "province of Kars", "different"),
        ("Northern Caucasus", "South Caucasus", "different"),
        ("Northern Caucasus", "Caucasus", "fits"),
        ("north Caucasus", "Northern Caucasus", "same"),
    ],
)
def test_places(a: str, b: str, outcome: str) -> None:
    """A place has many names, so that only its sort or the compass tells two of them apart."""
    found = compare_places(a, b)

    assert (found.outcome.value, compare_places(b, a).outcome.value) == (outcome, outcome)
    assert found.why


@pytest.mark.parametrize(
    ("kind", "a", "b", "relation"),
    [
        ("person", "Chicherin", "Tchitchérine", Relation.AGREES),
        ("person", "Chicherin or Trotsky", "Tchitchérine", Relation.REFINES),
        ("person", "Kâzım Paşa", "Kâzım Karabekir", Relation.COMPATIBLE),
        ("person", "Kâzım Paşa", "Kiazim Pacha", Relation.COMPATIBLE),
        ("person", "Halit Bey", "Halil Bey", Relation.POSSIBLE_CONFLICT),
        ("person", "Kâzım Karabekir", "Kâzım Özalp", Relation.POSSIBLE_CONFLICT),
        ("place", "Batum", "Batoum", Relation.AGREES),
        ("place", "Tiflis", "Tbilisi", Relation.POSSIBLE_CONFLICT),
    ],
)
def test_names_side_by_side(kind: str, a: str, b: str, relation: Relation) -> None:
    """Without a register the names themselves decide what they can, and the rest is told as open."""
    found = find_kind(kind)
    assert found is not None

    left, right = side_by_side(found.read(a, NO_CONTEXT), found.read(b, NO_CONTEXT))

    assert compare_values(left, right).relation is relation
    assert compare_values(right, left).turned().relation is relation
    assert any(repr(b) in each for each in left.open) is (relation is not Relation.AGREES)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Georgii V. Chicherin", "same"),
        ("Georges Vasilievitch Tchitchérine", "same"),
        ("Petr Ivanovich Chicherin", ""),
        ("Georgii", "possible"),
        ("Georgy K. Chicherin", ""),
    ],
)
def test_a_registered_name_with_a_patronymic(text: str, certainty: str) -> None:
    """Beside two words that fit, an initial or a father's name is explained; another one fits nobody."""
    form = Form(text="Georgy Vasilyevich Chicherin")
    register = Register(entries=(Entry(id="chicherin", label=form.text, forms=(form,)),))

    found = match_name(text, register)

    assert [each.certainty for each in found] == ([certainty] if certainty else [])


_PERSON_WORDS = ["Kâzım", "Kiazim", "Kara", "Bekir", "Karabekir", "Paşa", "K.", "A.", "XI", "(Özalp)"]
_OTHER_WORDS = ["Georgy", "Georges", "Ivanovich", "Romanovich", "Chicherin", "Batum", "(port)", "north"]
_WORDS = st.sampled_from([*_PERSON_WORDS, *_OTHER_WORDS])
_NAMES = st.lists(_WORDS, max_size=5).map(" ".join) | st.text(max_size=20)


@given(_NAMES, _NAMES)
def test_swapping_two_names_changes_nothing(a: str, b: str) -> None:
    """The outcome does not depend on which name comes first, and a name is the same as itself."""
    for compare in (compare_persons, compare_places):
        assert compare(a, b).outcome is compare(b, a).outcome
        assert compare(a, a).outcome.verdict == "same"
