"""The report for other programs."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimcheck.model.report import Report
from claimcheck.report.json_report import SCHEMA, render_json, report_json

JSON = dict[str, Any]


@pytest.fixture(scope="module")
def schema(root: Path) -> Draft202012Validator:
    """The contract."""
    text = (root / "docs" / "report.schema.json").read_text(encoding="utf-8")
    found = json.loads(text)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def test_the_whole_report(report: Report, gold: Callable[[str, str], None]) -> None:
    """The JSON is readable and as the gold file has it, the figures of the profile aside."""
    found = json.loads(render_json(report))
    found["profile"]["figures"] = []

    gold("report.json", json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def test_reports_keep_the_contract(
    schema: Draft202012Validator, report: Report, blind_report: Report, empty_report: Report
) -> None:
    """Full, blind and empty reports are valid against the schema."""
    for each in (report, blind_report, empty_report):
        assert [error.message for error in schema.iter_errors(json.loads(render_json(each)))] == []


def _breakages(found: JSON) -> Iterator[tuple[str, JSON]]:
    def broken(name: str, change: Callable[[JSON], object]) -> tuple[str, JSON]:
        other = copy.deepcopy(found)
        change(other)
        return name, other

    for key in found:
        yield broken(f"without {key}", lambda each, key=key: each.pop(key))  # type: ignore[misc]
    for key in ("documents", "sources", "questions", "attestations", "conflicts", "findings", "problems"):
        yield broken(f"{key} with more", lambda each, key=key: each[key][0].update(more=1))  # type: ignore[misc]
        for inner in found[key][0]:
            yield broken(
                f"{key} without {inner}",
                lambda each, key=key, inner=inner: each[key][0].pop(inner),  # type: ignore[misc]
            )
    yield broken("other version", lambda each: each.update(schema="claimcheck-report/2"))
    yield broken("wrong relation", lambda each: each["conflicts"][0].update(relation="agrees"))
    yield broken("wrong scope", lambda each: each["conflicts"][0].update(scope=["everywhere"]))
    yield broken("wrong stance", lambda each: each["attestations"][0].update(stance="believes"))
    yield broken("wrong code", lambda each: each["findings"][0].update(code="novel"))
    yield broken("wrong status", lambda each: each["documents"][0].update(status="lost"))
    yield broken("ground and rule", lambda each: each["conflicts"][3]["links"][0].update(rule="both"))
    yield broken("no chain", lambda each: each["attestations"][0].update(chain=[]))
    yield broken("one side", lambda each: each["conflicts"][0]["sides"].pop())
    yield broken("negative offset", lambda each: each["attestations"][0]["passages"][0].update(start=-1))


@pytest.mark.no_cover
def test_the_contract_is_strict(schema: Draft202012Validator, report: Report) -> None:
    """A report that lacks a key, has one more, or a word that is not on its list, is not valid."""
    breakages = dict(_breakages(report_json(report)))

    assert len(breakages) > 80
    assert [name for name, found in breakages.items() if schema.is_valid(found)] == []


def _attestation(found: JSON, attestation_id: str) -> JSON:
    return next(each for each in found["attestations"] if each["id"] == attestation_id)


def test_what_is_quarantined_says_so(report: Report) -> None:
    """Attestations in damaged words are listed and marked; all others, hearsay among them, counted."""
    found = report_json(report)
    quarantined = [each["id"] for each in found["attestations"] if each["quarantined"]]

    assert quarantined == ["killed.colonel"]
    assert _attestation(found, "meeting.officers~halloran-1755")["hearsay_of"] == "meeting.officers"


def test_passages_carry_their_place_in_the_document(report: Report) -> None:
    """A passage has its code points and status; one that was not looked for has nulls."""
    found = report_json(report)
    (held,) = _attestation(found, "bridge.dray")["passages"]
    (thirty,) = _attestation(found, "killed.orme")["passages"]

    assert (held["start"], held["end"], held["status"]) == (40, 66, "altered")
    assert (thirty["start"], thirty["end"], thirty["status"]) == (None, None, "unchecked")


def test_the_order_of_telling_is_implied(report: Report) -> None:
    """What only the order of telling says is implied, with its reason, and marked."""
    told = _attestation(report_json(report), "breach-order.telling")

    assert (told["basis"], told["by_telling"]) == ("implied", True)
    assert told["because"] == "the breach fills chapter 9, the ferry chapter 10"


def test_scopes_are_whole(report: Report) -> None:
    """The scope of an attestation holds what its words state, and what its question states for all."""
    found = report_json(report)

    assert _attestation(found, "killed.dray")["scope"] == {"counted": "killed", "whose": "garrison"}


def test_every_id_leads_somewhere(report: Report) -> None:
    """Attestations and claims that conflicts, findings and claims name are in the report."""
    found = report_json(report)
    attestations = {each["id"] for each in found["attestations"]}
    claims = {claim["id"] for each in found["questions"] for claim in each["claims"]}
    sides = [side for each in found["conflicts"] for side in each["sides"]]

    assert {each for side in sides for each in side["attestations"]} <= attestations
    assert {side["claim"] for side in sides} - {None} <= claims
    assert {each for finding in found["findings"] for each in finding["attestations"]} <= attestations


def test_a_report_on_one_question_is_whole(schema: Draft202012Validator, report: Report) -> None:
    """Cut down to one question, a report still holds the attestations that its conflicts draw from others."""
    found = json.loads(
        render_json(
            evolve(
                report,
                results=tuple(each for each in report.results if each.question == "breach-order"),
                conflicts=(report.conflicts[3],),
                findings=(),
            )
        )
    )
    drawn = _attestation(found, "ferry-date.fenwick")

    assert [each["id"] for each in found["questions"]] == ["breach-order"]
    assert not drawn["quarantined"]
    assert schema.is_valid(found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(tail=st.text(st.characters()))
def test_any_text_survives(report: Report, poisoned: Callable[[Report, str], Report], tail: str) -> None:
    """Whatever stands in a dossier, half a surrogate pair too, can be written as UTF-8 and read back."""
    text = render_json(poisoned(report, tail))
    found = json.loads(text.encode("utf-8"))

    assert found["questions"][0]["asks"] == report.dossier.questions[0].asks + tail


def test_surrogates_survive(report: Report) -> None:
    """Half a surrogate pair is written as an escape and read back as it was."""
    text = render_json(evolve(report, dossier=evolve(report.dossier, title="a" + chr(0xD83D))))

    assert '"a\\ud83d"' in text
    assert json.loads(text.encode("utf-8"))["title"] == "a" + chr(0xD83D)


def test_the_text_is_stable(report: Report) -> None:
    """The same report gives the same bytes, with letters beyond ASCII as they are."""
    text = render_json(evolve(report, dossier=evolve(report.dossier, title="Kâzım")))

    assert text == render_json(evolve(report, dossier=evolve(report.dossier, title="Kâzım")))
    assert '"title": "Kâzım"' in text
    assert json.loads(text)["schema"] == SCHEMA
    assert text.endswith("\n}\n")
