"""The order in which attestations are written makes no difference to what conflicts."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.station import compare_dossier
from claimcheck.model.document import Document, Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.question import Attestation, Link, Question
from claimcheck.model.source import Source
from claimcheck.values.context import NO_CONTEXT, Context, Option, Options
from claimcheck.values.kind import find_kind
from claimcheck.values.relation import Stance

WORDS = {
    "date": ("1 May 1920", "2 May 1920", "May 1920", "by 3 May 1920", "after 1 May 1920", "1920"),
    "quantity": ("10", "about 10", "20", "between 5 and 12", "more than 8"),
    "choice": ("aa", "bb", "cc", "aa or bb", "bb or cc"),
    "occurrence": ("happened", "did not happen"),
}
OPTIONS = Options(options=tuple(Option(id=name, label=name) for name in ("aa", "bb", "cc")))

said = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(Stance), st.sampled_from("vwxyz")), min_size=2, max_size=7
)


def conflicts(kind: str, attestations: list[Attestation]) -> set[object]:
    """Return what conflicts, by id, with gravity and who is on which side."""
    question = Question(id="q", asks="What?", kind=kind, options=OPTIONS, attestations=tuple(attestations))
    dossier = Dossier(
        questions=(question,),
        sources=tuple(Source(id=each) for each in "vwxyz"),
        documents=tuple(Document(id=each, source=each) for each in "vwxyz"),
    )
    return {
        (each.id, each.relation, frozenset(frozenset(side.attestations) for side in each.sides))
        for each in compare_dossier(dossier).conflicts
    }


@given(st.sampled_from(sorted(WORDS)), said, st.integers())
def test_the_same_conflicts_in_any_order(kind: str, some: list[tuple[int, Stance, str]], seed: int) -> None:
    """
    A decision on a conflict outlives the reordering of the files: ids, gravity and sides stay.
    """
    context = Context(options=OPTIONS) if kind == "choice" else NO_CONTEXT
    reads = find_kind(kind)
    assert reads is not None
    attestations = [
        Attestation(
            id=f"q.{number}",
            question="q",
            document=speaker,
            chain=(Link(source=speaker),),
            stance=stance,
            value=reads.read(WORDS[kind][word % len(WORDS[kind])], context),
            passages=(Passage(document=speaker),),
        )
        for number, (word, stance, speaker) in enumerate(some)
    ]
    mixed = list(attestations)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - no secret

    assert conflicts(kind, mixed) == conflicts(kind, attestations)
