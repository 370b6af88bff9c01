"""Answers against the rest that two sources share: their chance, and when they raise suspicion."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.document import Document, Passage
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Claim, Finding
from claimcheck.model.question import Attestation, Link, Question
from claimcheck.model.report import QuestionResult
from claimcheck.model.source import Certainty, Derivation, Independence, Source
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND
from claimcheck.weigh.station import weigh_results
from claimcheck.weigh.suspicion.rare_answers import at_least_so_many

SIX = "abcdef"


def answered(question: str, rare: str, rest: str) -> QuestionResult:
    """Return a question to which some sources give one answer and the rest another."""
    attestations = tuple(
        Attestation(
            id=f"{question}.{speaker}",
            question=question,
            document="d",
            chain=(Link(source=speaker),),
            value=KIND.read("happened", NO_CONTEXT),
            passages=(Passage(document="d"),),
        )
        for speaker in rare + rest
    )
    sides = [tuple(f"{question}.{each}" for each in side) for side in (rare, rest)]
    claims = (
        Claim(id=f"{question}-rare", answer="forty", supporting=sides[0], contradicting=sides[1]),
        Claim(id=f"{question}-usual", answer="ten", supporting=sides[1], contradicting=sides[0]),
    )
    return QuestionResult(question=question, attestations=attestations, claims=claims)


def suspected(*results: QuestionResult, **records: object) -> list[Finding]:
    """Return the suspicions that these answers raise."""
    questions = tuple(
        Question(id=each.question, asks=f"How many in {each.question}?", kind="quantity") for each in results
    )
    dossier = Dossier(questions=questions, **records)  # type: ignore[arg-type]
    findings = weigh_results(dossier, results).findings
    return [each for each in findings if each.code == "suspected-dependence"]


THREE = tuple(answered(name, "ab", "cdef") for name in ("q1", "q2", "q3"))


def test_slips_in_common_are_suspected_with_their_chance() -> None:
    """
    Two of six who stand alone together three times do so by chance once in 3,375 pairs.
    """
    (found,) = suspected(*THREE)

    assert found.path == ("a", "b")
    assert "1 in 3,375 pairs of sources" in found.explanation
    assert "45 pairs were compared" in found.explanation
    assert found.questions == ("q1", "q2", "q3")


def test_one_slip_in_common_is_no_evidence() -> None:
    """
    One rare answer that two of six share is what chance does in one pair of fifteen.
    """
    assert suspected(THREE[0]) == []


def test_to_part_over_such_answers_speaks_against_it() -> None:
    """
    Where the two stand alone apart as often as together, chance explains what they share.
    """
    apart = (answered("q4", "ac", "bdef"), answered("q5", "bd", "acef"), answered("q6", "ce", "abdf"))

    assert [each.path for each in suspected(*THREE[:2], *apart)] == []


def test_what_is_linked_already_is_not_suspected() -> None:
    """
    A copy, a common parent and a common author explain what they share; custody and suspicion do not.
    """
    copies = Derivation(child="a", parent="b", kind="copies")
    cousins = (
        Derivation(child="a", parent="p", kind="cites"),
        Derivation(child="b", parent="p", kind="cites"),
    )
    one_hand = Independence(sources=frozenset("ab"), is_known=False, because="one office")
    archive = Derivation(child="a", parent="b", kind="same-archive")
    perhaps = Derivation(child="a", parent="b", kind="copies", status=Certainty.SUSPECTED)

    assert suspected(*THREE, derivations=(copies,)) == []
    assert suspected(*THREE, derivations=cousins) == []
    assert suspected(*THREE, independences=(one_hand,)) == []
    assert len(suspected(*THREE, derivations=(archive,))) == 1
    assert len(suspected(*THREE, derivations=(perhaps,))) == 1


def test_a_declared_independence_is_held_against_it() -> None:
    """
    That a historian declared the two independent is told: one of the two is worth a second look.
    """
    apart = Independence(sources=frozenset("ab"), is_known=True, because="they never met")
    (found,) = suspected(*THREE, independences=(apart,))

    assert "declares them independent: they never met." in found.explanation


def test_a_suspicion_changes_no_line() -> None:
    """
    The lines are the same with and without what raises the suspicion.
    """
    alone = weigh_results(Dossier(questions=(Question(id="q1", asks="?", kind="quantity"),)), THREE[:1])
    questions = tuple(Question(id=each.question, asks="?", kind="quantity") for each in THREE)
    together = weigh_results(Dossier(questions=questions), THREE)

    assert alone.results[0].claims == together.results[0].claims


def test_shared_wording_is_suspected_with_its_places() -> None:
    """
    A sentence that two documents have alike is shown by its first words, with the line in either.
    """
    copied = "nobody had crossed the old bridge since the miller's dog had drowned there in spring"
    texts = {"one": f"It rained.\nBut {copied}.", "other": f"He wrote.\n\nThat {copied}, or so he heard."}
    documents = tuple(Document(id=name, source=f"source-{name}") for name in texts)
    sources = tuple(Source(id=f"source-{name}", short=name.title()) for name in texts)
    findings = weigh_results(Dossier(documents=documents, sources=sources), (), texts=texts).findings
    (found,) = findings

    assert found.path == ("source-one", "source-other")
    assert (
        "«nobody had crossed the old bridge since the …» (one, line 2 and other, line 3)" in found.explanation
    )

    linked = Derivation(child="source-other", parent="source-one", kind="quotes")
    dossier = Dossier(documents=documents, sources=sources, derivations=(linked,))
    assert weigh_results(dossier, (), texts=texts).findings == ()


@given(
    st.lists(st.fractions(min_value=0, max_value=1, max_denominator=6), max_size=4),
    st.integers(min_value=0, max_value=5),
)
def test_the_chance_of_several_is_what_trying_each_outcome_gives(chances: list[Fraction], least: int) -> None:
    """
    The chance of at least so many is the sum over all outcomes with so many.
    """
    total = Fraction()
    for outcome in product((False, True), repeat=len(chances)):
        if sum(outcome) >= least:
            share = Fraction(1)
            for happened, chance in zip(outcome, chances, strict=True):
                share *= chance if happened else 1 - chance
            total += share

    assert at_least_so_many(least, chances) == total


def test_pairs_come_in_one_order() -> None:
    """
    Three that stand alone together are three pairs, sorted, however the results are dealt.
    """
    results = [answered(f"q{number}", "abc", "defg") for number in range(6)]
    paths = [each.path for each in suspected(*results)]

    assert paths == list(combinations("abc", 2)) == [each.path for each in suspected(*results[::-1])]
