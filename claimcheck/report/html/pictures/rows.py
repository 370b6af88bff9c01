"""The rows of a picture: attestations with the side they are on, and how a table tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.model.question import Attestation
from claimcheck.model.wording import stance_words
from claimcheck.report.html.pictures.strips import Bar, Strip


@frozen(kw_only=True)
class Told:
    """An attestation, who speaks in it, and the letter of the side it is on; none when on no side."""

    attestation: Attestation
    speaker: str
    side: str = ""

    @property
    def label(self) -> str:
        """What is said, in short."""
        value = self.attestation.value
        stance = "" if self.attestation.stance.value == "affirms" else f"{self.attestation.stance.value}: "
        # A dossier may write days in a notation; one reading tells them in words.
        in_words = value.kind == "holder" or (value.kind == "date" and not value.is_open)
        read = str(value.readings[0].core) if in_words else value.text
        return f"{stance}{read}"


def strip_of(told: Told, lanes: Iterable[Iterable[Bar]]) -> Strip:
    """Return the row of an attestation, a lane for each way to read it."""
    return Strip(who=told.speaker, label=told.label, side=told.side, lanes=tuple(map(tuple, lanes)))


def table_rows(told: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each attestation: side and speaker, what is said, what was read of it."""
    return tuple(
        (
            f"{each.side}: {each.speaker}" if each.side else each.speaker,
            plain(stance_words(each.attestation)),
            _regions(each.attestation, envelopes=False),
            _regions(each.attestation, envelopes=True),
        )
        for each in told
    )


def _regions(attestation: Attestation, *, envelopes: bool) -> str:
    found = (each.envelope if envelopes else each.core for each in attestation.value.readings)
    return plain("; or ".join(dict.fromkeys(map(str, found))))
