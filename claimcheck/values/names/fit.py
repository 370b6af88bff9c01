"""How a name in a text fits one registered form: every word of both is accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from attrs import evolve, frozen

from claimcheck.values.names.alignment import Alignment, align, fathers_differ, unexplained
from claimcheck.values.names.given import is_same_word
from claimcheck.values.names.parts import Name, initials_agree, initials_clash


class Level(IntEnum):
    """How far a fit goes. A part fits when one name has words that the other lacks."""

    PART = 1
    SPELLING = 2
    WRITTEN = 3


@frozen(kw_only=True)
class Fit:
    """
    One form that fits, how far, and why, in words for a report.

    `n_left` counts the words of the text that nothing in the register explains.
    """

    level: Level
    why: str
    n_left: int = 0


def fit_form(name: Name, form: Name, known_words: Iterable[str]) -> Fit | None:
    """
    Return how a name fits a form, or None when a word, an initial or a numeral speaks against it.

    `known_words` are the words of all the entry's forms: a byname that another form has ("Mustafa Kemal
    Atatürk") is explained. Titles and initials add no identity; numerals must agree.
    """
    if name.numerals and form.numerals and name.numerals != form.numerals:
        return None
    if initials_clash(name.initials, form.initials):
        return None
    if name.key == form.key:
        return Fit(level=Level.WRITTEN, why=f"written as the registered name {form.text!r}")
    pairing = align(name, form)
    if not pairing.matched or fathers_differ(pairing):
        return None
    if len(pairing.matched) > 1:
        # Beside two words that fit, a father's name and the word that an initial stands for are no identity.
        pairing = evolve(
            pairing,
            left_a=unexplained(pairing.left_a, form.initials),
            left_b=unexplained(pairing.left_b, name.initials),
        )
    further = [word for word in pairing.left_a if not any(is_same_word(word, known) for known in known_words)]
    if pairing.left_b:
        return _shorter(name, form, pairing, further)
    if further:
        return _longer(name, form, pairing, further)
    return _whole(name, form, pairing)


def _shorter(name: Name, form: Name, pairing: Alignment, further: list[str]) -> Fit | None:
    """Return the fit of a text that has fewer words than the form: a bare surname, a given name."""
    if further or not initials_agree(name.initials, pairing.left_b):
        return None
    missing = " ".join(pairing.left_b)
    return Fit(level=Level.PART, why=f"a part of {form.text!r}: {missing!r} is not said")


def _longer(name: Name, form: Name, pairing: Alignment, further: list[str]) -> Fit | None:
    """
    Return the fit of a text with words that the register does not know.

    Two words of a form are enough to see its bearer as possible; a single one only where a family name
    stands, at the end: "Kâzım Dirik" is no "Kâzım".
    """
    if form.initials and not initials_agree(form.initials, pairing.left_a):
        return None
    ends_alike = is_same_word(name.words[-1], form.words[-1])
    if len(form.words) < 2 and not ends_alike and not name.bracketed:
        return None
    extra = " ".join(further)
    return Fit(
        level=Level.PART,
        why=f"{form.text!r} with a further {extra!r}, not registered",
        n_left=len(further),
    )


def _whole(name: Name, form: Name, pairing: Alignment) -> Fit:
    """Return the fit of a text whose every word is accounted for, and every word of the form."""
    reason = _what_is_missing(name, form)
    if reason:
        return Fit(level=Level.PART, why=f"{form.text!r}, but {reason}")
    editor = "; the words in brackets, an editor's perhaps, are counted in" if name.bracketed else ""
    if pairing.spelled:
        spelt = ", ".join(f"{word} as {other}" for word, other in pairing.spelled)
        return Fit(level=Level.SPELLING, why=f"a spelling of {form.text!r}: {spelt}{editor}")
    return Fit(level=Level.WRITTEN, why=f"the words of the registered name {form.text!r}{editor}")


def _what_is_missing(name: Name, form: Name) -> str:
    if name.numerals != form.numerals:
        return "only one of the two has a number"
    if set(name.initials) - set(form.initials) and len(form.words) < 2:
        return "nothing tells whose initials these are"
    if len(form.words) == 1 and form.titles and name.titles != form.titles:
        # "Enver Paşa" names one man by a title; "Enver Bey" may be any Enver.
        return "the title is not the same"
    return ""
