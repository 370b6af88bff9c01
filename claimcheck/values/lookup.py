"""Finding what a name declares: parties that hold places, members of sets."""

from __future__ import annotations

from claimcheck.values.folding import fold
from claimcheck.values.register import Register
from claimcheck.values.span import Span
from claimcheck.values.value import UnreadableError


def declared_id(text: str, register: Register, when: Span | None, what: str) -> str:
    """
    Return the id that a name declares, or the folded name when there is no register to ask.

    A name that the register does not have, or that several entries bear, is unreadable: it would stand
    for nobody in particular.
    """
    if not register:
        return fold(text) or text
    entries = register.declared(text, when)
    if len(entries) == 1:
        return entries[0].id
    if not entries:
        raise UnreadableError(
            f"{text!r} is not the name of a {what}",
            _suggestion(text, register, what),
            code="name-unknown",
        )
    bearers = ", ".join(entry.id for entry in entries)
    raise UnreadableError(
        f"{text!r} names several: {bearers}", "write the id of the one you mean", code="name-ambiguous"
    )


def _suggestion(text: str, register: Register, what: str) -> str:
    from rapidfuzz import process

    forms = {form.text: entry.id for entry in register.entries for form in entry.forms}
    near = process.extractOne(text, list(forms), score_cutoff=75)
    if near is None:
        return f"add it to the names of the dossier, or correct it; a {what} has to be registered"
    return f"did you mean {near[0]!r}? otherwise add the name to the dossier's names"
