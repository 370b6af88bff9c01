"""What is counted: the fates and nouns behind a number, how they nest, and the rule of parts."""

from __future__ import annotations

import pytest

from claimcheck.values.context import NO_CONTEXT, Context
from claimcheck.values.quantities.counted import groups
from claimcheck.values.quantities.facets import stated_facet
from claimcheck.values.quantities.parts import compare_part
from claimcheck.values.quantity import KIND
from claimcheck.values.relation import Relation
from claimcheck.values.scope import Facet


def counted(text: str) -> Facet:
    """Return the facet of what a quantity counts."""
    return KIND.read(text, Context(language="en")).scope.as_mapping()["counted"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("30 killed", "killed"),
        ("30 men killed", "killed"),
        ("30 were killed", "killed"),
        ("killed: 30", "killed"),
        ("80 killed and wounded", "killed and wounded"),
        ("80 wounded and killed", "killed and wounded"),
        ("200 killed, wounded and missing", "killed and missing and wounded"),
        ("3,000 soldiers", "troops"),
        ("3,000 Georgian troops", "georgian troops"),
        ("40 civilians killed", "civilians killed"),
        ("5 armoured cars", "armoured car"),
        ("3 armoured car", "armoured car"),
    ],
)
def test_what_a_number_counts(text: str, key: str) -> None:
    """Nouns of one meaning have one key, fates come before persons, unknown nouns stand for themselves."""
    assert counted(text).key == key


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("30 killed", "200 casualties"),
        ("30 killed", "80 killed and wounded"),
        ("80 killed and wounded", "200 casualties"),
        ("30 civilians killed", "40 killed"),
        ("3,000 Georgian troops", "9,000 troops"),
        ("20 officers", "3,000 men"),
        ("30 wounded", "80 casualties"),
        ("30 missing", "80 casualties"),
        ("30 prisoners", "80 casualties"),
        ("30 killed", "80 dead"),
        ("30 executed", "80 killed"),
        ("30 died of wounds", "80 dead"),
        ("30 died of typhus", "80 dead"),
        ("80 killed and wounded", "200 killed, wounded and missing"),
        ("57 Turkish dead", "80 dead"),
        ("300 rifles", "3,000 infantry"),
        ("12 guns captured", "40 guns"),
    ],
)
def test_a_part_lies_inside_its_whole(inner: str, outer: str) -> None:
    """What is counted nests in what holds it, and the whole never in its part."""
    assert counted(inner).nests_in(counted(outer))
    assert not counted(outer).nests_in(counted(inner))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("30 killed", "30 wounded"),
        ("30 killed", "30 guns"),
        ("9 Georgian troops", "9 Turkish troops"),
        ("12 guns captured", "5 casualties"),
        ("300 rifles captured", "5 casualties"),
        ("30 died of typhus", "5 casualties"),
        ("40 deserters", "5 casualties"),
        ("30 died of wounds", "30 died of typhus"),
    ],
)
def test_different_things_do_not_overlap(a: str, b: str) -> None:
    """Things that are not one another's part cannot be compared."""
    assert not counted(a).overlaps(counted(b))


def test_words_with_two_meanings_say_so() -> None:
    """Rifles may be men or weapons, pounds money or weight; the value says that this is open."""
    rifles, pounds = (KIND.read(text, Context(language="en")) for text in ("300 rifles", "500 pounds"))

    assert rifles.open == ("whether rifles are men or weapons",)
    assert pounds.open == ("whether money or weight is meant; read as money",)


def test_what_holds_a_group_is_a_group() -> None:
    """Every key that holds another is a group of the data file itself, and none holds itself."""
    keys = {group.key for group in groups()}

    for group in groups():
        assert group.inside <= keys
        assert group.key not in group.inside


@pytest.mark.parametrize(
    ("part", "whole", "relation"),
    [
        ("30 killed", "200 casualties", Relation.COMPATIBLE),
        ("200 killed", "200 casualties", Relation.COMPATIBLE),
        ("205 killed", "200 casualties", Relation.POSSIBLE_CONFLICT),
        ("900 killed", "200 casualties", Relation.NECESSARY_CONFLICT),
        ("over 200 killed", "exactly 200 casualties", Relation.POSSIBLE_CONFLICT),
        ("over 900 killed", "under 200 casualties", Relation.NECESSARY_CONFLICT),
        ("up to 900 killed", "200 casualties", Relation.COMPATIBLE),
    ],
)
def test_a_part_never_exceeds_its_whole(part: str, whole: str, relation: Relation) -> None:
    """A part is measured against its whole by size: greater is a conflict, smaller is none."""
    a, b = (KIND.read(text, Context(language="en")) for text in (part, whole))

    assert compare_part(a, b).relation is relation


def test_a_scope_states_what_a_figure_says() -> None:
    """Words of a scope give the facet that the same words behind a figure give."""
    troops, length = stated_facet("counted", "soldiers"), stated_facet("unit", "versts")

    assert troops is not None
    assert troops.key == counted("3,000 men").key
    assert length is not None
    assert length.key == KIND.read("5 km", NO_CONTEXT).scope.as_mapping()["unit"].key
    assert stated_facet("whose", "Turkey") is None
    assert stated_facet("unit", "parsecs") is None
