"""Why the lines of a claim are no more and no fewer, in words that are true of each source."""

from __future__ import annotations

from claimcheck.model.document import Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation, Link, Question
from claimcheck.model.source import Derivation
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND
from claimcheck.weigh.inheritance import descent_for
from claimcheck.weigh.lines import count_lines


def reasons(speakers: tuple[str, ...], *links: tuple[str, str]) -> tuple[tuple[str, ...], int]:
    """Return the reasons for a claim that these sources support, and its lines at most."""
    attestations = [
        Attestation(
            id=speaker,
            question="q",
            document="d",
            chain=(Link(source=speaker),),
            value=KIND.read("happened", NO_CONTEXT),
            passages=(Passage(document="d"),),
        )
        for speaker in speakers
    ]
    derivations = tuple(Derivation(child=child, parent=parent, kind="copies") for child, parent in links)
    dossier = Dossier(derivations=derivations)
    question = Question(id="q", asks="?", kind="occurrence", attestations=tuple(attestations))
    descent = descent_for(dossier, question, attestations, [])
    lines = count_lines(dossier, attestations, descent)
    return lines.because, lines.at_most


def test_a_copy_of_a_speaker_adds_no_line() -> None:
    """
    Whoever copied one that is heard as well is an echo.
    """
    assert reasons(("a", "b"), ("b", "a")) == (("b copies a, and so adds no line of its own",), 1)


def test_a_copy_of_the_unheard_carries_its_line() -> None:
    """
    A lone copy of a source that does not speak itself is a line, and needs no reason.
    """
    assert reasons(("b",), ("b", "lost")) == ((), 1)
