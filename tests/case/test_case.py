"""
The worked dossier against what was expected of it, written from the documents before any report was run.

Sides are sets of attestation ids without their question; an attestation without an id of its own is
named by its question, with a star.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.model.criticism import Outcome
from claimcheck.model.document import QuotationStatus
from claimcheck.model.finding import Conflict, Finding
from claimcheck.notebook import Examination
from claimcheck.report.render import render
from claimcheck.report.view import View
from claimcheck.report.words import lines_reasons

Sides = frozenset[frozenset[str]]


def sides(*each: str) -> Sides:
    """Return the sides of a conflict, each written as names with spaces between."""
    return frozenset(frozenset(side.split()) for side in each)


ACROSS, DOCUMENT, SOURCE, CITED = (
    "across-documents",
    "within-document",
    "within-source",
    "within-cited-works",
)
IN_SOURCE, AMONG_CITED = frozenset({SOURCE, DOCUMENT}), frozenset({DOCUMENT, CITED})

EXPECTED: dict[Sides, tuple[str, frozenset[str]]] = {
    # Whether Batumi fell, and to whom: the article names neither day nor taker, the page no day.
    sides("city-fallen", "successful-defence"): ("possible", frozenset({ACROSS})),
    sides("told-as-fallen", "defended"): ("possible", frozenset({ACROSS})),
    # The fall is told before the ceasefire, and Georgian troops are there three days after it.
    sides(
        "agreement-after-fall*",
        "agreement-date*",
        "boarding-date*",
        "command-after-boarding*",
        "fall-after-command*",
    ): ("possible", IN_SOURCE),
    # The invasion ends on the day on which three days of its fighting begin.
    sides(
        "invasion-dates*",
        "boarding-date*",
        "proclamation-after-boarding*",
        "fighting-after-proclamation*",
        "fighting-length*",
    ): ("necessary", IN_SOURCE),
    sides("from-georgia-by-force from-georgia-by-offer", "from-armenia"): ("possible", frozenset({ACROSS})),
    # Only the order of telling keeps the Russians in all of Tbilisi until 7 March.
    sides("after-tbilisi-fell fall-in-the-lead", "western-parts"): ("possible", IN_SOURCE),
    sides("halted", "still-at-batumi"): ("possible", IN_SOURCE),
    sides("all", "evacuated ceded"): ("possible", IN_SOURCE | {ACROSS}),
    sides("all", "annexed"): ("possible", frozenset({ACROSS})),
    sides("claimants", "claimants~turkish-invasion-article anti-bolshevik"): ("necessary", AMONG_CITED),
    sides("several-sources sapolyo erturk", "biyiklioglu harris"): ("necessary", AMONG_CITED),
    sides("several-sources sapolyo erturk", "hovannisian"): ("possible", AMONG_CITED),
    sides("at-havza", "not-in-anatolia"): ("necessary", AMONG_CITED),
    sides("not-until-1920", "immediate"): ("possible", AMONG_CITED),
    sides("hovannisian karabekir foreign-office", "tamim"): ("necessary", AMONG_CITED),
    sides("committee-date*", "tamim", "dispatch-after-committee*"): ("necessary", AMONG_CITED),
    # Two files that one author cites with weeks and years that can't both be right.
    sides("week-of-january", "week-of-february"): ("necessary", IN_SOURCE),
    sides("cited-for-1919", "cited-for-1920"): ("necessary", IN_SOURCE),
    sides("early-1921 as-the-invasion-began", "first-official-message"): ("possible", frozenset({ACROSS})),
    sides("september", "newspaper"): ("possible", IN_SOURCE),
    sides("channelled", "yunus-nadi yunus-nadi-by-kuznetsova"): ("possible", AMONG_CITED),
    sides("joined", "accused"): ("possible", AMONG_CITED),
    # October in one calendar is November in the other.
    sides("october", "november"): ("possible", frozenset({ACROSS})),
}


def short(attestation: str) -> str:
    """Return the name that the expectations use: the own id, or the question with a star."""
    question, _, own = attestation.partition(".")
    return f"{question}*" if re.fullmatch("[0-9a-f]{8}", own) else own


def sides_of(conflict: Conflict) -> Sides:
    """Return the sides of a found conflict in the form of the expected ones."""
    return frozenset(frozenset(map(short, side.attestations)) for side in conflict.sides)


def of_code(report: Examination, code: str) -> list[Finding]:
    """Return the findings of one code."""
    return [finding for finding in report.findings if finding.code == code]


def test_the_dossier_is_without_problems(case: Examination) -> None:
    """
    Everything in the worked dossier can be read.
    """
    assert case.problems == ()


def test_every_expected_conflict_is_found_and_no_other(case: Examination) -> None:
    """
    The conflicts are those that a reader of the documents expects, with their gravity and scopes.
    """
    found = {
        sides_of(conflict): (
            conflict.relation.value.removesuffix("_conflict"),
            frozenset(scope.value for scope in conflict.scopes),
        )
        for conflict in case.conflicts
    }

    assert found == EXPECTED


def test_documents_change_no_conflict(case: Examination, case_with_documents: Examination) -> None:
    """
    What conflicts does not depend on whether the documents are at hand.
    """
    assert case_with_documents.conflicts == case.conflicts


def test_every_quotation_stands_where_it_is_cited(case_with_documents: Examination, documents: Path) -> None:
    """
    Every fragment is exact or near at its locator, and its offsets hold the words that were found.
    """
    files = {each.id: each.file for each in case_with_documents.dossier.documents}
    texts = {name: (documents / file).read_bytes().decode("utf-8") for name, file in files.items()}

    for anchor in case_with_documents.anchors:
        assert anchor.status in (QuotationStatus.EXACT, QuotationStatus.NEAR), anchor
        assert texts[anchor.passage.document][anchor.start : anchor.end] == anchor.text


SILENT = (
    "british-withdrawal-date",
    "which-port",
    "batumi-holders-1918-1921",
    "akhaltsikhe-holder",
    "erevan-holder-1921",
    "alliance-and-trust",
    "transfer-initiative",
    "letter-rank",
    "turkish-commander",
    "akhaltsikhe-arrival-date",
    "armenian-independence-date",
    "letter-date",
    "baku-coup-date",
    "four-towns-date",
    "turks-enter-batumi-date",
    "exiles-appeal-date",
    "havza-stay-dates",
)


@pytest.mark.parametrize("question", SILENT)
def test_a_trap_stays_silent(case: Examination, question: str) -> None:
    """
    Agreement, succession, spelling and refinement make neither a conflict nor an apparent one.
    """
    assert question in {each.id for each in case.dossier.questions}
    assert not [conflict.id for conflict in case.conflicts if question in conflict.questions]
    assert not [each.id for each in of_code(case, "apparent") if question in each.questions]


APPARENT = {
    "killed": 1,
    "karakol-draft-status": 3,
    "soviet-turkish-treaty-date": 3,
    "treaty-of-moscow": 1,
    "offensive-against-armenia-date": 1,
    "victims-of-1924": 1,
    "georgian-commander": 1,
    "troops": 3,
}


@pytest.mark.parametrize(("question", "count"), APPARENT.items())
def test_different_things_are_seen_and_not_taken_for_a_conflict(
    case: Examination, question: str, count: int
) -> None:
    """
    Stages, parties, sides and plans that differ are apparent clashes, shown with what differs.
    """
    assert not [conflict.id for conflict in case.conflicts if question in conflict.questions]
    assert len([each for each in of_code(case, "apparent") if question in each.questions]) == count


def test_agreement_on_the_garrison_is_two_lines_at_most(case: Examination) -> None:
    """
    Both documents let the British leave in July 1920, and nobody declared them independent.
    """
    (result,) = (each for each in case.results if each.question == "british-withdrawal-date")
    (claim,) = result.claims

    assert {case.attestation(each).document for each in claim.supporting} == {"reconquest", "hovannisian"}
    assert claim.lines is not None
    assert (claim.lines.at_least, claim.lines.at_most) == (1, 2)


def test_several_sources_are_not_several_lines(case: Examination) -> None:
    """
    Those who let Kemal meet Budenny are three names and one line, since one book alone tells of them.
    """
    (result,) = (each for each in case.results if each.question == "kemal-budenny")
    affirmed = next(claim for claim in result.claims if not claim.is_denial)

    assert affirmed.lines is not None
    assert (affirmed.lines.at_least, affirmed.lines.at_most) == (1, 1)
    assert affirmed.lines.single_points == ("hovannisian-1973",)
    assert {short(each) for each in affirmed.doubting} == {"hovannisian"}
    assert any("known only through" in reason for reason in affirmed.lines.because)
    assert "unnamed-authority" in {each.code for each in case.findings if "kemal-budenny" in each.questions}


def test_vandalised_words_make_no_person(case: Examination) -> None:
    """
    The scrawl in the article names nobody in the register; what it would oppose is listed.
    """
    (finding,) = (each for each in of_code(case, "damage") if each.path == ("harkard",))
    opposed = [case.attestation(each) for each in finding.attestations]

    assert [each.value.text for each in opposed] == ["somebody-else", "mazniashvili"]
    assert not [each for each in case.dossier.persons if "harkard" in each.label.casefold()]


def test_the_kazims_are_kept_apart_or_open(case: Examination) -> None:
    """
    Karabekir is one man in two documents, Özalp another, and the two at Batumi stay open.
    """
    (finding,) = (each for each in of_code(case, "look-alike") if "karabekir" in each.path)
    opened = {question for each in of_code(case, "ambiguity") for question in each.questions}

    assert {"karabekir", "ozalp"} <= set(finding.path)
    assert {"turkish-commander-at-batumi", "governor-general-of-batumi"} <= opened


def test_the_letter_has_two_states(case: Examination) -> None:
    """
    The Soviet edition lacks a passage that others print: a variant, and no denial.
    """
    (finding,) = of_code(case, "variant")

    assert finding.questions == ("letter-undertakings",)
    assert not [conflict for conflict in case.conflicts if "letter-undertakings" in conflict.questions]


def test_three_days_of_fighting_stand_beside_the_damage(case_with_documents: Examination) -> None:
    """
    The damaged span is smaller than its sentence: the intact words in it count and say where they stand.
    """
    beside = {
        short(each)
        for finding in of_code(case_with_documents, "beside-damage")
        for each in finding.attestations
    }

    assert "fighting-length*" in beside


def test_both_sides_of_the_meeting_are_late_alike(case: Examination) -> None:
    """The books for the meeting are of 1958 and 1964, the voices against it of 1959 and of about 1970."""
    (result,) = (each for each in case.results if each.question == "kemal-budenny")
    row = next(each for each in result.criticism.rows if each.rule == "nearness")
    affirming, denying = row.sides

    assert affirming.words == "39–45 years later than the event"
    assert affirming.ungraded == ("kemal-budenny.several-sources",)
    assert denying.words == "40–54 years later than the event"
    assert (row.outcome, row.better) == (Outcome.SAME, "")


KINDS_OF_DIFFERENCE = {
    "succession": (
        "batumi-holders-1918-1921",
        "erevan-holder-1921",
        "baku-holder",
        "crimea-holder",
        "zugdidi-holder",
        "seat-of-the-government",
        "kedia-and-the-mensheviks",
    ),
    "speech acts: offer, demand, declaration": (
        "transfer-initiative",
        "territory-at-issue",
        "demand-of-kazim",
        "main-spokesman-in-baku",
        "russian-expansion",
    ),
    "plans against events": (
        "kvinitadze-plan",
        "offensive-against-armenia-date",
        "targets-of-march-1920",
        "who-expels-the-english",
        "departure-after-boarding",
    ),
    "attributed beliefs": (
        "could-the-rest-be-held",
        "likelihood-of-an-alliance",
        "hand-in-the-insurgencies",
        "armenian-government-called",
    ),
    "official against effective control": (
        "kars-holder",
        "nakhichevan-holder",
        "georgia-independent-since",
        "vilayets-of-sevres",
    ),
    "drafts against treaties": (
        "karakol-draft-status",
        "soviet-turkish-treaty-date",
        "turkish-armenia-status",
        "treaty-of-moscow",
    ),
    "forecasts against outcomes": (
        "red-army-in-transcaucasia-date",
        "russo-georgian-treaty",
        "future-of-azerbaijan",
        "who-takes-baku",
    ),
}


@pytest.mark.parametrize("difference", KINDS_OF_DIFFERENCE)
def test_what_only_differs_is_no_conflict(case: Examination, difference: str) -> None:
    """
    What follows, was only said, planned, believed, written down, drafted or foreseen contradicts nothing.
    """
    asked = {each.id: each for each in case.dossier.questions}
    involved = {question for conflict in case.conflicts for question in conflict.questions}

    for question in KINDS_OF_DIFFERENCE[difference]:
        assert asked[question].attestations
        assert question not in involved


def test_a_declaration_of_rule_is_held_apart_from_rule(case: Examination) -> None:
    """
    What Kazım Bey declared on 17 March meets only an apparent clash with Georgians in the town.
    """
    declared = "batumi-holder.turkish-administration"

    sides = {name for conflict in case.conflicts for side in conflict.sides for name in side.attestations}
    assert declared not in sides
    clashes = [each for each in of_code(case, "apparent") if declared in each.attestations]
    assert clashes
    assert all("declared rule" in each.explanation for each in clashes)


def test_the_reading_list_names_what_the_report_holds(case: Examination, claims: Path) -> None:
    """
    The twelve findings that the dossier's README begins with are those of the report, one each.
    """
    readme = (claims / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^ *\d+\. `([a-z-]+-[0-9a-f]{10})`", readme, re.MULTILINE)

    assert len(set(listed)) == len(listed) == 12
    assert set(listed) <= {each.id for each in case.conflicts} | {each.id for each in case.findings}


def test_every_file_of_questions_is_told_of(claims: Path) -> None:
    """
    Whoever looks for a question finds its file in the README.
    """
    readme = (claims / "README.md").read_text(encoding="utf-8")

    for path in claims.rglob("*.yaml"):
        where = path.relative_to(claims).as_posix()
        assert where in readme or f"`{path.parent.name}/`" in readme or where == "dossier.yaml", where
        assert path.parent.name != "questions" or where in readme


def test_every_reason_for_not_comparing_reads_well(case: Examination) -> None:
    """
    What was left uncompared has a reason, and the list of it names each source as it speaks itself.
    """
    report = render(case, "table")
    listed = " ".join(report.partition("What was compared, and what was not")[2].split())

    assert all(each.why for each in case.coverage.not_compared)
    assert "passing it on" not in listed


def test_a_name_that_ends_in_a_full_stop_ends_its_sentence(worked_report: Examination) -> None:
    """Works of several authors are named "… et al.", and no second full stop follows."""
    view = View(worked_report)
    claims = [claim for question in view.questions for claim in view.claims_of(question.id)]
    told = [reason for claim in claims for reason in lines_reasons(view, claim)]

    assert any(each.endswith("et al.") for each in told)
    assert not any(each.endswith("..") for each in told)
