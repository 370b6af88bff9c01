"""How reports and explanations name who says what, and where. One wording for all of them."""

from __future__ import annotations

from claimcheck.model.document import Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.plain import listed, sentence
from claimcheck.model.question import Attestation, Basis, Relay, Silence
from claimcheck.values.day_words import is_notation
from claimcheck.values.relation import Stance
from claimcheck.values.value import Value

TOLD_AS_READ = ("choice", "holder")
"""Kinds whose values a dossier writes in a notation of ids and EDTF, and a report in words."""

_STANCE_VERBS = {Stance.AFFIRMS: "affirms", Stance.DENIES: "denies", Stance.DOUBTS: "doubts"}
_RELAYED = {
    Relay.REPORTS: "as reported by",
    Relay.ENDORSES: "endorsed by",
    Relay.DOUBTS: "doubted by",
    Relay.REJECTS: "rejected by",
}


def speaker_words(dossier: Dossier, attestation: Attestation) -> str:
    """
    Return who speaks and through whom: "Ertürk 1964 (as reported by Hovannisian 1973)".

    A link's hedge stands behind it in quotation marks. The stance that a relaying source takes itself
    is marked as taken in passing on.
    """
    *relays, speaker = attestation.chain
    words = dossier.source(speaker.source).label
    if speaker.hedge:
        words += f" («{speaker.hedge}»)"
    through = []
    for link in reversed(relays):
        hedge = f" («{link.hedge}»)" if link.hedge else ""
        through.append(f"{_RELAYED[link.relay or Relay.REPORTS]} {dossier.source(link.source).label}{hedge}")
    if through:
        words += f" ({', '.join(through)})"
    return f"{words}, passing it on," if attestation.hearsay_of else words


def value_words(value: Value) -> str:
    """Return a value as a reader says it: as the dossier has it, or in words where that is notation."""
    is_read = value.kind in TOLD_AS_READ or (value.kind == "date" and is_notation(value.text))
    return str(value.readings[0].core) if is_read else value.text


def stance_words(attestation: Attestation) -> str:
    """
    Return what the speaker does with the value: "affirms: 5 February 1920", "denies that it happened".

    The source's own words stand in quotation marks where the dossier gives them beside the value.
    """
    verb, value = _STANCE_VERBS[attestation.stance], attestation.value
    if value.kind == "occurrence":
        return f"{verb} that it {value.readings[0].core}"
    read = value_words(value)
    if not attestation.printed or attestation.printed == read:
        return f"{verb}: {read}"
    return f"{verb}: «{attestation.printed}», that is: {read}"


def denied_words(kind: str, answer: str) -> str:
    """Return the answer that a denial gives: "it did not happen", "not in Anatolia", "not Turkey"."""
    if kind == "occurrence":
        return "it did not happen" if answer == "happened" else "it happened"
    return f"not in {answer}" if kind == "place" else f"not {answer}"


def affirmed_words(kind: str, answer: str) -> str:
    """Return an affirmed answer as a report shows it."""
    return f"it {answer}" if kind == "occurrence" else answer


def passage_words(passage: Passage) -> str:
    """Return a passage as "p. 137, n. 3: «took over some of the forts»"."""
    quotation = f"«{passage.quotation}»" if passage.quotation else ""
    if passage.until:
        quotation += f" … «{passage.until}»"
    return ": ".join(part for part in (passage.locator, quotation) if part)


def basis_words(attestation: Attestation) -> str:
    """Return how the words bear the value: nothing when they state it, else why it follows."""
    if attestation.basis is Basis.IMPLIED:
        return f"implied, because {attestation.because}"
    if attestation.basis is Basis.TELLING:
        reason = f" ({attestation.because})" if attestation.because else ""
        return f"known only from the order of telling{reason}"
    return ""


def silence_words(silence: Silence) -> str:
    """
    Return whether a silence may be argued from, and what is lacking; two sentences, the last a reminder.

    An argument from silence needs three conditions, each affirmed by a person (Langlois and Seignobos).
    """
    affirmed = [f"{words}, because {reason}" for words, reason in silence.conditions if reason]
    missing = [f"that {words}" for words, reason in silence.conditions if not reason]
    if silence.is_argument:
        return f"It may be argued from: {'; '.join(affirmed)}. Even so, a silence is no denial."
    lacking = f"nobody has affirmed {listed(missing, 'or')}, so it is no argument"
    words = f"{'; '.join(affirmed)}; but {lacking}" if affirmed else lacking
    return f"{sentence(words)} A silence is no denial."


def attestation_words(dossier: Dossier, attestation: Attestation) -> str:
    """Return an attestation in one phrase: who, what, on what ground, in which words."""
    parts = [f"{speaker_words(dossier, attestation)} {stance_words(attestation)}"]
    basis = basis_words(attestation)
    if basis:
        parts.append(basis)
    passages = "; ".join(words for words in map(passage_words, attestation.passages) if words)
    if passages:
        parts.append(passages)
    return ", ".join(parts)
