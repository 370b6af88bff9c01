"""What rests on something disputed: which, and by which path."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import Conflict, Side
from claimcheck.model.question import Attestation, Link, Opposition, Question
from claimcheck.model.report import QuestionResult
from claimcheck.model.source import Source
from claimcheck.values.context import NO_CONTEXT
from claimcheck.values.occurrence import KIND
from claimcheck.values.relation import Relation, Stance
from claimcheck.weigh.doubt import Doubt, doubt_findings, spread_doubt

NAMES = "abcdef"
QUESTIONS = "QRS"

grounds = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + QUESTIONS), max_size=3, unique=True)
)
answers = st.dictionaries(
    st.sampled_from(QUESTIONS), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
)
reasons = st.dictionaries(st.sampled_from(NAMES + QUESTIONS), st.just("is disputed"))


def in_doubt_by_trying(
    grounds: dict[str, list[str]], answers: dict[str, list[str]], reasons: dict[str, str]
) -> set[str]:
    """Return what is in doubt by applying the definition until nothing is added."""
    found = set(reasons)
    while True:
        more = {name for name, above in grounds.items() if found & set(above)}
        more |= {name for name, above in answers.items() if set(above) <= found}
        if more <= found:
            return found
        found |= more


def nearest_by_trying(name: str, doubt: Doubt, links: dict[str, list[str]]) -> int:
    """Return how many steps lead from a name to something disputed, over what is in doubt."""
    reached, steps = {name}, 0
    while not reached & set(doubt.reasons):
        reached = {each for one in reached for each in links.get(one, []) if each in doubt}
        steps += 1
    return steps


@given(grounds, answers, reasons)
def test_doubt_reaches_whatever_rests_on_it(
    grounds: dict[str, list[str]], answers: dict[str, list[str]], reasons: dict[str, str]
) -> None:
    """
    In doubt is what trying finds; a path takes real steps, the fewest, and ends where the dispute is.
    """
    doubt = spread_doubt(grounds, answers, reasons)
    links = {**grounds, **answers}

    assert {each for each in NAMES + QUESTIONS if each in doubt} == in_doubt_by_trying(
        grounds, answers, reasons
    )
    for name in (*doubt.steps, *doubt.reasons):
        path = doubt.path(name)
        assert all(ground in links[child] and ground in doubt for child, ground in pairwise(path))
        assert path[-1] in reasons
        assert len(path) == 1 + nearest_by_trying(name, doubt, links)


def test_resting_on_one_another_alone_is_no_doubt() -> None:
    """
    A circle of attestations is a fault of the dossier; it brings nothing into doubt by itself.
    """
    doubt = spread_doubt({"a": ["b"], "b": ["a"]}, {}, {})

    assert "a" not in doubt


def test_one_sound_answer_keeps_a_question_out_of_doubt() -> None:
    """
    A question that one attestation answers on firm ground is not in doubt for the others.
    """
    grounds = {"a": ["x"], "c": ["Q"]}

    assert "c" not in spread_doubt(grounds, {"Q": ["a", "b"]}, {"x": "is disputed"})
    assert spread_doubt(grounds, {"Q": ["a"]}, {"x": "is disputed"}).path("c") == ("c", "Q", "a", "x")


def test_a_chain_of_thousands_is_followed() -> None:
    """
    However long the chain, its end is reached; of the path the begin and the end are kept.
    """
    grounds = {str(number): [str(number + 1)] for number in range(20_000)}
    path = spread_doubt(grounds, {}, {"20000": "is disputed"}).path("0")

    assert len(path) == 50
    assert path[:2] == ("0", "1")
    assert path[-1] == "20000"


def told(question: str, name: str, *rests_on: str, stance: Stance = Stance.AFFIRMS) -> Attestation:
    return Attestation(
        id=f"{question}.{name}",
        question=question,
        document="d",
        chain=(Link(source=name),),
        stance=stance,
        value=KIND.read("happened", NO_CONTEXT),
        rests_on=rests_on,
    )


def asked(name: str, *attestations: Attestation, opposed: tuple[str, str] | None = None) -> Question:
    oppositions = (Opposition(attestations=opposed, because="they name two causes"),) if opposed else ()
    return Question(
        id=name,
        asks=f"What of {name}?",
        kind="occurrence",
        attestations=attestations,
        oppositions=oppositions,
    )


def clash(*attestations: Attestation) -> Conflict:
    return Conflict(
        id="conflict-1",
        questions=tuple(dict.fromkeys(each.question for each in attestations)),
        relation=Relation.NECESSARY_CONFLICT,
        scopes=(),
        sides=tuple(Side(claim=None, attestations=(each.id,)) for each in attestations),
        rule="",
        explanation="",
    )


def shown(
    questions: tuple[Question, ...],
    *conflicts: Conflict,
    damaged: str = "",
    apart: dict[str, str] | None = None,
) -> list[tuple[tuple[str, ...], str]]:
    """Return path and explanation of each finding, with one attestation left out for damage."""
    labels = {each.speaker for question in questions for each in question.attestations}
    dossier = Dossier(
        sources=tuple(Source(id=each, short=each.capitalize()) for each in sorted(labels)),
        questions=questions,
    )
    results = [
        QuestionResult(
            question=each.id, attestations=tuple(one for one in each.attestations if one.id != damaged)
        )
        for each in questions
    ]
    return [(each.path, each.explanation) for each in doubt_findings(dossier, results, conflicts, apart)]


def test_the_path_is_told_step_by_step() -> None:
    """
    Each step of the path is named with its words and its id, and the end says by what it is disputed.
    """
    raid, fire = told("raid", "ashe"), told("raid", "dray", stance=Stance.DENIES)
    siege = told("siege", "orme", "raid.ashe")
    relief = told("relief", "quill", "siege")
    found = shown(
        (asked("raid", raid, fire), asked("siege", siege), asked("relief", relief)), clash(raid, fire)
    )

    assert found == [
        (
            ("siege.orme", "raid.ashe"),
            "Orme affirms it. It rests on this: Ashe affirms it [raid.ashe]. That is disputed [conflict-1].",
        ),
        (
            ("relief.quill", "siege", "siege.orme", "raid.ashe"),
            "Quill affirms it. It rests on the answer to «What of siege?» [siege]. All that answers it "
            "rests on something in doubt; nearest to the reason stands this: Orme affirms it [siege.orme]. "
            "That rests on this: Ashe affirms it [raid.ashe]. That is disputed [conflict-1].",
        ),
    ]


def test_each_disputed_ground_is_told_for_itself() -> None:
    """
    Who rests on two things in doubt is shown with both.
    """
    raid, fire = told("raid", "ashe"), told("raid", "dray", stance=Stance.DENIES)
    relief = told("relief", "quill", "raid.ashe", "raid.dray")
    found = shown((asked("raid", raid, fire), asked("relief", relief)), clash(raid, fire))

    assert [path for path, _ in found] == [("relief.quill", "raid.ashe"), ("relief.quill", "raid.dray")]


def test_damaged_words_and_declared_oppositions_are_no_firm_ground() -> None:
    """
    Words that are left out for damage, and a statement that a historian declares opposed, bring doubt too.
    """
    raid, fire = told("raid", "ashe"), told("raid", "dray")
    relief = told("relief", "quill", "raid.ashe")
    plain_questions = (asked("raid", raid, fire), asked("relief", relief))
    opposed = (asked("raid", raid, fire, opposed=("raid.ashe", "raid.dray")), asked("relief", relief))

    assert shown(plain_questions) == []
    ((_, words),) = shown(plain_questions, damaged="raid.ashe")
    assert words.endswith("That stands in damaged words, and is left out of the comparison.")
    ((_, words),) = shown(plain_questions, apart={"raid.ashe": "he was abroad"})
    assert words.endswith("That is set apart: its maker could not have known, because he was abroad.")
    ((_, words),) = shown(opposed)
    assert words.endswith("That is disputed, as the dossier declares: they name two causes.")


def test_a_long_path_is_told_by_its_ends() -> None:
    """
    Of a path with many steps the words give the first and the last, and how many lie between.
    """
    raid, fire = told("raid", "ashe"), told("raid", "dray", stance=Stance.DENIES)
    chain = [told("chain", f"s{number:02}", f"chain.s{number + 1:02}") for number in range(20)]
    end = told("chain", "s20", "raid.ashe")
    found = shown((asked("raid", raid, fire), asked("chain", *chain, end)), clash(raid, fire))

    path, words = found[0]
    assert len(path) == 22
    assert "Through 19 further steps one comes to the last. That rests on this: Ashe" in words
