"""The rows of a picture: attestations with the side they are on, and how a table tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.model.plain import plain
from claimcheck.model.question import Attestation
from claimcheck.model.wording import answer_words, stance_words
from claimcheck.report.html.pictures.strips import Bar, Strip
from claimcheck.values.relation import Stance


@frozen(kw_only=True)
class Told:
    """An attestation, who speaks in it, and the letter of the side it is on; none when on no side."""

    attestation: Attestation
    speaker: str
    side: str = ""

    @property
    def label(self) -> str:
        """What is said, in short; of a denial, the answer that it leaves."""
        value, stance = self.attestation.value, self.attestation.stance
        if stance is Stance.DENIES:
            return f"denies it: {answer_words(value, is_denial=True)}"
        doubts = "doubts: " if stance is Stance.DOUBTS else ""
        # A dossier may write days in a notation; one reading tells them in words.
        in_words = value.kind == "holder" or (value.kind == "date" and not value.is_open)
        read = str(value.readings[0].core) if in_words else value.text
        return f"{doubts}{read}{self._tolerated}"

    @property
    def _tolerated(self) -> str:
        """How far a pale bar reaches: what no word of the source tells."""
        readings = self.attestation.value.readings
        if len(readings) != 1 or not drawn_envelope(self.attestation):
            return ""
        (reading,) = readings
        return "" if reading.core == reading.envelope else f" (tolerated: {reading.envelope})"


def drawn_envelope(attestation: Attestation) -> bool:
    """Tell whether what is tolerated is drawn: a denial is held against the words alone."""
    return attestation.stance is not Stance.DENIES


def strip_of(told: Told, lanes: Iterable[Iterable[Bar]]) -> Strip:
    """Return the row of an attestation, a lane for each way to read it."""
    return Strip(
        who=told.speaker,
        label=told.label,
        side=told.side,
        lanes=tuple(map(tuple, lanes)),
        stance=told.attestation.stance.value,
    )


def table_of(told: Sequence[Told]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """
    Return the heads of a table, and a row for each attestation: who, what is said, what was read of it.

    What is tolerated has a column where any of it is more than was read.
    """
    read = [[_regions(each.attestation, envelopes=wider) for wider in (False, True)] for each in told]
    n_told = 2 if any(core != envelope for core, envelope in read) else 1
    rows = tuple(
        (
            f"{each.side}: {each.speaker}" if each.side else each.speaker,
            plain(stance_words(each.attestation)),
            *regions[:n_told],
        )
        for each, regions in zip(told, read, strict=True)
    )
    return ("Who", "Says", *("Asserts", "With tolerance")[:n_told]), rows


def _regions(attestation: Attestation, *, envelopes: bool) -> str:
    if attestation.stance is Stance.DENIES:
        # A denial is held against the words alone, and asserts what it leaves.
        return plain(answer_words(attestation.value, is_denial=True))
    found = (each.envelope if envelopes else each.core for each in attestation.value.readings)
    return plain("; or ".join(dict.fromkeys(map(str, found))))
