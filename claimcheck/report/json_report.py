"""The report for other programs. `docs/report.schema.json` describes it; its keys are a contract."""

from __future__ import annotations

import json
import re
from typing import Any

from claimcheck.model.criticism import RULE, RuleRow
from claimcheck.model.finding import Claim, Conflict, Finding, Lines
from claimcheck.model.problem import Problem
from claimcheck.model.question import Omission, Question, Silence
from claimcheck.model.report import Report
from claimcheck.report.balance import balance_json
from claimcheck.report.decisions import decision_json
from claimcheck.report.json_evidence import attestation_json, documents_json, passage_json, sources_json
from claimcheck.report.json_timeline import events_json, link_json
from claimcheck.report.one_source import shared_sources
from claimcheck.report.view import View
from claimcheck.values.tolerances import Tolerances

SCHEMA = "claimcheck-report/1"
"""The version of the contract. Another number means that a key changed its meaning or went away."""

JSON = dict[str, Any]

_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(report: Report) -> str:
    """Return the report as JSON text: readable, deterministic, and writable as UTF-8 whatever it holds."""
    text = json.dumps(report_json(report), ensure_ascii=False, indent=1, allow_nan=False)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def report_json(report: Report) -> JSON:
    """Return the report as JSON values. Lists keep the order of the report, mappings that of the schema."""
    view = View(report)
    dossier = report.dossier
    return {
        "schema": SCHEMA,
        "title": dossier.title,
        "profile": _profile(dossier.profile),
        "documents": documents_json(view),
        "sources": sources_json(view),
        "derivations": [
            {
                "child": each.child,
                "parent": each.parent,
                "kind": each.kind,
                "status": each.status.value,
                "because": each.because,
                "questions": list(each.questions),
                "attestations": list(each.attestations),
            }
            for each in dossier.derivations
        ],
        "hands": [
            {
                "sources": list(each.sources),
                "kind": each.kind,
                "status": each.status.value,
                "because": each.because,
                "questions": list(each.questions),
            }
            for each in dossier.hands
        ],
        "independences": [
            {"sources": sorted(each.sources), "known": each.is_known, "because": each.because}
            for each in dossier.independences
        ],
        "events": events_json(view),
        "questions": [_question(view, each) for each in view.questions],
        "attestations": [attestation_json(view, each) for each in view.attestations],
        "conflicts": [_conflict(view, each) for each in report.conflicts],
        "findings": [_finding(view, each) for each in report.findings],
        "coverage": {
            "compared": report.coverage.compared,
            "not_compared": [
                {"attestations": list(each.attestations), "why": each.why}
                for each in report.coverage.not_compared
            ],
        },
        "decisions_of_what_is_gone": [
            {"about": each.about, **(decision_json(each) or {})} for each in view.decisions_of_what_is_gone
        ],
        "problems": [_problem(each) for each in report.problems],
    }


def _profile(name: str) -> JSON:
    figures = Tolerances(profile=name).figures()
    return {
        "name": name,
        "figures": [
            {"name": each.name, "value": str(each.value), "meaning": each.meaning, "source": each.source}
            for each in figures
        ],
    }


def _question(view: View, question: Question) -> JSON:
    return {
        "id": question.id,
        "asks": question.asks,
        "kind": question.kind,
        "subject": question.subject,
        "when": str(question.when) if question.when else None,
        "several_answers": question.several_answers,
        "silences": [_silence(each) for each in question.silences],
        "omissions": [_omission(view, each) for each in question.omissions],
        "claims": [_claim(each) for each in view.claims_of(question.id)],
        "balance": balance_json(view.balance_of(question.id)),
        "criticism": [_rule_row(each) for each in view.criticism_of(question.id).rows],
        "set_apart": [
            {"attestation": each.attestation, "because": each.because}
            for each in view.criticism_of(question.id).set_apart
        ],
    }


def _rule_row(row: RuleRow) -> JSON:
    return {
        "rule": row.rule,
        "label": RULE[row.rule].label,
        "outcome": row.outcome.value,
        "better": row.better or None,
        "complete": row.is_complete,
        "sides": [
            {
                "claim": side.claim,
                "best": side.best or None,
                "worst": side.worst or None,
                "words": side.words,
                "graded": list(side.graded),
                "ungraded": list(side.ungraded),
            }
            for side in row.sides
        ],
        "explanation": row.explanation,
    }


def _silence(silence: Silence) -> JSON:
    return {
        "source": silence.source,
        "document": silence.document or None,
        "searched": silence.searched,
        "because": silence.because,
        "would_have_known": silence.would_have_known,
        "would_have_said": silence.would_have_said,
        "record_survives": silence.record_survives,
        "is_argument": silence.is_argument,
    }


def _omission(view: View, omission: Omission) -> JSON:
    return {
        "source": omission.source,
        "lacks": omission.lacks,
        "compared_with": list(omission.compared_with),
        "because": omission.because,
        "passage": passage_json(view.anchor(omission.passage)) if omission.passage else None,
    }


def _claim(claim: Claim) -> JSON:
    return {
        "id": claim.id,
        "answer": claim.answer,
        "is_denial": claim.is_denial,
        "supporting": list(claim.supporting),
        "contradicting": list(claim.contradicting),
        "allowing": list(claim.allowing),
        "doubting": list(claim.doubting),
        "independent_lines": _lines(claim.lines) if claim.lines else None,
    }


def _lines(lines: Lines) -> JSON:
    return {
        "at_least": lines.at_least,
        "at_most": lines.at_most,
        "is_exact": lines.is_exact,
        "origins": list(lines.origins),
        "paths": [{"sources": list(each.sources), "links": list(each.links)} for each in lines.paths],
        "cut": list(lines.cut),
        "single_points": list(lines.single_points),
        "hands": [
            {"id": each.id, "kind": each.kind, "sources": list(each.sources), "because": each.because}
            for each in lines.hands
        ],
        "declared": list(lines.declared),
        "because": list(lines.because),
        "trusting": None
        if lines.trusting is None
        else {
            "relays": list(lines.trusting.relays),
            "heard": list(lines.trusting.heard),
            "at_least": lines.trusting.at_least,
            "at_most": lines.trusting.at_most,
        },
    }


def _conflict(view: View, conflict: Conflict) -> JSON:
    return {
        "id": conflict.id,
        "questions": list(conflict.questions),
        "relation": conflict.relation.value,
        "scope": [scope.value for scope in conflict.scopes],
        "sides": [{"claim": side.claim, "attestations": list(side.attestations)} for side in conflict.sides],
        "shared_sources": list(shared_sources(view, conflict)),
        "links": [link_json(link) for link in conflict.links],
        "rule": conflict.rule,
        "explanation": conflict.explanation,
        "diagnoses": [
            {
                "code": each.code,
                "text": each.text,
                "confirm_by": each.confirm_by,
                "chance": str(each.by_chance) if each.by_chance else None,
            }
            for each in conflict.diagnoses
        ],
        "decision": decision_json(view.decision(conflict.id)),
    }


def _finding(view: View, finding: Finding) -> JSON:
    return {
        "id": finding.id,
        "code": finding.code,
        "questions": list(finding.questions),
        "attestations": list(finding.attestations),
        "passages": [passage_json(each) for each in finding.passages],
        "path": list(finding.path),
        "explanation": finding.explanation,
        "decision": decision_json(view.decision(finding.id)),
    }


def _problem(problem: Problem) -> JSON:
    where = problem.where
    return {
        "code": problem.code,
        "message": problem.message,
        "file": where.file or None,
        "line": where.line or None,
        "column": where.column or None,
        "hint": problem.hint,
    }
