"""Whom a name may mean: every registered bearer that fits, the same or possible, with the reason."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve, frozen

from claimcheck.values.folding import fold
from claimcheck.values.names.fit import Fit, Level, fit_form
from claimcheck.values.names.index import SameRegister, index_of
from claimcheck.values.names.parts import Name, place_sense, take_apart, with_bracketed
from claimcheck.values.names.titles import sense_of
from claimcheck.values.register import Entry, Form, Register
from claimcheck.values.span import ALWAYS, Span

LONGEST = 200
"""More characters than any name has; a longer text is a passage."""


@frozen(kw_only=True)
class Candidate:
    """
    Somebody or some place that a name may mean.

    `certainty` is "same" when the name identifies (then there is one candidate alone) or "possible".
    """

    id: str
    label: str
    certainty: str
    why: str


@frozen(kw_only=True)
class _Bearer:
    """An entry's best fit. An `is_declared` fit rests on a form that identifies on its own."""

    entry: Entry
    fit: Fit
    is_declared: bool


def match_name(text: str, register: Register, when: Span = ALWAYS) -> tuple[Candidate, ...]:
    """
    Return whom a name may mean at a time, the most certain first, then by id; none when nobody fits.

    An id identifies, and so does a registered form that one entry alone bears, and a name whose every
    word is a spelling of such a form, when nobody else in the register fits it. All else leaves its
    bearers possible. Scores play no part.
    """
    if len(text) > LONGEST or not fold(text):
        return ()
    return _matched(text, SameRegister(register), when)


# A value asks for the same name more than once: to split it at "or", to read it, to write it as JSON.
@lru_cache(maxsize=1000)
def _matched(text: str, same: SameRegister, when: Span) -> tuple[Candidate, ...]:
    register = same.register
    by_id = register.get(text.strip())
    if by_id is not None:
        return (Candidate(id=by_id.id, label=by_id.label, certainty="same", why="the id in the register"),)
    bearers = _bearers(text, same, when)
    chosen = _identified(bearers, register)
    if chosen is not None:
        return (_candidate(chosen, "same"),)
    return tuple(
        _candidate(bearer, "possible")
        for bearer in sorted(bearers, key=lambda bearer: (-bearer.fit.level, bearer.entry.id))
    )


def _candidate(bearer: _Bearer, certainty: str) -> Candidate:
    return Candidate(id=bearer.entry.id, label=bearer.entry.label, certainty=certainty, why=bearer.fit.why)


def _identified(bearers: list[_Bearer], register: Register) -> _Bearer | None:
    """Return the bearer that the name identifies, or None when several, or only parts, fit."""
    written = [bearer for bearer in bearers if bearer.fit.level is Level.WRITTEN]
    if any(bearer.is_declared for bearer in written):
        return written[0] if len(written) == 1 else None
    if written:
        return None
    spelt = [bearer for bearer in bearers if bearer.fit.level is Level.SPELLING and bearer.is_declared]
    if len(spelt) != 1:
        return None
    rivals = [other for other in bearers if other is not spelt[0] and _is_rival(other, spelt[0], register)]
    return None if rivals else spelt[0]


def _is_rival(other: _Bearer, bearer: _Bearer, register: Register) -> bool:
    """Tell whether another fits the whole text too, or fits a part and was declared a look-alike."""
    look_alikes = frozenset((other.entry.id, bearer.entry.id)) in register.distinct
    return other.fit.n_left == 0 or look_alikes


def _bearers(text: str, same: SameRegister, when: Span) -> list[_Bearer]:
    register, index = same.register, index_of(same)
    sense, name = place_sense(take_apart(text)) if index.has_senses else ("", take_apart(text))
    name = with_bracketed(name)
    found = (
        _best(name, entry, when, sense, _wholes_words(name, entry, register, when))
        for entry in index.near(name)
        if entry.life.meet(when) is not None
    )
    return [bearer for bearer in found if bearer is not None]


def _wholes_words(name: Name, entry: Entry, register: Register, when: Span) -> list[str]:
    """Return the words of what held the entry: "Batum (Georgia)" says with its brackets where Batum lies."""
    if not name.bracketed:
        return []
    wholes = (register.get(whole) for whole in register.wholes(entry.id, when))
    forms = (form for whole in wholes if whole for form in whole.forms)
    return [word for form in forms for word in take_apart(form.text).words]


def _best(name: Name, entry: Entry, when: Span, sense: str, known: list[str]) -> _Bearer | None:
    forms = [(form, take_apart(form.text)) for form in entry.forms]
    words = [word for _, parts in forms for word in parts.words] + known
    fits: list[tuple[Fit, bool]] = []
    for form, parts in forms:
        fit = fit_form(name, parts, words) if parts.words else None
        fit = _at_time(_of_sense(fit, sense, entry), form, when) if fit else None
        if fit is not None and form.is_office:
            fit = _in_office(fit, parts) if parts.titles <= name.titles else None
        if fit is not None:
            fits.append((fit, form.is_declared))
    if not fits:
        return None
    fit, is_declared = max(fits, key=lambda pair: (pair[0].level, pair[1], -pair[0].n_left))
    return _Bearer(entry=entry, fit=fit, is_declared=is_declared)


def _of_sense(fit: Fit, sense: str, entry: Entry) -> Fit | None:
    """Return the fit where the text says what sort of place it means: a city is no province."""
    if not sense:
        return fit
    own = sense_of(fold(entry.sense)) or fold(entry.sense)
    if not own:
        return evolve(fit, level=Level.PART, why=f"{fit.why}; whether it is the {sense} is not registered")
    return evolve(fit, why=f"{fit.why}; the {sense}") if own == sense else None


def _in_office(fit: Fit, form: Name) -> Fit | None:
    """Return the fit of an office: only the whole of it, at its time, is said of its holder."""
    if fit.level is Level.PART:
        return None
    return Fit(level=fit.level, why=f"held the office {form.text!r} at the time")


def _at_time(fit: Fit | None, form: Form, when: Span) -> Fit | None:
    if fit is None or form.valid.meet(when) is not None:
        return fit
    return evolve(fit, level=Level.PART, why=f"{fit.why}, a name in use at another time ({form.valid})")
