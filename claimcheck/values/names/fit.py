"""How a name in a text fits one registered form: every word of both is accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from attrs import field, frozen

from claimcheck.values.names.parts import Name
from claimcheck.values.names.spelling import is_spelling, spelling_keys


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


@frozen(kw_only=True)
class _Pairing:
    """The words of two names matched one to one: what is left on each side, what only spelling joins."""

    left_text: list[str] = field(factory=list)
    left_form: list[str] = field(factory=list)
    spelled: list[tuple[str, str]] = field(factory=list)
    n_matched: int = 0


def fit_form(name: Name, form: Name, known_words: Iterable[str]) -> Fit | None:
    """
    Return how a name fits a form, or None when a word, an initial or a numeral speaks against it.

    `known_words` are the words of all the entry's forms: a byname that another form has ("Mustafa Kemal
    Atatürk") is explained. Titles and initials add no identity; numerals must agree.
    """
    if name.numerals and form.numerals and name.numerals != form.numerals:
        return None
    if name.key == form.key:
        return Fit(level=Level.WRITTEN, why=f"written as the registered name {form.text!r}")
    pairing = _paired(name, form)
    if pairing.n_matched == 0:
        return None
    unexplained = [
        word for word in pairing.left_text if not any(is_spelling(word, known) for known in known_words)
    ]
    if pairing.left_form:
        return _shorter(name, form, pairing, unexplained)
    if unexplained:
        return _longer(name, form, pairing, unexplained)
    return _whole(name, form, pairing)


def _paired(name: Name, form: Name) -> _Pairing:
    """Match the words of two names in any order, those written alike before those spelt alike."""
    left_form = list(form.words)
    folded_left = dict(enumerate(form.folded))
    left_text: list[str] = []
    for word, folded in zip(name.words, name.folded, strict=True):
        index = next((i for i, other in folded_left.items() if other == folded), None)
        if index is None:
            left_text.append(word)
        else:
            del folded_left[index]
    open_form = {index: left_form[index] for index in folded_left}
    spelled: list[tuple[str, str]] = []
    still_left: list[str] = []
    for word in left_text:
        index = next((i for i, other in open_form.items() if is_spelling(word, other)), None)
        if index is None:
            still_left.append(word)
        else:
            spelled.append((word, open_form.pop(index)))
    return _Pairing(
        left_text=still_left,
        left_form=list(open_form.values()),
        spelled=spelled,
        n_matched=len(name.words) - len(still_left),
    )


def _shorter(name: Name, form: Name, pairing: _Pairing, unexplained: list[str]) -> Fit | None:
    """Return the fit of a text that has fewer words than the form: a bare surname, a given name."""
    if unexplained or not _initials_agree(name.initials, pairing.left_form):
        return None
    missing = " ".join(pairing.left_form)
    return Fit(level=Level.PART, why=f"a part of {form.text!r}: {missing!r} is not said")


def _longer(name: Name, form: Name, pairing: _Pairing, unexplained: list[str]) -> Fit | None:
    """
    Return the fit of a text with words that the register does not know.

    Two words of a form are enough to see its bearer as possible; a single one only where a family name
    stands, at the end: "Kâzım Dirik" is no "Kâzım".
    """
    if form.initials and not _initials_agree(form.initials, pairing.left_text):
        return None
    ends_alike = is_spelling(name.words[-1], form.words[-1])
    if len(form.words) < 2 and not ends_alike and not name.bracketed:
        return None
    extra = " ".join(unexplained)
    return Fit(
        level=Level.PART,
        why=f"{form.text!r} with a further {extra!r}, not registered",
        n_left=len(unexplained),
    )


def _whole(name: Name, form: Name, pairing: _Pairing) -> Fit:
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
    if set(name.initials) - set(form.initials):
        return "nothing tells whose initials these are"
    if len(form.words) == 1 and form.titles and name.titles != form.titles:
        # "Enver Paşa" names one man by a title; "Enver Bey" may be any Enver.
        return "the title is not the same"
    return ""


def _initials_agree(initials: Iterable[str], words: list[str]) -> bool:
    """Tell whether each initial can stand for one of the words; initials without words say nothing."""
    left = list(words)
    for initial in initials:
        found = next((word for word in left if _begins(word, initial)), None)
        if found is None:
            return not words
        left.remove(found)
    return True


def _begins(word: str, initial: str) -> bool:
    firsts = {key[:1] for key in spelling_keys(word)} | {word[:1].casefold()}
    return bool(firsts & ({key[:1] for key in spelling_keys(initial)} | {initial}))
