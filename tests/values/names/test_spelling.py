"""Spellings of one name against look-alikes, and folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.folding import fold
from claimcheck.values.names.parts import take_apart
from claimcheck.values.names.spelling import is_spelling, spelling_keys

VARIANTS = [
    ("Chicherin", "Tchitchérine"),
    ("Chicherin", "Tschitscherin"),
    ("Чичерин", "Chicherin"),
    ("Budenny", "Budyonny"),
    ("Budenny", "Boudienny"),
    ("Ordzhonikidze", "Ordjonikidze"),
    ("Orjonikidze", "Ordzhonikidze"),
    ("Kâzım", "Kiazim"),
    ("KÂZIM", "kazım"),
    ("Cemal", "Djemal"),
    ("Cevdet", "Djevdet"),
    ("Ahmet", "Ahmed"),
    ("Fuat", "Fuad"),
    ("Mustafa", "Moustapha"),
    ("Küçük", "Kuchuk"),
    ("Shaumian", "Chaoumian"),
    ("Shaumian", "Schaumjan"),
    ("Yudenich", "Judenitsch"),
    ("Yudenich", "Ioudenitch"),
    ("Tsereteli", "Zereteli"),
    ("Jordania", "Zhordania"),
    ("Mdivani", "Mdiwani"),
    ("Trotsky", "Trotzki"),
    ("Kharkov", "Charkow"),
    ("Akhaltsikhe", "Ahaltsihe"),
    ("Batum", "Batoum"),
    ("Kars", "Qars"),
    ("Tiﬂis", "Tiflis"),
    ("Artvin", "Artwin"),
]

LOOK_ALIKES = [
    ("Halit", "Halil"),
    ("Nazım", "Kazım"),
    ("Kars", "Karst"),
    ("Cemal", "Kemal"),
    ("Tiis", "Tiflis"),
    ("Batum", "Batumi"),
    ("Oltu", "Oltenia"),
    ("Akhaltsikhe", "Akhalkalaki"),
    ("Refet", "Rauf"),
    ("Enver", "Ender"),
    ("Makharadze", "Maghradze"),
    ("Ali", "Adil"),
    ("Poti", "Potsdam"),
    ("Georgia", "Georgian"),
    ("Lenin", "Levin"),
    ("Stalin", "Stalino"),
    ("Mehmet", "Memet"),
    ("Van", "Ivan"),
]


@pytest.mark.parametrize(("a", "b"), VARIANTS)
def test_variants_are_spellings_of_one_name(a: str, b: str) -> None:
    """Two habits of writing one name share a key, whichever comes first."""
    assert is_spelling(a, b)
    assert is_spelling(b, a)


@pytest.mark.parametrize(("a", "b"), LOOK_ALIKES)
def test_look_alikes_are_not(a: str, b: str) -> None:
    """Names that differ by more than a habit of writing share no key."""
    assert not is_spelling(a, b)


@given(st.text(max_size=30))
def test_every_text_folds_to_itself(text: str) -> None:
    """Folding twice changes nothing more, and no word is without a key of its own."""
    folded = fold(text)

    assert fold(folded) == folded
    assert all(spelling_keys(word) for word in folded.split())


@given(st.text(max_size=30))
def test_a_name_is_a_spelling_of_itself(text: str) -> None:
    """Every word shares a key with itself, in capitals too."""
    for word in take_apart(text).words:
        assert is_spelling(word, word)


@pytest.mark.parametrize(
    ("text", "words", "titles", "initials", "numerals"),
    [
        ("Gen. K. Karabekir Paşa", ("Karabekir",), {"general", "pasha"}, ("k",), ()),
        ("Kazim bei", ("Kazim",), {"bey"}, (), ()),
        ("Komandarm Zhloba", ("Zhloba",), {"commander"}, (), ()),
        ("Lieutenant Colonel Harkness", ("Harkness",), {"colonel"}, (), ()),
        ("Charles XII", ("Charles",), set(), (), (12,)),
        ("Wilhelm I", ("Wilhelm",), set(), (), (1,)),
        ("I. Stalin", ("Stalin",), set(), ("i",), ()),
        ("11th Army", ("Army",), set(), (), (11,)),
        ("XI Army", ("Army",), set(), (), (11,)),
        ("Kress von Kressenstein", ("Kress", "Kressenstein"), set(), (), ()),
        ("Paşa", ("Paşa",), set(), (), ()),
        ("Sultan Galiev", ("Galiev",), {"sultan"}, (), ()),
    ],
)
def test_the_parts_of_a_name(
    text: str, words: tuple[str, ...], titles: set[str], initials: tuple[str, ...], numerals: tuple[int, ...]
) -> None:
    """Titles, initials, numerals and particles are told from the words of the name itself."""
    name = take_apart(text)

    assert (name.words, set(name.titles), name.initials, name.numerals) == (words, titles, initials, numerals)
