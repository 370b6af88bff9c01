"""Names that came into use after a source was made: somebody else put them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Finding
from claimcheck.model.ids import made_id
from claimcheck.model.question import Attestation
from claimcheck.model.wording import attestation_words
from claimcheck.values.folding import fold
from claimcheck.values.register import Form, Register
from claimcheck.values.span import Span


def later_names(dossier: Dossier, attestations: Sequence[Attestation]) -> Iterator[Finding]:
    """
    Yield each answer that calls a person or place by a name younger than the source that speaks.

    A Turkish surname in a telegram of 1920 is the case in point: the law on surnames is of 21 June 1934.
    Only what the dossier declares of a name's time is known; the value is compared as it stands.
    """
    registers = {"person": dossier.person_register, "place": dossier.place_register}
    for attestation in attestations:
        made = dossier.source(attestation.speaker).made_span
        register = registers.get(attestation.value.kind)
        if register is None or made is None or attestation.hearsay_of:
            continue
        later = _later_forms(attestation.printed or attestation.value.text, register, made)
        if later:
            yield Finding(
                id=made_id("later-name", attestation.id),
                code="later-name",
                explanation=f"{attestation_words(dossier, attestation)}: the source is of {made}, and "
                + " and ".join(f"«{form.text}» is a name of {form.valid}" for form in later)
                + ". An editor, a translator or this dossier has put it there; what the source itself calls "
                "the bearer may be less clear.",
                questions=(attestation.question,),
                attestations=(attestation.id,),
            )


def _later_forms(text: str, register: Register, made: Span) -> list[Form]:
    """Return the registered names in a text that came into use after the source was made."""
    words = f" {fold(text)} "

    def is_said(form: Form) -> bool:
        return f" {fold(form.text)} " in words

    forms = [form for entry in register.entries for form in entry.forms]
    later = [form for form in forms if _is_later(form, made) and is_said(form)]
    if not later:
        return []
    known = [fold(form.text) for form in forms if not _is_later(form, made) and is_said(form)]
    return [form for form in later if not any(fold(form.text) in each for each in known)]


def _is_later(form: Form, made: Span) -> bool:
    first, last = form.valid.first, made.last
    return not form.is_office and first is not None and last is not None and first > last
