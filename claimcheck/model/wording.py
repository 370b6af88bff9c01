"""How reports and explanations name who says what, and where. One wording for all of them."""

from __future__ import annotations

from claimcheck.model.document import Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.plain import listed, quoted, sentence
from claimcheck.model.question import Attestation, Basis, Relay, Silence
from claimcheck.values.day_words import is_notation
from claimcheck.values.occurrence import DID_NOT_HAPPEN, HAPPENED
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
    if attestation.hearsay_of:
        through.append("passing it on")
    return f"{words} ({', '.join(through)})" if through else words


def value_words(value: Value) -> str:
    """Return a value as a reader says it: as the dossier has it, or in words where that is notation."""
    is_read = value.kind in TOLD_AS_READ or (value.kind == "date" and is_notation(value.text))
    return str(value.readings[0].core) if is_read else value.text


def stance_words(attestation: Attestation) -> str:
    """
    Return what the speaker does with the value: "affirms: 5 February 1920", "denies it: not in Anatolia".

    The source's own words stand in quotation marks where the dossier gives them beside the value. Of a
    denial the answer is told that it leaves, since those words give that, and not what is denied.
    """
    verb, value = _STANCE_VERBS[attestation.stance], attestation.value
    if value.kind == "occurrence":
        is_asked = str(value.readings[0].core) == HAPPENED
        return f"{verb} {'it' if is_asked else f'that it {DID_NOT_HAPPEN}'}"
    is_denial = attestation.stance is Stance.DENIES
    lead = f"{verb} it" if is_denial else verb
    read = answer_words(value, is_denial=True) if is_denial else value_words(value)
    if not attestation.printed or attestation.printed == read:
        return f"{lead}: {read}"
    return f"{lead}: «{attestation.printed}», that is: {read}"


def answer_words(value: Value, *, is_denial: bool) -> str:
    """
    Return the answer that a value gives when it is affirmed, or that is left when it is denied.

    What happened or did not is asked for with yes or no; a region tells what lies outside it; words that
    can be read in several ways give all of them.
    """
    cores = [reading.core for reading in value.readings]
    if value.kind == "occurrence":
        return " or ".join(dict.fromkeys(_yes_or_no(str(core), is_denial=is_denial) for core in cores))
    if not is_denial:
        return " or ".join(dict.fromkeys(map(str, cores)))
    told = (f"not in {core}" if value.kind == "place" else core.denied() for core in cores)
    return ", or ".join(dict.fromkeys(told))


def _yes_or_no(answer: str, *, is_denial: bool) -> str:
    return "yes" if (answer == HAPPENED) is not is_denial else "no"


def passage_words(passage: Passage) -> str:
    """Return a passage as "p. 137, n. 3: «took over some of the forts»"."""
    quotation = f"«{quoted(passage.quotation)}»" if passage.quotation else ""
    if passage.until:
        quotation += f" … «{quoted(passage.until)}»"
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
