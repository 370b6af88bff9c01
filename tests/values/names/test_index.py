"""The index of a register: it leaves out nobody whom a name fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.values.names.fit import fit_form
from claimcheck.values.names.index import SameRegister, index_of
from claimcheck.values.names.parts import take_apart, with_bracketed
from claimcheck.values.register import Entry, Form, Register

_FIRST = ["Kâzım", "Kiazim", "Georgy", "Georges", "Paşa", "Bey", "K.", "V.", "XI", "Charles", "(Özalp)"]
_LAST = ["Karabekir", "Kara", "Bekir", "Chicherin", "Tchitchérine", "Ivanovich", "Vasilyevich", "Özalp"]
_NAMES = st.lists(st.sampled_from([*_FIRST, *_LAST]), min_size=1, max_size=5).map(" ".join)
_REGISTERS = st.lists(st.lists(_NAMES, min_size=1, max_size=3), min_size=1, max_size=6)


def _register(names: list[list[str]]) -> Register:
    return Register(
        entries=tuple(
            Entry(id=f"p{number}", label=forms[0], forms=tuple(Form(text=form) for form in forms))
            for number, forms in enumerate(names)
        )
    )


@given(_NAMES, _REGISTERS)
def test_whoever_fits_is_near(text: str, names: list[list[str]]) -> None:
    """Every entry that a name fits is among those that the index finds."""
    register, name = _register(names), with_bracketed(take_apart(text))

    near = {entry.id for entry in index_of(SameRegister(register)).near(name)}

    for entry in register.entries:
        if entry.id not in near:
            forms = [take_apart(form.text) for form in entry.forms]
            words = [word for form in forms for word in form.words]
            assert [fit_form(name, form, words) for form in forms if form.words] == [None] * len(forms)


def test_a_full_name_does_not_meet_all_namesakes() -> None:
    """A name of two words is held against those who bear both, not against everybody called Kâzım."""
    families = [
        one + other for one in ("Kar", "Bul", "Son", "Tan") for other in ("gil", "man", "dere", "kut")
    ]
    register = _register([*([f"Kâzım {family}", "Kâzım Paşa"] for family in families), ["Karabekir"]])
    index = index_of(SameRegister(register))

    assert [entry.label for entry in index.near(take_apart("Kâzım Sondere"))] == ["Kâzım Sondere"]
    assert [entry.label for entry in index.near(take_apart("Kâzım Karabekir"))] == ["Karabekir"]
    assert len(index.near(take_apart("Kâzım Paşa"))) == len(families)
